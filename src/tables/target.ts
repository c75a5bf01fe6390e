import type { SheetLayout } from "../grid";
import { expandTable, type Frame, frameOf, keyOf, type TableSheet } from "./table";

/** A table sheet as it is to become, with the place of each of its parts. */
export interface Target<R> {
  sheet: TableSheet<R>;
  frame: Frame<R>;
  /** record key → row */
  rows: ReadonlyMap<string, number>;
  /** the sheet with nothing typed */
  empty: SheetLayout;
}

export function targetOf<R>(sheet: TableSheet<R>): Target<R> {
  const frame = frameOf(sheet);
  const rows = new Map(frame.records.map(({ row, record }) => [keyOf(sheet, record), row]));
  return { sheet, frame, rows, empty: expandTable(sheet) };
}
