import type { Cell, Grid, SheetLayout } from "../../src/grid";

/** What a host would read back of a layout that was just written. */
export function asRead(layout: SheetLayout): Grid {
  const formula = (cell: Cell | null): unknown =>
    cell !== null && typeof cell === "object" ? cell.formula : cell;
  const value = (cell: Cell | null): unknown => (cell !== null && typeof cell === "object" ? "" : cell);
  return {
    row: 0,
    column: 0,
    values: layout.cells.map((row) => row.map(value)),
    formulas: layout.cells.map((row) => row.map(formula)),
  };
}

/** Types a value into a read grid, as the user would. */
export function type(
  grid: Grid,
  row: number,
  column: number,
  value: unknown,
  formula: unknown = value,
): void {
  grid.values[row]![column] = value;
  grid.formulas[row]![column] = formula;
}

/** As Excel does when rows move: references to them follow. `to` gives a row's new number, from 0. */
function moveReferences(grid: Grid, to: (row: number) => number): void {
  for (const row of grid.formulas)
    row.forEach((formula, c) => {
      if (typeof formula === "string" && formula.startsWith("="))
        row[c] = formula.replace(
          /(\$?[A-Z]{1,2}\$?)(\d+)(?![\d(])/g,
          (_, column: string, digits: string) => `${column}${to(Number(digits) - 1) + 1}`,
        );
    });
}

export function deleteRow(grid: Grid, row: number): void {
  grid.values.splice(row, 1);
  grid.formulas.splice(row, 1);
  moveReferences(grid, (r) => (r > row ? r - 1 : r));
}

export function insertRow(grid: Grid, row: number, cells: unknown[]): void {
  moveReferences(grid, (r) => (r >= row ? r + 1 : r));
  grid.values.splice(row, 0, [...cells]);
  grid.formulas.splice(row, 0, [...cells]);
}

/** The row (from 0) in whose first column the key stands. */
export const rowOf = (cells: readonly (readonly unknown[])[], key: unknown): number =>
  cells.findIndex((row) => row[0] === key);
