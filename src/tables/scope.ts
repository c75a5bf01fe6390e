import { cellAddress, folded, type Grid, valueAt } from "../grid";
import type { TableReading } from "./reading";
import type { TableSheet } from "./table";

/** Whose sheet it is. */
export interface Scope {
  /** as the workbook says, else as the sheet's 填报单位 cell does */
  bureau: string;
  /** as the cell says */
  text: string;
  /** of the cell; empty where it is gone */
  address: string;
  /** the cell says another bureau than the workbook */
  altered: boolean;
}

/** Reads whose sheet it is. The workbook's word counts for the sheet at which its name for 填报单位 points, not for copies of it. */
export function scopeOn<R>(grid: Grid, reading: TableReading, sheet: TableSheet<R>): Scope {
  const place = reading.slots.get(sheet.scope);
  const slot = sheet.head.flat().find(({ id }) => id === sheet.scope);
  // a name of a deleted cell stands for nothing, one of a copy's original for another sheet
  const isCopy = slot?.name !== undefined && grid.names?.get(slot.name) === null;
  const given = isCopy ? undefined : grid.names?.get(sheet.givenTo);
  const text = place ? String(valueAt(grid, place.row, place.column)).trim() : "";
  const bureau = typeof given === "string" ? given : text;
  return {
    bureau,
    text,
    address: place ? cellAddress(place.row, place.column) : "",
    altered: folded(bureau) !== folded(text),
  };
}
