import { bureauIndex } from "./bureaus";
import { indicatorIndex } from "./indicators";
import { indicatorsOf, type Plan, type PlanParts } from "./plan";

/** Freezes what a plan is made of; its indexes are read-only by their types. */
function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

/** The plan of its parts, with all that finds something in it. @param supplement 补充指标 are in use */
export function indexedPlan(parts: PlanParts, supplement = false): Plan {
  const { bureaus, place, tasks, sections: allSections } = parts;
  const sections = allSections.filter(({ optional }) => supplement || !optional);
  const indicators = indicatorsOf({ sections });
  return frozen({
    ...parts,
    sections,
    ...(allSections.some(({ optional }) => optional) && { allSections }),
    example: indicators.find(({ code }) => code === parts.example) ?? indicators[0]!,
    index: { indicators: indicatorIndex(indicators), ...bureauIndex(bureaus, place, indicators, tasks) },
  });
}
