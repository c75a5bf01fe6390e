import { fail, ok, type Result } from "../text";
import { type Indicator, type Period, type Plan, timeShare } from "../plan";
import { outsideTest } from "./bounds";
import { type Basis, basisOf, sideOf, targetTest } from "./basis";
import { expected } from "./figures";
import type { FigureIssue } from "./issues";
import { isNumber, readActual, readEntry } from "./reading";
import { STATEMENTS } from "./statement";

/** All statuses. `rank` orders lagging ones worst first; the symbol says the same in black and white. */
export const STATUSES = {
  missing: { word: "未填报", symbol: "○", lagging: false, rank: 0 },
  invalid: { word: "数据有误", symbol: "！", lagging: false, rank: 0 },
  notAssessed: { word: "不评价", symbol: "–", lagging: false, rank: 0 },
  met: { word: STATEMENTS.met, symbol: "●", lagging: false, rank: 0 },
  noBaseline: { word: "无基期", symbol: "◇", lagging: false, rank: 0 },
  onSchedule: { word: "达到序时", symbol: "◐", lagging: false, rank: 0 },
  nearly: { word: "基本达到", symbol: "◔", lagging: false, rank: 0 },
  inProgress: { word: STATEMENTS.inProgress, symbol: "→", lagging: false, rank: 0 },
  notMet: { word: STATEMENTS.notMet, symbol: "×", lagging: true, rank: 1 },
  lagging: { word: "滞后", symbol: "▲", lagging: true, rank: 1 },
  severe: { word: "严重滞后", symbol: "■", lagging: true, rank: 2 },
} as const;

export type Status = keyof typeof STATUSES;

/** What 状态 says on the form where its head lets nothing be judged. */
export const HEAD_WORDS = { missing: "请填报告期", wrong: "表头有误" } as const;

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

/** What the words of an assessment are made from. */
export interface Measures {
  /** as in an assessment */
  points: number | null;
  /** fraction of the way from baseline to target that is done, and that is due; null where there is no such way */
  done: number | null;
  due: number | null;
}

const UNMEASURED: Measures = { points: null, done: null, due: null };

/** Judges numbers of one indicator at one period. The measures are apart: a range of 100,000 rows asks for the status only. */
export interface Judge {
  status: (actual: number) => Status;
  measures: (actual: number) => Measures;
}

/** Absorbs binary rounding: 7.8/13 is not exactly 0.6. */
export const EPSILON = 1e-9;

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

function judgeGrowth(basis: Basis, period: Period, plan: Plan, p: Parameters): Judge {
  const s = timeShare(period, plan);
  const [baseline, way] = [basis.baseline!, basis.target! - basis.baseline!];
  const due = scheduled(basis, period, plan, s);
  const doneBy = (actual: number): number => (actual - baseline) / way;
  return {
    status: (actual) => {
      const done = doneBy(actual);
      return growthStatus(100 * (done - due), done, s >= 1, p);
    },
    measures: (actual) => {
      const g = 100 * (doneBy(actual) - due);
      return { points: Math.abs(g) <= EPSILON ? 0 : g, done: doneBy(actual), due };
    },
  };
}

function judgeShortfall(basis: Basis, limit: number): Judge {
  return {
    status: (actual) => (shortfall(basis, actual) <= limit + EPSILON ? "lagging" : "severe"),
    measures: (actual) => ({ ...UNMEASURED, points: -shortfall(basis, actual) }),
  };
}

/** How far ahead of what is due, in percent of that; infinite where nothing is due. */
function ahead({ sign }: Basis, due: number, actual: number): number {
  const more = sign * (actual - due);
  if (Math.abs(more) <= EPSILON) return 0;
  return due === 0 ? Math.sign(more) * Infinity : (100 * more) / Math.abs(due);
}

/** Between the printed targets of several years, where no baseline leads to the first. */
function judgeDue(basis: Basis, due: number, p: Parameters): Judge {
  return {
    status: (actual) => growthStatus(ahead(basis, due, actual), 0, false, p),
    measures: (actual) => ({ ...UNMEASURED, points: ahead(basis, due, actual) }),
  };
}

function judgeSide(basis: Basis, period: Period, plan: Plan, p: Parameters): Judge {
  if (basis.kind === "growth") return judgeGrowth(basis, period, plan, p);
  const final = timeShare(period, plan) >= 1;
  if (basis.kind === "noBaseline" && !final) {
    const due = expected(basis.indicator, period, plan);
    if (due.ok) return judgeDue(basis, due.value, p);
    return { status: () => "noBaseline", measures: () => UNMEASURED };
  }
  return judgeShortfall(basis, final ? p.redline : p.tolerance);
}

/** For numbers within bounds, unmet against a target that exists. */
function judgeUnmet(basis: Basis, period: Period, plan: Plan, p: Parameters): Judge {
  const near = judgeSide(basis, period, plan, p);
  if (basis.far === null) return near;
  const beyond = judgeSide(basis.far, period, plan, p);
  const of = (actual: number): Judge => (sideOf(basis, actual) === basis ? near : beyond);
  return { status: (actual) => of(actual).status(actual), measures: (actual) => of(actual).measures(actual) };
}

/** The status table of the assessment method for numbers: the first that applies. What is the same for all is worked out once. */
export function judgeOf(indicator: Indicator, period: Period, plan: Plan, p: Parameters): Judge {
  const basis = basisOf(indicator);
  const [isOutside, meets] = [outsideTest(indicator), targetTest(indicator)];
  const unmet = basis.target === null ? null : judgeUnmet(basis, period, plan, p);
  const beforehand = (actual: number): Status | null => {
    if (isOutside(actual)) return "invalid";
    if (unmet === null) return basis.kind === "words" ? "invalid" : "notAssessed";
    return meets(actual) ? "met" : null;
  };
  return {
    status: (actual) => beforehand(actual) ?? unmet!.status(actual),
    measures: (actual) => (beforehand(actual) === null ? unmet!.measures(actual) : UNMEASURED),
  };
}

/** The status alone of cells as typed, without the cost of its words. */
export function statusOf(
  indicator: Indicator,
  period: Period,
  plan: Plan,
  p = DEFAULT_PARAMETERS,
): (input: unknown) => Status {
  const { status } = judgeOf(indicator, period, plan, p);
  if (indicator.type === "words")
    return (input) => {
      const reading = readEntry({ value: input }, indicator);
      return reading.kind === "statement" ? reading.is : reading.kind === "blank" ? "missing" : "invalid";
    };
  return (input) => {
    if (isNumber(input)) return status(input);
    return readActual(input).kind === "blank" ? "missing" : "invalid";
  };
}
