import { type Area, areaAddress, columnLetters, MAX_COLUMNS, MAX_ROWS, readArea } from "../../grid";
import { HostError } from "./errors";

export { MAX_COLUMNS, MAX_ROWS } from "../../grid";
export { quoteSheet, shiftFormula } from "../engine/references";

/** `B2`, `$A$1:C3`, `A:C` or `2:4`, with or without a sheet. @throws HostError InvalidArgument */
export function parseArea(address: string): Area {
  const area = readArea(address);
  if (!area) throw new HostError("InvalidArgument", `address "${address}"`);
  return area;
}

/** The sheet that a reference such as `'甲 表'!$A$1` names, or null. */
export function sheetOf(reference: string): string | null {
  const end = reference.lastIndexOf("!");
  if (end < 0) return null;
  const name = reference.slice(0, end).replace(/^=/, "");
  return name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name;
}

/** As Excel writes it: `A1`, `A1:B2`, `A:C`, `2:4`. */
export function formatArea(area: Area): string {
  const { row, column, rows, columns } = area;
  if (rows === MAX_ROWS) return `${columnLetters(column)}:${columnLetters(column + columns - 1)}`;
  return columns === MAX_COLUMNS ? `${row + 1}:${row + rows}` : areaAddress(area);
}
