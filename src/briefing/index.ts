/* 通报: what is said of a period, sentence by sentence, each figure with where it comes from. */
export * from "./briefing";
export { briefingDocument } from "./document";
export * from "./piece";
export * from "./sheet";
export * from "./sources";
export * from "./text";
export * from "./written";
export type { Column as BriefingColumn, Table as BriefingTable } from "./table";
