import { fail, ok, type Result } from "../text";
import { type Indicator, type Period, type Plan, timeShare } from "../plan";
import { compare } from "./compare";
import type { FigureIssue } from "./issues";
import { type Kind, kindOf } from "./kind";
import { perIndicator } from "./per-indicator";

type Figure = Result<number, FigureIssue>;

/** What an indicator's figures are computed from, taken from the plan once. `sign` is 1 where higher is better, else −1. */
export interface Basis {
  indicator: Indicator;
  kind: Kind;
  baseline: number | null;
  target: number | null;
  sign: 1 | -1;
}

const valueOf = ({ notation }: Indicator["target"]): number | null =>
  notation.kind === "value" ? notation.value : null;

export const basisOf = perIndicator((indicator): Basis => ({
  indicator,
  kind: kindOf(indicator),
  baseline: valueOf(indicator.baseline),
  target: valueOf(indicator.target),
  sign: indicator.direction === "higher" ? 1 : -1,
}));

const noTarget = ({ name, target }: Indicator) =>
  fail({ code: "no-target", indicator: name, printed: target.text } as const);

/** The number of the 目标 column, without its comparator, in the indicator's unit. */
export function targetOf(indicator: Indicator): Figure {
  const { target } = basisOf(indicator);
  return target === null ? noTarget(indicator) : ok(target);
}

/** The number of the 基期 column, without its comparator, in the indicator's unit. */
export function baselineOf(indicator: Indicator): Figure {
  const { baseline } = basisOf(indicator);
  if (baseline !== null) return ok(baseline);
  return fail({ code: "no-baseline", indicator: indicator.name, printed: indicator.baseline.text });
}

/** A figure as it depends on 本期值, in `indicator.unit` or as a fraction; what does not depend on it is worked out once. */
export type FigureOf = Result<(actual: number) => number, FigureIssue>;

/** 差距: what is still missing to the target, in the indicator's unit; negative is surplus. */
export function gapOf(indicator: Indicator): FigureOf {
  const { target, sign } = basisOf(indicator);
  if (target === null) return noTarget(indicator);
  return ok(sign > 0 ? (actual) => compare(target, actual) : (actual) => compare(actual, target));
}

/** 完成进度 as a fraction: of the way from baseline to target for growth (may be negative or above 1), else actual/target. */
export function progressOf(indicator: Indicator): FigureOf {
  const { kind, baseline, target } = basisOf(indicator);
  if (target === null) return noTarget(indicator);
  if (kind === "growth") return ok((actual) => (actual - baseline!) / (target - baseline!));
  if (target === 0) return fail({ code: "target-zero", indicator: indicator.name });
  return ok((actual) => actual / target);
}

const at = (figure: FigureOf, actual: number): Figure => (figure.ok ? ok(figure.value(actual)) : figure);

/** 差距 of one 本期值. */
export const gap = (indicator: Indicator, actual: number): Figure => at(gapOf(indicator), actual);

/** 完成进度 of one 本期值. */
export const progress = (indicator: Indicator, actual: number): Figure => at(progressOf(indicator), actual);

/** The plan's way from baseline to target: [time share, value] points, milestones between. */
function waypoints(basis: Basis, plan: Plan): [number, number][] {
  const share = (year: number): number => (year - plan.baselineYear) / (plan.targetYear - plan.baselineYear);
  const stations = basis.indicator.milestones.map((m): [number, number] => [share(m.year), m.value]);
  return [[0, basis.baseline!], ...stations.sort((a, b) => a[0] - b[0]), [1, basis.target!]];
}

/** 序时目标: the value due at the period's end, in the indicator's unit; for maintain the target. */
export function expected(indicator: Indicator, period: Period, plan: Plan): Figure {
  const basis = basisOf(indicator);
  if (basis.target === null) return noTarget(indicator);
  if (basis.kind === "maintain") return ok(basis.target);
  if (basis.kind === "noBaseline")
    return fail({ code: "no-schedule", indicator: indicator.name, printed: indicator.baseline.text });
  const s = timeShare(period, plan);
  const points = waypoints(basis, plan);
  const next = Math.max(
    1,
    points.findIndex(([share]) => share >= s),
  );
  const [[s0, v0], [s1, v1]] = [points[next - 1]!, points[next]!];
  return ok(v0 + (v1 - v0) * ((s - s0) / (s1 - s0)));
}
