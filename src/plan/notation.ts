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

/** Not within brackets: 各县（市、区）政府 is one. */
const UNITS = /[、，,；;\s]+(?![^(（]*[)）])/;
/** The bureaus of a cell, as printed. */
export const splitUnits = (printed: string): string[] => printed.split(UNITS).filter((unit) => unit !== "");

/** True when the text is a plain number that a cell can hold as a number and show as printed. */
export const isPlainNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);
