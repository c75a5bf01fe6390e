/* Comes when a workbook first has a plan of its own, or is to have one: what reads and checks plans, with its schema. */

export { planChanges } from "../plan/changes";
export { planAfter } from "../plan";
export { openPlan } from "../plan/open";
export { openPlanSheets, planSheetIssueWords, planSheetLayouts } from "../sheets/plan";
