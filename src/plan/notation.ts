import type { PlanIssue } from "./issues";
import { fail, fold, ok, type Result } from "../text";

export type Comparator = ">" | "≥" | "<" | "≤";

/** A plan cell understood, numbers in the indicator's unit. `undisclosed` is XX, `none` is "-" or blank; neither is ever zero. */
export type Notation =
  /** `stretch`: 力争 more than that */
  | { kind: "value"; value: number; comparator: Comparator | null; stretch?: number }
  | { kind: "range"; from: number; to: number }
  /** 较基期: -30 percent, 6 of the unit, 1.3 times */
  | { kind: "change"; by: number; in: "percent" | "unit" | "times"; comparator: Comparator | null }
  /** 持续提高, 完成国家下达任务: no number */
  | { kind: "words" }
  | { kind: "undisclosed" }
  | { kind: "none" };

/** A cell of the plan's table: as printed, and as understood. */
export interface Printed {
  readonly text: string;
  readonly notation: Notation;
}

/** `财政(福彩公益金)投入比例 (%)`: the last bracket holds the unit. */
export const LABEL = /^(.*?)\s*[(（]([^()（）]+)[)）]$/s;

const UNITS = /[、，,\s]+/;
/** The bureaus of a cell, as printed. */
export const splitUnits = (printed: string): string[] => printed.split(UNITS).filter((unit) => unit !== "");

const COMPARATORS: Record<string, Comparator> = {
  ">": ">",
  ">=": "≥",
  "≥": "≥",
  "<": "<",
  "<=": "≤",
  "≤": "≤",
};
const VALUE = /^(>=|<=|[>≥<≤])?(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)%?$/;

/** Reads a cell of the plan's indicator table, such as `> 95`, `≥60`, `1,000`, `XX` or `-`. */
export function parseNotation(text: string): Result<Notation, PlanIssue> {
  const folded = fold(text);
  if (/^[-–—―]*$/.test(folded)) return ok({ kind: "none" });
  if (/^x+$/i.test(folded)) return ok({ kind: "undisclosed" });
  const match = VALUE.exec(folded);
  if (!match) return fail({ code: "notation-unreadable", text });
  const value = Number(match[2]!.replace(/,/g, ""));
  if (!Number.isFinite(value)) return fail({ code: "notation-unreadable", text });
  return ok({ kind: "value", value, comparator: match[1] ? COMPARATORS[match[1]]! : null });
}

/** True when the text is a plain number that a cell can hold as a number and show as printed. */
export const isPlainNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);
