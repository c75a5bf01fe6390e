export * from "./bureaus";
export * from "./indicators";
export * from "./inference";
export { planMessage, type PlanIssue } from "./issues";
export { type Comparator, isPlainNumber, type Notation, parseNotation, type Printed } from "./notation";
export * from "./period";
export * from "./period-forms";
export * from "./plan";
export * from "./years";
