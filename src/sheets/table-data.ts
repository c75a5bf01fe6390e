import { type Cell, cellAddress, formatAt, type Grid, valueAt } from "../grid";
import {
  alterationsOf,
  entryOf,
  keyOf,
  ageOf,
  readTable,
  scopeOn,
  type TableReading,
  type TableSheet,
  unsigned,
} from "../tables";
import type { Plan } from "../plan";
import type { EntryCell, TableData, TableKind, TableRow } from "./kind";

/** A table as found, and what its slots and structure say; its rows are read by whoever knows them. */
export interface TableContents {
  common: Omit<TableData, "rows">;
  reading: TableReading;
  /** what stands in a slot; "" where it is gone or empty */
  slot: (id: string) => unknown;
  /** address of a slot such as C3; empty where it is gone */
  slotAddress: (id: string) => string;
  /** what stands in a row's column */
  valueOf: (row: number, columnId: string) => unknown;
  addressOf: (row: number, columnId: string) => string;
  entryCell: (key: string, row: number, columnId: string) => EntryCell & { content: Cell; format: string };
}

/** Reads the parts that every table has; null when what was read is not this table. @param code names a record by its key */
export function tableContents<R>(
  grid: Grid,
  sheet: TableSheet<R>,
  code: (key: string) => string,
): TableContents | null {
  const reading = readTable(grid, sheet);
  if (!reading) return null;
  const slot = (id: string): unknown => {
    const place = reading.slots.get(id);
    return place ? valueAt(grid, place.row, place.column) : "";
  };
  const slotAddress = (id: string): string => {
    const place = reading.slots.get(id);
    return place ? cellAddress(place.row, place.column) : "";
  };
  const column = (id: string): number => reading.columns.get(id) ?? -1;
  const scope = scopeOn(grid, reading, sheet);
  const age = ageOf(grid, sheet);
  return {
    reading,
    slot,
    slotAddress,
    valueOf: (row, id) => valueAt(grid, row, column(id)),
    addressOf: (row, id) => cellAddress(row, column(id)),
    entryCell: (key, row, id) => ({
      address: cellAddress(row, column(id)),
      content: entryOf(grid, reading, key, id),
      format: formatAt(grid, row, column(id)),
    }),
    common: {
      bureau: scope.bureau,
      scope,
      period: slot("period"),
      periodAddress: slotAddress("period"),
      slots: Object.fromEntries(
        [...reading.slots.keys()].map((id) => [id, { address: slotAddress(id), value: slot(id) }]),
      ),
      age,
      alterations: alterationsOf(grid, reading, sheet, age !== "current"),
      duplicates: reading.duplicates.map(({ key, row }) => ({ code: code(key), row: row + 1 })),
      renamed: reading.renamed.map(({ column: at, was, header }) => ({
        address: cellAddress(reading.header, at),
        was,
        header,
      })),
      unsigned: unsigned(grid, reading, sheet),
    },
  };
}

/** Reads a table of which there is nothing more to say than its entries; null when what was read is not it. */
export function readEntries<R>(grid: Grid, plan: Plan, kind: TableKind<R>): TableData | null {
  const sheet = kind.build(plan);
  const contents = tableContents(grid, sheet, (key) => kind.code(key));
  if (!contents) return null;
  const { common, reading, valueOf, entryCell } = contents;
  const entries = sheet.columns.filter(({ entry }) => entry);
  const rows = kind.records(plan).flatMap((record): TableRow[] => {
    const key = keyOf(sheet, record);
    const row = reading.rows.get(key);
    if (row === undefined) return [];
    return [
      {
        code: kind.code(key),
        words: kind.describe(record),
        reported: valueOf(row, kind.required),
        cells: Object.fromEntries(
          entries.map((column) => [
            column.id,
            { ...entryCell(key, row, column.id), ownFormat: column.numberFormat?.(record) ?? "General" },
          ]),
        ),
      },
    ];
  });
  return { ...common, rows };
}
