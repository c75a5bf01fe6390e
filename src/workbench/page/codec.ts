/** What 打开 and 导出 need, as one script that comes with the first of them. */
export { planInUse } from "../../plan/in-use";
export { describe } from "./describe";
export { readyWorkbook } from "./ready-workbook";
export { followPlan } from "./workbook-plan";
export { exportNotes, openIssueMessage, readXlsx, writeXlsx } from "../../xlsx/workbook";
export { unknownFunctions } from "./unknown-functions";
