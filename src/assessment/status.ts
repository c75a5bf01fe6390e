import { fail, type Indicator, ok, type Period, type Plan, type Result, timeShare } from "../plan";
import { expected } from "./figures";
import { type Basis, basisOf } from "./figures";
import type { FigureIssue } from "./issues";
import { meetsTarget, targetComparator } from "./kind";
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

export interface Assessment {
  status: Status;
  /** one line in Chinese; empty when nothing was typed */
  reason: string;
  /** percentage points ahead of (+) or behind (−) schedule, or −shortfall where there is no schedule; null where neither applies */
  points: number | null;
}

/** Absorbs binary rounding: 7.8/13 is not exactly 0.6. */
const EPSILON = 1e-9;

/** At most one decimal unless that would hide a difference from a bound; never 13.799999. */
const percent = (fraction: number): string => `${(fraction * 100).toFixed(1)}%`;
const plain = (value: number): string => String(Number(value.toPrecision(12)));
const points = (value: number): string =>
  plain(Number(Math.abs(value).toFixed(Math.abs(value) < 0.1 ? 4 : 2)));

const BOUND_WORDS = { ">": "大于", "≥": "不低于", "<": "小于", "≤": "不高于" } as const;

const mustBe = (indicator: Indicator, target: number, actual: number): string =>
  `须${BOUND_WORDS[targetComparator(indicator)]}${plain(target)}，当前${plain(actual)}`;

/** Outside what the indicator can be: below 0, a rate above 100. */
export const outOfBounds = ({ min, max }: Indicator, actual: number): boolean =>
  actual < min || (max !== undefined && actual > max);

const boundsWords = ({ min, max }: Indicator): string =>
  max === undefined ? `不小于${min}` : `在${min}至${max}之间`;

const unreadable = (reading: Extract<Reading, { kind: "text" }>): string =>
  `“${reading.text}”不是数${reading.reading === undefined ? "" : `，可能是${reading.reading}`}`;

/** Points behind 100 % of the target: 100·gap/|target|. */
function shortfall({ target, sign }: Basis, actual: number): number {
  const missing = sign * (target! - actual);
  return target === 0 ? Infinity : (100 * missing) / Math.abs(target!);
}

const byLimit = (behind: number, limit: number): Status => (behind <= limit + EPSILON ? "lagging" : "severe");

/** Where the schedule stands at share s, as a fraction of the way from baseline to target; milestones shift it. */
function scheduled(basis: Basis, period: Period, plan: Plan, s: number): number {
  if (basis.indicator.milestones.length === 0) return s;
  const due = expected(basis.indicator, period, plan);
  return due.ok ? (due.value - basis.baseline!) / (basis.target! - basis.baseline!) : s;
}

function assessGrowth(
  basis: Basis,
  actual: number,
  c: number,
  due: number,
  final: boolean,
  p: Parameters,
): Assessment {
  const g = 100 * (c - due);
  const schedule = `序时进度应完成${percent(due)}，实际${percent(c)}`;
  const behind = g < 0 ? `，落后${points(g)}个百分点` : g > 0 ? `，超前${points(g)}个百分点` : "";
  if (final) {
    const status = g >= -p.redline - EPSILON ? "lagging" : "severe";
    return {
      status,
      points: g,
      reason: `${mustBe(basis.indicator, basis.target!, actual)}，${schedule}${behind}`,
    };
  }
  if (c < -EPSILON) {
    const baseline = plain(basis.baseline!);
    return {
      status: "severe",
      points: g,
      reason: `倒退：当前${plain(actual)}，劣于基期${baseline}；${schedule}${behind}`,
    };
  }
  if (g >= -EPSILON)
    return {
      status: "onSchedule",
      points: Math.max(g, 0),
      reason: `${schedule}${g > EPSILON ? behind : ""}`,
    };
  const reason = `${schedule}${behind}`;
  if (g > -p.tolerance + EPSILON) return { status: "nearly", points: g, reason };
  return { status: g >= -p.redline - EPSILON ? "lagging" : "severe", points: g, reason };
}

/** Judges a number that is within bounds, unmet against a target that exists. */
function assessUnmet(basis: Basis, actual: number, period: Period, plan: Plan, p: Parameters): Assessment {
  const s = timeShare(period, plan);
  if (basis.kind === "growth") {
    const c = (actual - basis.baseline!) / (basis.target! - basis.baseline!);
    return assessGrowth(basis, actual, c, scheduled(basis, period, plan, s), s >= 1, p);
  }
  const behind = shortfall(basis, actual);
  const must = mustBe(basis.indicator, basis.target!, actual);
  const reason = behind > 0 && Number.isFinite(behind) ? `${must}，差${points(behind)}%` : must;
  if (basis.kind === "noBaseline" && s < 1) {
    const ratio = basis.target === 0 ? "" : `，为目标的${percent(actual / basis.target!)}`;
    return { status: "noBaseline", points: null, reason: `无基期数值，不比较序时进度；${must}${ratio}` };
  }
  const limit = basis.kind === "maintain" && s < 1 ? p.tolerance : p.redline;
  return { status: byLimit(behind, limit), points: -behind, reason };
}

/**
 * Judges one indicator at one period.
 * @param input the cell as typed; blank is 未填报, 0 is a number
 * @see the status table of the assessment method: the first that applies
 */
export function assess(
  indicator: Indicator,
  input: unknown,
  period: Period,
  plan: Plan,
  p = DEFAULT_PARAMETERS,
): Assessment {
  const reading = readActual(input);
  if (reading.kind === "blank") return { status: "missing", reason: "", points: null };
  if (reading.kind === "text") return { status: "invalid", reason: unreadable(reading), points: null };
  const actual = reading.value;
  if (outOfBounds(indicator, actual))
    return { status: "invalid", reason: `须${boundsWords(indicator)}，当前${plain(actual)}`, points: null };
  const basis = basisOf(indicator);
  if (basis.target === null)
    return { status: "notAssessed", reason: `计划的目标为“${indicator.target.text}”，不评价`, points: null };
  if (meetsTarget(indicator, actual))
    return { status: "met", reason: mustBe(indicator, basis.target, actual), points: null };
  return assessUnmet(basis, actual, period, plan, p);
}
