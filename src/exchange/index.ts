export { decided, type Decisions, usualChoice } from "./decide";
export * from "./distribute";
export * from "./identity";
export {
  type Alternative,
  asDecided,
  type Entry,
  type Expectation,
  type Incoming,
  readIncoming,
  understand,
  unread,
} from "./incoming";
export { incomingIssueMessage, type IncomingIssue } from "./incoming-issues";
export { fileIssueMessage, type FileIssue } from "./issues";
export { type Offer, type Option, optionId, optionsOf } from "./offers";
export { tellFile, tellUnplaced, tellValue, type ToldFile } from "./told";
export { mergeReport, type MergeItem, type MergeReport, type Target } from "./report";
export { PLAIN_FORM as plainForm, RECORDS as recordsSheet, remindersLayout, reminderText } from "../sheets";
