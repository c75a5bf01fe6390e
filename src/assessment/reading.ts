import { fold } from "../plan";

/** A cell as typed: nothing, a number, or something else; `reading` is the number such text most likely means. */
export type Reading =
  { kind: "blank" } | { kind: "number"; value: number } | { kind: "text"; text: string; reading?: number };

const AROUND = /^(?:约|大约|近|超过?|>=?|≥|<=?|≤)*|(?:左右|以上|以下|余|多)+$/g;
const NUMBER = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
const UNIT = /[%％]|[万元人家个岁张所]+$/g;

function likelyNumber(text: string): number | undefined {
  const bare = fold(text).replace(/，/g, ",").replace(AROUND, "").replace(UNIT, "").replace(AROUND, "");
  if (!NUMBER.test(bare)) return undefined;
  const value = Number(bare.replace(/,/g, ""));
  return Number.isFinite(value) ? value : undefined;
}

/** Reads a cell's raw value. Numbers that are none (NaN, Infinity), booleans and errors are text. Never throws. */
export function readActual(input: unknown): Reading {
  if (input === null || input === undefined) return { kind: "blank" };
  if (typeof input === "number" && Number.isFinite(input)) return { kind: "number", value: input };
  if (typeof input === "string" && fold(input) === "") return { kind: "blank" };
  const text = typeof input === "string" ? input : typeof input === "object" ? "错误值" : String(input);
  const reading = typeof input === "string" ? likelyNumber(input) : undefined;
  return reading === undefined ? { kind: "text", text } : { kind: "text", text, reading };
}
