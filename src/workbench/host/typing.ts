import { numfmt } from "@univerjs/core";
import type { CellContent, Scalar } from "../engine/engine";
import { HostError } from "./errors";

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
  const parsed = numfmt.parseValue(value) as { v: Scalar } | null;
  return { value: parsed ? parsed.v : value };
}

const TYPES = { string: "String", number: "Double", boolean: "Boolean" } as const;

/** Excel's RangeValueType of a cell. */
export const valueType = ({ value, error }: CellContent): string =>
  error ? "Error" : value === null ? "Empty" : TYPES[typeof value as keyof typeof TYPES];
