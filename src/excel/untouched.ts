import { bottomOf, type Cell, type Grid, isEmpty, rightOf, type SheetLayout } from "../grid";
import { hash } from "../text";
import { type Candidate, formulasOf, gridOf } from "./find";
import { shownFormula } from "./undo";

/* Which sheets hold nothing that anybody has typed since they were written. Only those may go. */

/** Name of the sheet's own that tells what was written on it; it goes with the sheet, whatever that is called. */
const WRITTEN = "YIZHI_WRITTEN";

/** Excel may show fewer digits of a number than it was given. */
const DIGITS = 10;
const contentOf = (cell: unknown): string =>
  typeof cell === "number"
    ? String(Number(cell.toPrecision(DIGITS)))
    : String(typeof cell === "object" ? shownFormula(cell as Cell) : cell);

/** What stands in each row, and in which columns. */
const rowsOf = (cells: readonly (readonly unknown[])[], first = 0): string[] =>
  cells
    .map((row) => row.flatMap((cell, i) => (isEmpty(cell) ? [] : [[first + i, contentOf(cell)]])))
    .filter((row) => row.length > 0)
    .map((row) => JSON.stringify(row));

const rowsOn = ({ formulas, column }: Grid): string[] => rowsOf(formulas, column);

const fingerprint = (rows: readonly string[]): string => hash(rows.join("\n"));

/** Queues the note of what a layout puts on the sheet. */
export const noteWritten = ({ names }: Excel.Worksheet, { cells }: SheetLayout): void =>
  void names.add(WRITTEN, `="${fingerprint(rowsOf(cells))}"`);

/** What was read of a sheet, if that is all that stands on it. */
function wholeOf(one: Candidate): Grid | null {
  const [grid, { extent }] = [gridOf(one), one];
  if (!grid || !extent || extent.isNullObject) return null;
  const { rowIndex, columnIndex, rowCount, columnCount } = extent;
  const isAll =
    rowIndex >= grid.row &&
    columnIndex >= grid.column &&
    rowIndex + rowCount <= bottomOf(grid) &&
    columnIndex + columnCount <= rightOf(grid);
  return isAll ? grid : null;
}

/** True when the sheet is as it was written. */
export function isUntouched(one: Candidate): boolean {
  const grid = wholeOf(one);
  const noted = one.own && formulasOf(one.own).get(WRITTEN);
  return grid !== null && noted === `="${fingerprint(rowsOn(grid))}"`;
}

/** True when each row of the sheet stands, to the letter, on one of the others as well. */
export function isRepeated(one: Candidate, ...others: (SheetLayout | undefined)[]): boolean {
  const grid = wholeOf(one);
  const there = new Set(others.flatMap((layout) => rowsOf(layout?.cells ?? [])));
  return grid !== null && rowsOn(grid).every((row) => there.has(row));
}
