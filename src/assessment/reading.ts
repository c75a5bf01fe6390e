import {
  atExcelsPrecision,
  fold,
  isBlank,
  isDateFormat,
  isPercentFormat,
  MOST_DIGITS,
  shown,
  shownDate,
  told,
} from "../text";
import type { Indicator } from "../plan";
import { isNotWhole, outOfBounds } from "./bounds";
import { type Statement, statementOf } from "./statement";
import { ratioPower, unitPowers } from "./units";

/** Text in place of a number: words, a date, a percentage by the cell's format, or what says that there is none. */
export type TextKind = "words" | "date" | "percent" | "no-data";

/**
 * A cell as typed: nothing, a number, a statement, or something else as it is seen; `reading` is the number that such text most
 * likely means in the indicator's unit, `mark` a footnote mark it leaves out.
 */
export type Reading =
  | { kind: "blank" }
  | { kind: "number"; value: number }
  /** 人工判断 of a target in words */
  | { kind: "statement"; is: Statement }
  | { kind: "text"; text: string; is: TextKind; reading?: number; mark?: string };

/** A cell as read from a sheet. */
export interface EntryCell {
  value: unknown;
  /** its number format, such as `0%`; absent where it is not known */
  format?: string;
}

/** What people write around a number, longer words before those they begin with. */
export const AROUND = {
  before: ["大约", "约", "近", "超过", "超", ">=", "≥", ">", "<=", "≤", "<"],
  after: ["左右", "以上", "以下", "以内", "余", "多"],
  /** words before the number that name its unit */
  units: [
    ["¥", "元"],
    ["人民币", "元"],
    ["百分之", "%"],
  ],
} as const;

/** Signs that point to a footnote: none of them is a digit of the number. */
export const MARKS: readonly (readonly string[])[] = [
  [..."①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"],
  [..."¹²³⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉*※#^†‡❶❷❸❹❺❻❼❽❾❿⒈⒉⒊⒋⒌⒍⒎⒏⒐"],
];
/** Brackets of marks such as [1], 【2】 and (注), as round ones. */
export const BRACKETS: readonly (readonly [string, string])[] = [
  ["[", "("],
  ["【", "("],
  ["〔", "("],
  ["]", ")"],
  ["】", ")"],
  ["〕", ")"],
];

/** What stands in a cell for “no data”; letters are upper case. */
export const NO_DATA = {
  /** nothing but such signs */
  signs: [..."-–—―−_/\\|.。…·*×~?!,、;:'\"“”=+#"],
  words: ["N/A", "NA", "#N/A", "NULL", "NONE", "NIL", "X", "XX", "XXX"],
  /** words without a digit that begin so: 暂无, 未统计, 不适用 */
  begins: [..."无暂未缺待尚没空略", "不适", "不详", "不涉", "不掌"],
  /** whatever follows: 见附注1 */
  refers: ["见", "详见", "参见"],
} as const;

const MARK_SIGN = new RegExp(`[${MARKS.flat().join("").replace("^", "\\^")}]`, "g");
const NOTE = /\([注\d]{0,2}\)/;
const [NOTE_BEFORE, NOTE_AFTER] = [new RegExp(`^${NOTE.source}`), new RegExp(`${NOTE.source}$`)];

const without = (text: string, words: readonly string[]): string =>
  words.reduce((rest, word) => rest.replaceAll(word, ""), text);

const withoutMarks = (clean: string): string =>
  BRACKETS.reduce((text, [from, to]) => text.replaceAll(from, to), clean.replace(MARK_SIGN, ""))
    .replace(NOTE_AFTER, "")
    .replace(NOTE_BEFORE, "");

/** The mark as typed: what is left when the text without it is taken out. */
function markIn(clean: string, bare: string): string | undefined {
  if (clean === bare) return undefined;
  const at = clean.indexOf(bare);
  return at < 0 ? without(clean, [...bare]) : clean.slice(0, at) + clean.slice(at + bare.length);
}

const NUMBER = /^(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
/** words before, sign, digits, words after */
const PARTS = /^([^\d+-]*)([-+]?)([\d.,]*)([^\d.,]*)$/;

/** The unit after a number, or named before it. */
function unitOf(before: string, after: string): string | undefined {
  const [lead, tail] = [without(before, AROUND.before), without(after, AROUND.after)];
  if (lead === "") return tail;
  const named = AROUND.units.find(([word]) => word === lead)?.[1];
  if (named === undefined) return undefined;
  return tail.endsWith(named) ? tail : tail + named;
}

interface Likely {
  value: number;
  mark?: string;
}

/** The number that text most likely means, in the unit whose powers are given. */
function likelyNumber(text: string, powers: ReadonlyMap<string, number>): Likely | undefined {
  const clean = fold(text).replaceAll("−", "-");
  const bare = withoutMarks(clean);
  const [, before = "", sign = "", digits = "", after = ""] = PARTS.exec(bare) ?? [];
  const unit = unitOf(before, after);
  const power = unit === undefined ? undefined : powers.get(unit);
  // a mark between digits parts two numbers; a number of more digits than Excel keeps would be offered changed
  const whole = NUMBER.test(digits) && clean.includes(sign + digits);
  if (power === undefined || !whole || without(digits, [",", "."]).length > MOST_DIGITS) return undefined;
  const value = Number(`${sign}${without(digits, [","])}e${power}`);
  const mark = markIn(clean, bare);
  return { value, ...(mark !== undefined && { mark }) };
}

const BARE: ReadonlyMap<string, number> = new Map([["", 0]]);

/** True for text that stands for “no data”: —, /, 无, N/A, 见附注, 未统计. */
export function saysNoData(text: string): boolean {
  const clean = fold(text).toUpperCase();
  const beginsWith = (starts: readonly string[]): boolean => starts.some((start) => clean.startsWith(start));
  return (
    without(clean, NO_DATA.signs) === "" ||
    NO_DATA.words.some((word) => word === clean) ||
    beginsWith(NO_DATA.refers) ||
    (beginsWith(NO_DATA.begins) && !/\d/.test(clean))
  );
}

/** Excel's word for an error cell is passed on as this. */
export const ERROR_CELL = "错误值";

function words(input: unknown): string {
  if (typeof input === "boolean") return input ? "TRUE" : "FALSE";
  return typeof input === "string" ? input : ERROR_CELL;
}

/** NaN and Infinity are none. */
export const isNumber = (input: unknown): input is number =>
  typeof input === "number" && Number.isFinite(input);

function textReading(input: unknown, powers: ReadonlyMap<string, number>): Reading {
  const text = words(input);
  if (typeof input !== "string") return { kind: "text", text, is: "words" };
  const likely = likelyNumber(text, powers);
  if (likely === undefined) return { kind: "text", text, is: saysNoData(text) ? "no-data" : "words" };
  const { value, ...mark } = likely;
  return { kind: "text", text, is: "words", reading: value, ...mark };
}

/** Reads a cell's bare value, of whatever unit. Numbers that are none (NaN, Infinity), booleans and errors are text. Never throws. */
export function readActual(input: unknown): Reading {
  if (isNumber(input)) return { kind: "number", value: input };
  return isBlank(input) ? { kind: "blank" } : textReading(input, BARE);
}

/** True for a number that the audit would not refuse. */
export const fits = (indicator: Indicator, value: number): boolean =>
  Number.isFinite(value) && !outOfBounds(indicator, value) && !isNotWhole(indicator, value);

/** A reading that must itself be mended is none. */
function fitting(reading: Reading, indicator: Indicator): Reading {
  if (reading.kind !== "text" || reading.reading === undefined || fits(indicator, reading.reading))
    return reading;
  const { text, is } = reading;
  return { kind: "text", text, is };
}

/** The number a fraction stands for in a ratio's unit, free of binary noise: 0.9500000000000001 is 95 %. */
export const asRatio = (fraction: number, power: number): number =>
  atExcelsPrecision(fraction * 10 ** -power);

function formatted(value: number, format: string, indicator: Indicator): Reading {
  if (isDateFormat(format)) return { kind: "text", text: shownDate(value), is: "date" };
  if (!isPercentFormat(format)) return { kind: "number", value };
  const text = `${shown(asRatio(value, -2))}%`;
  const power = ratioPower(indicator);
  return {
    kind: "text",
    text,
    is: "percent",
    ...(power !== undefined && { reading: asRatio(value, power) }),
  };
}

/** 本期值 of a target in words: a statement, or text that is none. */
function stated(value: unknown, format: string, indicator: Indicator): Reading {
  if (isNumber(value)) {
    const seen = formatted(value, format, indicator);
    return { kind: "text", text: seen.kind === "text" ? seen.text : told(value), is: "words" };
  }
  const text = words(value);
  const is = statementOf(text);
  return is === null ? { kind: "text", text, is: "words" } : { kind: "statement", is };
}

/**
 * Reads an entry of an indicator: the one reader of what was typed, pasted, merged or given to a function.
 * A number shown as a date or a percentage is text. A reading is in the indicator's unit and within its bounds. Never throws.
 */
export function readEntry({ value, format = "General" }: EntryCell, indicator: Indicator): Reading {
  if (isBlank(value)) return { kind: "blank" };
  if (indicator.type === "words") return stated(value, format, indicator);
  const reading = isNumber(value)
    ? formatted(value, format, indicator)
    : textReading(value, unitPowers(indicator));
  return fitting(reading, indicator);
}
