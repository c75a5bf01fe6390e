export type * from "./draft";
export * from "./file";
export type * from "./pasted";
export * from "./question";
export { draftOf, readDraft } from "./read";
export { readSource } from "./source";
export type * from "./table";
