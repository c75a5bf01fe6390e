import type { FormFormulas } from "../sheets";
import type { Indicator, Plan } from "../plan";
import type { Grid, SheetLayout } from "../grid";
import { type At, CALCULATION_SHEET, isCalculation, type TableSheet } from "../tables";
import { calculationLayout, stepOf } from "./calculation";

export { calculationLayout } from "./calculation";

const result =
  (step: string): ((at: At) => string) =>
  (at) =>
    `=${stepOf(step, at("code"))}`;

/** The form's formulas where the add-in is not: each takes its result from the steps of its row's code on the sheet 计算过程. */
export const PLAIN_FORMULAS: FormFormulas = {
  expected: result("expectedShown"),
  gap: result("gap"),
  progress: result("progress"),
  status: result("status"),
  check: result("check"),
};

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
