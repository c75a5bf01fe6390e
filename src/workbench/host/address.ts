import { type Area, readArea } from "../../grid";
import { HostError } from "./errors";

export { areaAddress as formatArea, MAX_COLUMNS, MAX_ROWS } from "../../grid";
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
