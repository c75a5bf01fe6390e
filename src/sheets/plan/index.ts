export { type PlanSheet, type PlanSheetIssue, planSheetIssueWords } from "./cells";
export * from "./layouts";
export * from "./open";
export * from "./read";
export { beginsLikePlan } from "./recognized";
