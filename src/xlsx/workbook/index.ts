/** Whole workbooks as files, for 打开 and 导出 in the workbench: nothing of this is part of the add-in. */
export { functionsIn } from "./formulas";
export { openIssueMessage, type OpenedFile, readXlsx } from "./read";
export { exportNotes } from "./writable";
export { type Properties, writeXlsx } from "./write";
