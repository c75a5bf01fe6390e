import { plain } from "./words";

/* The years that a plan's title names. */

const FIVE_YEARS = "一二三四五六七八九";
const FIRST_PLAN_END = 2005;

/** From the end of one year to the end of another. */
interface Span {
  readonly baselineYear: number;
  readonly targetYear: number;
}

/** The years a title names: “十四五” is 2020 to 2025, 2021—2025年 too, 2026年计划 is 2025 to 2026. */
export function yearsIn(title: string): Span | null {
  const text = plain(title);
  const five = /十([一二三四五六七八九])五/.exec(text);
  if (five) {
    const targetYear = FIRST_PLAN_END + 5 * (FIVE_YEARS.indexOf(five[1]!) + 1);
    return { baselineYear: targetYear - 5, targetYear };
  }
  const range = /((?:19|20)\d\d)年?[-—–~至到]((?:19|20)\d\d)/.exec(text);
  if (range) return { baselineYear: Number(range[1]) - 1, targetYear: Number(range[2]) };
  const one = /((?:19|20)\d\d)年/.exec(text);
  return one && { baselineYear: Number(one[1]) - 1, targetYear: Number(one[1]) };
}
