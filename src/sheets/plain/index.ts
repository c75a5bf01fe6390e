import type { FormFormulas } from "../form";
import type { Indicator, Plan } from "../../plan";
import type { SheetLayout } from "../layout";
import type { Grid } from "../cells";
import type { TableSheet } from "../table";
import { calculationLayout, stepAddress } from "./calculation";
import { CALCULATION_SHEET, isCalculation } from "./sheet";

export { calculationLayout } from "./calculation";
export { CALCULATION_SHEET, isCalculation } from "./sheet";

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

/** A form with plain formulas, as far as whoever puts it into a workbook must know. */
export interface PlainForm {
  formulas: FormFormulas;
  /** of the hidden sheet that the formulas take their results from */
  sheetName: string;
  layout: (form: TableSheet<Indicator>, plan: Plan, formName?: string) => SheetLayout;
  recognizes: (grid: Grid) => boolean;
}

export const PLAIN_FORM: PlainForm = {
  formulas: PLAIN_FORMULAS,
  sheetName: CALCULATION_SHEET,
  layout: calculationLayout,
  recognizes: isCalculation,
};
