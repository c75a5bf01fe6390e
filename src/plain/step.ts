import type { CrossCheck } from "../assessment";
import type { Indicator, Plan } from "../plan";
import type { Cell } from "../grid";

/** What a row's steps may refer to: other steps of the row, steps of the head, cells of the form in the row of the same code. */
export interface RowRefs {
  indicator: Indicator;
  plan: Plan;
  step: (id: string) => string;
  head: (id: string) => string;
  form: (columnId: string) => string;
  /** checks with other indicators of the form, and a step of such an indicator */
  checks: readonly CrossCheck[];
  stepOf: (code: string, id: string) => string;
}

export type HeadRefs = Pick<RowRefs, "plan" | "head">;

/** One column of the sheet 计算过程: a figure of the plan or one step of a calculation. */
export interface Step<R> {
  id: string;
  header: string;
  cell: (refs: R) => Cell;
}
