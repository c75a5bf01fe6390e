/** A number format without what it only shows: quoted text, escaped and padding characters, colours and locales. */
const codesOf = (format: string): string =>
  format
    .replace(/"[^"]*"?/g, "")
    .replace(/[\\_*]./g, "")
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");

const NO_CODES = /General|G\/通用格式|Standard|E[-+]/gi;

/** True for a number format that shows a number as a date or a time, such as `yyyy"年"m"月"` or `[$-804]m/d;@`. */
export const isDateFormat = (format: string): boolean =>
  /[ymdhsegb]|aaa/i.test(codesOf(format).replace(NO_CODES, ""));

/** True for a number format that shows 0.95 as 95%. */
export const isPercentFormat = (format: string): boolean => codesOf(format).includes("%");

/** Excel's days from 1900-01-01, its first, to 9999-12-31; its 1900 has a 29th of February. */
const [LAST_DAY, LEAP_DAY, EPOCH] = [2_958_465, 60, 25_569];
const MINUTES = 24 * 60;

/** Excel's number of a day. @param day 0: the last of the month before */
export const serialOf = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / 86_400_000 + EPOCH;

const utc = (days: number): Date => new Date((days - EPOCH) * 86_400_000);

/** A date that Excel keeps as a serial number, in words: `2023年12月31日`; a time alone as `8:30`; what is neither as the number. */
export function shownDate(serial: number): string {
  if (!(serial >= 0 && serial < LAST_DAY + 1)) return String(serial);
  if (serial < 1) {
    const minutes = Math.round(serial * MINUTES) % MINUTES;
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
  }
  const day = Math.floor(serial);
  const date = utc(day < LEAP_DAY ? day + 1 : day);
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
}
