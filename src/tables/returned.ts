import { folded, formulaAt, type Grid, isEmpty, rightOf, valueAt } from "../grid";
import { type Columns, endOfTable, fixedCells, likeness, uniqueNames } from "./find-columns";
import type { TableReading } from "./reading";
import { keyOf, type TableSheet } from "./table";

/*
 * What an earlier update put below the table, because the plan had no such record then, goes back to its row once the
 * plan has it again.
 */

/** A row below the table that is a record's and stays where it is. */
interface StayingRow {
  row: number;
  key: string;
  /** its row holds something else, or the plan's name for the key is another */
  because: "filled" | "name";
}

export interface Returned {
  /** record key → row below the table whose cells go back */
  rows: ReadonlyMap<string, number>;
  staying: readonly StayingRow[];
}

const textAt = (grid: Grid, { columns }: Pick<Columns, "columns">, row: number, id: string): string => {
  const column = columns.get(id);
  return column === undefined ? "" : folded(valueAt(grid, row, column));
};

/** Columns in which people write: entries, and those that are none of ours. */
function peoplesColumns<R>(
  grid: Grid,
  { columns }: Pick<Columns, "columns">,
  sheet: TableSheet<R>,
): number[] {
  const ours = new Set(sheet.columns.filter(({ entry }) => !entry).map(({ id }) => columns.get(id)));
  return Array.from({ length: rightOf(grid) }, (_, column) => column).filter((column) => !ours.has(column));
}

/**
 * Finds the rows below the table that go back: those with a record's key and name, then those with its name and most
 * of what else the plan says of it, as numbers of tasks change.
 * @param sheet with every record of the plan
 * @param shown keys of the rows that the table has whatever is typed
 */
export function returnedRows<R>(
  grid: Grid,
  reading: TableReading,
  sheet: TableSheet<R>,
  shown: { has: (key: string) => boolean },
): Returned {
  const records = sheet.groups.flatMap((group) => group.records);
  const byKey = new Map(records.map((record) => [folded(keyOf(sheet, record)), record]));
  const byName = uniqueNames(sheet, records);
  const subject = sheet.columns.find(({ id }) => id === sheet.subject)!;
  const people = peoplesColumns(grid, reading, sheet);
  const holds = (row: number, column: number): boolean =>
    !isEmpty(valueAt(grid, row, column)) || !isEmpty(formulaAt(grid, row, column));
  const written = (row: number): number[] => people.filter((column) => holds(row, column));
  const clash = (from: number, to: number | undefined): boolean =>
    to !== undefined &&
    written(from).some(
      (column) =>
        holds(to, column) && folded(valueAt(grid, to, column)) !== folded(valueAt(grid, from, column)),
    );
  const rows = new Map<string, number>();
  const staying: StayingRow[] = [];
  const claim = (row: number, key: string): void => {
    if (written(row).length === 0 && !shown.has(key)) return;
    if (rows.has(key) || clash(row, reading.rows.get(key))) staying.push({ row, key, because: "filled" });
    else rows.set(key, row);
  };
  const others: { row: number; record: R | undefined; name: string }[] = [];
  for (const row of reading.strays.filter((one) => one > endOfTable(grid))) {
    const record = byKey.get(textAt(grid, reading, row, sheet.key));
    const name = textAt(grid, reading, row, sheet.subject);
    if (record && folded(subject.cell!(record, () => "")) === name) claim(row, keyOf(sheet, record));
    else others.push({ row, record, name });
  }
  for (const { row, record, name } of others) {
    const key = byName.get(name);
    const named = key === undefined ? undefined : byKey.get(folded(key));
    if (named && likeness(grid, sheet, reading, row, named) * 2 >= fixedCells(sheet, named)) claim(row, key!);
    else if (record && name !== "") staying.push({ row, key: keyOf(sheet, record), because: "name" });
  }
  return { rows, staying };
}
