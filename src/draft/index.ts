export type * from "./draft";
export * from "./file";
export type * from "./pasted";
export * from "./question";
export { draftOf, readDraft } from "./read";
export type * from "./table";
