import { DEFAULT_PARAMETERS, sameValue, STATUSES } from "../assessment";
import { findIndicator, type Plan, samePeriod } from "../plan";
import type { Scalar } from "../grid";
import { isCellRecord, type MergeRecord, perTable, TASK_STATES, tableOf } from "../sheets";
import { isIntact, readCheck, type RowCells } from "./check";
import { type Compared, compareFigures } from "./compare";
import { judged } from "./describe";
import { type Current, type Figure, RECORDED, recordedFigures } from "./figures";
import { type ColumnId, NATURES } from "./kinds";
import { archivedPeriods, historyOf, type Ledger, type LedgerRow, type Ledgers } from "./ledger";

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

/** What rows next to it in the order of archiving, other rows of its record, and of 报告期 all rows, say in the same column. */
function neighbours(row: LedgerRow, { rows }: Ledger): Known {
  const at = rows.indexOf(row);
  const beside = rows.slice(Math.max(0, at - NEAR), at + NEAR);
  const same = rows.filter(({ key }) => key === row.key);
  const of = (id: ColumnId, some: readonly LedgerRow[]): Set<Scalar> =>
    new Set(some.map(({ cells }) => cells[id] ?? ""));
  return {
    ...{ value: of("value", same), words: of("words", same), deadline: of("deadline", same) },
    ...{ period: of("period", rows), time: of("time", beside) },
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

/** 来源 of a row that stands for a deleted one begins with one of these. */
const AGAIN = ["补归档：", RECORDED];
const isAgain = ({ cells }: LedgerRow): boolean =>
  AGAIN.some((words) => String(cells.source ?? "").startsWith(words));

/** The numbers whose rows are gone; none once as many rows were put back. */
function missingFrom({ rows, last, place }: Ledger): number[] {
  if (!place) return [];
  const there = new Set(rows.map(({ number }) => number));
  const missing = Array.from({ length: last }, (_, i) => i + 1).filter((number) => !there.has(number));
  return missing.length > rows.filter(isAgain).length ? missing : [];
}

/** True for a figure of which there is no row, or whose later row is gone: its value is in no row that is left. */
function isLost({ figure, was, standing }: Compared, ledger: Ledger, missing: readonly number[]): boolean {
  if (standing === "first" && !was) return missing.length > 0;
  if (standing !== "revision" || !figure.source.startsWith(RECORDED)) return false;
  const history = historyOf(ledger, was!.period!, was!.key!);
  return (
    missing.some((number) => number > (was!.number ?? Infinity)) &&
    history.every(({ cells }) => !sameValue(cells.value ?? "", figure.value))
  );
}

/**
 * What rows that were deleted may have said: figures that the form shows, or that 汇总记录 has of a period in the ledger, and
 * the ledger has not. To be archived like any others, period by period; one that revised another only where 汇总记录 says that
 * it was archived.
 */
export function lostFigures(
  ledgers: Ledgers,
  records: readonly MergeRecord[],
  now: Current,
  plan: Plan,
): Current[] {
  const missing = perTable(({ id }) => missingFrom(ledgers[id]));
  const lostIn = (all: Current): Figure[] =>
    compareFigures(all, ledgers)
      .filter((one) => isLost(one, ledgers[one.figure.table], missing[one.figure.table]))
      .map(({ figure }) => figure);
  const shown = lostIn(now).map((figure) => ({ ...figure, source: `${AGAIN[0]}${figure.source}` }));
  const isShown = (one: Figure): boolean =>
    shown.some(
      ({ table, key, period }) => table === one.table && key === one.key && samePeriod(period, one.period),
    );
  const archived = records.filter((record) => record.done === "archived");
  const recordedIn = (text: string): Current[] => {
    const sure = recordedFigures(archived, text, plan);
    const likely = recordedFigures(records, text, plan);
    const isFirst = (one: Figure): boolean =>
      compareFigures({ ...likely, figures: [one] }, ledgers)[0]?.was === undefined;
    const revised = lostIn(sure).filter((one) => !isFirst(one));
    const figures = [...lostIn(likely).filter(isFirst), ...revised].filter((one) => !isShown(one));
    return figures.length > 0 ? [{ ...likely, parameters: now.parameters, figures }] : [];
  };
  return [
    ...(shown.length > 0 ? [{ ...now, figures: shown, others: [] }] : []),
    ...archivedPeriods(ledgers).flatMap(({ text }) => recordedIn(text)),
  ];
}
