import type { TableReading } from "../tables";
import type { ReadSheet } from "./read";
import type { ExchangeTable } from "./tables";

/** A table found on a sheet of a returned file. */
export interface FoundTable {
  table: ExchangeTable;
  sheet: ReadSheet;
  reading: TableReading;
}
