export * from "./check";
export * from "./entries";
export * from "./convert";
export * from "./insert";
export { markLagging } from "./mark";
export * from "./merge";
export * from "./list";
export { CommandError, issueMessage, type CommandIssue } from "./issues";
export { watchWorkbook } from "./watch";
