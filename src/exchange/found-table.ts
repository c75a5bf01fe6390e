import type { TableReading } from "../tables";
import type { ReadSheet } from "./read";
import type { ExchangeTable } from "./tables";
import type { Value } from "./values";

/** What a file says its cells were handed out with, by label. */
export type Given = ReadonlyMap<string, Value>;

/** A table found on a sheet of a returned file. */
export interface FoundTable {
  table: ExchangeTable;
  sheet: ReadSheet;
  reading: TableReading;
  /** what its cells were handed out with */
  given: Given;
}
