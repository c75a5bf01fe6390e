import type { Comparator, Indicator } from "../plan";

/** How an indicator is judged; derived from the plan, never typed by hand. */
export type Kind = "maintain" | "growth" | "noBaseline" | "noTarget";

const HOLDS: Record<Comparator, (actual: number, bound: number) => boolean> = {
  ">": (actual, bound) => actual > bound,
  "≥": (actual, bound) => actual >= bound,
  "<": (actual, bound) => actual < bound,
  "≤": (actual, bound) => actual <= bound,
};

/** The comparator the target stands for: a bare number means "at least", or "at most" where lower is better. */
export function targetComparator(indicator: Indicator): Comparator {
  const { notation } = indicator.target;
  const printed = notation.kind === "value" ? notation.comparator : null;
  return printed ?? (indicator.direction === "higher" ? "≥" : "≤");
}

/** True when the unrounded number satisfies the target's comparator: 95 fails `> 95`. */
export function meetsTarget(indicator: Indicator, actual: number): boolean {
  const { notation } = indicator.target;
  return notation.kind === "value" && HOLDS[targetComparator(indicator)](actual, notation.value);
}

export function kindOf(indicator: Indicator): Kind {
  const [baseline, target] = [indicator.baseline.notation, indicator.target.notation];
  if (target.kind !== "value") return "noTarget";
  if (baseline.kind !== "value") return "noBaseline";
  if (baseline.value === target.value) return "maintain";
  if (baseline.comparator !== null) return "noBaseline";
  return meetsTarget(indicator, baseline.value) ? "maintain" : "growth";
}
