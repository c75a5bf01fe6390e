import { addsUp, boundsOf, changeItself, ratioName, STATEMENT_LIST, STATEMENTS, unitOf } from "../assessment";
import { type Indicator, isPlainNumber } from "../plan";
import type { Cell, ValidationSpec } from "../grid";

/* How the form's numbers are shown and what may be typed in their place. */

export const printed = (text: string): Cell => (isPlainNumber(text) ? Number(text) : text);

const fixed = (decimals: number): string => (decimals === 0 ? "0" : `0.${"0".repeat(decimals)}`);
const printedDecimals = (text: string): number => /\.(\d+)/.exec(text)?.[1]!.length ?? 0;
export const printedFormat = (text: string): string =>
  isPlainNumber(text) ? fixed(printedDecimals(text)) : "General";

/** As typed: 6.5 never looks like 7, in a count neither. */
export const asTyped = ({ whole, type }: Indicator): string =>
  whole || type === "words" ? "General" : "0.0####";
/** 序时目标 is reckoned, so it carries a decimal more than what the plan prints, and no more than what is reported needs. */
export const oneMoreDecimal = ({ decimals, baseline, target }: Indicator): string =>
  fixed(Math.min(decimals, Math.max(...[baseline, target].map(({ text }) => printedDecimals(text)))) + 1);
/** One decimal; more just below 100 %, where one would show what is not reached as reached. */
export const PROGRESS_FORMAT = "[<0.9995]0.0%;[<1]0.0####%;0.0%";

/** A rule must have a bound; Excel keeps no lower one to the digit. */
const LEAST = -999_999_999_999_999;
const rules = new Map<string, ValidationSpec>();

const STATEMENT: ValidationSpec = {
  rule: { type: "list", source: Object.values(STATEMENTS) },
  prompt: {
    title: "人工判断",
    message: `目标没有数值，请从列表选择：${STATEMENT_LIST}，并在“情况说明”写明理由。`,
  },
  error: { title: "人工判断有误", message: `请从列表选择：${STATEMENT_LIST}。` },
};

/** What a number is of, where it is not the value at the period's end. */
function meaningOf(indicator: Indicator): string {
  const unit = unitOf(indicator);
  if (indicator.type === "cumulative") return "填规划期以来的累计数。";
  if (indicator.type === "average")
    return unit === "%" ? "填基期以来的年均增长率（%），下降填负数。" : `填基期以来的年均数（${unit}）。`;
  if (changeItself(indicator)?.in === "times") return "填相当于基期的倍数。";
  return addsUp(indicator) ? `填较基期的变化（${unit}），下降填负数。` : "";
}

/** Within the indicator's bounds; indicators of the same bounds and kind share one rule. */
export function entryRule(indicator: Indicator): ValidationSpec {
  if (indicator.type === "words") return STATEMENT;
  const { whole, min, max } = indicator;
  const ratio = ratioName(indicator);
  const meaning = meaningOf(indicator);
  const key = [whole, ratio, min, max, meaning].join();
  const known = rules.get(key);
  if (known) return known;
  const what = `请填${boundsOf(indicator)}，不带${ratio ? `${ratio}号` : "单位"}`;
  const rule: ValidationSpec = {
    rule: { type: whole ? "whole" : "decimal", min: min ?? LEAST, ...(max !== undefined && { max }) },
    prompt: {
      title: ratio ? `${ratio}比` : whole ? "个数" : "数值",
      message: `${meaning}${what}。尚无数据请留空。`,
    },
    error: { title: whole ? "须为整数" : "数值有误", message: `${what}。` },
  };
  rules.set(key, rule);
  return rule;
}
