import { escapeXml } from "./xml";

/** What a cell's element says. */
export interface CellParts {
  /** as the file says: `n` number, `s` shared text, `str` text, `b`, `e`, `d` date, `inlineStr` */
  type: string;
  value?: string;
  /** text of its own */
  text?: string;
  formula?: string;
  /** of the formulas that are told once for several cells, its number */
  group?: string;
}

/** Stands for a formula's empty text, which the library would take for no result. */
export const EMPTY_TEXT = "\u2063";

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** A number as files write it; null for anything else, such as `1,234`, `INF` or one too large. */
export function readNumber(text: string): number | null {
  const number = NUMBER.test(text.trim()) ? Number(text) : NaN;
  return Number.isFinite(number) ? number : null;
}

const DATE = /^(?:(\d{4})-(\d\d)-(\d\d))?(?:T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?(?:Z|[+-]\d\d:?\d\d)?)?$/i;
/** 1899-12-30, from which days are counted. */
const FIRST_DAY = Date.UTC(1899, 11, 30);

/** A date, a time, or both, by the clock that the file shows; null for anything else. */
export function readDate(text: string): Date | null {
  const [, year, month, day, hours = "0", minutes = "0", seconds = "0"] = DATE.exec(text.trim()) ?? [];
  if (text.trim() === "") return null;
  const days = year === undefined ? FIRST_DAY : Date.UTC(Number(year), Number(month) - 1, Number(day));
  const time = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return DATE.test(text.trim()) ? new Date(days + Math.round(time * 1000)) : null;
}

type Value = { type: "n" | "s" | "b" | "e" | "d" | "text"; value: string } | null;

const BOOLEANS: Record<string, string> = { "1": "1", true: "1", "0": "0", false: "0" };

/** What a cell holds, whatever its type claims: what is no number is text, so that nothing is guessed from its first digits. */
function valueOf({ type, value, text }: CellParts): Value {
  if (text !== undefined) return { type: "text", value: text };
  if (value === undefined) return null;
  if (type === "str" || type === "inlineStr") return { type: "text", value };
  const plain = value.trim();
  if (plain === "") return null;
  if (type === "s" || type === "e") return { type, value: plain };
  if (type === "b" && BOOLEANS[plain.toLowerCase()]) return { type, value: BOOLEANS[plain.toLowerCase()]! };
  const date = type === "d" ? readDate(plain) : null;
  if (date) return { type: "d", value: date.toISOString() };
  const number = type === "b" ? null : readNumber(plain);
  return number === null ? { type: "text", value } : { type: "n", value: String(number) };
}

const element = (attributes: string, type: string, content: string): string =>
  `<c${attributes} t="${type}">${content}</c>`;

/** The library reads a formula's text once too often. */
const formulaText = (text: string): string => escapeXml(escapeXml(text === "" ? EMPTY_TEXT : text));

/** Stands for a shared text until it is known. */
export const lateText = (number: number): string => `&shared:${number};`;
/** The XML with the shared texts that stand as results of formulas. */
export const withLateTexts = (xml: string, texts: readonly string[]): string =>
  xml.replace(/&shared:(\d+);/g, (_, number: string) => formulaText(texts[Number(number)] ?? ""));

function withFormula(
  attributes: string,
  formula: string,
  cell: CellParts,
  number: (old: number) => number,
): string {
  const texts = cell.type === "str" || cell.type === "inlineStr";
  const value = valueOf(cell) ?? (texts ? { type: "text", value: "" } : null);
  if (!value) return `<c${attributes}>${formula}</c>`;
  const result = (type: string, content: string): string =>
    element(attributes, type, `${formula}<v>${content}</v>`);
  if (value.type === "text") return result("str", formulaText(value.value));
  if (value.type === "s") return result("str", lateText(number(Number(value.value))));
  if (value.type === "d") return result("n", String((Date.parse(value.value) - FIRST_DAY) / 86_400_000));
  return result(value.type, escapeXml(value.value));
}

/**
 * A cell for the library; empty for one in which nothing stands and that has no look.
 * @param attributes its place and its look
 * @param number the new number of a shared text
 */
export function cellXml(attributes: string, cell: CellParts, number: (old: number) => number): string {
  const { formula, group } = cell;
  if (formula || group !== undefined) {
    const shared = group === undefined ? "" : ` t="shared" si="${escapeXml(group)}"`;
    const place = formula && shared ? ` ref="${/ r="([^"]*)"/.exec(attributes)![1]}"` : "";
    return withFormula(attributes, `<f${shared}${place}>${escapeXml(formula ?? "")}</f>`, cell, number);
  }
  const value = valueOf(cell);
  if (!value || value.value === "") return attributes.includes(" s=") ? `<c${attributes}/>` : "";
  if (value.type === "text")
    return element(attributes, "inlineStr", `<is><t>${escapeXml(value.value)}</t></is>`);
  return element(
    attributes,
    value.type,
    `<v>${value.type === "s" ? number(Number(value.value)) : escapeXml(value.value)}</v>`,
  );
}
