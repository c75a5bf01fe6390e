import type { FormFormulas } from "../form";
import { stepAddress } from "./calculation";

export { CALCULATION_SHEET, calculationLayout, isCalculation } from "./calculation";

const rowOf = (address: string): number => Number(address.replace(/\D/g, "")) - 1;

/** The form's formulas where the add-in is not: each takes its result from the row's steps on the sheet 计算过程. */
export const PLAIN_FORMULAS: FormFormulas = {
  expected: (at) => whenFilled(at("actual"), "expected"),
  gap: (at) => whenFilled(at("actual"), "gap"),
  progress: (at) => whenFilled(at("actual"), "progress"),
  status: (at) => `=${stepAddress("status", rowOf(at("actual")))}`,
  check: (at) => `=${stepAddress("check", rowOf(at("actual")))}`,
};

const whenFilled = (cell: string, step: string): string =>
  `=IF(ISBLANK(${cell}),"",${stepAddress(step, rowOf(cell))})`;
