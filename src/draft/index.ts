export { readBureauTable } from "./bureaus";
export type * from "./draft";
export * from "./file";
export type * from "./pasted";
export * from "./plan-table";
export * from "./question";
export type * from "./table";
export { readTaskTable } from "./tasks";
export * from "./with-lists";
