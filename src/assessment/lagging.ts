import { canonicalName, type Indicator, type Period, type Plan } from "../plan";
import { assess, type Assessment } from "./reason";
import { type Parameters, STATUSES } from "./status";

/** One entry with what it is judged to be; `row` is whatever the caller came with. */
export interface Assessed<T> {
  row: T;
  indicator: Indicator;
  assessment: Assessment;
}

/** The lagging entries, worst first: 严重滞后 before 滞后, then by points behind, then in the given order. */
export function laggingRows<T extends { indicator: Indicator; actual: unknown }>(
  rows: readonly T[],
  period: Period,
  plan: Plan,
  parameters: Parameters,
): Assessed<T>[] {
  return rows
    .map((row) => ({
      row,
      indicator: row.indicator,
      assessment: assess(row.indicator, row.actual, period, plan, parameters),
    }))
    .filter(({ assessment }) => STATUSES[assessment.status].lagging)
    .sort(
      (a, b) =>
        STATUSES[b.assessment.status].rank - STATUSES[a.assessment.status].rank ||
        (a.assessment.points ?? 0) - (b.assessment.points ?? 0),
    );
}

/** Groups by responsible bureau under its canonical name, in order of first appearance; a joint indicator appears under each. */
export function byBureau<T extends { indicator: Pick<Indicator, "bureaus"> }>(
  rows: readonly T[],
  plan: Plan,
): { bureau: string; rows: T[] }[] {
  const groups = new Map<string, T[]>();
  for (const row of rows)
    for (const name of new Set(row.indicator.bureaus.map((bureau) => canonicalName(bureau, plan))))
      groups.set(name, [...(groups.get(name) ?? []), row]);
  return [...groups].map(([bureau, members]) => ({ bureau, rows: members }));
}
