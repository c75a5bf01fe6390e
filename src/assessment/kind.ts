import type { Comparator, Indicator } from "../plan";
import { compare } from "./compare";

/** How an indicator is judged; derived from the plan, never typed by hand. */
export type Kind = "maintain" | "growth" | "noBaseline" | "noTarget";

/** Whether a comparator holds where the actual value compares so with the bound. */
const HOLDS: Record<Comparator, (compared: number) => boolean> = {
  ">": (compared) => compared > 0,
  "≥": (compared) => compared >= 0,
  "<": (compared) => compared < 0,
  "≤": (compared) => compared <= 0,
};

/** The comparator the target stands for: a bare number means "at least", or "at most" where lower is better. */
export function targetComparator(indicator: Indicator): Comparator {
  const { notation } = indicator.target;
  const printed = notation.kind === "value" ? notation.comparator : null;
  return printed ?? (indicator.direction === "higher" ? "≥" : "≤");
}

/** Tells whether numbers, to 10 decimals, satisfy the target's comparator: 95 fails `> 95`. Nothing satisfies a target that is none. */
export function targetTest(indicator: Indicator): (actual: number) => boolean {
  const { notation } = indicator.target;
  if (notation.kind !== "value") return () => false;
  const { value } = notation;
  const holds = HOLDS[targetComparator(indicator)];
  return (actual) => holds(compare(actual, value));
}

export function kindOf(indicator: Indicator): Kind {
  const [baseline, target] = [indicator.baseline.notation, indicator.target.notation];
  if (target.kind !== "value") return "noTarget";
  if (baseline.kind !== "value") return "noBaseline";
  if (baseline.value === target.value) return "maintain";
  if (baseline.comparator !== null) return "noBaseline";
  return targetTest(indicator)(baseline.value) ? "maintain" : "growth";
}
