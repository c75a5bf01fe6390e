import type { FormReport, Report } from "../report";
import { type PerTable, perTable } from "../sheets";
import type { PlanSheetIssue } from "../sheets/plan";
import { store } from "./store";

/** What the workbook holds, as last read. */
export interface Workbook {
  /** what there is to say about form and tasks; null: there is neither; undefined: not read yet */
  report: Report | null | undefined;
  /** the same, where there is a form */
  form: FormReport | null | undefined;
  /** 填报单位 of each table; null where it is not there */
  bureaus: PerTable<string | null>;
  /** whether the workbook has a plan of its own, and what is wrong on its sheets: then the plan before stays in use */
  plan: { own: boolean; issues: readonly PlanSheetIssue[] };
  /** false where this Excel does not tell of changes */
  live: boolean;
}

export const workbook = store<Workbook>({
  report: undefined,
  form: undefined,
  bureaus: perTable(() => null),
  plan: { own: false, issues: [] },
  live: true,
});
