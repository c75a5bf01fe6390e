/* How a 报告期 is written, as tables: the plain formulas of distributed files look up the same. */

type Months = Readonly<Record<string, number>>;
const NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
const TWELVE = NUMERALS.map((numeral, i) => ({ numeral, number: i + 1 }));

const table = (entries: (readonly [string, number])[]): Months => Object.fromEntries(entries);
const each = (texts: readonly string[], month: number, endings = ["", "末", "底"]): [string, number][] =>
  texts.flatMap((text) => endings.map((ending): [string, number] => [text + ending, month]));

/** Digits of a year in Chinese numerals. */
export const YEAR_DIGITS: Readonly<Record<string, string>> = {
  〇: "0",
  "○": "0",
  "◯": "0",
  // a letter typed for the sign
  O: "0",
  零: "0",
  ...Object.fromEntries(NUMERALS.slice(0, 9).map((numeral, i) => [numeral, String(i + 1)])),
};

/** `202306`: a month after the year without anything between. */
export const TWO_DIGITS = table(TWELVE.map(({ number }) => [String(number).padStart(2, "0"), number]));

/** The number of a month, before 月 or after a dash. */
export const MONTH_NUMBERS: Months = {
  ...TWO_DIGITS,
  ...table(TWELVE.flatMap(({ numeral, number }) => [[String(number), number] as const, [numeral, number]])),
  元: 1,
};

const quarters = TWELVE.slice(0, 4).flatMap(({ numeral, number }) => [
  ...each(
    [numeral, number].flatMap((n) => [`${n}季度`, `第${n}季度`, `${n}季`, `第${n}季`]),
    3 * number,
  ),
  ...each(
    [numeral, number, ...(number === 2 ? ["两"] : [])].flatMap((n) => [
      `前${n}季度`,
      `前${n}个季度`,
      `前${n}季`,
    ]),
    3 * number,
  ),
  ...each([`Q${number}`, `-Q${number}`], 3 * number, [""]),
]);

/** All that may stand for a part of a year, after the year and 年. */
export const PARTS: Months = table([
  ...each(["全年", "年底", "年末", "年终", "底", "末", "终"], 12, [""]),
  ...each(["中"], 6, [""]),
  ...each(["上半年", "上半年度", "前半年", "半年", "半年度", "年中", "H1"], 6),
  ...each(["下半年", "下半年度", "后半年", "H2"], 12),
  ...quarters,
  ...TWELVE.flatMap(({ numeral, number }) =>
    each(
      [numeral, number, ...(number === 2 ? ["两"] : [])].flatMap((n) => [`前${n}个月`, `前${n}月`]),
      number,
      [""],
    ),
  ),
]);

/** What stands after the year where the whole year is meant. */
export const WHOLE_YEAR = ["", "年", "年度"];

export const RANGE_SIGNS = ["–", "—", "−", "~", "至", "到"];

/** What a part that begins with the year begins with, before the part's end: `1-9月`, `一季度-三季度`. */
export const FROM_START = ["1", "01", "一"]
  .flatMap((n) => [n, `${n}月`, `${n}月份`, `第${n}`, `${n}季度`, `第${n}季度`])
  .concat("Q1", "元", "元月", "元月份")
  .map((start) => `${start}-`);

/** What may stand after 月, besides a day. */
export const AFTER_MONTH = ["", "份", "底", "末", "份底", "份末"];
export const DAY_WORDS = ["日", "号"];

/** Words round a period that say nothing of it, longer ones first: `截至2023年6月底止`. */
export const BEFORE_IT = ["截至到", "截止到", "截至", "截止"];
export const AFTER_IT = ["为止", "止"];
