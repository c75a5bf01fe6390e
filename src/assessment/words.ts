import type { Indicator, Period, Plan } from "../plan";
import { basisOf } from "./basis";
import { expected, gap } from "./figures";
import { decimalsApart, rounded, shown } from "../text";
import { ratioPower, unitOf } from "./units";

/** The unit of a difference of two rates, by the exponent of their unit. */
const POINTS: Readonly<Record<number, string>> = { [-2]: "个百分点", [-3]: "个千分点", [-4]: "个万分点" };

/** The unit of a distance from a schedule in percent. */
export const PERCENTAGE_POINTS = POINTS[-2]!;

function range({ min, max }: Indicator, space: "" | " "): string {
  const [low, high] = [min, max].map((bound) => space + shown(bound ?? NaN) + space);
  if (min === undefined) return max === undefined ? "" : `不大于${high!}`;
  return max === undefined ? `不小于${low!}` : `${low!}至${high!}之间`;
}

/** What the indicator can be, to stand after a Chinese word: ` -20 至 30 之间的数`, `不小于 0 的整数`. */
export function boundsOf(indicator: Indicator): string {
  const within = range(indicator, " ");
  return within + (within === "" ? "" : "的") + (indicator.whole ? "整数" : "数");
}

/** The same after 须, as in a reason: `在0至100之间`. */
export const withinBounds = (indicator: Indicator): string =>
  (indicator.min === undefined || indicator.max === undefined ? "" : "在") + range(indicator, "");

/** Stands before the number that was most likely meant. */
export const LIKELY = "，可能是";
export const likelyWords = (reading: number | undefined): string =>
  reading === undefined ? "" : LIKELY + shown(reading);

/** 差距 as the form shows it, at most so many decimals. */
const GAP_DECIMALS = 5;

/** `7个百分点`, `0.4人`: the difference of two rates is in percentage points. */
export function gapWords(gap: number, indicator: Indicator): string {
  const decimals = decimalsApart([gap, 0], GAP_DECIMALS);
  return rounded(gap, decimals) + (POINTS[ratioPower(indicator) ?? 0] ?? unitOf(indicator));
}

/** The target as the plan prints it; "" where it prints none, or but a dash. */
export const targetText = ({ target: { text } }: Indicator): string =>
  /[\p{L}\p{N}]/u.test(text) ? text.trim() : "";

/** The unit stands behind a number; words, and 95%, have theirs in them. */
export function targetWords(indicator: Indicator): string {
  const [text, { unit }] = [targetText(indicator), indicator];
  return text === "" || /\p{Script=Han}/u.test(text) || text.endsWith(unit) ? text : text + unit;
}

/** The figures of one 本期值 in words with their units, as the form shows them; null where there is none. */
export interface FigureWords {
  /** as the plan prints it; "" for none */
  target: string;
  /** 序时目标; null also where it is the target itself */
  expected: string | null;
  actual: string;
  gap: string | null;
}

export function figureWords(indicator: Indicator, actual: number, period: Period, plan: Plan): FigureWords {
  const due = expected(indicator, period, plan);
  const missing = gap(indicator, actual);
  const dueWords = (value: number): string =>
    rounded(value, decimalsApart([value, actual], indicator.decimals + 1)) + unitOf(indicator);
  return {
    target: targetWords(indicator),
    expected: due.ok && due.value !== basisOf(indicator).target ? dueWords(due.value) : null,
    actual: shown(actual) + unitOf(indicator),
    gap: missing.ok ? gapWords(missing.value, indicator) : null,
  };
}
