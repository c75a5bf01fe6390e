import { type Period, shownPeriod } from "../plan";
import type { Cell } from "../grid";
import type { PerTable } from "../sheets";
import { type RowCells, timeWords } from "./check";
import type { LedgerIssue } from "./issues";
import { type ColumnId, type LedgerKind, NATURES } from "./kinds";

/** A row of a ledger. It counts where its period and its record are known and the plan is this one. */
export interface LedgerRow {
  /** on the sheet, from 0; null: not there yet */
  row: number | null;
  cells: RowCells;
  /** in the order of archiving; null for one that was typed */
  number: number | null;
  period: Period | null;
  /** of the plan's record: indicator code or task number; null where the plan has none such */
  key: string | null;
  /** as archived; changed since; typed by someone; of another plan */
  state: "intact" | "edited" | "typed" | "foreign";
}

/** Where a ledger stands on its sheet, from 0. */
export interface LedgerPlace {
  header: number;
  columns: ReadonlyMap<ColumnId, number>;
  /** what stands in the header 校验码 */
  count: Cell;
  /** the first row below all that stands on the sheet */
  bottom: number;
}

/** One ledger as read. Nothing changes it: what is archived gives another one. */
export interface Ledger {
  kind: LedgerKind;
  /** null: the sheet is not there */
  place: LedgerPlace | null;
  /** oldest first: what was typed, then in the order of archiving */
  rows: readonly LedgerRow[];
  /** the number of the last row that was archived, there or not */
  last: number;
  /** what is odd about it, each with where and what to do */
  issues: readonly LedgerIssue[];
  /** the rows that count, oldest first, by period and record */
  index: ReadonlyMap<string, readonly LedgerRow[]>;
}

export type Ledgers = PerTable<Ledger>;

const placeIn = ({ year, month }: Period, key: string): string => `${year}-${month}/${key}`;

export function indexOf(rows: readonly LedgerRow[]): Map<string, LedgerRow[]> {
  const index = new Map<string, LedgerRow[]>();
  for (const row of rows) {
    if (row.period === null || row.key === null || row.state === "foreign") continue;
    const place = placeIn(row.period, row.key);
    const known = index.get(place);
    if (known) known.push(row);
    else index.set(place, [row]);
  }
  return index;
}

/** A record's rows of one period, oldest first. */
export const historyOf = ({ index }: Ledger, period: Period, key: string): readonly LedgerRow[] =>
  index.get(placeIn(period, key)) ?? [];

/** The row that counts of a record in a period. */
export const latestOf = (ledger: Ledger, period: Period, key: string): LedgerRow | undefined =>
  historyOf(ledger, period, key).at(-1);

/** The ledger with rows more, below the others; the given one stays. */
export function withRows(ledger: Ledger, added: readonly LedgerRow[]): Ledger {
  if (added.length === 0) return ledger;
  const rows = [...ledger.rows, ...added];
  return { ...ledger, rows, last: added.at(-1)!.number ?? ledger.last, index: indexOf(rows) };
}

/** A period of which something is archived. */
export interface ArchivedPeriod {
  period: Period;
  /** as it was written last */
  text: string;
  /** indicators and tasks that have a row */
  records: PerTable<number>;
  /** rows that revised another */
  revisions: number;
  /** 归档时间 of its last row */
  time: string;
}

export const monthsOf = ({ year, month }: Period): number => year * 12 + month;

const known = new WeakMap<Ledgers, ArchivedPeriod[]>();

/** All periods of which something is archived, the latest first: the list 往期. */
export function archivedPeriods(ledgers: Ledgers): readonly ArchivedPeriod[] {
  if (!known.has(ledgers)) known.set(ledgers, periodsOf(ledgers));
  return known.get(ledgers)!;
}

function periodsOf(ledgers: Ledgers): ArchivedPeriod[] {
  const periods = new Map<number, ArchivedPeriod>();
  for (const { kind, index } of Object.values(ledgers))
    for (const rows of index.values()) {
      const { period, cells } = rows.at(-1)!;
      const [at, text, time] = [monthsOf(period!), shownPeriod(cells.period), timeWords(cells.time)];
      const known = periods.get(at) ?? {
        period: period!,
        text,
        records: { form: 0, tasks: 0 },
        revisions: 0,
        time,
      };
      known.records[kind.table]++;
      known.revisions += rows.filter(({ cells: { nature } }) => nature === NATURES.revised).length;
      if (time >= known.time) Object.assign(known, { text, time });
      periods.set(at, known);
    }
  return [...periods].sort(([a], [b]) => b - a).map(([, period]) => period);
}
