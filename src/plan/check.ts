/** 强制 must be corrected, 核实 stands only with a written 情况说明, 提示 is for information. */
export const LEVELS = ["强制", "核实", "提示"] as const;
export type Level = (typeof LEVELS)[number];

export const CHECK_COMPARISONS = ["≤", "≥", "<", ">", "=", "≠"] as const;
export type CheckComparison = (typeof CHECK_COMPARISONS)[number];

/** One side of a check: a number, an indicator by its code, or what is reckoned of both. */
export type Term = number | string | readonly [left: Term, sign: "+" | "-" | "*" | "/", right: Term];

/** What holds between indicators: `TY04 ≤ TY03`. */
export interface Check {
  /** both sides as written */
  readonly left: string;
  readonly comparison: CheckComparison;
  readonly right: string;
  /** of what is found where it does not hold */
  readonly level: Level;
  /** what is said then; absent: the rule itself */
  readonly words?: string;
  /** both sides as understood; `within`: how far from each other they still are equal */
  readonly terms: { readonly left: Term; readonly right: Term; readonly within: number };
}

/** `TY04 ≤ TY03` */
export const checkText = ({
  left,
  comparison,
  right,
}: Pick<Check, "left" | "comparison" | "right">): string => `${left} ${comparison} ${right}`;

/** The codes that a side names, in its order. */
export const codesIn = (term: Term): string[] => {
  if (typeof term === "object") return [...codesIn(term[0]), ...codesIn(term[2])];
  return typeof term === "string" ? [term] : [];
};
