import { type Area, cellAddress, MAX_COLUMNS, MAX_ROWS, quoteName } from "../../grid";

/** The file's way with whole rows and columns: `A1:XFD3`. */
export function fileAddress({ row, column, rows, columns }: Area): string {
  const [bottom, right] = [Math.min(row + rows, MAX_ROWS) - 1, Math.min(column + columns, MAX_COLUMNS) - 1];
  const first = cellAddress(row, column);
  return rows * columns === 1 ? first : `${first}:${cellAddress(bottom, right)}`;
}

/** Without the sheet's name it would belong to whichever sheet is looked at: `'甲'!$A$1:$F$20,'甲'!$H:$J`. */
export const sheetReference = (sheet: string, addresses: string): string =>
  addresses
    .split(",")
    .map((address) => `${quoteName(sheet)}!${address.replace(/[A-Z]+|\d+/g, "$$$&")}`)
    .join(",");
