import { fail, ok, type Result } from "../text";
import { type Indicator, type Period, type Plan, timeShare } from "../plan";
import { type Basis, basisOf, printedTarget } from "./basis";
import { compare } from "./compare";
import type { FigureIssue } from "./issues";

type Figure = Result<number, FigureIssue>;

const noNumber = (code: "no-target" | "target-range") => (indicator: Indicator) =>
  fail({ code, indicator: indicator.name, printed: printedTarget(indicator) });
const [noTarget, isRange] = [noNumber("no-target"), noNumber("target-range")];

/** The number that the 目标 column stands for, without its comparator; a range has none. */
export function targetOf(indicator: Indicator): Figure {
  const { target, far } = basisOf(indicator);
  if (target === null) return noTarget(indicator);
  return far === null ? ok(target) : isRange(indicator);
}

/** The number of the 基期 column, without its comparator, in the indicator's unit. */
export function baselineOf(indicator: Indicator): Figure {
  const { text, notation } = indicator.baseline;
  if (notation.kind === "value") return ok(notation.value);
  return fail({ code: "no-baseline", indicator: indicator.name, printed: text });
}

/** A figure as it depends on 本期值, in `indicator.unit` or as a fraction; what does not depend on it is worked out once. */
export type FigureOf = Result<(actual: number) => number, FigureIssue>;

const missingTo = ({ target, sign }: Basis): ((actual: number) => number) =>
  sign > 0 ? (actual) => compare(target!, actual) : (actual) => compare(actual, target!);

/** 差距: what is still missing to the target, in the unit of 本期值; negative is surplus. Of a range the distance to it, 0 inside. */
export function gapOf(indicator: Indicator): FigureOf {
  const basis = basisOf(indicator);
  if (basis.target === null) return noTarget(indicator);
  const near = missingTo(basis);
  if (basis.far === null) return ok(near);
  const beyond = missingTo(basis.far);
  return ok((actual) => Math.max(0, near(actual), beyond(actual)));
}

/** 完成进度 as a fraction: of the way from baseline to target for growth (may be negative or above 1), else actual/target. A range has a way only, to its nearer bound. */
export function progressOf(indicator: Indicator): FigureOf {
  const { kind, baseline, target, far } = basisOf(indicator);
  if (target === null) return noTarget(indicator);
  if (kind === "growth") return ok((actual) => (actual - baseline!) / (target - baseline!));
  if (far !== null) return isRange(indicator);
  if (target === 0) return fail({ code: "target-zero", indicator: indicator.name });
  return ok((actual) => actual / target);
}

const at = (figure: FigureOf, actual: number): Figure => (figure.ok ? ok(figure.value(actual)) : figure);

/** 差距 of one 本期值. */
export const gap = (indicator: Indicator, actual: number): Figure => at(gapOf(indicator), actual);

/** 完成进度 of one 本期值. */
export const progress = (indicator: Indicator, actual: number): Figure => at(progressOf(indicator), actual);

/** The plan's way from baseline to target: [time share, value] points, milestones between; without a baseline it begins at the first of them. */
function waypoints(basis: Basis, plan: Plan): [number, number][] {
  const share = (year: number): number => (year - plan.baselineYear) / (plan.targetYear - plan.baselineYear);
  const stations = basis.indicator.milestones.map((m): [number, number] => [share(m.year), m.value]);
  const beginning: [number, number][] = basis.kind === "growth" ? [[0, basis.baseline!]] : [];
  return [...beginning, ...stations.sort((a, b) => a[0] - b[0]), [1, basis.target!]];
}

/** 序时目标: the value due at the period's end, in the indicator's unit; for maintain the target, unless that is a range. */
export function expected(indicator: Indicator, period: Period, plan: Plan): Figure {
  const basis = basisOf(indicator);
  if (basis.target === null) return noTarget(indicator);
  if (basis.kind === "maintain") return targetOf(indicator);
  const s = timeShare(period, plan);
  const points = waypoints(basis, plan);
  const isOnWay = points.length > 1 && s >= points[0]![0];
  if (basis.kind === "noBaseline" && (basis.far !== null || !isOnWay))
    return fail({ code: "no-schedule", indicator: indicator.name, printed: indicator.baseline.text });
  const next = Math.max(
    1,
    points.findIndex(([share]) => share >= s),
  );
  const [[s0, v0], [s1, v1]] = [points[next - 1]!, points[next]!];
  return ok(v0 + (v1 - v0) * ((s - s0) / (s1 - s0)));
}
