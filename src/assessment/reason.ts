import { type Indicator, type Period, type Plan, timeShare } from "../plan";
import { type Basis, basisOf } from "./figures";
import { targetComparator } from "./kind";
import { decimalsApart, percentages, rounded, shown } from "../text";
import { type Reading, readEntry } from "./reading";
import {
  DEFAULT_PARAMETERS,
  EPSILON,
  judgeOf,
  type Measures,
  type Parameters,
  shortfall,
  type Status,
} from "./status";
import { ratioPower } from "./units";
import { gapWords, likelyWords, PERCENTAGE_POINTS, withinBounds } from "./words";

export interface Assessment {
  status: Status;
  /** one line in Chinese; empty when nothing was typed */
  reason: string;
  /** percentage points ahead of (+) or behind (−) schedule, or −shortfall where there is no schedule; null where neither applies */
  points: number | null;
}

/** A number that was judged, with all that its words may name. */
interface Judged {
  basis: Basis;
  actual: number;
  status: Status;
  measures: Measures;
  /** the period reaches the target year's end */
  final: boolean;
  parameters: Parameters;
}

/** One decimal; more where one would show a difference from 0, tolerance or redline as none, so that words never contradict the status. */
const points = (value: number, { tolerance, redline }: Parameters): string =>
  rounded(Math.abs(value), decimalsApart([Math.abs(value), 0, tolerance, redline], 1));

const BOUND_WORDS = { ">": "大于", "≥": "不低于", "<": "小于", "≤": "不高于" } as const;

const mustBe = ({ basis: { indicator, target }, actual }: Judged): string =>
  `须${BOUND_WORDS[targetComparator(indicator)]}${shown(target!)}，当前${shown(actual)}`;

const unreadable = (reading: Extract<Reading, { kind: "text" }>): string =>
  `“${reading.text}”不是数${likelyWords(reading.reading)}`;

function schedule(done: number, due: number): string {
  const [actually, wanted] = percentages([done, due]);
  return `序时进度应完成${wanted!}，实际${actually!}`;
}

/** `，落后13.8个百分点`; nothing where actual and schedule agree. */
function distance(g: number, p: Parameters): string {
  if (Math.abs(g) <= EPSILON) return "";
  return `，${g < 0 ? "落后" : "超前"}${points(g, p)}${PERCENTAGE_POINTS}`;
}

function growthReason(judged: Judged, done: number, due: number): string {
  const words = schedule(done, due) + distance(100 * (done - due), judged.parameters);
  if (judged.final) return `${mustBe(judged)}，${words}`;
  if (done >= -EPSILON) return words;
  return `倒退：当前${shown(judged.actual)}，劣于基期${shown(judged.basis.baseline!)}；${words}`;
}

/** `，差9.5个百分点，相当于目标的10%`: the gap, and what of the target it is, which tolerance and redline are about. */
function shortfallReason(judged: Judged): string {
  const { basis, actual, parameters } = judged;
  const missing = basis.sign * (basis.target! - actual);
  if (missing <= EPSILON) return mustBe(judged);
  const short = `${mustBe(judged)}，差${gapWords(missing, basis.indicator)}`;
  // of a target of 100 % both are one number
  if (basis.target === 0 || (basis.target === 100 && ratioPower(basis.indicator) === -2)) return short;
  return `${short}，相当于目标的${points(shortfall(basis, actual), parameters)}%`;
}

function noBaselineReason(judged: Judged): string {
  const { target } = judged.basis;
  const ratio = target === 0 ? "" : `，为目标的${percentages([judged.actual / target!])[0]!}`;
  return `无基期数值，不比较序时进度；${mustBe(judged)}${ratio}`;
}

const BY_STATUS: Partial<Record<Status, (judged: Judged) => string>> = {
  invalid: ({ basis, actual }) => `须${withinBounds(basis.indicator)}，当前${shown(actual)}`,
  notAssessed: ({ basis }) => `计划的目标为“${basis.indicator.target.text}”，不评价`,
  met: mustBe,
  noBaseline: noBaselineReason,
};

function reasonOf(judged: Judged): string {
  const {
    status,
    measures: { done, due },
  } = judged;
  const words = BY_STATUS[status];
  if (words) return words(judged);
  return done !== null && due !== null ? growthReason(judged, done, due) : shortfallReason(judged);
}

/**
 * Judges one indicator at one period and says why.
 * @param input the cell as typed; blank is 未填报, 0 is a number
 */
export function assess(
  indicator: Indicator,
  input: unknown,
  period: Period,
  plan: Plan,
  parameters = DEFAULT_PARAMETERS,
): Assessment {
  const reading = readEntry({ value: input }, indicator);
  if (reading.kind === "blank") return { status: "missing", points: null, reason: "" };
  if (reading.kind === "text") return { status: "invalid", points: null, reason: unreadable(reading) };
  const actual = reading.value;
  const judge = judgeOf(indicator, period, plan, parameters);
  const [status, measures] = [judge.status(actual), judge.measures(actual)];
  const final = timeShare(period, plan) >= 1;
  const judged = { basis: basisOf(indicator), actual, status, measures, final, parameters };
  return { status, points: measures.points, reason: reasonOf(judged) };
}
