export * from "./addresses";
export * from "./cells";
export * from "./layout";
export * from "./number-format";
export * from "./palette";
