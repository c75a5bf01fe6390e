import { folded, type Grid, valueAt } from "../grid";

/** The hidden sheet that plain formulas take their results from. */
export const CALCULATION_SHEET = "计算过程";
export const CALCULATION_TITLE = "计算过程：本表供“指标填报”表取数，逐步列出计划数值和各步计算，请勿修改";

/** True for a sheet that was made for plain formulas. */
export const isCalculation = (grid: Grid): boolean =>
  folded(valueAt(grid, 0, 0)) === folded(CALCULATION_TITLE);

/** True for a formula that takes its result from that sheet. */
export const isPlainFormula = (formula: unknown): boolean =>
  typeof formula === "string" && formula.startsWith("=") && formula.includes(CALCULATION_SHEET);
