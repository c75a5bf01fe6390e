import type { Cell, CellValue } from "@cj-tech-master/excelts";
import { EMPTY_TEXT } from "./canonical";

const DAY = 86_400_000;
/** Excel's day 25569 is 1970-01-01. */
const serial = (date: Date): number => date.getTime() / DAY + 25569;

/** What a cell of a file holds: the formula with its "=", and its result as value. */
export interface Content {
  value: string | number | boolean;
  formula?: string;
  error?: true;
  uncalculated?: true;
}

const RAISED: Record<string, string> = Object.fromEntries(
  [..."0123456789()+-="].map((sign, i) => [sign, [..."⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻⁼"][i]!]),
);
const LOWERED: Record<string, string> = Object.fromEntries(
  [..."0123456789()+-="].map((sign, i) => [sign, [..."₀₁₂₃₄₅₆₇₈₉₍₎₊₋₌"][i]!]),
);

/** Raised and lowered digits as such, so that the mark of a footnote is no digit of the number before it. */
function runText({ text, font }: { text: string; font?: { vertAlign?: string } }): string {
  const signs = { superscript: RAISED, subscript: LOWERED }[font?.vertAlign ?? ""] ?? {};
  return [...text].map((sign) => signs[sign] ?? sign).join("");
}

/** A value as a plain one: nothing is followed or executed; a link is its text, a date its serial number. */
function contentOf(value: CellValue): Content {
  if (value === null || value === undefined) return { value: "" };
  if (typeof value !== "object") return { value };
  if (value instanceof Date) return { value: serial(value) };
  if ("error" in value) return { value: value.error, error: true };
  if ("richText" in value) return { value: value.richText.map(runText).join("") };
  if ("text" in value) return contentOf(value.text);
  if ("checkbox" in value) return { value: value.checkbox };
  if (value.result === undefined) return { value: "", uncalculated: true };
  const { value: result, error } = contentOf(value.result);
  return { value: result === EMPTY_TEXT ? "" : result, ...(error && { error }) };
}

/** A result of empty text is saved as no result by some programs; a formula that gives text is no less calculated. */
export function cellContent(cell: Cell): Content {
  const content = contentOf(cell.value);
  return cell.formula === undefined ? content : { ...content, formula: `=${cell.formula}` };
}
