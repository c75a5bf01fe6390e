import { fold, type Indicator } from "../plan";
import { basisOf } from "./figures";
import { decimalsOf, fixed, shown } from "./numbers";
import { isEntryCell, type Reading, readActual, readEntry } from "./reading";

/** 强制 must be corrected, 核实 stands only with a written 情况说明, 提示 is for information. */
export type Level = "强制" | "核实" | "提示";
export const LEVELS: readonly Level[] = ["强制", "核实", "提示"];

export interface Finding {
  level: Level;
  rule: string;
  /** what is wrong, with the value received */
  message: string;
  /** what to do */
  remedy: string;
  /** the number that unreadable text most likely means */
  reading?: number;
}

const EXPLAIN = "请核对；确实如此的，在“情况说明”写明原因";

/** What a number is checked against. `previous` is null where 上年同期 is blank or no number. */
interface Case {
  indicator: Indicator;
  value: number;
  previous: number | null;
  baseline: number | null;
  target: number | null;
  sign: 1 | -1;
}

/** What a rule's words may name. */
const WORDS = {
  value: (c: Case) => shown(c.value),
  min: (c: Case) => shown(c.indicator.min),
  max: (c: Case) => shown(c.indicator.max ?? Infinity),
  baseline: (c: Case) => shown(c.baseline ?? NaN),
  previous: (c: Case) => shown(c.previous ?? NaN),
  target: (c: Case) => shown(c.target ?? NaN),
  printedTarget: (c: Case) => c.indicator.target.text,
  decimals: (c: Case) => String(c.indicator.decimals),
  direction: (c: Case) => (change(c) > 0 ? "增长" : "下降"),
  percent: (c: Case) => fixed(Math.abs(change(c)), 1),
};
export type AuditWord = keyof typeof WORDS;

interface Rule {
  level: Level;
  finds: (c: Case) => boolean;
  /** what is wrong; `{value}` stands for one of the words */
  says: string;
  /** what to do */
  remedy: string;
}

/** A change against 上年同期 beyond this is to be explained, percent. */
export const LARGEST_CHANGE = 30;
/** A value beyond this many times the target looks like another unit. */
export const MOST_TIMES_TARGET = 3;
/** A rate below 1 looks like a fraction where baseline or target is above this. */
export const LEAST_RATE = 2;

const rate = ({ max }: Indicator): boolean => max === 100;
const change = (c: Case): number => (100 * (c.value - c.previous!)) / Math.abs(c.previous!);

/** Rules for numbers by id, in the order of their levels. */
export const AUDIT_RULES = {
  negative: {
    level: "强制",
    finds: (c) => c.value < c.indicator.min,
    says: "{value} 小于 {min}",
    remedy: "请改为不小于 0 的数",
  },
  "above-max": {
    level: "强制",
    finds: ({ value, indicator: { max } }) => max !== undefined && value > max,
    says: "{value} 大于 {max}",
    remedy: "百分比请填 0 至 100 之间的数",
  },
  "not-whole": {
    level: "强制",
    finds: (c) => c.indicator.whole && !Number.isInteger(c.value),
    says: "{value} 不是整数",
    remedy: "此指标按个数统计，请填整数",
  },
  fraction: {
    level: "核实",
    finds: ({ value, indicator, baseline, target }) =>
      rate(indicator) &&
      value > 0 &&
      value < 1 &&
      ((baseline ?? 0) > LEAST_RATE || (target ?? 0) > LEAST_RATE),
    says: "{value} 像是小数形式的百分比",
    remedy: "百分比按 0 至 100 填写，例如 0.95 应填 95；确实如此的，在“情况说明”写明原因",
  },
  "below-baseline": {
    level: "核实",
    finds: (c) => c.baseline !== null && c.sign * (c.value - c.baseline) < 0,
    says: "{value} 劣于基期 {baseline}（倒退）",
    remedy: EXPLAIN,
  },
  "jump-from-zero": {
    level: "核实",
    finds: (c) => c.previous === 0 && c.value !== 0,
    says: "上年同期为 0，本期为 {value}",
    remedy: EXPLAIN,
  },
  jump: {
    level: "核实",
    finds: (c) => c.previous !== null && c.previous !== 0 && Math.abs(change(c)) > LARGEST_CHANGE + 1e-9,
    says: `比上年同期 {previous} {direction} {percent}%，超过 ${LARGEST_CHANGE}%`,
    remedy: EXPLAIN,
  },
  unit: {
    level: "核实",
    finds: (c) => c.target !== null && c.target > 0 && c.value > MOST_TIMES_TARGET * c.target,
    says: `{value} 超过目标 {target} 的 ${MOST_TIMES_TARGET} 倍`,
    remedy: "请核对计量单位；确实如此的，在“情况说明”写明原因",
  },
  "no-target": {
    level: "提示",
    finds: ({ indicator: { target } }) => target.notation.kind !== "value",
    says: "计划的目标为“{printedTarget}”",
    remedy: "只作记录，不评价进度",
  },
  decimals: {
    level: "提示",
    finds: ({ value, indicator: { decimals } }) => decimalsOf(value) > decimals,
    says: "{value} 的小数多于 {decimals} 位",
    remedy: "本指标按规定小数位数显示，保存的数不变",
  },
} satisfies Record<string, Rule>;
export type AuditRule = keyof typeof AUDIT_RULES;
const RULES = Object.entries<Rule>(AUDIT_RULES);

const sentence = (says: string, c: Case): string =>
  says.replace(/\{(\w+)\}/g, (_, word: AuditWord) => WORDS[word](c));

/** Text in place of a number. */
export const UNREADABLE = {
  says: "“{text}”不是数",
  remedy: "请填数，不带单位和符号",
  remedyWithReading: "请改为数 {reading}",
} as const;

const unreadable = (reading: Extract<Reading, { kind: "text" }>): Finding => ({
  level: "强制",
  rule: "not-a-number",
  message: UNREADABLE.says.replace("{text}", () => reading.text),
  remedy:
    reading.reading === undefined
      ? UNREADABLE.remedy
      : UNREADABLE.remedyWithReading.replace("{reading}", shown(reading.reading)),
  ...(reading.reading !== undefined && { reading: reading.reading }),
});

/**
 * Audits one entry, strictest level first; a blank has nothing to audit.
 * @param previous 上年同期 as typed; ignored unless it is a number
 */
export function audit(indicator: Indicator, input: unknown, previous?: unknown): Finding[] {
  const reading = isEntryCell(input) ? readEntry(input, indicator) : readActual(input);
  if (reading.kind === "blank") return [];
  if (reading.kind === "text") return [unreadable(reading)];
  const before = isEntryCell(previous) ? readEntry(previous, indicator) : readActual(previous);
  const { baseline, target, sign } = basisOf(indicator);
  const c: Case = {
    indicator,
    value: reading.value,
    previous: before.kind === "number" ? before.value : null,
    baseline,
    target,
    sign,
  };
  const found = RULES.filter(([, { finds }]) => finds(c)).map(([rule, { level, says, remedy }]): Finding => ({
    level,
    rule,
    message: sentence(says, c),
    remedy,
  }));
  const mustMend = found.filter((f) => f.level === "强制");
  return mustMend.length > 0 ? mustMend : found;
}

/** `强制：“９５％”不是数，请改为数 95` */
export const describeFinding = ({ level, message, remedy }: Finding): string =>
  `${level}：${message}，${remedy}`;

/** True when 情况说明 says something. */
export const isExplained = (explanation: unknown): boolean =>
  typeof explanation === "string" && fold(explanation) !== "";
