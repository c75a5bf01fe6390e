import { type Parameters, statusOf, STATUSES } from "../assessment";
import { archivedPeriods, followingPeriods, latestOf, type Ledgers, monthsOf } from "../ledger";
import { fold } from "../text";
import { findIndicator, parsePeriod, type Period, type Plan, readPeriod, samePeriod } from "../plan";
import type { Scalar } from "../grid";
import { hasPassed, readDeadline, stateOf, type TableId } from "../sheets";

/** Whether a record was behind in a period, by the plan as it is now; null where nothing says so. */
function wasBehind(
  table: TableId,
  key: string,
  { value = "", deadline = "" }: { value?: Scalar; deadline?: Scalar },
  period: Period,
  parameters: Parameters,
  plan: Plan,
): boolean | null {
  if (value === "") return null;
  if (table === "form") {
    const found = findIndicator(key, plan);
    return found.ok ? STATUSES[statusOf(found.value, period, plan, parameters)(value)].lagging : null;
  }
  const state = stateOf(value);
  const due = readDeadline(deadline);
  const late = state !== "已完成" && due.kind === "date" && hasPassed(due.end, period);
  return state === "滞后" || late;
}

/** Months from each of the periods to the next; the fewest. */
const fewest = (months: readonly number[]): number =>
  Math.min(...months.slice(1).map((later, i) => Math.abs(later - months[i]!)));

/**
 * True for two periods of which one comes right after the other: by the step that the words of the first say, or by another
 * that is called so: after 2022年 comes 2023年上半年, but after 四季度 no 二季度, though both end in June. Months alone
 * may stand for quarters or halves: they follow each other by the fewest months that lie between any two.
 */
function follow(before: string, next: string, step: number, plan: Plan): boolean {
  const [likely = "", ...others] = followingPeriods(before, [], plan);
  if (samePeriod(likely, next) || others.some((other) => fold(other) === fold(next))) return true;
  const [from, nearest, to] = [before, likely, next].map((text) => {
    const read = readPeriod(text);
    return read.ok ? monthsOf(read.value) : NaN;
  });
  return nearest! - from! === 1 && step < 12 && to! - from! === step;
}

/**
 * 连续滞后期数 of a record that is behind now: this period, and the archived ones right before it in which it was behind
 * too. A period that was not archived ends the row, so that nobody is pressed for what is not known.
 * @param now 报告期 as the form says it
 */
export function streakOf(
  table: TableId,
  key: string,
  now: string,
  ledgers: Ledgers,
  parameters: Parameters,
  plan: Plan,
): number {
  const read = parsePeriod(now, plan);
  if (!read.ok) return 1;
  const archived = archivedPeriods(ledgers).filter(({ period }) => monthsOf(period) < monthsOf(read.value));
  let [streak, next] = [1, now];
  const step = fewest([monthsOf(read.value), ...archived.map(({ period }) => monthsOf(period))]);
  for (const { period, text } of archived) {
    const cells = latestOf(ledgers[table], period, key)?.cells;
    if (!cells || !parsePeriod(text, plan).ok) continue;
    if (!follow(text, next, step, plan) || wasBehind(table, key, cells, period, parameters, plan) !== true)
      break;
    [streak, next] = [streak + 1, text];
  }
  return streak;
}
