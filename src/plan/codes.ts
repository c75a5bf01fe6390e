import { fold } from "../text";

const MOST_LETTERS = 20;
const MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
/** What Excel makes something else of: numbers such as 2E5, dates such as MAR1, 3月1日, times, formulas. */
const CHANGED = [
  /^[-+=@'#]/,
  /[:：]/,
  /^\d+(?:\.\d+)?e[-+]?\d+$/i,
  new RegExp(`^(?:${MONTHS})[a-z]*[-./]?\\d+$|^\\d+[-./]?(?:${MONTHS})`, "i"),
  /^\d+[年月日时分秒]/,
  /^(?:true|false)$/i,
];

const MADE = /^([A-Z]+)(\d+)$/;

/** Of codes made of letters and a number, by their letters the one with the greatest number. */
export function lastNumbers(codes: readonly string[]): Map<string, { code: string; number: number }> {
  const last = new Map<string, { code: string; number: number }>();
  for (const code of codes) {
    const [, letters, digits] = MADE.exec(code.toUpperCase()) ?? [];
    const number = Number(digits);
    if (letters !== undefined && number > (last.get(letters)?.number ?? -1))
      last.set(letters, { code, number });
  }
  return last;
}

/** True for a code that a cell keeps to the letter: it has a letter, nothing unseen, and is no number, date or formula. */
export const isCellSafe = (code: string): boolean =>
  fold(code) === code &&
  code.length <= MOST_LETTERS &&
  /\p{L}/u.test(code) &&
  !CHANGED.some((pattern) => pattern.test(code));
