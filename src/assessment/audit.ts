import type { Indicator } from "../plan";
import { fixed, shown, told } from "../text";
import {
  AUDIT_CONSTANTS,
  AUDIT_RULES,
  AUDIT_WORDS,
  type AuditCondition,
  type AuditName,
  type AuditQuantity,
  findsOf,
  type Level,
  LEVELS,
  offerWords,
  type Rule,
  STATEMENT_RULES,
} from "./audit-rules";
import { outOfBounds } from "./bounds";
import { compile } from "./compile";
import { perIndicator } from "./per-indicator";
import { type EntryCell, type Reading, readEntry, type TextKind } from "./reading";
import { STATEMENTS } from "./statement";
import { likelyWords } from "./words";

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

/** What a number is checked against. `previous` is NaN where 上年同期 is blank or cannot be true. */
interface Case {
  indicator: Indicator;
  value: number;
  previous: number;
}

const isTyped = (name: AuditName): name is "value" | "previous" => name === "value" || name === "previous";

/** The rules that can find something in an indicator's numbers, each with its test. */
const testsOf = perIndicator((indicator) =>
  Object.entries(AUDIT_RULES).flatMap(([id, rule]) => {
    if (rule.unless?.(indicator)) return [];
    const finds = compile<AuditName, Case>(findsOf(rule, indicator), (name) =>
      isTyped(name) ? (c) => c[name] : AUDIT_CONSTANTS[name](indicator),
    );
    return finds === false ? [] : [{ id, rule, finds: finds === true ? () => true : finds }];
  }),
);

const numberIn = (c: Case, name: AuditName): number =>
  isTyped(name) ? c[name] : AUDIT_CONSTANTS[name](c.indicator);
/** All names of a case are known, so that nothing is left to be reckoned. */
const quantityIn = (c: Case, of: AuditQuantity): number => compile(of, (name) => numberIn(c, name)) as number;
const holdsIn = (c: Case, of: AuditCondition): boolean => compile(of, (name) => numberIn(c, name)) as boolean;

function wordIn(c: Case, name: string): string {
  const word = AUDIT_WORDS[name];
  if (word === undefined) return told(numberIn(c, name as AuditName));
  if (typeof word === "function") return word(c.indicator);
  if ("number" in word) return fixed(quantityIn(c, word.number), word.decimals);
  return holdsIn(c, word.if) ? word.then : word.else;
}

const sentence = (says: string, c: Case): string =>
  says.replace(/\{(\w+)\}/g, (_, word: string) => wordIn(c, word));

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

function ofStatement(rule: keyof typeof STATEMENT_RULES, text: string): Finding {
  const { level, says, remedy } = STATEMENT_RULES[rule];
  return { level, rule, message: says.replace("{text}", () => text), remedy };
}

/** A cell as read from a sheet, an EntryCell, or its bare value. */
type Audited = unknown;
const isCell = (input: Audited): input is EntryCell =>
  typeof input === "object" && input !== null && "value" in input;
const read = (input: Audited, indicator: Indicator): Reading =>
  readEntry(isCell(input) ? input : { value: input }, indicator);

const plausible = (reading: Reading, indicator: Indicator): number =>
  reading.kind === "number" && !outOfBounds(indicator, reading.value) ? reading.value : NaN;

function say(id: string, { level, says, remedy, reading = NaN }: Rule, c: Case): Finding {
  const found = { level, rule: id, message: sentence(says, c) };
  const offered = quantityIn(c, reading);
  if (Number.isNaN(offered)) return { ...found, remedy: sentence(remedy, c) };
  return { ...found, remedy: offerWords(c.indicator, offered), reading: offered };
}

/**
 * Audits 本期值, strictest level first; a blank has nothing to audit, and what must be mended is all that is said.
 * @param previous 上年同期; not compared with unless it is a number within the indicator's bounds
 */
export function audit(indicator: Indicator, actual: Audited, previous?: Audited): Finding[] {
  const reading = read(actual, indicator);
  if (reading.kind === "blank") return [];
  if (reading.kind === "statement") return [ofStatement("statement", STATEMENTS[reading.is])];
  if (reading.kind === "text")
    return [indicator.type === "words" ? ofStatement("not-a-statement", reading.text) : unreadable(reading)];
  const previousValue = plausible(read(previous, indicator), indicator);
  const c: Case = { indicator, value: reading.value, previous: previousValue };
  const found = testsOf(indicator).flatMap(({ id, rule, finds }) => (finds(c) ? [say(id, rule, c)] : []));
  const mustMend = found.filter((f) => f.level === "强制");
  return mustMend.length > 0 ? mustMend : found;
}

/** Audits 上年同期 by itself: one that cannot be true is to be checked, 核实. */
export const auditPrevious = (indicator: Indicator, previous: Audited): Finding[] =>
  audit(indicator, previous)
    .filter(({ level }) => level === "强制")
    .map((finding) => ({ ...finding, level: "核实" }));

/** As far as a cell of the sheet says it. */
type Said = Pick<Finding, "level" | "message" | "reading">;

/** For a cell of the sheet, without the remedy: `强制：“９５％”不是数，可能是95`. */
export const describeFinding = ({ level, message, reading }: Said): string =>
  `${level}：${message}${likelyWords(reading)}`;

const inPrevious = (finding: Finding): Finding => ({ ...finding, message: `上年同期${finding.message}` });

/**
 * 审核提示 of a row: what is wrong with 本期值 and 上年同期, joined by “；”; empty while 本期值 is blank.
 * @param cross what is found of it in checks between indicators
 */
export function auditWords(
  indicator: Indicator,
  actual: Audited,
  previous?: Audited,
  cross: readonly Said[] = [],
): string {
  const own = audit(indicator, actual, previous);
  if (read(actual, indicator).kind === "blank" || own[0]?.level === "强制")
    return own.map(describeFinding).join("；");
  const all: Said[] = [...own, ...auditPrevious(indicator, previous).map(inPrevious), ...cross];
  return LEVELS.flatMap((level) => all.filter((finding) => finding.level === level))
    .map(describeFinding)
    .join("；");
}
