import { isBlank } from "../text";
import { type Plan, readPeriod, samePeriod } from "../plan";
import { type Current, latestOf, type Ledger, type Ledgers, sameLastYear } from "../ledger";
import { type Cell, cellAddress, formatAt, type Grid, mergedAt, type Scalar, valueAt } from "../grid";
import { FORM, type MergeRecord, type Outstanding, type PerTable, type TableId } from "../sheets";
import type { Incoming } from "./incoming";
import { type KeptIn, readLedgers } from "./given";
import { cellId, has, isRefused, isReplaced, linesAbout, LISTED, type Offer, offersOf } from "./offers";
import { outstandingOf } from "./outstanding";
import { type EntryColumn, type EntryKind, type ExchangeTable, exchangeTables } from "./tables";
import { sameValue, standingValue, told, type Value } from "./values";

/** The workbook that files are merged into, as read before anything is written. Absent tables are null. */
export interface Target extends PerTable<Grid | null>, KeptIn {
  /** what earlier merges wrote and were told, oldest first */
  records: MergeRecord[];
}

/**
 * One cell that returned files say something about. `new`: the workbook has nothing there; `changed`: what it has came from
 * the same bureau by an earlier merge; `same`: nothing to do; `conflict`: someone has to decide, also about a value that was
 * replaced since; `held`: the audit finds
 * 强制 in it, so someone has to decide; `decided`: someone has, against what the files say.
 */
export interface MergeItem {
  id: string;
  /** of the ledger into which it goes; absent: it goes onto the sheets */
  period?: string;
  state: "new" | "changed" | "same" | "conflict" | "held" | "decided";
  table: TableId;
  key: string;
  /** indicator or task */
  name: string;
  column: string;
  header: string;
  kind: EntryKind;
  /** what the workbook has; "" for nothing */
  old: Value;
  /** the very content of its cell */
  was: Cell;
  /** whose earlier merge it came from; none: typed here */
  oldFrom: string[];
  offers: Offer[];
  /** the number format that a written value is shown in */
  format: string;
}

/** Filled cells for which the workbook has no place. */
export interface Unplaced {
  sheet: string;
  keys: string[];
  /** the merged cell that covers their places; absent: sheet, rows or columns are not there */
  covered?: { address: string; master: string };
}

/** Everything a merge would do, before it does anything. */
export interface MergeReport {
  files: Incoming[];
  items: MergeItem[];
  /** what goes into the ledgers, by period */
  past: PastReport[];
  ledgers: Ledgers;
  /** 容差 and 红线 as the form's head says, for 状态 of what goes into the ledgers */
  parameters: Current["parameters"];
  unplaced: Unplaced[];
  outstanding: Outstanding[];
  /** what earlier merges wrote and were told */
  records: MergeRecord[];
}

/** What files of one other period would bring into the ledgers. */
export interface PastReport {
  period: string;
  files: Incoming[];
  items: MergeItem[];
}

/** A cell of the workbook: what it says, or what covers it. */
type Standing = { value: Value; was: Cell } | { covered: { address: string; master: string } };

/** The workbook's own cells of one table, by record and column; undefined where it has no such row or column. */
function standingCells(
  grid: Grid | null,
  table: ExchangeTable,
): (key: string, column: EntryColumn) => Standing | undefined {
  const reading = grid && table.read(grid);
  return (key, { id }) => {
    const [row, at] = [reading?.rows.get(key), reading?.columns.get(id)];
    if (!grid || row === undefined || at === undefined) return undefined;
    const merge = mergedAt(grid, row, at);
    if (merge.row !== row || merge.column !== at)
      return { covered: { address: cellAddress(row, at), master: cellAddress(merge.row, merge.column) } };
    const was = valueAt(grid, row, at) as Cell;
    return { value: standingValue(table.kindOf(key, id), was, formatAt(grid, row, at)), was };
  };
}

/** Which bureaus last put the value that stands there, by the records; none when it was typed since. */
function originOf(lines: ReturnType<typeof linesAbout>, kind: EntryKind, old: Value): string[] {
  const last = lines.filter(({ done }) => done === "written").at(-1);
  const said = (value: Value): Value => told(kind, value);
  return last && sameValue(said(last.value as Value), said(old)) ? last.bureau.split(LISTED) : [];
}

function stateOf(
  old: Value,
  oldFrom: readonly string[],
  offers: readonly Offer[],
  { refused, replaced }: Record<"refused" | "replaced", (offer: Offer) => boolean>,
): MergeItem["state"] {
  const standing = offers.filter((offer) => has(old, offer) || !refused(offer));
  const [only, ...others] = standing.filter((offer) => !has(old, offer));
  if (!only) return standing.length === offers.length ? "same" : "decided";
  if (others.length > 0 || standing.length > 1) return "conflict";
  if (only.held.length > 0) return "held";
  if (old === "") return "new";
  const offering = new Set(only.from.map(({ bureau }) => bureau));
  const theirs = oldFrom.length > 0 && oldFrom.every((bureau) => offering.has(bureau));
  return theirs && !replaced(only) ? "changed" : "conflict";
}

/** Two files of one bureau are named on both. */
function namedTwins(files: readonly Incoming[]): Incoming[] {
  const counts = (file: Incoming): boolean => !file.refused && !file.leftOut;
  return files.map((one) => {
    const other = files.find(
      (f) =>
        f !== one && counts(f) && counts(one) && f.bureau === one.bureau && samePeriod(f.period, one.period),
    );
    return other
      ? {
          ...one,
          issues: [{ code: "same-bureau", bureau: one.bureau, other: other.file } as const, ...one.issues],
        }
      : one;
  });
}

/** The bureaus that a file of this period has come from, now or before. */
const returnedBureaus = (files: readonly Incoming[], records: readonly MergeRecord[], period: string) =>
  new Set([
    ...files.filter((f) => !f.refused && !f.past).map((f) => f.bureau),
    ...records.filter((r) => samePeriod(r.period, period)).flatMap((r) => r.bureau.split(LISTED)),
  ]);

interface Compared {
  table: ExchangeTable;
  standing: (key: string, column: EntryColumn) => Standing | undefined;
}

/** What is archived in a period, as the cells of its form would show it. */
function archivedCells(ledgers: Ledgers, { id, required, explains }: ExchangeTable, period: string) {
  const read = readPeriod(period);
  return (key: string, column: EntryColumn): Standing | undefined => {
    const ledger: Ledger | undefined = ledgers[id];
    if (!read.ok || !ledger) return undefined;
    const [own, before] = [read.value, sameLastYear(read.value)].map(
      (at) => latestOf(ledger, at, key)?.cells,
    );
    const said: Record<string, Scalar | undefined> = {
      [required]: own?.value,
      [explains.id]: own?.words,
      previous: before?.value,
      deadline: own?.deadline,
    };
    const value = said[column.id] ?? "";
    return { value, was: value };
  };
}

/** What was archived of a period tells of it like what was written. */
const ofPast = (records: readonly MergeRecord[], period: string): MergeRecord[] =>
  records
    .filter((record) => samePeriod(record.period, period))
    .map((record) => (record.done === "archived" ? { ...record, done: "written" } : record));

/** Compares files of other periods with the ledgers. */
function pastReports(
  plan: Plan,
  files: readonly Incoming[],
  ledgers: Ledgers,
  records: readonly MergeRecord[],
): PastReport[] {
  const past = files.filter((file) => file.past && !file.refused);
  const periods = past
    .map(({ period }) => period)
    .filter((period, i, all) => all.findIndex((one) => samePeriod(one, period)) === i);
  return periods.map((period) => {
    const own = past.filter((file) => samePeriod(file.period, period));
    const offers = offersOf(own);
    const items = exchangeTables(plan).flatMap((table) =>
      itemsOf(
        { table, standing: archivedCells(ledgers, table, period) },
        offers,
        ofPast(records, period),
        period,
      ),
    );
    return {
      period,
      files: own,
      items: items.map((item) => ({ ...item, id: `${period}/${item.id}`, period })),
    };
  });
}

function itemsOf(
  { table, standing }: Compared,
  offers: Map<string, Offer[]>,
  records: MergeRecord[],
  period: string,
) {
  return table.records.flatMap((record) =>
    table.entries.flatMap((column): MergeItem[] => {
      const { id: columnId, header } = column;
      const kind = table.kindOf(record.key, columnId);
      const id = cellId(table.id, record.key, columnId);
      const offered = offers.get(id);
      const cell = offered && standing(record.key, column);
      if (!offered || !cell || "covered" in cell) return [];
      const lines = linesAbout(records, id);
      const { value: old, was } = cell;
      const oldFrom = originOf(lines, kind, old);
      const ofPeriod = lines.filter((line) => samePeriod(line.period, period));
      const before = {
        refused: (offer: Offer): boolean => isRefused(ofPeriod, kind, offer),
        replaced: (offer: Offer): boolean => isReplaced(ofPeriod, kind, offer),
      };
      return [
        {
          id,
          state: stateOf(old, oldFrom, offered, before),
          ...{ table: table.id, key: record.key, name: record.name, column: columnId, header, kind },
          ...{ old, was, oldFrom, offers: offered, format: table.formatOf(record.key, columnId) },
        },
      ];
    }),
  );
}

/** Rows that are not there are told together, covered cells one by one. */
function unplacedOf({ table, standing }: Compared, offers: Map<string, Offer[]>): Unplaced[] {
  const offered = (key: string, { id }: EntryColumn): boolean => offers.has(cellId(table.id, key, id));
  const gone = table.records.filter(({ key }) =>
    table.entries.some((column) => offered(key, column) && standing(key, column) === undefined),
  );
  const covered = table.records.flatMap(({ key }) =>
    table.entries.flatMap((column): Unplaced[] => {
      const cell = offered(key, column) ? standing(key, column) : undefined;
      return cell && "covered" in cell
        ? [{ sheet: table.sheetName, keys: [key], covered: cell.covered }]
        : [];
    }),
  );
  const keys = gone.map(({ key }) => key);
  return keys.length > 0 ? [{ sheet: table.sheetName, keys }, ...covered] : covered;
}

/** Compares returned files with the workbook. Writes nothing. */
export function mergeReport(
  plan: Plan,
  target: Target,
  incoming: readonly Incoming[],
  period: string,
): MergeReport {
  const files = namedTwins(incoming);
  const tables = exchangeTables(plan).map((table): Compared => ({
    table,
    standing: standingCells(target[table.id], table),
  }));
  const offers = offersOf(files.filter(({ past }) => !past));
  const ledgers = readLedgers(target, plan);
  const head = target.form && FORM.read(target.form, plan);
  const filled = (id: TableId, key: string): boolean => {
    const { table, standing } = tables.find((one) => one.table.id === id)!;
    const required = table.entries.find((column) => column.id === table.required)!;
    const cell = standing(key, required);
    const offered = offers.get(cellId(id, key, required.id)) ?? [];
    return offered.some(({ held }) => held.length === 0) || (cell && "value" in cell && !isBlank(cell.value))
      ? true
      : false;
  };
  return {
    files,
    items: tables.flatMap((table) => itemsOf(table, offers, target.records, period)),
    past: pastReports(plan, files, ledgers, target.records),
    ledgers,
    parameters: [head?.tolerance ?? "", head?.redline ?? ""],
    unplaced: tables.flatMap((table) => unplacedOf(table, offers)),
    outstanding: outstandingOf(plan, filled, returnedBureaus(files, target.records, period)),
    records: target.records,
  };
}
