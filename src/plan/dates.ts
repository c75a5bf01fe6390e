/** A number format without what it only prints: texts in quotes, escaped signs, colours and locales in brackets. */
const codesOf = (format: string): string =>
  format.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");

/** True for a number format that shows a date or a time. */
export const isDateFormat = (format: string): boolean =>
  !/^general/i.test(format) && /[ymdhs]/i.test(codesOf(format));

/** True for a number format that shows a fraction as a percentage. */
export const isPercentFormat = (format: string): boolean => codesOf(format).includes("%");

/** Excel's day 25569 is 1970-01-01. */
const dayOf = (serial: number): Date => new Date((Math.floor(serial) - 25569) * 86_400_000);

/** A date of Excel's in words: 45107 → `2023年6月30日`. */
export function shownDate(serial: number): string {
  const day = dayOf(serial);
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
}
