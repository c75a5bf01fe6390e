/* What the pane's first tab needs. */
export { bureauOf, choice, hasSupplement, setBureau } from "./choice";
export { bureauHint, TABLE_LIST } from "./kinds";
export { loadedOnce, NotLoaded } from "./loading";
export * from "./refusals";
export { type ButtonId, registerRibbon } from "./ribbon";
export { type Busy, closeNotice, type Notice, openView, state, type State } from "./state";
export type { Store } from "./store";
export { workbook, type Workbook } from "./workbook";

/* What comes with the workbook's part. */
export * from "./cells";
export * from "./convert";
export * from "./corrections";
export { type Comparison, comparison, type ComparedFile, type ToldItem, type ToldOption } from "./comparison";
export { openFile } from "./distribute";
export * from "./head";
export { followWorkbook } from "./live";
export { chooseFile, compareFiles, dropComparison, mergeDecided } from "./merge";
export { remind, reminder } from "./remind";
export { COMMANDS, runCommand } from "./run";
export { type Distribution, distribution, submission } from "./made-files";
export { planKnown } from "./workbook-plan";
export { savesFiles } from "../excel";
export type { Decisions, MergeItem, OutgoingFile } from "../exchange";
export type { AuditItem, FormReport, LaggingGroup, LaggingItem, MissingGroup, Report } from "../report";
export type { TableId } from "../sheets";

/* What comes with the tab 往期. */
export * from "./periods";
export * from "./periods-state";
export type { ArchivedPeriod, CoursePoint } from "../ledger";

/* What comes with the tab 成果. */
export * from "./results";
export { type Letter, type Made, results, type ResultsRead, type ResultsState } from "./results-state";

/* What comes with the tab 规划. */
export * from "./adoption";
export * from "./plan";
export * from "./plan-draft";
export * from "./plan-words";
export type {
  Draft,
  DraftColumn,
  DraftHead,
  DraftIndicator,
  Pasted,
  Proposal,
  Question,
  SourceTable,
} from "../draft";
