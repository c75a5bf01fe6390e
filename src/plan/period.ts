import type { PlanIssue } from "./issues";
import {
  AFTER_IT,
  AFTER_MONTH,
  BEFORE_IT,
  DAY_WORDS,
  FROM_START,
  MONTH_NUMBERS,
  PARTS,
  RANGE_SIGNS,
  TWO_DIGITS,
  WHOLE_YEAR,
  YEAR_DIGITS,
} from "./period-forms";
import { fail, fold, ok, type Result, shown } from "../text";
import type { PlanYears } from "./years";

/** A report period (报告期) stands for its last month. */
export interface Period {
  year: number;
  /** 1 to 12 */
  month: number;
}

/** Takes a known word off the beginning, or off the end. */
const withoutFirst = (text: string, words: readonly string[]): string => {
  const word = words.find((one) => text.startsWith(one)) ?? "";
  return text.slice(word.length);
};
const withoutLast = (text: string, words: readonly string[]): string => {
  const word = words.find((one) => text.endsWith(one)) ?? "";
  return text.slice(0, text.length - word.length);
};

const known = (table: Readonly<Record<string, number>>, text: string): number =>
  Object.prototype.hasOwnProperty.call(table, text) ? table[text]! : 0;

const RANGE_SIGN = new RegExp(`[${RANGE_SIGNS.join("")}]`, "g");
/** `1-9月` → `9月`; what does not begin with the year's beginning stays. */
function partsEnd(part: string): string {
  const plain = part.replace(RANGE_SIGN, "-");
  const start = FROM_START.find((one) => plain.startsWith(one));
  return start === undefined ? part : plain.slice(start.length);
}

const DAY = new RegExp(`^\\d{1,2}[${DAY_WORDS.join("")}]$`);
/** `6月`, `6月底`, `六月30日` */
function namedMonth(part: string): number {
  const end = part.indexOf("月");
  const after = part.slice(end + 1);
  if (end < 0 || !(AFTER_MONTH.includes(after) || DAY.test(after))) return 0;
  return known(MONTH_NUMBERS, part.slice(0, end));
}

/** `-06`, `/6/30`, `.6.30` */
const DASHED = /^([-/.])(\d{1,2})(?:\1\d{1,2})?$/;

/** The last month meant by what stands after the year; 0 when it means none. */
function monthOf(rest: string): number {
  if (WHOLE_YEAR.includes(rest)) return 12;
  const part = partsEnd(withoutFirst(rest, ["年度", "年"]));
  const named = rest.startsWith("年") ? namedMonth(part) : 0;
  const dashed = DASHED.exec(rest)?.[2];
  return known(PARTS, part) || known(TWO_DIGITS, rest) || named || known(MONTH_NUMBERS, dashed ?? "");
}

const YEAR = /^(?:19|20|21)\d\d$/;

/** Reads text that is no date. */
function readText(text: string): Period | null {
  const core = withoutLast(withoutFirst(text, BEFORE_IT), AFTER_IT).toUpperCase();
  const year = [...core.slice(0, 4)].map((digit) => YEAR_DIGITS[digit] ?? digit).join("");
  const month = YEAR.test(year) ? monthOf(core.slice(4)) : 0;
  return month === 0 ? null : { year: Number(year), month };
}

/** Excel's day 25569 is 1970-01-01. */
const fromSerial = (serial: number): Period => {
  const date = new Date((Math.floor(serial) - 25569) * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
};

/** How a cell that holds a date shows the month it stands for. */
export const PERIOD_DATE_FORMAT = 'yyyy"年"m"月"';

/** A serial has five digits from 1927 to 2173; a year has four, 202306 six. */
const isSerial = (value: number): boolean => value >= 10_000 && value < 100_000;

const serialOf = (input: unknown): number | null => {
  const text = textOf(input).trim();
  // 2023 6 is no number
  return !/\s/.test(text) && isSerial(Number(fold(text))) ? Number(fold(text)) : null;
};

/** True for a cell that holds a date. */
export const isPeriodDate = (input: unknown): boolean => serialOf(input) !== null;

/** A cell's 报告期 in words: a date, which Excel keeps as a serial number, is its month, such as `2023年6月`; all else stays as typed. */
export function shownPeriod(input: unknown): string {
  const serial = serialOf(input);
  if (serial === null) return textOf(input);
  const { year, month } = fromSerial(serial);
  return `${year}年${month}月`;
}

/** A cell's value as its user sees it. */
function textOf(input: unknown): string {
  if (input === null || input === undefined) return "";
  const seen = typeof input === "string" || typeof input === "boolean" || Number.isFinite(input);
  if (typeof input === "number" && seen) return shown(input);
  return seen ? String(input) : "错误值";
}

/** 2023.1 as a number: Excel makes it of 2023.10 too. */
const isAmbiguous = (input: unknown): boolean =>
  typeof input === "number" && /^(?:19|20|21)\d\d\.1$/.test(textOf(input));

/** Why text is no 报告期, whatever the plan. */
type Unread = { code: "period-unreadable"; text: string } | Extract<PlanIssue, { code: "period-ambiguous" }>;

/** Reads a 报告期 as typed: `2023`, `2023年上半年`, `2023Q1`, `2023-06`, `2023/6/30`, an Excel date serial. */
export function readPeriod(input: unknown): Result<Period, Unread> {
  const text = textOf(input);
  if (isAmbiguous(input)) return fail({ code: "period-ambiguous", text, year: text.slice(0, 4) });
  const serial = serialOf(input);
  if (serial !== null) return ok(fromSerial(serial));
  const period = readText(fold(text));
  return period ? ok(period) : fail({ code: "period-unreadable", text });
}

/** Reads a 报告期 and refuses one that ends in or before the plan's baseline year, or more than a year after its target year. */
export function parsePeriod(
  input: unknown,
  { baselineYear, targetYear }: PlanYears,
): Result<Period, PlanIssue> {
  const read = readPeriod(input);
  const years = { baselineYear, targetYear };
  if (!read.ok) return fail({ ...read.issue, ...years });
  const { year } = read.value;
  const issue = { text: shownPeriod(input), ...years };
  if (year <= baselineYear) return fail({ code: "period-before-plan", ...issue });
  if (year > targetYear + 1) return fail({ code: "period-after-plan", ...issue });
  return read;
}

/** True for two ways to write one 报告期, such as `2023年度` and `2023-12`; what cannot be read is compared as text. */
export function samePeriod(a: unknown, b: unknown): boolean {
  const [one, other] = [readPeriod(a), readPeriod(b)];
  if (one.ok && other.ok) return one.value.year === other.value.year && one.value.month === other.value.month;
  return fold(textOf(a)) === fold(textOf(b));
}

/** s: the share of the plan's time that has passed at the period's end, from 0 (end of the baseline year) to 1 (end of the target year). */
export function timeShare(period: Period, plan: PlanYears): number {
  const months = (period.year - plan.baselineYear - 1) * 12 + period.month;
  return Math.min(1, months / ((plan.targetYear - plan.baselineYear) * 12));
}

const OFFERED = ["年", "年上半年", "年一季度", "年二季度", "年三季度", "年四季度"];

/** The periods a form offers in its list: each year of the plan, its first half and its quarters. */
export function offeredPeriods(plan: PlanYears): string[] {
  const years = Array.from(
    { length: plan.targetYear - plan.baselineYear },
    (_, i) => plan.baselineYear + 1 + i,
  );
  return years.flatMap((year) => OFFERED.map((part) => `${year}${part}`));
}
