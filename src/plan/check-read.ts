import { fold } from "../text";
import { type Check, CHECK_COMPARISONS, type CheckComparison, checkText, codesIn } from "./check";
import { readSide, termMessage } from "./check-terms";

/** A check as a plan's file says it. */
export type CheckFile = Omit<Check, "terms">;

const COMPARISON_WORDS: Readonly<Record<CheckComparison, readonly string[]>> = {
  "≤": ["<=", "=<", "≦", "⩽", "不大于", "不超过", "不多于", "不高于", "小于等于", "小于或等于"],
  "≥": [">=", "=>", "≧", "⩾", "不小于", "不低于", "不少于", "大于等于", "大于或等于"],
  "<": ["小于", "低于", "少于"],
  ">": ["大于", "高于", "多于"],
  "=": ["==", "等于"],
  "≠": ["<>", "!=", "不等于"],
};

/** 比较 as a cell says it; null for what is none. */
export function readComparison(text: string): CheckComparison | null {
  const word = fold(text);
  return CHECK_COMPARISONS.find((one) => one === word || COMPARISON_WORDS[one].includes(word)) ?? null;
}

const COMPARED = /^([^<>=≤≥≠≦≧⩽⩾!]+)([<>=≤≥≠≦≧⩽⩾!]+)([^<>=≤≥≠≦≧⩽⩾!]+)$/;

/** A whole rule in one text, such as `TY04<=TY03`, by its parts; null where it is none. */
export function partsOfRule(text: string): Pick<Check, "left" | "comparison" | "right"> | null {
  const [, left, sign = "", right] = COMPARED.exec(text.trim()) ?? [];
  const comparison = readComparison(sign);
  return left !== undefined && right !== undefined && comparison !== null
    ? { left: left.trim(), comparison, right: right.trim() }
    : null;
}

/** What is wrong with a check, and on which side of it. */
export interface CheckFault {
  side: "left" | "right";
  words: string;
}

/** A check with its sides understood, or what is wrong with it. @param codes of the plan's indicators */
export function readCheck(file: CheckFile, codes: readonly string[]): Check | CheckFault[] {
  const [left, right] = [readSide(file.left, codes), readSide(file.right, codes, file.comparison)];
  if (!left.ok || !right.ok)
    return [
      ...(left.ok ? [] : [{ side: "left" as const, words: termMessage(left.issue) }]),
      ...(right.ok ? [] : [{ side: "right" as const, words: termMessage(right.issue) }]),
    ];
  const terms = { left: left.value.term, right: right.value.term, within: right.value.within };
  if (codesIn(terms.left).length + codesIn(terms.right).length === 0)
    return [{ side: "left", words: "两边都没有指标代码，请至少写一个" }];
  return { ...file, terms };
}

export const checkFaultWords = (file: CheckFile, { side, words }: CheckFault): string =>
  `校核“${checkText(file)}”的${side === "left" ? "左式" : "右式"}：${words}`;
