import { fail, type Indicator, ok, type Period, type Plan, type Result, timeShare } from "../plan";
import { expected } from "./figures";
import { type Basis, basisOf } from "./figures";
import type { FigureIssue } from "./issues";
import { meetsTarget } from "./kind";
import { type Reading, readActual } from "./reading";

/** All statuses. `rank` orders lagging ones worst first; the symbol says the same in black and white. */
export const STATUSES = {
  missing: { word: "未填报", symbol: "○", lagging: false, rank: 0 },
  invalid: { word: "数据有误", symbol: "！", lagging: false, rank: 0 },
  notAssessed: { word: "不评价", symbol: "–", lagging: false, rank: 0 },
  met: { word: "已达标", symbol: "●", lagging: false, rank: 0 },
  noBaseline: { word: "无基期", symbol: "◇", lagging: false, rank: 0 },
  onSchedule: { word: "达到序时", symbol: "◐", lagging: false, rank: 0 },
  nearly: { word: "基本达到", symbol: "◔", lagging: false, rank: 0 },
  lagging: { word: "滞后", symbol: "▲", lagging: true, rank: 1 },
  severe: { word: "严重滞后", symbol: "■", lagging: true, rank: 2 },
} as const;

export type Status = keyof typeof STATUSES;

/** Percentage points behind schedule from which an indicator is 滞后 (tolerance) and beyond which 严重滞后 (redline). */
export interface Parameters {
  tolerance: number;
  redline: number;
}

export const DEFAULT_PARAMETERS: Parameters = { tolerance: 10, redline: 30 };

/** Checks 容差 and 红线 as typed; blank means the default. */
export function readParameters(tolerance: unknown, redline: unknown): Result<Parameters, FigureIssue> {
  const number = (input: unknown, fallback: number): number => {
    const reading = readActual(input);
    return reading.kind === "blank" ? fallback : reading.kind === "number" ? reading.value : NaN;
  };
  const read = {
    tolerance: number(tolerance, DEFAULT_PARAMETERS.tolerance),
    redline: number(redline, DEFAULT_PARAMETERS.redline),
  };
  if (read.tolerance >= 0 && read.redline >= read.tolerance) return ok(read);
  return fail({ code: "parameters", tolerance: String(tolerance), redline: String(redline) });
}

/** What the words of an assessment are made from, when they are asked for: a range of 100,000 rows asks for none. */
export interface Judgement {
  status: Status;
  points: number | null;
  /** fraction of the way from baseline to target that is done, and that is due; null where there is no such way */
  done: number | null;
  due: number | null;
}

const judged = (
  status: Status,
  points: number | null = null,
  done: number | null = null,
  due: number | null = null,
): Judgement => ({ status, points, done, due });

/** Absorbs binary rounding: 7.8/13 is not exactly 0.6. */
export const EPSILON = 1e-9;

/** Outside what the indicator can be: below 0, a rate above 100. */
export const outOfBounds = ({ min, max }: Indicator, actual: number): boolean =>
  actual < min || (max !== undefined && actual > max);

/** Points behind 100 % of the target: 100·gap/|target|; infinite where the target is 0. */
export function shortfall({ target, sign }: Basis, actual: number): number {
  const missing = sign * (target! - actual);
  return target === 0 ? Infinity : (100 * missing) / Math.abs(target!);
}

/** Where the schedule stands at share s, as a fraction of the way from baseline to target; milestones shift it. */
function scheduled(basis: Basis, period: Period, plan: Plan, s: number): number {
  if (basis.indicator.milestones.length === 0) return s;
  const due = expected(basis.indicator, period, plan);
  return due.ok ? (due.value - basis.baseline!) / (basis.target! - basis.baseline!) : s;
}

function growthStatus(g: number, done: number, final: boolean, p: Parameters): Status {
  const late: Status = g >= -p.redline - EPSILON ? "lagging" : "severe";
  if (final) return late;
  if (done < -EPSILON) return "severe";
  if (g >= -EPSILON) return "onSchedule";
  return g > -p.tolerance + EPSILON ? "nearly" : late;
}

/** Judges a number that is within bounds, unmet against a target that exists. */
function judgeUnmet(basis: Basis, actual: number, period: Period, plan: Plan, p: Parameters): Judgement {
  const s = timeShare(period, plan);
  if (basis.kind === "growth") {
    const done = (actual - basis.baseline!) / (basis.target! - basis.baseline!);
    const due = scheduled(basis, period, plan, s);
    const g = 100 * (done - due);
    const status = growthStatus(g, done, s >= 1, p);
    return judged(status, status === "onSchedule" ? Math.max(g, 0) : g, done, due);
  }
  if (basis.kind === "noBaseline" && s < 1) return judged("noBaseline");
  const behind = shortfall(basis, actual);
  const limit = basis.kind === "maintain" && s < 1 ? p.tolerance : p.redline;
  return judged(behind <= limit + EPSILON ? "lagging" : "severe", -behind);
}

/** The status table of the assessment method: the first that applies. */
export function judge(
  indicator: Indicator,
  reading: Reading,
  period: Period,
  plan: Plan,
  p: Parameters,
): Judgement {
  if (reading.kind === "blank") return judged("missing");
  if (reading.kind === "text" || outOfBounds(indicator, reading.value)) return judged("invalid");
  const basis = basisOf(indicator);
  if (basis.target === null) return judged("notAssessed");
  if (meetsTarget(indicator, reading.value)) return judged("met");
  return judgeUnmet(basis, reading.value, period, plan, p);
}

/** The status alone of a cell as typed, without the cost of its words. */
export const statusOf = (
  indicator: Indicator,
  input: unknown,
  period: Period,
  plan: Plan,
  p = DEFAULT_PARAMETERS,
): Status => judge(indicator, readActual(input), period, plan, p).status;
