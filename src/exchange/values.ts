import { audit, describeFinding, type Finding, type Level, readEntry } from "../assessment";
import { fold, isBlank, isDateFormat } from "../text";
import type { Indicator } from "../plan";
import type { AuditItem } from "../report";
import { isoDate, shownAs } from "./shown";
import type { EntryKind, ExchangeRecord } from "./tables";

export { sameValue } from "../assessment";

export type Value = string | number | boolean;

/** A cell that is not blank: its raw value and its number format. */
export interface FilledCell {
  value: Value;
  format: string;
}

/** What the audit finds in an entry beside what it holds back. */
export interface ValueFinding {
  level: Level;
  /** what is wrong, without the level */
  words: string;
}

/** An entry as it was meant. */
export interface ReadValue {
  value: Value;
  /** why it is not to be written unasked; empty where it may be */
  held: string[];
  /** what it most likely means */
  reading?: Value;
  /** it was a number that is only written as text */
  converted?: true;
  /** what else the audit finds in it */
  findings: ValueFinding[];
}

const plainly = (value: Value): ReadValue => ({ value, held: [], findings: [] });

const wordsOf = (finding: Finding): ValueFinding => ({
  level: finding.level,
  words: describeFinding(finding).slice(`${finding.level}：`.length),
});

/** A number that is only written as text; anything with words or signs around it stays as typed. */
const isNumberInText = (text: string): boolean => /^[-+\d.,]+$/.test(fold(text));

function readNumber(
  record: ExchangeRecord,
  cell: FilledCell,
  previous: FilledCell | null | undefined,
): ReadValue {
  const { indicator } = record;
  if (!indicator) return plainly(cell.value);
  const seen = readEntry(cell, indicator);
  const { reading } = seen.kind === "text" ? seen : { reading: undefined };
  const converted =
    reading !== undefined && typeof cell.value === "string" && isNumberInText(cell.value)
      ? reading
      : undefined;
  const found = audit(indicator, converted ?? cell, previous ?? undefined);
  const held = found.filter(({ level }) => level === "强制").map(({ message }) => message);
  return {
    value: converted ?? (seen.kind === "text" && typeof cell.value === "number" ? seen.text : cell.value),
    held,
    ...(converted === undefined && reading !== undefined && { reading }),
    ...(converted !== undefined && { converted: true }),
    // of 上年同期 only a number is asked; its own change is the next year's matter
    findings: previous === undefined ? [] : found.filter(({ level }) => level !== "强制").map(wordsOf),
  };
}

/** Days from 1927 to 2173; other numbers in a date's place are none. */
const isDay = (value: number): boolean => value >= 10_000 && value < 100_000;

/** A date stays a date; anything else is what its cell shows, and a number in a date's place the number typed. */
function asShown(kind: EntryKind, { value, format }: FilledCell): Value {
  if (kind !== "date") return shownAs(value, format);
  if (typeof value !== "number") return value;
  return isDay(value) ? value : shownAs(value, isDateFormat(format) ? "General" : format);
}

/** One of the words by which a bureau states how an indicator without a number stands: 人工判断. */
function readJudgement(indicator: Indicator, cell: FilledCell): ReadValue {
  const found = audit(indicator, cell);
  return {
    value: shownAs(cell.value, cell.format),
    held: found.filter(({ level }) => level === "强制").map(({ message }) => message),
    findings: found.filter(({ level }) => level !== "强制").map(wordsOf),
  };
}

/** Held back where the audit of tasks would not let it pass, with what that offers instead. */
function readTaskEntry(kind: EntryKind, cell: FilledCell, items: readonly AuditItem[]): ReadValue {
  const reading = items.find(({ correction }) => correction)?.correction?.reading;
  return {
    value: asShown(kind, cell),
    held: items.filter(({ level }) => level === "强制").map(({ message }) => message),
    ...(reading !== undefined && { reading }),
    findings: items
      .filter(({ level }) => level !== "强制")
      .map(({ level, message }) => ({ level, words: message })),
  };
}

/**
 * Reads one filled entry.
 * @param previous of 本期值, 上年同期 beside it, null when that is blank; undefined for other columns
 * @param items what the audit finds in this cell of 任务分工
 */
export function readValue(
  kind: EntryKind,
  record: ExchangeRecord,
  cell: FilledCell,
  previous: FilledCell | null | undefined,
  items: readonly AuditItem[],
): ReadValue {
  if (kind === "number") return readNumber(record, cell, previous);
  if (record.indicator && typeof kind === "object") return readJudgement(record.indicator, cell);
  return readTaskEntry(kind, cell, items);
}

/** What the workbook's own cell says, to be compared with what comes; "" where it is blank. */
export function standingValue(kind: EntryKind, value: unknown, format: string): Value {
  if (isBlank(value)) return "";
  return kind === "text" ? shownAs(value as Value, format) : (value as Value);
}

/** A value as lists and the sheet 汇总记录 say it: a date as a date. */
export const told = (kind: EntryKind, value: Value): Value =>
  kind === "date" && typeof value === "number" && isDay(value) ? isoDate(value) : value;
