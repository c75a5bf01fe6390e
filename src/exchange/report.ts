import { canonicalName, type Plan } from "../plan";
import {
  type Grid,
  type MergeRecord,
  type Outstanding,
  type TableId,
  type TableReading,
  valueAt,
} from "../sheets";
import { bureausToServe } from "./distribute";
import type { Entry, Incoming } from "./incoming";
import { type ExchangeTable, exchangeTables } from "./tables";

/** The workbook that files are merged into, as read before anything is written. Absent tables are null. */
export interface Target {
  form: Grid | null;
  tasks: Grid | null;
  /** what earlier merges wrote, oldest first */
  records: MergeRecord[];
}

export const LISTED = "；";

type Value = Entry["value"];

/** A value that files offer for a cell, with the files that agree on it. */
export interface Offer {
  value: Value;
  from: { file: string; bureau: string; address: string }[];
}

/**
 * One cell that returned files say something about. `new`: the workbook has nothing there; `changed`: what it has came from
 * the same bureau by an earlier merge; `same`: nothing to do; `conflict`: someone has to decide.
 */
export interface MergeItem {
  id: string;
  state: "new" | "changed" | "same" | "conflict";
  table: TableId;
  key: string;
  /** indicator or task */
  name: string;
  column: string;
  header: string;
  /** what the workbook has; "" for nothing */
  old: Value;
  /** whose earlier merge it came from; none: typed here */
  oldFrom: string[];
  offers: Offer[];
}

/** Everything a merge would do, before it does anything. */
export interface MergeReport {
  files: Incoming[];
  items: MergeItem[];
  /** filled cells for which the workbook has no place, because a sheet or a row is not there */
  unplaced: { sheet: string; keys: string[] }[];
  outstanding: Outstanding[];
}

const itemId = (table: TableId, key: string, column: string): string => `${table}/${key}/${column}`;

export const sameValue = (a: Value, b: Value): boolean =>
  typeof a === "string" && typeof b === "string" ? a.trim() === b.trim() : a === b;

/** The workbook's own cells of one table, by record and column; undefined where it has no such row or column. */
function currentValues(
  grid: Grid | null,
  table: ExchangeTable,
): (key: string, column: string) => Value | undefined {
  const reading: TableReading | null = grid && table.read(grid);
  return (key, column) => {
    const [row, at] = [reading?.rows.get(key), reading?.columns.get(column)];
    return grid && row !== undefined && at !== undefined ? (valueAt(grid, row, at) as Value) : undefined;
  };
}

function offersOf(files: readonly Incoming[]): Map<string, Offer[]> {
  const offers = new Map<string, Offer[]>();
  for (const { file, bureau, entries } of files)
    for (const { table, key, column, value, address } of entries) {
      const id = itemId(table, key, column);
      const list = offers.get(id) ?? [];
      const agreeing = list.find((offer) => sameValue(offer.value, value));
      if (agreeing) agreeing.from.push({ file, bureau, address });
      else list.push({ value, from: [{ file, bureau, address }] });
      offers.set(id, list);
    }
  return offers;
}

/** Which bureaus last put the value that stands there, by the records; none when it was typed since. */
function originOf(records: readonly MergeRecord[], id: string, old: Value): string[] {
  const last = records.filter((r) => itemId(r.table, r.key, r.column) === id).at(-1);
  return last && sameValue(last.value as Value, old) ? last.bureau.split(LISTED) : [];
}

function stateOf(old: Value, oldFrom: string[], offers: Offer[]): MergeItem["state"] {
  const [only, ...others] = offers;
  if (others.length > 0) return "conflict";
  if (sameValue(only!.value, old)) return "same";
  if (old === "") return "new";
  const offering = new Set(only!.from.map(({ bureau }) => bureau));
  return oldFrom.length > 0 && oldFrom.every((bureau) => offering.has(bureau)) ? "changed" : "conflict";
}

/** Bureaus and what they have not reported: an indicator counts as reported once any of its bureaus did. */
function outstandingOf(
  plan: Plan,
  filled: (table: TableId, key: string) => boolean,
  returned: ReadonlySet<string>,
): Outstanding[] {
  const tables = exchangeTables(plan);
  return bureausToServe(plan)
    .map(({ name }): Outstanding => {
      const open = (id: TableId): { key: string; name: string }[] =>
        tables
          .find((table) => table.id === id)!
          .records.filter((r) => r.bureaus.some((b) => canonicalName(b, plan) === name) && !filled(id, r.key))
          .map((r) => ({ key: r.key, name: r.name }));
      return { bureau: name, returned: returned.has(name), indicators: open("form"), tasks: open("tasks") };
    })
    .filter(({ indicators, tasks, returned: has }) => !has || indicators.length + tasks.length > 0);
}

/** Two files of one bureau are named on both. */
function namedTwins(files: readonly Incoming[]): Incoming[] {
  return files.map((one) => {
    const other = files.find((f) => f !== one && !f.refused && !one.refused && f.bureau === one.bureau);
    return other
      ? {
          ...one,
          issues: [{ code: "same-bureau", bureau: one.bureau, other: other.file } as const, ...one.issues],
        }
      : one;
  });
}

/** Compares returned files with the workbook. Writes nothing. */
export function mergeReport(
  plan: Plan,
  target: Target,
  incoming: readonly Incoming[],
  period: string,
): MergeReport {
  const files = namedTwins(incoming);
  const tables = exchangeTables(plan).map((table) => ({
    table,
    current: currentValues(target[table.id], table),
  }));
  const offers = offersOf(files);
  const items = tables.flatMap(({ table, current }) =>
    table.records.flatMap((record) =>
      table.entries.flatMap((column): MergeItem[] => {
        const id = itemId(table.id, record.key, column.id);
        const offered = offers.get(id);
        const old = current(record.key, column.id);
        if (!offered || old === undefined) return [];
        const oldFrom = originOf(target.records, id, old);
        return [
          {
            id,
            state: stateOf(old, oldFrom, offered),
            table: table.id,
            key: record.key,
            name: record.name,
            column: column.id,
            header: column.header,
            old,
            oldFrom,
            offers: offered,
          },
        ];
      }),
    ),
  );
  const unplaced = tables.map(({ table, current }) => ({
    sheet: table.sheetName,
    keys: table.records
      .map(({ key }) => key)
      .filter((key) =>
        table.entries.some(
          ({ id }) => offers.has(itemId(table.id, key, id)) && current(key, id) === undefined,
        ),
      ),
  }));
  const filled = (id: TableId, key: string): boolean => {
    const { table, current } = tables.find((t) => t.table.id === id)!;
    return offers.has(itemId(id, key, table.required)) || (current(key, table.required) ?? "") !== "";
  };
  const returned = new Set([
    ...files.filter((f) => !f.refused).map((f) => f.bureau),
    ...target.records.filter((r) => r.period === period).flatMap((r) => r.bureau.split(LISTED)),
  ]);
  return {
    files,
    items,
    unplaced: unplaced.filter(({ keys }) => keys.length > 0),
    outstanding: outstandingOf(plan, filled, returned),
  };
}
