export * from "./decide";
export * from "./distribute";
export * from "./identity";
export * from "./incoming";
export { incomingIssueMessage, type IncomingIssue } from "./incoming-issues";
export { fileIssueMessage, type FileIssue } from "./issues";
export { mergeReport, type MergeItem, type MergeReport, type Offer, type Target } from "./report";
