import { cellAddress } from "./grid";
import { folded, formulaAt, type Grid, isFormula, type Place, valueAt } from "./cells";
import type { Cell } from "./layout";
import type { TableReading } from "./reading";
import { type At, keyOf, type TableSheet } from "./table";

/** A cell of ours that does not hold what the sheet puts there. */
export interface AlteredCell extends Place {
  key: string;
  columnId: string;
  header: string;
  /** such as J9 */
  address: string;
  /** what it shows */
  was: unknown;
  /** its formula, where it has one */
  formula?: string;
  expected: Cell;
}

/** What a formula says, however Excel, a file or an engine writes it. */
export const normalFormula = (formula: unknown): string =>
  folded(formula)
    .replace(/_XLFN\.|_XLDUDF_|_XLWS\.|['$]/g, "")
    .replace(/YIZHI_(?=[A-Z]+\()/g, "YIZHI.");

/** Addresses in a row as the sheet stands now; a column that is gone has none. */
const atOf =
  ({ columns }: TableReading, row: number): At =>
  (id) => {
    const column = columns.get(id);
    return column === undefined ? "#REF!" : `$${cellAddress(row, column)}`;
  };

const holds = (expected: Cell, value: unknown, formula: unknown): boolean =>
  typeof expected === "object"
    ? isFormula(value, formula) && normalFormula(formula) === normalFormula(expected.formula)
    : !isFormula(value, formula) && folded(value) === folded(expected);

/**
 * The record cells of ours that someone wrote over. They are looked for where their rows and columns stand now, and
 * formulas must refer to those, so that an inserted column or a sorted row is no alteration.
 */
export function alteredCells<R>(grid: Grid, reading: TableReading, sheet: TableSheet<R>): AlteredCell[] {
  const records = sheet.groups.flatMap((g) => g.records);
  return records.flatMap((record) => {
    const key = keyOf(sheet, record);
    const row = reading.rows.get(key);
    if (row === undefined) return [];
    const at = atOf(reading, row);
    return sheet.columns.flatMap((column): AlteredCell[] => {
      const place = reading.columns.get(column.id);
      if (place === undefined || !column.cell) return [];
      const expected = column.cell(record, at);
      const [value, formula] = [valueAt(grid, row, place), formulaAt(grid, row, place)];
      if (holds(expected, value, formula)) return [];
      return [
        {
          row,
          column: place,
          key,
          columnId: column.id,
          header: column.header,
          address: cellAddress(row, place),
          was: value,
          ...(isFormula(value, formula) && { formula }),
          expected,
        },
      ];
    });
  });
}
