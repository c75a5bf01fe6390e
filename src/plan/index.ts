export * from "./bureaus";
export * from "./indicators";
export { planMessage, type PlanIssue } from "./issues";
export * from "./notation";
export * from "./period";
export * from "./period-forms";
export * from "./schema";
