/* 督办: what is behind is pressed until it has recovered; the book of it, and letters to the bureaus. */
export * from "./book";
export * from "./book-sheet";
export * from "./ladder";
export * from "./letters";
export * from "./streak";
export * from "./update";
