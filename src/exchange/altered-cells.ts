import { fold } from "../plan";
import {
  type At,
  type Cell,
  cellAddress,
  folded,
  formulaAt,
  type Grid,
  isFormula,
  keyOf,
  type TableReading,
  type TableSheet,
  valueAt,
} from "../sheets";

/** A cell of ours that does not hold what the sheet puts there. */
export interface AlteredCell {
  address: string;
  columnId: string;
  key: string;
  was: Cell;
  expected: Cell;
}

/** Programs write one formula differently: quotes around sheets, prefixes of newer functions, fixed or moving references. */
const formulaText = (formula: string): string =>
  fold(formula)
    .toUpperCase()
    .replace(/['$]|_XLFN\.|_XLDUDF_/g, "")
    .replace(/YIZHI_(?=\w+\()/g, "YIZHI.")
    .replace(/\b(TRUE|FALSE)\(\)/g, "$1");

function holds(grid: Grid, row: number, column: number, expected: Cell): boolean {
  const [value, formula] = [valueAt(grid, row, column), formulaAt(grid, row, column)];
  if (typeof expected !== "object") return folded(value) === folded(expected);
  return isFormula(value, formula) && formulaText(formula) === formulaText(expected.formula);
}

/** Cells of ours that someone wrote over, in the geometry as it stands now: moved rows and columns are no alteration. */
export function alteredCells<R>(grid: Grid, reading: TableReading, sheet: TableSheet<R>): AlteredCell[] {
  return sheet.groups
    .flatMap((group) => group.records)
    .flatMap((record) => {
      const key = keyOf(sheet, record);
      const row = reading.rows.get(key);
      if (row === undefined) return [];
      const at: At = (id) => `$${cellAddress(row, reading.columns.get(id) ?? 0)}`;
      return sheet.columns.flatMap(({ id, cell }): AlteredCell[] => {
        const column = reading.columns.get(id);
        const expected = cell?.(record, at);
        if (column === undefined || expected === undefined || holds(grid, row, column, expected)) return [];
        const was = valueAt(grid, row, column) as Cell;
        return [{ address: cellAddress(row, column), columnId: id, key, was, expected }];
      });
    });
}
