import { fold, simplified } from "../text";

/*
 * What a printed cell means is read from one tidy form of it: half width, simplified, one sign for each thing, no marks of
 * footnotes. Printed text itself is never changed.
 */

const SPACE = "[ \\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000]";
const THOUSANDS_APART = new RegExp(`\\d{1,3}(?:${SPACE}\\d{3})+(?!\\d)`, "g");
/** Numbers that stand apart are two: nothing else in a cell is written so. */
const POINT_APART = /(\d)\s+\.\s+(?=\d)/g;
/** [1] behind a number, as of an encyclopedia */
const CITATION = /(\d[%‰]?)\s*\[\d{1,2}\]\s*$/;
const BETWEEN_NUMBERS = /(\d)\s+(?=[\d.])/g;
export const APART = "¦";

/** One sign for each thing. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/(\d)[。·•・](?=\d)/g, "$1."],
  [/[−‐‑]/g, "-"],
  [/[–―─]/g, "—"],
  [/[∼〜〰]/g, "~"],
  [/[[【〖]/g, "〔"],
  [/[\]】〗]/g, "〕"],
  [/>=|[≧⩾≮]/g, "≥"],
  [/<=|[≦⩽≯]/g, "≤"],
  [/[∶：]/g, ":"],
  [/％/g, "%"],
];

/** Marks that stand for a footnote and nothing else; a superscript after m is part of m². */
const MARKS = /[*＊①-⑳⑴-⒇❶-❿▲△★☆※†‡#]/g;
/** A mark parts the numbers beside it: 5*5 is not 55. */
const MARK_BETWEEN = /(\d)[*＊①-⑳⑴-⒇❶-❿▲△★☆※†‡#¹²³⁰⁴-⁹]+(?=[\d.])/g;
const SUPERSCRIPTS = /([^mMk]|^)[¹²³⁰⁴-⁹]+/g;

/** What a spreadsheet shows instead of a value: `#N/A`, and `####` where the column is too narrow for it. */
const FAILED = /^\s*[#＃](?:N\/A|(?:DIV\/0|REF|VALUE|NUM|NULL|SPILL|CALC)!|NAME\?|[#＃]+)\s*$/i;
export const isFailed = (text: string): boolean => FAILED.test(text);

/** The tidy form of a printed cell. */
export function tidy(text: string): string {
  if (/^\d+(?:\.\d+)?$/.test(text) || isFailed(text)) return text;
  const digits = text.replace(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const joined = digits
    .replace(CITATION, "$1")
    .replace(POINT_APART, "$1.")
    .replace(THOUSANDS_APART, (number) => number.replace(/\D/g, ""))
    .replace(BETWEEN_NUMBERS, `$1${APART}`);
  const folded = simplified(fold(joined));
  const signs = SIGNS.reduce((all, [sign, one]) => all.replace(sign, one), folded);
  return signs.replace(MARK_BETWEEN, `$1${APART}`).replace(MARKS, "").replace(SUPERSCRIPTS, "$1");
}

/** True where a cell shows marks of footnotes beside what it says. */
export const hasMarks = (text: string): boolean => /[*＊①-⑳⑴-⒇❶-❿▲△★☆※†‡¹²³⁰⁴-⁹]/.test(text);
