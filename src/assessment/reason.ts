import { type Indicator, type Period, type Plan, timeShare } from "../plan";
import { addsUp, type Basis, basisOf, printedTarget, sideOf } from "./basis";
import { compare } from "./compare";
import { expected } from "./figures";
import { decimalsApart, percentages, rounded, shown } from "../text";
import { type Reading, readEntry } from "./reading";
import { type Statement, STATEMENT_LIST, STATEMENTS } from "./statement";
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

/** A number that was judged, with all that its words may name; of a range `side` is the bound it is judged from. */
interface Judged {
  basis: Basis;
  side: Basis;
  actual: number;
  status: Status;
  measures: Measures;
  /** 序时目标, where there is one */
  due: number | null;
  /** the period reaches the target year's end */
  final: boolean;
  parameters: Parameters;
}

/** One decimal; more where one would show a difference from 0, tolerance or redline as none, so that words never contradict the status. */
export const pointsWords = (value: number, { tolerance, redline }: Parameters): string =>
  rounded(Math.abs(value), decimalsApart([Math.abs(value), 0, tolerance, redline], 1));

const BOUND_WORDS = { ">": "大于", "≥": "不低于", "<": "小于", "≤": "不高于" } as const;

const rangeWords = ({ target, far }: Basis): string => {
  const [from, to] = [target!, far!.target!].sort((a, b) => a - b);
  return `在${shown(from!)}至${shown(to!)}之间`;
};

const mustBe = ({ basis, actual }: Judged): string => {
  const { comparator, target, far } = basis;
  const wanted = far === null ? `${BOUND_WORDS[comparator]}${shown(target!)}` : rangeWords(basis);
  return `须${wanted}，当前${shown(actual)}`;
};

const unreadable = ({ text, reading }: Extract<Reading, { kind: "text" }>, { type }: Indicator): string =>
  type === "words" ? `“${text}”不是${STATEMENT_LIST}之一` : `“${text}”不是数${likelyWords(reading)}`;

const ofStatement = (is: Statement, indicator: Indicator): Assessment => ({
  status: is,
  points: null,
  reason: `计划的目标为“${printedTarget(indicator)}”，人工判断为${STATEMENTS[is]}`,
});

function schedule(done: number, due: number): string {
  const [actually, wanted] = percentages([done, due]);
  return `序时进度应完成${wanted!}，实际${actually!}`;
}

/** `，落后13.8个百分点`; nothing where actual and schedule agree. */
function distance(g: number, p: Parameters): string {
  if (Math.abs(g) <= EPSILON) return "";
  return `，${g < 0 ? "落后" : "超前"}${pointsWords(g, p)}${PERCENTAGE_POINTS}`;
}

function growthReason(judged: Judged, done: number, due: number): string {
  const words = schedule(done, due) + distance(100 * (done - due), judged.parameters);
  if (judged.final) return `${mustBe(judged)}，${words}`;
  if (done >= -EPSILON) return words;
  return `倒退：当前${shown(judged.actual)}，劣于${addsUp(judged.basis.indicator) ? "起点" : "基期"}${shown(judged.basis.baseline!)}；${words}`;
}

/** `，差9.5个百分点，相当于目标的10%`: the gap, and what of the target it is, which tolerance and redline are about. */
function shortfallReason(judged: Judged): string {
  const { basis, side, actual, parameters } = judged;
  const missing = side.sign * (side.target! - actual);
  if (missing <= EPSILON) return mustBe(judged);
  const [lacks, of] = basis.far === null ? ["差", "目标"] : side.sign > 0 ? ["差", "下限"] : ["超出", "上限"];
  const short = `${mustBe(judged)}，${lacks}${gapWords(missing, basis.indicator)}`;
  // of a target of 100 % both are one number
  if (side.target === 0 || (side.target === 100 && ratioPower(basis.indicator) === -2)) return short;
  return `${short}，相当于${of}的${pointsWords(shortfall(side, actual), parameters)}%`;
}

/** `序时目标1.35，当前1.3，差0.05万张，相当于序时目标的3.7%` */
function dueReason({ basis, due, actual, measures, parameters }: Judged): string {
  const compared = `序时目标${shown(due!)}，当前${shown(actual)}`;
  if (measures.points! >= 0) return compared;
  const short = `${compared}，差${gapWords(Math.abs(due! - actual), basis.indicator)}`;
  return due === 0 ? short : `${short}，相当于序时目标的${pointsWords(measures.points!, parameters)}%`;
}

function noBaselineReason(judged: Judged): string {
  const { target, far } = judged.basis;
  const ratio = target === 0 || far !== null ? "" : `，为目标的${percentages([judged.actual / target!])[0]!}`;
  return `无基期数值，不比较序时进度；${mustBe(judged)}${ratio}`;
}

/** 力争: more than the target asks for. */
function stretchWords({ basis: { indicator, sign }, actual }: Judged): string {
  const { notation } = indicator.target;
  const stretch = notation.kind === "value" ? notation.stretch : undefined;
  if (stretch === undefined) return "";
  return `，${sign * compare(actual, stretch) >= 0 ? "达到" : "未达到"}力争目标${shown(stretch)}`;
}

const BY_STATUS: Partial<Record<Status, (judged: Judged) => string>> = {
  invalid: ({ basis, actual }) => `须${withinBounds(basis.indicator)}，当前${shown(actual)}`,
  notAssessed: ({ basis }) => `计划的目标为“${printedTarget(basis.indicator)}”，不评价`,
  met: (judged) => mustBe(judged) + stretchWords(judged),
  noBaseline: noBaselineReason,
};

function reasonOf(judged: Judged): string {
  const { done, due } = judged.measures;
  const words = BY_STATUS[judged.status];
  if (words) return words(judged);
  if (done !== null && due !== null) return growthReason(judged, done, due);
  return judged.basis.kind === "noBaseline" && !judged.final ? dueReason(judged) : shortfallReason(judged);
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
  if (reading.kind === "statement") return ofStatement(reading.is, indicator);
  if (reading.kind === "text")
    return { status: "invalid", points: null, reason: unreadable(reading, indicator) };
  const actual = reading.value;
  const judge = judgeOf(indicator, period, plan, parameters);
  const [status, measures] = [judge.status(actual), judge.measures(actual)];
  const final = timeShare(period, plan) >= 1;
  const basis = basisOf(indicator);
  const side = sideOf(basis, actual);
  const scheduled = expected(indicator, period, plan);
  const due = scheduled.ok ? scheduled.value : null;
  const judged = { basis, side, actual, status, measures, due, final, parameters };
  return { status, points: measures.points, reason: reasonOf(judged) };
}
