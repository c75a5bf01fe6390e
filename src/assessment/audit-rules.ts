import { type Indicator, type Level, LEVELS } from "../plan";
import { COMPARED_DECIMALS, shown } from "../text";
import { addsUp, basisOf, printedTarget } from "./basis";
import { BOUND_CONSTANTS, notWhole, outside } from "./bounds";
import { all, type Condition, type Quantity } from "./expression";
import { STATEMENT_LIST } from "./statement";
import { ratioName, ratioPower } from "./units";
import { boundsOf } from "./words";

export { type Level, LEVELS };

/** What an indicator gives to its audit; NaN is none. The denominator of a ratio is 100 for %, 1 where there is none. */
export const AUDIT_CONSTANTS = {
  baseline: (indicator: Indicator) => basisOf(indicator).baseline ?? NaN,
  target: (indicator: Indicator) => basisOf(indicator).target ?? NaN,
  /** 1 where higher is better, else −1 */
  sign: (indicator: Indicator) => basisOf(indicator).sign,
  ...BOUND_CONSTANTS,
  ratio: (indicator: Indicator) => 10 ** -(ratioPower(indicator) ?? 0),
  decimals: ({ decimals }: Indicator) => decimals,
};

/** What a number is checked against: 本期值, 上年同期 where it can be true, and what the plan says. */
export type AuditName = "value" | "previous" | keyof typeof AUDIT_CONSTANTS;
export type AuditQuantity = Quantity<AuditName>;
export type AuditCondition = Condition<AuditName>;

/** A change against 上年同期 beyond this is to be explained, percent. */
const LARGEST_CHANGE = 30;
/** A value beyond this many times the target, or below that part of it, looks like another unit. */
const MOST_TIMES_TARGET = 3;
/** A rate up to 1 looks like a fraction where baseline or target is above this. */
const LEAST_RATE = 2;

const CHANGE: AuditQuantity = [[100, "*", ["value", "-", "previous"]], "/", ["abs", "previous"]];
/** The rate that a fraction looks like, without binary noise. */
const RATE: AuditQuantity = [["ratio", "*", "value"], "round", COMPARED_DECIMALS];

/** The rate that would be meant is not far beyond what is printed: 0.9 % of growth, planned 7, is not 90. */
const isNear = (name: "baseline" | "target"): AuditCondition => [RATE, "<=", [MOST_TIMES_TARGET, "*", name]];
const LIKELY_RATE: AuditCondition = [isNear("baseline"), "or", isNear("target")];

const OR_EXPLAIN = "确实如此的，在“情况说明”写明原因";
const EXPLAIN = `请核对；${OR_EXPLAIN}`;
const CHECK_UNIT = `请核对计量单位；${OR_EXPLAIN}`;

/** Where values below 0 are ordinary, so are those below 1. */
export const offerWords = ({ min }: Indicator, reading: number): string =>
  `${min === undefined || min < 0 ? "请核对是否应为" : "请改为"} ${shown(reading)}；${OR_EXPLAIN}`;

export interface Rule {
  level: Level;
  /** indicators in which what it finds is ordinary; absent: none */
  unless?: (indicator: Indicator) => boolean;
  finds: AuditCondition | ((indicator: Indicator) => AuditCondition);
  /** what is wrong; `{value}` stands for one of the words */
  says: string;
  /** what to do, likewise */
  remedy: string;
  /** the number most likely meant */
  reading?: AuditQuantity;
}

export const findsOf = ({ finds }: Rule, indicator: Indicator): AuditCondition =>
  typeof finds === "function" ? finds(indicator) : finds;

const UNMET = { ">": "<=", "≥": "<", "<": ">=", "≤": ">" } as const;
const WORSE: AuditCondition = [["sign", "*", "value"], "<", ["sign", "*", "baseline"]];

/** Worse than the baseline is a step back only where the target is missed: a bound that holds has nothing to explain. */
function stepBack(indicator: Indicator): AuditCondition {
  const { target, comparator } = basisOf(indicator);
  return target === null ? WORSE : [WORSE, "and", ["value", UNMET[comparator], "target"]];
}

/** Not so where what is compared with is not there. */
const unlessKnown = (name: "baseline" | "target", condition: AuditCondition): AuditCondition => [
  ["not", ["known", name]],
  "or",
  condition,
];

const isRange = (indicator: Indicator): boolean => basisOf(indicator).far !== null;

/** Rules for numbers by id, in the order of their levels. Another rule is another record: the add-in and files without it both have it. */
export const AUDIT_RULES: Readonly<Record<string, Rule>> = {
  negative: {
    level: "强制",
    finds: ["value", "<", "min"],
    says: "{value} 小于 {min}",
    remedy: "请改为{bounds}",
  },
  "above-max": {
    level: "强制",
    finds: ["value", ">", "max"],
    says: "{value} 大于 {max}",
    remedy: "请改为{bounds}",
  },
  "not-whole": {
    level: "强制",
    finds: notWhole("value"),
    says: "{value} 不是整数",
    remedy: "此指标按个数统计，请改为整数",
  },
  fraction: {
    level: "核实",
    finds: all(
      ["ratio", ">", 1],
      ["value", ">", 0],
      ["value", "<=", 1],
      [["baseline", ">", LEAST_RATE], "or", ["target", ">", LEAST_RATE]],
      // little of what is to be little is a success
      [["sign", ">", 0], "or", LIKELY_RATE],
    ),
    says: "{value} 像是小数形式的{ratioName}",
    remedy: EXPLAIN,
    reading: [RATE, "when", [["not", outside(RATE)], "and", LIKELY_RATE]],
  },
  "below-baseline": {
    level: "核实",
    // what adds up begins at 0, and in a range neither side is better
    unless: (indicator) => addsUp(indicator) || isRange(indicator),
    finds: stepBack,
    says: "{value} 劣于基期 {baseline}（倒退）",
    remedy: EXPLAIN,
  },
  "jump-from-zero": {
    level: "核实",
    unless: addsUp,
    finds: [["previous", "=", 0], "and", ["value", "<>", 0]],
    says: "上年同期为 0，本期为 {value}",
    remedy: EXPLAIN,
  },
  jump: {
    level: "核实",
    // a sum of two years is twice that of one
    unless: addsUp,
    finds: [["abs", CHANGE], ">", LARGEST_CHANGE],
    says: `比上年同期 {previous} {direction} {percent}%，超过 ${LARGEST_CHANGE}%`,
    remedy: EXPLAIN,
  },
  unit: {
    level: "核实",
    unless: isRange,
    finds: all(
      ["sign", ">", 0],
      ["target", ">", 0],
      ["value", ">", [MOST_TIMES_TARGET, "*", "target"]],
      unlessKnown("baseline", ["value", ">", [MOST_TIMES_TARGET, "*", "baseline"]]),
    ),
    says: `{value} 超过目标 {target} 的 ${MOST_TIMES_TARGET} 倍`,
    remedy: CHECK_UNIT,
  },
  "unit-lower": {
    level: "核实",
    unless: isRange,
    finds: all(
      ["sign", "<", 0],
      ["target", ">", 0],
      ["value", "<", ["target", "/", MOST_TIMES_TARGET]],
      unlessKnown("baseline", ["value", "<", ["baseline", "/", MOST_TIMES_TARGET]]),
    ),
    says: `{value} 不到目标 {target} 的 1/${MOST_TIMES_TARGET}`,
    remedy: CHECK_UNIT,
  },
  "no-target": {
    level: "提示",
    finds: ["not", ["known", "target"]],
    says: "计划的目标为“{printedTarget}”",
    remedy: "只作记录，不评价进度",
  },
  decimals: {
    level: "提示",
    finds: ["value", "<>", ["value", "round", "decimals"]],
    says: "{value} 的小数多于 {decimals} 位",
    remedy: "请核对是否多填了小数；保存的数不变",
  },
};

/** Rules for 人工判断 by id: `{text}` is what stands in the cell. */
export const STATEMENT_RULES = {
  "not-a-statement": {
    level: "强制",
    says: "“{text}”不是人工判断",
    remedy: `请从列表选择：${STATEMENT_LIST}`,
  },
  statement: {
    level: "核实",
    says: "人工判断为“{text}”，须写明理由",
    remedy: "请在“情况说明”写明判断的理由",
  },
} as const satisfies Record<string, { level: Level; says: string; remedy: string }>;

/** A word of a sentence: of the indicator alone, one of two by a condition, or a number half up to so many decimals. */
export type Word =
  | ((indicator: Indicator) => string)
  | { if: AuditCondition; then: string; else: string }
  | { number: AuditQuantity; decimals: number };

/** What a rule's sentence may name beside its numbers, which are said as a cell shows them. */
export const AUDIT_WORDS: Readonly<Record<string, Word>> = {
  bounds: boundsOf,
  ratioName: (indicator) => `${ratioName(indicator) ?? ""}比`,
  printedTarget,
  direction: { if: [CHANGE, ">", 0], then: "增长", else: "下降" },
  percent: { number: ["abs", CHANGE], decimals: 1 },
};
