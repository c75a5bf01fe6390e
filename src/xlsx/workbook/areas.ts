import { type Area, cellAddress, MAX_COLUMNS, MAX_ROWS, readArea } from "../../grid";

const listed = (reference: string): string[] => reference.split(/[\s,]+/).filter(Boolean);

/** Areas as a file lists them, such as `A1:B2 D4`; what is none is left out. */
export const areasOf = (reference: string): Area[] => listed(reference).flatMap((one) => readArea(one) ?? []);

/** Whether all that the file lists is areas, and it lists any. */
export const isReadable = (reference: string): boolean =>
  listed(reference).length > 0 && listed(reference).every((one) => readArea(one) !== null);

/** The file's way with whole rows and columns: `A1:XFD3`. */
export function fileAddress({ row, column, rows, columns }: Area): string {
  const [bottom, right] = [Math.min(row + rows, MAX_ROWS) - 1, Math.min(column + columns, MAX_COLUMNS) - 1];
  const first = cellAddress(row, column);
  return rows * columns === 1 ? first : `${first}:${cellAddress(bottom, right)}`;
}
