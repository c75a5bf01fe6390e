import { fold } from "../text";
import { parsePeriod, type Period, type Plan, readPeriod, samePeriod } from "../plan";
import { type ArchivedPeriod, monthsOf } from "./ledger";

/** A way of calling the periods of a year, one after the other: the month each ends in, and what follows the year. */
interface Series {
  /** months from one to the next */
  step: number;
  ends: Readonly<Record<number, string>>;
}

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);
const each = (step: number, words: (month: number, nth: number) => string): Series => ({
  step,
  ends: Object.fromEntries(
    MONTHS.filter((month) => month % step === 0).map((month) => [month, words(month, month / step)]),
  ),
});
const QUARTERS = ["一", "二", "三", "四"];
const two = (month: number): string => String(month).padStart(2, "0");

/** Of series that say the same word the first is meant, unless the last step was another's. */
const SERIES: readonly Series[] = [
  each(12, () => "年"),
  each(12, () => ""),
  each(12, () => "年度"),
  each(12, () => "年全年"),
  { step: 6, ends: { 6: "年上半年", 12: "年" } },
  { step: 6, ends: { 6: "年上半年", 12: "年下半年" } },
  each(6, (_, nth) => `H${nth}`),
  each(3, (_, nth) => `年${QUARTERS[nth - 1]!}季度`),
  each(3, (_, nth) => `年第${QUARTERS[nth - 1]!}季度`),
  each(3, (_, nth) => `年第${nth}季度`),
  each(3, (_, nth) => `年${nth}季度`),
  each(3, (_, nth) => `Q${nth}`),
  { step: 3, ends: { 3: "年一季度", 6: "年上半年", 9: "年前三季度", 12: "年" } },
  { step: 3, ends: { 3: "年1-3月", 6: "年1-6月", 9: "年1-9月", 12: "年1-12月" } },
  { step: 3, ends: { 3: "年1-3月份", 6: "年1-6月份", 9: "年1-9月份", 12: "年1-12月份" } },
  each(1, (month) => `年${month}月`),
  each(1, (month) => `年${month}月份`),
  each(1, (month) => `-${two(month)}`),
  each(1, (month) => two(month)),
  each(1, (month) => (month === 1 ? "年1月" : `年1-${month}月`)),
  each(1, (month) => (month === 1 ? "年1月份" : `年1-${month}月份`)),
];

const YEAR = /(?:19|20|21)\d\d/;
const SIGNS = /[–—−~至到]/g;

/** What a text says beside its year, signs of ranges alike; null where no year stands in digits. */
function endingOf(text: string): string | null {
  const plain = fold(text);
  return YEAR.test(plain) ? plain.replace(YEAR, "").replace(SIGNS, "-").toUpperCase() : null;
}

/** The same words of another year; null where they do not say so. */
function inYear(text: string, { year, month }: Period): string | null {
  const other = text.replace(YEAR, String(year));
  const read = readPeriod(other);
  return read.ok && read.value.year === year && read.value.month === month ? other : null;
}

const after = ({ year, month }: Period, months: number): Period => {
  const all = year * 12 + month - 1 + months;
  return { year: Math.floor(all / 12), month: (all % 12) + 1 };
};

/** The series that a text is of, those of the wanted step first. */
const seriesOf = (text: string, { month }: Period, step?: number): Series | undefined => {
  const ending = endingOf(text);
  const fitting = SERIES.filter(({ ends }) => ends[month] === ending);
  return fitting.find((one) => one.step === step) ?? (step === undefined ? fitting[0] : undefined);
};

/** Any words for a period, by the step between it and its neighbours. */
function plainWords({ year, month }: Period, step: number): string {
  const series = SERIES.find((one) => one.step === step && one.ends[month] !== undefined);
  return `${year}${series ? series.ends[month]! : `年${month}月`}`;
}

/** A period in words where none were typed. */
const wordsOf = (period: Period): string =>
  plainWords(period, [12, 6, 3].find((step) => period.month % step === 0) ?? 1);

/** The end of the same period of the year before. */
export const sameLastYear = ({ year, month }: Period): Period => ({ year: year - 1, month });

/** `2023年上半年` → `2022年上半年`; what is no period stays. */
export function yearBefore(text: string): string {
  const read = readPeriod(text);
  if (!read.ok) return text;
  const period = sameLastYear(read.value);
  return inYear(text, period) ?? wordsOf(period);
}

const STEPS = [1, 3, 6, 12];

/** The months between the last two periods, or those that the words say. */
function stepOf(text: string, period: Period, archived: readonly ArchivedPeriod[]): number {
  const at = monthsOf(period);
  const before = archived.map((one) => at - monthsOf(one.period)).filter((months) => months > 0);
  const last = Math.min(...before);
  const own = seriesOf(text, period)?.step ?? STEPS.filter((step) => period.month % step === 0).at(-1)!;
  // a quarter's 上年同期 is archived too, and is no last quarter
  return STEPS.includes(last) && last < 12 ? last : own;
}

/** How the period is to be called: as the same one was a year before, or as the words of the last go on. */
function named(
  period: Period,
  last: string,
  at: Period,
  step: number,
  archived: readonly ArchivedPeriod[],
): string {
  const yearAgo = monthsOf(sameLastYear(period));
  const model = archived.find((one) => monthsOf(one.period) === yearAgo);
  const alike = inYear(step === 12 ? last : (model?.text ?? ""), period);
  const ending = seriesOf(last, at, step)?.ends[period.month];
  return alike ?? (ending === undefined ? plainWords(period, step) : `${period.year}${ending}`);
}

/**
 * The periods that may follow, the likeliest first: a step as long as the last one, then the other steps. None where the
 * period cannot be read or the plan is over.
 * @param archived as `archivedPeriods` gives them
 */
export function followingPeriods(text: string, archived: readonly ArchivedPeriod[], plan: Plan): string[] {
  const read = readPeriod(text);
  if (!read.ok) return [];
  const at = read.value;
  const likely = stepOf(text, at, archived);
  const following = [likely, ...STEPS].map((step) => {
    // a step other than the last goes to the end of the next quarter, half or year
    const months = step === likely ? step : step - (at.month % step);
    return named(after(at, months), text, at, step, archived);
  });
  return following.filter(
    (one, i) => parsePeriod(one, plan).ok && following.findIndex((other) => samePeriod(other, one)) === i,
  );
}
