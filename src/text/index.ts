export * from "./dates";
export * from "./fold";
export * from "./hash";
export * from "./numbers";
export * from "./result";
export * from "./traditional";
