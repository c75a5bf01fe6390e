import { DEFAULT_PARAMETERS, STATUSES } from "../assessment";
import { findIndicator, type Plan, samePeriod } from "../plan";
import type { Scalar } from "../grid";
import { isCellRecord, type MergeRecord, TASK_STATES, tableOf } from "../sheets";
import { isIntact, readCheck, type RowCells } from "./check";
import { compareFigures } from "./compare";
import { judged } from "./describe";
import { type Current, recordedFigures } from "./figures";
import { type ColumnId, NATURES } from "./kinds";
import { archivedPeriods, type Ledger, type LedgerRow, type Ledgers } from "./ledger";

/** A cell of a ledger that was edited, and what it said when it was archived: its 校验码 proves it. */
export interface Restoration {
  sheet: string;
  /** from 0 */
  row: number;
  column: number;
  header: string;
  was: Scalar;
  value: Scalar;
}

/** So many rows before and after. */
const NEAR = 50;
/** Of more edited rows than these nothing is looked for: then the whole sheet was changed. */
const MOST_EDITED = 100;

type Known = Partial<Record<ColumnId, Iterable<Scalar>>>;

/** What 汇总记录 says was once written for a row's record in its period. */
function recorded(row: LedgerRow, { kind }: Ledger, records: readonly MergeRecord[]): Known {
  const { required, explains } = tableOf(kind.table);
  const of = (column: string): Scalar[] =>
    records.flatMap((record) =>
      isCellRecord(record) &&
      record.table === kind.table &&
      record.key === row.key &&
      record.column === column &&
      samePeriod(record.period, row.cells.period) &&
      typeof record.value !== "object"
        ? [record.value]
        : [],
    );
  return { value: of(required), words: of(explains.id) };
}

/** What the plan says of the row as it stands. */
function planned({ cells, key }: LedgerRow, plan: Plan): Known {
  const text = (id: ColumnId): string => String(cells[id] ?? "");
  const indicator = findIndicator(key ?? text("key"), plan);
  const task = plan.tasks.find(({ number }) => String(number) === key);
  const told: RowCells = indicator.ok
    ? judged(indicator.value, cells.value ?? "", text("period"), DEFAULT_PARAMETERS, plan)
    : task
      ? { key: task.number, name: task.text, bureaus: task.responsible }
      : {};
  return {
    ...Object.fromEntries(Object.entries(told).map(([id, cell]) => [id, [cell]])),
    status: [...Object.values(STATUSES).map(({ word }) => word), ""],
    key: [...plan.index.indicators.values()].flat().map(({ code }) => code),
    nature: Object.values(NATURES),
    ...(task && { value: TASK_STATES }),
  };
}

/** What rows next to it in the order of archiving, and other rows of its record, say in the same column. */
function neighbours(row: LedgerRow, { rows }: Ledger): Known {
  const at = rows.indexOf(row);
  const beside = rows.slice(Math.max(0, at - NEAR), at + NEAR);
  const same = rows.filter(({ key }) => key === row.key);
  const of = (id: ColumnId, some: readonly LedgerRow[]): Set<Scalar> =>
    new Set(some.map(({ cells }) => cells[id] ?? ""));
  return {
    ...{ value: of("value", same), words: of("words", same), deadline: of("deadline", same) },
    ...{ period: of("period", same), time: of("time", beside) },
    ...{ source: of("source", beside), reason: of("reason", beside) },
  };
}

function restorationOf(
  row: LedgerRow,
  ledger: Ledger,
  records: readonly MergeRecord[],
  now: Current,
  plan: Plan,
): Restoration | null {
  const { kind, place } = ledger;
  const check = readCheck(row.cells.check);
  if (!check || !place) return null;
  const figure = now.figures.find(
    ({ table, key, period }) =>
      table === kind.table && key === row.key && samePeriod(period, row.cells.period),
  );
  const shown: Known = figure ? { value: [figure.value], words: [figure.words ?? ""] } : {};
  const blank: Known = Object.fromEntries(kind.columns.map(({ id }) => [id, [""]]));
  const sources = [shown, recorded(row, ledger, records), planned(row, plan), neighbours(row, ledger), blank];
  for (const { id, header } of kind.columns)
    for (const known of sources)
      for (const value of known[id] ?? [])
        if (isIntact(check, { ...row.cells, [id]: value }, kind))
          return {
            ...{ sheet: kind.name, row: row.row!, column: place.columns.get(id)!, header },
            ...{ was: row.cells[id] ?? "", value },
          };
  return null;
}

/**
 * What edited rows said before, where one cell of each was changed and what it said is known: from the form, 汇总记录, the
 * plan or other rows. Only what the row's 校验码 proves is given.
 */
export const restorations = (
  ledger: Ledger,
  records: readonly MergeRecord[],
  now: Current,
  plan: Plan,
): Restoration[] =>
  ledger.rows
    .filter(({ state, row }) => state === "edited" && row !== null)
    .slice(0, MOST_EDITED)
    .flatMap((row) => restorationOf(row, ledger, records, now, plan) ?? []);

/**
 * What rows that were deleted may have said: figures that 汇总记录 has of a period in the ledger, and the ledger has not. To be
 * archived like any others, period by period.
 */
export function lostFigures(ledgers: Ledgers, records: readonly MergeRecord[], plan: Plan): Current[] {
  return archivedPeriods(ledgers).flatMap(({ text }): Current[] => {
    const all = recordedFigures(records, text, plan);
    const lost = compareFigures(all, ledgers).filter(({ standing, was }) => standing === "first" && !was);
    return lost.length > 0 ? [{ ...all, figures: lost.map(({ figure }) => figure) }] : [];
  });
}
