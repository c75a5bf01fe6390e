import type { Plan } from "../plan";
import type { Grid } from "../grid";
import { FORM, type MergeRecord, perTable, type PerTable, RECORDS, TABLES } from "../sheets";
import { type Held, type Report, reportOf } from "../report";
import {
  type Current,
  currentOf,
  type Ledger,
  LEDGERS,
  type LedgerRow,
  type Ledgers,
  ledgerWrite,
  readLedger,
  type Restoration,
  type Showing,
  withGone,
} from "../ledger";
import { heldOf, type Tables, tablesIn } from "./check";
import { formulasOf, View } from "./find";
import { CommandError } from "./issues";
import { forgetKept, type Kept, type KeptSheet, type OpenKept } from "./kept";
import { blocksOf, placeHeads, placeRestored, placeShown } from "./ledger-cells";
import { type Change, isNothing, queueChange, undoChange } from "./ledger-change";
import { run } from "./run";
import { syncOrUndo } from "./undo";

/** All that a workbook says of its periods: what is filled in, and what is kept. */
export interface Periods {
  held: Held;
  report: Report;
  ledgers: Ledgers;
  records: readonly MergeRecord[];
  /** what is filled in. @param period absent: of the form's own; else of the one that it is known to be of */
  current: (period?: string) => Current;
}

/** What a decision wants written; all of it or nothing. */
export interface PeriodsWrite {
  rows?: PerTable<readonly LedgerRow[]>;
  showing?: Showing | null;
  restorations?: PerTable<readonly Restoration[]>;
}

/** Of thousands of rows, and so read once for as long as the sheet stays as it is. */
const read = new WeakMap<Grid, { plan: Plan; name: string; ledger: Ledger }>();

function ledgerOf(id: keyof PerTable<unknown>, kept: KeptSheet | null, plan: Plan): Ledger {
  const kind = LEDGERS[id];
  if (!kept) return readLedger(null, kind, plan);
  const known = read.get(kept.grid);
  if (known?.plan === plan && known.name === kept.name) return known.ledger;
  const ledger = readLedger(kept.grid, { ...kind, name: kept.name }, plan);
  const { place } = ledger;
  const placed = place
    ? { ...ledger, place: { ...place, bottom: Math.max(place.bottom, kept.bottom) } }
    : ledger;
  read.set(kept.grid, { plan, name: kept.name, ledger: placed });
  return placed;
}

let last: Ledgers | undefined;

/** The same object for as long as nothing has changed. */
function ledgersOf(kept: Kept, records: readonly MergeRecord[], plan: Plan): Ledgers {
  const found = perTable(({ id }) => ledgerOf(id, kept[id], plan));
  const ledgers = withGone(
    found,
    records,
    perTable(({ id }) => kept.gone?.includes(id) ?? false),
  );
  const isSame = last !== undefined && TABLES.every(({ id }) => last![id] === ledgers[id]);
  return (last = isSame ? last! : ledgers);
}

/** Null where there is neither form nor tasks. */
export function periodsIn(held: Held, kept: Kept, plan: Plan): Periods | null {
  // what the ledgers say of the figures is none of the audit that lets them into the ledgers
  const { report } = reportOf(held, plan);
  if (!report) return null;
  const records = RECORDS.read(kept.records?.grid ?? null, plan);
  return {
    ...{ held, report, records },
    ledgers: ledgersOf(kept, records, plan),
    current: (period) => currentOf(held, report, records, period),
  };
}

/** What a view of all kinds and of what is kept shows. @throws CommandError when there is neither form nor tasks */
export async function periodsOf(
  view: View,
  plan: Plan,
): Promise<{ tables: Tables; kept: Kept<OpenKept>; periods: Periods }> {
  const tables = await tablesIn(view, plan);
  const kept = (await view.kept()) as Kept<OpenKept>;
  const periods = periodsIn(heldOf(tables), kept, plan);
  if (!periods) throw new CommandError({ code: "no-form", sheet: FORM.name });
  return { tables, kept, periods };
}

/**
 * Reads form, tasks and what is kept, and writes what is decided on it. One reading, one writing request.
 * @param decide what is to be written, and what is told; called once
 * @returns what is told, once it is written
 * @throws CommandError when there is neither form nor tasks, or Excel refuses: then the workbook is as before
 */
export const onPeriods = <T>(
  plan: Plan,
  decide: (periods: Periods) => { write?: PeriodsWrite; told: T },
  signal?: AbortSignal,
): Promise<T> =>
  run(async (context) => {
    const view = await View.of(context, { kinds: TABLES, kept: { remembered: false } }, signal);
    const { tables, kept, periods } = await periodsOf(view, plan);
    const { write = {}, told } = decide(periods);
    const { rows, showing, restorations } = write;
    const appends = TABLES.flatMap(({ id }) => {
      const append = ledgerWrite(periods.ledgers[id], rows?.[id] ?? []);
      return append ? [{ write: append, sheet: kept[id]?.sheet ?? null }] : [];
    });
    const cells = [
      ...placeShown(tables, showing?.cells ?? []),
      ...placeHeads(tables, showing?.heads ?? []),
      ...TABLES.flatMap(({ id }) => placeRestored(kept[id], restorations?.[id] ?? [])),
    ];
    const change: Change = { appends, blocks: blocksOf(cells), names: formulasOf(view.names) };
    if (isNothing(change)) return told;
    if (view.structureLocked && appends.some(({ sheet }) => sheet === null))
      throw new CommandError({ code: "workbook-protected" });
    queueChange(context, change);
    await syncOrUndo(context, undoChange(change)).finally(() => forgetKept());
    return told;
  });
