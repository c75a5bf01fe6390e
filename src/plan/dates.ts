/** A number format without what it only prints: texts in quotes, escaped signs, colours and locales in brackets. */
const codesOf = (format: string): string =>
  format.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");

/** True for a number format that shows a date or a time. */
export const isDateFormat = (format: string): boolean =>
  !/^general/i.test(format) && /[ymdhs]/i.test(codesOf(format));

/** True for a number format that shows a fraction as a percentage. */
export const isPercentFormat = (format: string): boolean => codesOf(format).includes("%");
