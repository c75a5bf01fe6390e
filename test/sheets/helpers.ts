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

type Cells = readonly (readonly unknown[])[];

/** The row (from 0) in whose first column the key stands. */
export const rowOf = (cells: Cells, key: unknown): number => cells.findIndex((row) => row[0] === key);

/** The column (from 0) of a table under a header, such as 本期值. */
export function columnOf(cells: Cells, header: string): number {
  const found = cells.find((row) => row[0] !== null && row.includes(header))?.indexOf(header) ?? -1;
  if (found < 0) throw new Error(`no column ${header}`);
  return found;
}

/** Types into a table as the user would: `fill(grid, "YL07", "本期值", 48)`. */
export const fill = (
  grid: Grid,
  key: string | number,
  header: string,
  value: unknown,
  formula: unknown = value,
): void => type(grid, rowOf(grid.values, key), columnOf(grid.values, header), value, formula);

/** Types beside a label outside the table: `fillSlot(grid, "报告期", "2023年")`. */
export function fillSlot(grid: Grid, label: string, value: unknown): void {
  const row = grid.values.findIndex((cells) => cells.includes(`${label}：`));
  const from = grid.values[row]!.indexOf(`${label}：`);
  const column = grid.values[row]!.findIndex((cell, c) => c > from && cell !== null);
  type(grid, row, column, value);
}

/** As Excel does when rows move: references to them follow. `to` gives a row's new number, from 0. */
function moveReferences(grid: Grid, to: (row: number) => number): void {
  for (const row of grid.formulas)
    row.forEach((formula, c) => {
      if (typeof formula === "string" && formula.startsWith("="))
        // a text such as "TY04" refers to nothing
        row[c] = formula.replace(
          /("[^"]*")|(\$?[A-Z]{1,2}\$?)(\d+)(?![\d(])/g,
          (_, text: string | undefined, column: string, digits: string) =>
            text ?? `${column}${to(Number(digits) - 1) + 1}`,
        );
    });
}

/** Deletes the row of a record. */
export function deleteRow(grid: Grid, key: string | number): void {
  const row = rowOf(grid.values, key);
  grid.values.splice(row, 1);
  grid.formulas.splice(row, 1);
  moveReferences(grid, (r) => (r > row ? r - 1 : r));
}

export function insertRow(grid: Grid, row: number, cells: unknown[]): void {
  moveReferences(grid, (r) => (r >= row ? r + 1 : r));
  grid.values.splice(row, 0, [...cells]);
  grid.formulas.splice(row, 0, [...cells]);
}
