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

/** The plan of its parts, with all that finds something in it. */
export function indexedPlan(parts: PlanParts): Plan {
  const { bureaus, place, tasks } = parts;
  const indicators = indicatorsOf(parts);
  return frozen({
    ...parts,
    example: indicators.find(({ code }) => code === parts.example) ?? indicators[0]!,
    index: { indicators: indicatorIndex(indicators), ...bureauIndex(bureaus, place, indicators, tasks) },
  });
}
