import type { Cell } from "../grid";
import { fold, isBlank, serialOf, shownDate } from "../text";
import { type Period, readPeriod } from "../plan";

/**
 * A 完成时限 as typed: nothing, a date known to the month, or something that is no date; `reading` is the date such
 * a cell most likely means.
 */
export type Deadline =
  | { kind: "blank" }
  | { kind: "date"; end: Period; shown: string }
  | { kind: "text"; text: string; reading?: string };

/** What people write around a date, in the order in which it is taken off. */
const AROUND: [RegExp, string][] = [
  // 2021-2025年
  [/^\d{4}.*[-–—~至到]+(?=\d{4})/, ""],
  // 2023年3月至6月
  [/^(\d{4}年)\d{1,2}月?[-–—~至到]+(?=\d{1,2}月)/, "$1"],
  [/^(?:截至|截止|到|至|于)(?=\d)/, ""],
  [/(?:之前|以前|前|为止|止|之内|以内|内|上旬|中旬|下旬|底|末|全部|全面|完成|建成|竣工)+$/, ""],
  [/年年$/, "年"],
];

const DAY = [
  /^((?:19|20|21)\d{2})年(\d{1,2})月(\d{1,2})[日号]$/,
  /^((?:19|20|21)\d{2})([-/.])(\d{1,2})\2(\d{1,2})$/,
  /^((?:19|20|21)\d{2})(\d{2})(\d{2})$/,
];

/** A month, or one day of it. */
type Day = Period & { day?: number };

/** Null for a day that no calendar has. */
function dayOf(match: RegExpExecArray): Day | null {
  const [year, month, day] = [match[1], match.at(-2), match.at(-1)].map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day } : null;
}

function dateOf(text: string): Day | null {
  const bare = AROUND.reduce((rest, [pattern, by]) => rest.replace(pattern, by), fold(text));
  const day = DAY.map((pattern) => pattern.exec(bare)).find((match) => match !== null);
  if (day) return dayOf(day);
  const read = readPeriod(bare);
  return read.ok ? read.value : null;
}

function monthOf(text: string): Period | null {
  const date = dateOf(text);
  return date && { year: date.year, month: date.month };
}

/** Excel's days of 1927 to 2173: five digits, as neither a year nor a written date has them. */
const SERIAL = /^\d{5}$/;
const isSerial = (value: number): boolean => SERIAL.test(String(Math.floor(value)));

const monthWords = ({ year, month }: Period): string => `${year}年${month}月`;

/** A number that is no day of Excel's: its cell shows some other date, or none. */
function readNumber(value: number): Deadline {
  if (isSerial(value)) {
    const read = readPeriod(Math.floor(value));
    if (read.ok) return { kind: "date", end: read.value, shown: shownDate(value) };
  }
  const end = monthOf(String(value));
  return { kind: "text", text: String(value), ...(end && { reading: monthWords(end) }) };
}

/** Reads 完成时限: an Excel date, `2023-06-30`, `2023年6月底`, `2025年底前`, `2021-2025年`. Never throws. */
export function readDeadline(input: unknown): Deadline {
  if (isBlank(input)) return { kind: "blank" };
  if (typeof input === "number") return readNumber(input);
  const text = String(input);
  if (SERIAL.test(fold(text))) return { kind: "text", text, reading: shownDate(Number(fold(text))) };
  const end = typeof input === "string" ? monthOf(text) : null;
  return end ? { kind: "date", end, shown: text.trim() } : { kind: "text", text };
}

/** A printed 完成时限 as an entry holds it: the day, or the last one of its month or year; what is no date as its words. */
export function deadlineCell(printed: string): Cell {
  const date = dateOf(printed);
  if (!date) return printed.trim();
  const { year, month, day } = date;
  return day === undefined ? serialOf(year, month + 1, 0) : serialOf(year, month, day);
}

/** True when a deadline has passed at the end of a period. */
export const hasPassed = (end: Period, period: Period): boolean =>
  end.year * 12 + end.month <= period.year * 12 + period.month;
