import { type Area, MAX_COLUMNS, MAX_ROWS } from "../../../grid";
import type { Axis } from "../../engine/engine";
import type { Sheet } from "../model";

/** Points. */
interface Size {
  width: number;
  height: number;
}

/** Of a new chart. */
export const USUAL_SIZE: Size = { width: 360, height: 216 };

/** The heights of a sheet's rows or the widths of its columns; none of what is hidden. */
function sizesOf({ book: { engine }, sheet }: Sheet, axis: Axis): (line: number) => number {
  const { hidden } = engine.sheetState(sheet);
  const isIn = (first: number, count: number, line: number): boolean => line >= first && line < first + count;
  return axis === "rows"
    ? (line) =>
        hidden.some((one) => one.columns === MAX_COLUMNS && isIn(one.row, one.rows, line))
          ? 0
          : engine.rowHeight(sheet, line)
    : (line) =>
        hidden.some((one) => one.rows === MAX_ROWS && isIn(one.column, one.columns, line))
          ? 0
          : engine.columnWidth(sheet, line);
}

function total(size: (line: number) => number, first: number, count: number): number {
  let sum = 0;
  for (let line = first; line < first + count; line++) sum += size(line);
  return sum;
}

/** Where cells are, in points from the sheet's first. */
export function placeOf(
  sheet: Sheet,
  { row, column, rows, columns }: Area,
): Size & { top: number; left: number } {
  const [height, width] = [sizesOf(sheet, "rows"), sizesOf(sheet, "columns")];
  return {
    top: total(height, 0, row),
    left: total(width, 0, column),
    height: total(height, row, rows),
    width: total(width, column, columns),
  };
}

/** How many lines from the first are as long; at least one, and none beyond the sheet's edge. */
function countFor(size: (line: number) => number, first: number, edge: number, length: number): number {
  let [count, sum] = [1, size(first)];
  while (sum < length && first + count < edge) sum += size(first + count++);
  return count;
}

/** The fewest cells from a first one that are as large. */
export const cellsAsLarge = (sheet: Sheet, row: number, column: number, { width, height }: Size): Area => ({
  row,
  column,
  rows: countFor(sizesOf(sheet, "rows"), row, MAX_ROWS, height),
  columns: countFor(sizesOf(sheet, "columns"), column, MAX_COLUMNS, width),
});
