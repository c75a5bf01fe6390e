import { MAX_COLUMNS, MAX_ROWS } from "../../grid";
import type { FileCell } from "./cells";
import type { FileSheet } from "./file";

/** So many cells, blank ones among them, the workbench still shows. */
const MOST_CELLS = 500_000;
/** So many a file may list: blank ones at its edges are not shown. */
export const MOST = { rows: MAX_ROWS, columns: MAX_COLUMNS, cells: 1_000_000 };

export type Size = [rows: number, columns: number];

const sizeOf = (cells: readonly FileCell[]): Size => {
  let [rows, columns] = [0, 0];
  for (const { row, column } of cells)
    [rows, columns] = [Math.max(rows, row + 1), Math.max(columns, column + 1)];
  return [rows, columns];
};

export const fits = ([rows, columns]: Size): boolean => rows * columns <= MOST_CELLS;

/** As far as anything stands or is drawn; where that is too much, as far as anything stands. */
export function usedSize({ cells }: FileSheet): Size {
  const all = sizeOf(cells);
  return fits(all)
    ? all
    : sizeOf(cells.filter(({ value, formula }) => value !== null || formula !== undefined));
}
