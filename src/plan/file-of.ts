import { meaningsOf } from "./meaning";
import { allSectionsOf, type Indicator, type Plan } from "./plan";
import { baseVersion } from "./supplement";
import type { IndicatorFile, PlanFile } from "./schema";

const stated = <K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: T };

const DIGITS = 6;

/** How far from its middle a range reaches, percent; undefined where the printed target says the range itself. */
function withinOf({ type, target, name, unit }: Indicator): number | undefined {
  const { text, notation } = target;
  if (type !== "range" || notation.kind !== "range") return undefined;
  const { from, to } = notation;
  const isPrinted = meaningsOf(text, { name, unit }).some(
    (way) => way.notation.kind === "range" && way.notation.from === from && way.notation.to === to,
  );
  return isPrinted ? undefined : Number(((100 * (to - from)) / Math.abs(to + from)).toFixed(DIGITS));
}

const indicatorFile = (indicator: Indicator): IndicatorFile => {
  const { code, number, label, name, unit, baseline, target, type, direction, whole, decimals } = indicator;
  const { lead, attribute, partOf, note, min = null, max = null, responsible, milestones } = indicator;
  return {
    ...{ code, number, label, baseline: baseline.text, target: target.text, type, direction },
    ...stated("unit", name === label ? unit : undefined),
    ...stated("within", withinOf(indicator)),
    ...{ min, max, whole, decimals, responsible, milestones: [...milestones] },
    ...{ ...stated("lead", lead), ...stated("attribute", attribute) },
    ...{ ...stated("partOf", partOf), ...stated("note", note) },
  };
};

/** The file that says all of a plan, what was inferred too: what is opened from it is the same plan. */
export const fileOf = (plan: Plan): PlanFile => ({
  ...{ id: plan.id, version: baseVersion(plan.version), name: plan.name, whole: plan.place.whole },
  ...stated("place", plan.place.name === "" ? undefined : plan.place.name),
  ...stated("stage", plan.stage),
  ...{ indicatorTable: plan.indicatorTable, taskTable: plan.taskTable },
  ...{ baselineYear: plan.baselineYear, targetYear: plan.targetYear, example: plan.example.code },
  sections: allSectionsOf(plan).map(({ indicators, ...section }) => ({
    ...section,
    indicators: indicators.map(indicatorFile),
  })),
  tasks: plan.tasks.map(({ units: _, ...task }) => task),
  bureaus: plan.bureaus.map((bureau) => ({ ...bureau, aliases: [...bureau.aliases] })),
  ...stated(
    "checks",
    plan.checks?.map(({ terms: _, ...check }) => check),
  ),
  ...stated("retired", plan.retired && [...plan.retired]),
});
