export type * from "./draft";
export type * from "./pasted";
export type * from "./question";
export type * from "./table";
