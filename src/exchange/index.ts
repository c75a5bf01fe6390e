export * from "./decide";
export * from "./distribute";
export * from "./identity";
export * from "./incoming";
export { incomingIssueMessage, type IncomingIssue } from "./incoming-issues";
export { fileIssueMessage, type FileIssue } from "./issues";
export { tellFile, tellUnplaced, type ToldFile } from "./told";
export { mergeReport, type MergeItem, type MergeReport, type Offer, type Target } from "./report";
export { PLAIN_FORM as plainForm, RECORDS as recordsSheet, remindersLayout, reminderText } from "../sheets";
