import type { DraftIndicator } from "../../commands";
import { allSectionsOf, type Indicator, type Plan, type Section } from "../../plan";
import type { Shown } from "./rows";

const rowOf = (indicator: Indicator, { title, field }: Section): DraftIndicator => {
  const { code, number, name, unit, type, direction, responsible, milestones } = indicator;
  const { lead = "", attribute = "", partOf = "", note = "" } = indicator;
  return {
    ...{ code, number, section: title || field, name, unit, type, direction },
    ...{ baseline: indicator.baseline.text, target: indicator.target.text },
    milestones: milestones.map(({ year, value, text = String(value) }) => ({ year, value, text })),
    ...{ responsible, lead, attribute, partOf, note },
  };
};

/** A plan that is whole already, shown as a draft that asks nothing. */
export const shownPlan = (plan: Plan): Shown => ({
  head: plan,
  indicators: allSectionsOf(plan).flatMap((section) => section.indicators.map((one) => rowOf(one, section))),
  questions: [],
});
