import { type Level, LEVELS } from "../../plan";
import { type CheckFile, partsOfRule, readCheck, readComparison } from "../../plan/open";
import { given, type RowCells } from "./cells";
import type { FoundSheet } from "./find";

const DEFAULT_LEVEL: Level = "核实";

const readLevel = (word: string): Level | null => LEVELS.find((level) => level === word) ?? null;

/** A row's rule by its cells, or by the one in which all of it stands; null where that is said to be wrong. */
function ruleOf(row: RowCells): Pick<CheckFile, "left" | "comparison" | "right"> | null {
  const [left, right] = [row.text("left").trim(), row.text("right").trim()];
  const isAlone = row.word("comparison") === "" && right === "";
  const whole = isAlone ? partsOfRule(left) : null;
  if (whole) return whole;
  const comparison = row.read("comparison", readComparison, "列表中的一项：≤、≥、<、>、=、≠");
  if (row.word("comparison") === "")
    row.fault("comparison", "没有填，请从列表选择；不要这一行的，请清空整行");
  return comparison === undefined ? null : { left, comparison, right };
}

/** The rules of 规划校核; what is wrong with one is said at its cell. @param codes of the plan's indicators */
export function checksOf({ rows }: FoundSheet, codes: readonly string[]): CheckFile[] {
  return rows.flatMap((row): CheckFile[] => {
    const rule = ruleOf(row);
    const level = row.read("level", readLevel, LEVELS.join("、")) ?? DEFAULT_LEVEL;
    if (!rule) return [];
    const file = { ...rule, level, ...given("words", row.text("words").trim()) };
    const check = readCheck(file, codes);
    if (!Array.isArray(check)) return [file];
    // a whole rule stands in one cell
    for (const { side, words } of check) row.fault(row.word("comparison") === "" ? "left" : side, words);
    return [];
  });
}
