export * from "./check";
export * from "./entries";
export * from "./insert";
export { markLagging } from "./mark";
export { CommandError, issueMessage, type CommandIssue } from "./issues";
export { watchWorkbook } from "./watch";
