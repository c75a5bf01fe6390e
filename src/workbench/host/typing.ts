import { parseValue } from "numfmt";
import type { CellContent, Scalar } from "../engine/engine";
import { HostError } from "./errors";

/** What Excel in Chinese takes for a date, a time or a fraction, as the parser spells it. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^(\d{4})年(\d{1,2})月(\d{1,2})日$/, "$1-$2-$3"],
  [/^(\d{4})年(\d{1,2})月$/, "$1-$2"],
  [/^(\d{1,2})月(\d{1,2})日$/, "$1/$2"],
  [/^上午\s*([\d:]+)$/, "$1 AM"],
  [/^下午\s*([\d:]+)$/, "$1 PM"],
  [/^([a-z]{3,9})[ -](\d{1,2})$/i, "$2-$1"],
];
const ERRORS = /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!)$/i;
const FRACTION = /^(-?\d+) (\d+)\/(\d+)$/;

/** A number, date, time or share that is typed as text; null when it stays text. */
function parsed(text: string): Scalar | null {
  const plain = text.normalize("NFKC").trim();
  const [, whole, numerator, denominator] = FRACTION.exec(plain) ?? [];
  if (denominator !== undefined) return Number(whole) + Number(numerator) / Number(denominator);
  const spelt = SPELLINGS.reduce((now, [pattern, as]) => now.replace(pattern, as), plain);
  for (const one of [plain, spelt]) {
    const found = parseValue(one) as { v: Scalar } | null;
    if (found) return found.v;
  }
  return null;
}

/** `+A1`, `-A1` and `@A1` begin formulas too. */
const BEGINS_FORMULA = /^[+\-@]\s*[^\s\d.]/;

/**
 * What a cell holds after a value is written through `values` or `formulas`: as if typed, so "48" is a number,
 * "=A1" a formula, "'48" the text 48 and "" a blank. Null keeps the cell.
 */
export function typed(value: unknown): CellContent | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" || typeof value === "boolean") return { value };
  if (typeof value !== "string") throw new HostError("InvalidArgument", "value");
  if (value === "") return { value: null };
  if (value.startsWith("'")) return { value: value.slice(1) };
  if (value.startsWith("=") && value.length > 1) return { value: null, formula: value };
  if (/^(true|false)$/i.test(value)) return { value: /^true$/i.test(value) };
  if (ERRORS.test(value)) return { value: value.toUpperCase(), error: true };
  const number = parsed(value);
  if (number === null && BEGINS_FORMULA.test(value)) return { value: null, formula: `=${value}` };
  return { value: number ?? value };
}

const TYPES = { string: "String", number: "Double", boolean: "Boolean" } as const;

/** Excel's RangeValueType of a cell. */
export const valueType = ({ value, error }: CellContent): string =>
  error ? "Error" : value === null ? "Empty" : TYPES[typeof value as keyof typeof TYPES];
