export * from "./check";
export * from "./entries";
export * from "./insert";
export { CommandError, issueMessage, type CommandIssue } from "./issues";
export { watchWorkbook } from "./watch";
