import type { Indicator } from "../plan";
import { compare, COMPARED_DECIMALS, notWhole, outOfBounds } from "./compare";
import { basisOf } from "./figures";
import { fixed, shown } from "../text";
import { asRatio, type EntryCell, type Reading, readEntry, type TextKind } from "./reading";
import { isRate, ratioName, ratioPower } from "./units";

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
  /** the number most likely meant, to be offered as a correction */
  reading?: number;
}

const OR_EXPLAIN = "确实如此的，在“情况说明”写明原因";
const EXPLAIN = `请核对；${OR_EXPLAIN}`;

/** What a number is checked against. `previous` is null where 上年同期 is blank or cannot be true. */
interface Case {
  indicator: Indicator;
  value: number;
  previous: number | null;
  baseline: number | null;
  target: number | null;
  sign: 1 | -1;
}

/** What the indicator can be, to stand after a Chinese word: ` -20 至 30 之间的数`, `不小于 0 的整数`. */
export const boundsOf = (indicator: Indicator): string =>
  rangeOf(indicator) + (indicator.whole ? "整数" : "数");

function rangeOf({ min, max }: Indicator): string {
  if (min === undefined) return max === undefined ? "" : `不大于 ${shown(max)} 的`;
  return max === undefined ? `不小于 ${shown(min)} 的` : ` ${shown(min)} 至 ${shown(max)} 之间的`;
}

/** The rate that a fraction looks like; undefined where it could not be. */
function rateOf({ indicator, value }: Case): number | undefined {
  const rate = asRatio(value, ratioPower(indicator) ?? 0);
  return outOfBounds(indicator, rate) ? undefined : rate;
}

const change = (c: Case): number => (100 * (c.value - c.previous!)) / Math.abs(c.previous!);

/** A typed number without binary noise, as plain formulas show it too. */
const told = (value: number): string => shown(Number(value.toFixed(COMPARED_DECIMALS)));

/** What a rule's words may name. */
const WORDS = {
  value: (c: Case) => told(c.value),
  min: (c: Case) => shown(c.indicator.min ?? -Infinity),
  max: (c: Case) => shown(c.indicator.max ?? Infinity),
  bounds: (c: Case) => boundsOf(c.indicator),
  ratio: (c: Case) => `${ratioName(c.indicator) ?? ""}比`,
  baseline: (c: Case) => shown(c.baseline ?? NaN),
  previous: (c: Case) => told(c.previous ?? NaN),
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
  /** what to do, likewise */
  remedy: string;
  /** the number most likely meant */
  reading?: (c: Case) => number | undefined;
}

/** A change against 上年同期 beyond this is to be explained, percent. */
export const LARGEST_CHANGE = 30;
/** A value beyond this many times the target, or below that part of it, looks like another unit. */
export const MOST_TIMES_TARGET = 3;
/** A rate up to 1 looks like a fraction where baseline or target is above this. */
export const LEAST_RATE = 2;

const above = (value: number | null, bound: number): boolean => value !== null && compare(value, bound) > 0;
const CHECK_UNIT = `请核对计量单位；${OR_EXPLAIN}`;

/** Rules for numbers by id, in the order of their levels. */
export const AUDIT_RULES = {
  negative: {
    level: "强制",
    finds: ({ value, indicator: { min } }) => min !== undefined && compare(value, min) < 0,
    says: "{value} 小于 {min}",
    remedy: "请改为{bounds}",
  },
  "above-max": {
    level: "强制",
    finds: ({ value, indicator: { max } }) => max !== undefined && compare(value, max) > 0,
    says: "{value} 大于 {max}",
    remedy: "请改为{bounds}",
  },
  "not-whole": {
    level: "强制",
    finds: (c) => notWhole(c.indicator, c.value),
    says: "{value} 不是整数",
    remedy: "此指标按个数统计，请改为整数",
  },
  fraction: {
    level: "核实",
    finds: ({ value, indicator, baseline, target }) =>
      isRate(indicator) &&
      compare(value, 0) > 0 &&
      compare(value, 1) <= 0 &&
      (above(baseline, LEAST_RATE) || above(target, LEAST_RATE)),
    says: "{value} 像是小数形式的{ratio}",
    remedy: EXPLAIN,
    reading: rateOf,
  },
  "below-baseline": {
    level: "核实",
    finds: (c) => c.baseline !== null && c.sign * compare(c.value, c.baseline) < 0,
    says: "{value} 劣于基期 {baseline}（倒退）",
    remedy: EXPLAIN,
  },
  "jump-from-zero": {
    level: "核实",
    finds: (c) => c.previous !== null && compare(c.previous, 0) === 0 && compare(c.value, 0) !== 0,
    says: "上年同期为 0，本期为 {value}",
    remedy: EXPLAIN,
  },
  jump: {
    level: "核实",
    finds: (c) =>
      c.previous !== null && compare(c.previous, 0) !== 0 && compare(Math.abs(change(c)), LARGEST_CHANGE) > 0,
    says: `比上年同期 {previous} {direction} {percent}%，超过 ${LARGEST_CHANGE}%`,
    remedy: EXPLAIN,
  },
  unit: {
    level: "核实",
    finds: (c) => c.sign > 0 && above(c.target, 0) && compare(c.value, MOST_TIMES_TARGET * c.target!) > 0,
    says: `{value} 超过目标 {target} 的 ${MOST_TIMES_TARGET} 倍`,
    remedy: CHECK_UNIT,
  },
  "unit-lower": {
    level: "核实",
    finds: (c) => c.sign < 0 && above(c.target, 0) && compare(c.value, c.target! / MOST_TIMES_TARGET) < 0,
    says: `{value} 不到目标 {target} 的 1/${MOST_TIMES_TARGET}`,
    remedy: CHECK_UNIT,
  },
  "no-target": {
    level: "提示",
    finds: ({ indicator: { target } }) => target.notation.kind !== "value",
    says: "计划的目标为“{printedTarget}”",
    remedy: "只作记录，不评价进度",
  },
  decimals: {
    level: "提示",
    finds: ({ value, indicator: { decimals } }) => compare(value, Number(fixed(value, decimals))) !== 0,
    says: "{value} 的小数多于 {decimals} 位",
    remedy: "请核对是否多填了小数；保存的数不变",
  },
} satisfies Record<string, Rule>;
export type AuditRule = keyof typeof AUDIT_RULES;
const RULES = Object.entries<Rule>(AUDIT_RULES);

const sentence = (says: string, c: Case): string =>
  says.replace(/\{(\w+)\}/g, (_, word: AuditWord) => WORDS[word](c));

/** Text in place of a number: what is wrong and what to do, by what the text is. */
export const UNREADABLE: Readonly<Record<TextKind, { says: string; remedy: string }>> = {
  words: { says: "“{text}”不是数", remedy: "请填数，不带单位和符号" },
  date: { says: "“{text}”是日期，不是数", remedy: "请重新填数，并把单元格格式改为数值" },
  percent: {
    says: "“{text}”是百分比格式，不是数",
    remedy: "请按计量单位填数，不带百分号，并把单元格格式改为数值",
  },
  "no-data": { says: "“{text}”不是数，没有数据应留空", remedy: "请留空，并在“情况说明”写明原因" },
};

function unreadable({ text, is, reading, mark }: Extract<Reading, { kind: "text" }>): Finding {
  const { says, remedy } = UNREADABLE[is];
  const found = {
    level: "强制",
    rule: is === "words" ? "not-a-number" : is,
    message: says.replace("{text}", () => text),
  } as const;
  if (reading === undefined) return { ...found, remedy };
  const without = mark === undefined ? "" : `（去掉注号“${mark}”）`;
  return { ...found, remedy: `请改为数 ${shown(reading)}${without}`, reading };
}

/** A cell as read from a sheet, an EntryCell, or its bare value. */
type Audited = unknown;
const isCell = (input: Audited): input is EntryCell =>
  typeof input === "object" && input !== null && "value" in input;
const read = (input: Audited, indicator: Indicator): Reading =>
  readEntry(isCell(input) ? input : { value: input }, indicator);

const plausible = (reading: Reading, indicator: Indicator): number | null =>
  reading.kind === "number" && !outOfBounds(indicator, reading.value) ? reading.value : null;

function caseOf(indicator: Indicator, value: number, previous: number | null): Case {
  const { baseline, target, sign } = basisOf(indicator);
  return { indicator, value, previous, baseline, target, sign };
}

/** Where values below 0 are ordinary, so are those below 1. */
const offer = ({ indicator: { min } }: Case, reading: number): string =>
  `${min === undefined || min < 0 ? "请核对是否应为" : "请改为"} ${shown(reading)}；${OR_EXPLAIN}`;

const say = (rule: string, { level, says, remedy, reading }: Rule, c: Case): Finding => {
  const offered = reading?.(c);
  return {
    level,
    rule,
    message: sentence(says, c),
    remedy: offered === undefined ? sentence(remedy, c) : offer(c, offered),
    ...(offered !== undefined && { reading: offered }),
  };
};

/**
 * Audits 本期值, strictest level first; a blank has nothing to audit, and what must be mended is all that is said.
 * @param previous 上年同期; not compared with unless it is a number within the indicator's bounds
 */
export function audit(indicator: Indicator, actual: Audited, previous?: Audited): Finding[] {
  const reading = read(actual, indicator);
  if (reading.kind === "blank") return [];
  if (reading.kind === "text") return [unreadable(reading)];
  const c = caseOf(indicator, reading.value, plausible(read(previous, indicator), indicator));
  const found = RULES.filter(([, { finds }]) => finds(c)).map(([id, rule]) => say(id, rule, c));
  const mustMend = found.filter((f) => f.level === "强制");
  return mustMend.length > 0 ? mustMend : found;
}

/** Audits 上年同期 by itself: one that cannot be true is to be checked, 核实. */
export const auditPrevious = (indicator: Indicator, previous: Audited): Finding[] =>
  audit(indicator, previous)
    .filter(({ level }) => level === "强制")
    .map((finding) => ({ ...finding, level: "核实" }));

/** For a cell of the sheet, without the remedy: `强制：“９５％”不是数，可能是95`. */
export const describeFinding = ({ level, message, reading }: Finding): string =>
  `${level}：${message}${reading === undefined ? "" : `，可能是${shown(reading)}`}`;

const inPrevious = (finding: Finding): Finding => ({ ...finding, message: `上年同期${finding.message}` });

/** 审核提示 of a row: what is wrong with 本期值 and 上年同期, joined by “；”; empty while 本期值 is blank. */
export function auditWords(indicator: Indicator, actual: Audited, previous?: Audited): string {
  const own = audit(indicator, actual, previous);
  if (read(actual, indicator).kind === "blank" || own[0]?.level === "强制")
    return own.map(describeFinding).join("；");
  const all = [...own, ...auditPrevious(indicator, previous).map(inPrevious)];
  return LEVELS.flatMap((level) => all.filter((finding) => finding.level === level))
    .map(describeFinding)
    .join("；");
}
