export { readBureauTable } from "./lists/bureaus";
export type * from "./draft";
export * from "./file";
export type * from "./pasted";
export * from "./plan-table";
export * from "./question";
export type * from "./source/table";
export { readTaskTable } from "./lists/tasks";
export * from "./with-lists";
