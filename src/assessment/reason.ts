import { type Indicator, type Period, type Plan, timeShare } from "../plan";
import { type Basis, basisOf } from "./figures";
import { targetComparator } from "./kind";
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

const percent = (fraction: number): string => `${(fraction * 100).toFixed(1)}%`;
const plain = (value: number): string => String(Number(value.toPrecision(12)));

/** One decimal; more where one would show a difference from 0, tolerance or redline as none, so that words never contradict the status. */
function points(value: number, p: Parameters): string {
  const size = Math.abs(value);
  const hides = (shown: number): boolean =>
    [0, p.tolerance, p.redline].some((bound) => shown === bound && Math.abs(size - bound) > EPSILON);
  const decimals = [1, 2, 3, 4, 6].find((count) => !hides(Number(size.toFixed(count)))) ?? 9;
  return plain(Number(size.toFixed(decimals)));
}

const BOUND_WORDS = { ">": "大于", "≥": "不低于", "<": "小于", "≤": "不高于" } as const;

const mustBe = ({ basis: { indicator, target }, actual }: Judged): string =>
  `须${BOUND_WORDS[targetComparator(indicator)]}${plain(target!)}，当前${plain(actual)}`;

const boundsWords = ({ min, max }: Indicator): string =>
  max === undefined ? `不小于${min}` : `在${min}至${max}之间`;

const unreadable = (reading: Extract<Reading, { kind: "text" }>): string =>
  `“${reading.text}”不是数${reading.reading === undefined ? "" : `，可能是${reading.reading}`}`;

const schedule = (done: number, due: number): string => `序时进度应完成${percent(due)}，实际${percent(done)}`;

/** `，落后13.8个百分点`; nothing where actual and schedule agree. */
function distance(g: number, p: Parameters): string {
  if (Math.abs(g) <= EPSILON) return "";
  return `，${g < 0 ? "落后" : "超前"}${points(g, p)}个百分点`;
}

function growthReason(judged: Judged, done: number, due: number): string {
  const words = schedule(done, due) + distance(100 * (done - due), judged.parameters);
  if (judged.final) return `${mustBe(judged)}，${words}`;
  if (done >= -EPSILON) return words;
  return `倒退：当前${plain(judged.actual)}，劣于基期${plain(judged.basis.baseline!)}；${words}`;
}

function shortfallReason(judged: Judged): string {
  const behind = shortfall(judged.basis, judged.actual);
  const short = behind > 0 && Number.isFinite(behind) ? `，差${points(behind, judged.parameters)}%` : "";
  return mustBe(judged) + short;
}

function noBaselineReason(judged: Judged): string {
  const { target } = judged.basis;
  const ratio = target === 0 ? "" : `，为目标的${percent(judged.actual / target!)}`;
  return `无基期数值，不比较序时进度；${mustBe(judged)}${ratio}`;
}

const BY_STATUS: Partial<Record<Status, (judged: Judged) => string>> = {
  invalid: ({ basis, actual }) => `须${boundsWords(basis.indicator)}，当前${plain(actual)}`,
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
