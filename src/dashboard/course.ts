import { statusOf } from "../assessment";
import { archivedPeriods, latestOf, type Ledgers, monthsOf } from "../ledger";
import { indicatorsOf, parsePeriod } from "../plan";
import { SCHEDULE, scheduleClassOf, type Summary } from "../summary";

/** How many indicators were in each class in one period. */
export interface CourseLine {
  period: string;
  /** by class, the best first */
  counts: readonly number[];
}

const count = (summary: Summary, ids: readonly (string | null)[]): number[] =>
  SCHEDULE.classes(summary.final).map((one) => ids.filter((id) => id === one.id).length);

/** The periods that are archived and this one, oldest first, each judged by the plan as it is now. */
export function courseLines(summary: Summary, ledgers: Ledgers): CourseLine[] {
  const { plan, parameters, indicators, end, period } = summary;
  const before = archivedPeriods(ledgers).filter((one) => monthsOf(one.period) < monthsOf(end));
  const archived = before.reverse().flatMap((one): CourseLine[] => {
    if (!parsePeriod(one.text, plan).ok) return [];
    const ids = indicatorsOf(plan).flatMap((indicator) => {
      const value = latestOf(ledgers.form, one.period, indicator.code)?.cells.value ?? "";
      return value === "" ? [] : [scheduleClassOf(statusOf(indicator, one.period, plan, parameters)(value))];
    });
    return ids.length === 0 ? [] : [{ period: one.text, counts: count(summary, ids) }];
  });
  if (indicators === null) return archived;
  return [
    ...archived,
    {
      period,
      counts: count(
        summary,
        indicators.map(({ status }) => scheduleClassOf(status)),
      ),
    },
  ];
}
