import type { Indicator, Period, Plan } from "../plan";
import { basisOf, expected, gap } from "./figures";
import { decimalsApart, rounded, shown } from "../text";
import { ratioPower } from "./units";

/** The unit of a difference of two rates, by the exponent of their unit. */
const POINTS: Readonly<Record<number, string>> = { [-2]: "个百分点", [-3]: "个千分点", [-4]: "个万分点" };

/** 差距 as the form shows it, at most so many decimals. */
const GAP_DECIMALS = 5;

/** `7个百分点`, `0.4人`: the difference of two rates is in percentage points. */
export function gapWords(gap: number, indicator: Indicator): string {
  const decimals = decimalsApart([gap, 0], GAP_DECIMALS);
  return rounded(gap, decimals) + (POINTS[ratioPower(indicator) ?? 0] ?? indicator.unit);
}

/** The figures of one 本期值 in words with their units, as the form shows them; null where there is none. */
export interface FigureWords {
  /** as the plan prints it */
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
    rounded(value, decimalsApart([value, actual], indicator.decimals + 1)) + indicator.unit;
  return {
    target: indicator.target.text + indicator.unit,
    expected: due.ok && due.value !== basisOf(indicator).target ? dueWords(due.value) : null,
    actual: shown(actual) + indicator.unit,
    gap: missing.ok ? gapWords(missing.value, indicator) : null,
  };
}
