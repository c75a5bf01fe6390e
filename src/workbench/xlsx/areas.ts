import { type Area, MAX_COLUMNS, MAX_ROWS } from "../engine/engine";
import { columnLetters } from "../engine/references";
import { parseArea } from "../host/address";

/** An area as a file gives it; null for what is none. */
export function areaIn(reference: string): Area | null {
  try {
    return parseArea(reference);
  } catch {
    return null;
  }
}

const listed = (reference: string): string[] => reference.split(/[\s,]+/).filter(Boolean);

/** Areas as a file lists them, such as `A1:B2 D4`; what is none is left out. */
export const areasOf = (reference: string): Area[] => listed(reference).flatMap((one) => areaIn(one) ?? []);

/** Whether all that the file lists is areas, and it lists any. */
export const isReadable = (reference: string): boolean =>
  listed(reference).length > 0 && listed(reference).every((one) => areaIn(one) !== null);

/** The file's way with whole rows and columns: `A1:XFD3`. */
export function fileAddress({ row, column, rows, columns }: Area): string {
  const cell = (r: number, c: number): string => `${columnLetters(c)}${r + 1}`;
  const [bottom, right] = [Math.min(row + rows, MAX_ROWS) - 1, Math.min(column + columns, MAX_COLUMNS) - 1];
  return rows * columns === 1 ? cell(row, column) : `${cell(row, column)}:${cell(bottom, right)}`;
}
