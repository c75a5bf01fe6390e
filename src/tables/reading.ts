import { type Cell, folded, formulaAt, type Grid, isEmpty, type Place, typedCell, valueAt } from "../grid";
import { type Columns, findColumns, findHeader, findRows, type Rows } from "./find-columns";
import { findSlots, type Slots } from "./find-slots";
import { findLeftovers, type Leftovers } from "./leftovers";
import { type Column, keyOf, type TableSheet } from "./table";

/** A table sheet found on a sheet: where its columns, rows and slots are, and what stands beside them. Rows and columns count from 0 on the sheet. */
export interface TableReading extends Columns, Rows, Slots, Leftovers {
  header: number;
}

/** Finds a table sheet in what was read: by headers, keys, labels and workbook names, never by position. Null when the sheet is not ours. `sheet` must hold every record of the plan. */
export function readTable<R>(grid: Grid, sheet: TableSheet<R>): TableReading | null {
  const header = findHeader(grid, sheet);
  if (header === null) return null;
  const columns = findColumns(grid, sheet, header);
  const rows = findRows(grid, sheet, header, columns);
  const tableRows = new Set([header, ...rows.rows.values(), ...rows.duplicates.map((d) => d.row)]);
  const slots = findSlots(grid, sheet, ({ row }: Place) => tableRows.has(row));
  return {
    header,
    ...columns,
    ...rows,
    ...slots,
    ...findLeftovers(grid, sheet, header, columns, rows, slots),
  };
}

/** The typed cell of a record; "" when empty or when the row or column is gone. */
export function entryOf(grid: Grid, reading: TableReading, key: string, columnId: string): Cell {
  const row = reading.rows.get(key);
  const column = reading.columns.get(columnId);
  if (row === undefined || column === undefined) return "";
  return typedCell(valueAt(grid, row, column), formulaAt(grid, row, column));
}

/** Keys of the records in which something is typed; what the plan gave was not. */
export function keysWithEntries<R>(grid: Grid, reading: TableReading, sheet: TableSheet<R>): Set<string> {
  const entries = sheet.columns.filter((c) => c.entry);
  const isTyped = (key: string, record: R, column: Column<R>): boolean => {
    const entry = entryOf(grid, reading, key, column.id);
    return !isEmpty(entry) && folded(entry) !== folded(column.given?.(record));
  };
  const records = sheet.groups.flatMap((group) => group.records);
  return new Set(
    records.flatMap((record) => {
      const key = keyOf(sheet, record);
      return entries.some((column) => isTyped(key, record, column)) ? [key] : [];
    }),
  );
}
