export * from "./check";
export * from "./insert";
export { CommandError, issueMessage, type CommandIssue } from "./issues";
