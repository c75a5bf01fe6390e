import { tidy } from "./tidy";

/* Ratios to one: 2.1:1, whose value is the first number, and 1:1.25, whose value is the second. */

const ONE_TO = /(^|[^\d.:])1:(\d+(?:\.\d+)?)(?![\d.:])/;
type RatioSide = "1:n" | "n:1";
/** Which number of a ratio is its value; null: it is none. */
export function ratioSide(text: string): RatioSide | null {
  const plain = tidy(text);
  if (/\d:1(?![\d.])/.test(plain)) return "n:1";
  return ONE_TO.test(plain) ? "1:n" : null;
}
/** 1:1.25 as its second number. */
export const secondOf = (text: string): string =>
  ratioSide(text) === "1:n" ? text.replace(ONE_TO, "$1$2") : text;
