/* Many periods in one workbook: what is kept of each, how it is kept, shown again and told. */
export * from "./archive";
export * from "./before";
export * from "./changes";
export * from "./compare";
export * from "./course";
export * from "./figures";
export * from "./gone";
export * from "./issues";
export * from "./kinds";
export * from "./ledger";
export * from "./lines";
export * from "./other-period";
export * from "./period-words";
export * from "./read";
export * from "./restore";
export * from "./show";
export * from "./words";
