import type { PlanIssue } from "./issues";
import { fail, ok, type Result } from "./result";
import type { Plan } from "./schema";
import { fold } from "./text";

/** A report period (报告期) stands for its last month. */
export interface Period {
  year: number;
  /** 1 to 12 */
  month: number;
}

const DIGITS: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, "1": 1, "2": 2, "3": 3, "4": 4 };
const YEAR = "((?:19|20|21)\\d{2})";

/** Accepted forms; each gives the last month. */
const FORMS: { form: RegExp; month: (match: RegExpExecArray) => number }[] = [
  { form: new RegExp(`^${YEAR}(?:年度?|全年|年全年)?$`), month: () => 12 },
  { form: new RegExp(`^${YEAR}年?(?:上半年|H1)$`, "i"), month: () => 6 },
  { form: new RegExp(`^${YEAR}年?(?:下半年|H2)$`, "i"), month: () => 12 },
  { form: new RegExp(`^${YEAR}年?第?([一二三四1-4])季度?$`), month: (m) => DIGITS[m[2]!]! * 3 },
  { form: new RegExp(`^${YEAR}年?-?Q([1-4])$`, "i"), month: (m) => Number(m[2]) * 3 },
  {
    form: new RegExp(`^${YEAR}年(?:1月?[-–—~至到])?(\\d{1,2})月(?:\\d{1,2}日)?$`),
    month: (m) => Number(m[2]),
  },
  { form: new RegExp(`^${YEAR}[-/.](\\d{1,2})(?:[-/.]\\d{1,2})?$`), month: (m) => Number(m[2]) },
  { form: new RegExp(`^${YEAR}(0[1-9]|1[0-2])$`), month: (m) => Number(m[2]) },
];

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
  const text = fold(textOf(input));
  return text !== "" && isSerial(Number(text)) ? Number(text) : null;
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
  return seen ? String(input) : "错误值";
}

/** Reads a 报告期 as typed: `2023`, `2023年上半年`, `2023Q1`, `2023-06`, `2023/6/30`, an Excel date serial. */
export function readPeriod(input: unknown): Result<Period, PlanIssue> {
  const text = textOf(input);
  const folded = fold(text);
  const serial = serialOf(input);
  if (serial !== null) return ok(fromSerial(serial));
  for (const { form, month } of FORMS) {
    const match = form.exec(folded);
    if (!match) continue;
    const period = { year: Number(match[1]), month: month(match) };
    if (period.month >= 1 && period.month <= 12) return ok(period);
  }
  return fail({ code: "period-unreadable", text });
}

/** Reads a 报告期 and refuses one that ends in or before the plan's baseline year. */
export function parsePeriod(input: unknown, plan: Plan): Result<Period, PlanIssue> {
  const read = readPeriod(input);
  if (!read.ok || read.value.year > plan.baselineYear) return read;
  const { baselineYear, targetYear } = plan;
  return fail({ code: "period-before-plan", text: shownPeriod(input), baselineYear, targetYear });
}

/** True for two ways to write one 报告期, such as `2023年度` and `2023-12`; what cannot be read is compared as text. */
export function samePeriod(a: unknown, b: unknown): boolean {
  const [one, other] = [readPeriod(a), readPeriod(b)];
  if (one.ok && other.ok) return one.value.year === other.value.year && one.value.month === other.value.month;
  return fold(textOf(a)) === fold(textOf(b));
}

/** s: the share of the plan's time that has passed at the period's end, from 0 (end of the baseline year) to 1 (end of the target year). */
export function timeShare(period: Period, plan: Plan): number {
  const months = (period.year - plan.baselineYear - 1) * 12 + period.month;
  return Math.min(1, months / ((plan.targetYear - plan.baselineYear) * 12));
}

const PARTS = ["年", "年上半年", "年一季度", "年二季度", "年三季度", "年四季度"];

/** The periods a form offers in its list: each year of the plan, its first half and its quarters. */
export function offeredPeriods(plan: Plan): string[] {
  const years = Array.from(
    { length: plan.targetYear - plan.baselineYear },
    (_, i) => plan.baselineYear + 1 + i,
  );
  return years.flatMap((year) => PARTS.map((part) => `${year}${part}`));
}
