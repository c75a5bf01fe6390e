import type { Periods, PeriodsWrite } from "../excel/ledger";
import {
  archiveOf,
  type Current,
  indexOf,
  type Ledger,
  type LedgerRow,
  type Ledgers,
  lostFigures,
  type Restoration,
  restorations,
  withArchive,
} from "../ledger";
import { type Plan, readPeriod } from "../plan";
import { perTable, type PerTable } from "../sheets";

/** What of the ledgers was edited or deleted, and can be proved or found again. */
export interface Mendable {
  restorations: PerTable<Restoration[]>;
  /** by period */
  lost: Current[];
  /** once the edited rows say again what they said */
  ledgers: Ledgers;
}

/** The ledger with edited cells as they were. */
function restored(ledger: Ledger, edited: readonly Restoration[], plan: Plan): Ledger {
  const { kind, place } = ledger;
  const ids = new Map([...(place?.columns ?? [])].map(([id, column]) => [column, id]));
  const byRow = new Map(edited.map((one) => [one.row, one]));
  const rows = ledger.rows.map((row): LedgerRow => {
    const one = row.row === null ? undefined : byRow.get(row.row);
    if (!one) return row;
    const cells = { ...row.cells, [ids.get(one.column)!]: one.value };
    const period = readPeriod(cells.period);
    return {
      ...row,
      ...{ cells, state: "intact", period: period.ok ? period.value : null },
      key: kind.recordOf(String(cells.key ?? ""), String(cells.name ?? ""), plan),
    };
  });
  return { ...ledger, rows, index: indexOf(rows) };
}

export function mendable({ ledgers, records, current }: Periods, plan: Plan): Mendable {
  const has = (code: string): boolean =>
    Object.values(ledgers).some(({ issues }) => issues.some((issue) => issue.code === code));
  if (!has("edited") && !has("deleted")) return { restorations: perTable(() => []), lost: [], ledgers };
  const found = perTable(({ id }) => restorations(ledgers[id], records, current(), plan));
  const whole = perTable(({ id }) => restored(ledgers[id], found[id], plan));
  const lost = has("deleted") ? lostFigures(whole, records, current(), plan) : [];
  return { restorations: found, lost, ledgers: whole };
}

/** What mends it: edited cells as they were, and rows for what is gone. */
export function mending(
  work: Periods,
  time: string,
  plan: Plan,
): { write: PeriodsWrite; edited: number; again: number } {
  const { restorations: edited, lost, ledgers } = mendable(work, plan);
  const rows: PerTable<LedgerRow[]> = perTable(() => []);
  let now = ledgers;
  for (const current of lost) {
    const archive = archiveOf(
      current,
      now,
      { time, cleanOnly: true, confirmed: true, reason: "恢复误删的行" },
      plan,
    );
    now = withArchive(now, archive);
    for (const [id, some] of Object.entries(archive.rows)) rows[id as keyof typeof rows].push(...some);
  }
  const count = (all: PerTable<readonly unknown[]>): number => all.form.length + all.tasks.length;
  return { write: { rows, restorations: edited }, edited: count(edited), again: count(rows) };
}
