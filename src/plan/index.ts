import builtIn from "./plan.json";
import { loadPlan, type Plan } from "./schema";

/** The plan this build is for. To serve another city, replace the file it is read from. */
export const plan: Plan = loadPlan(builtIn);

export * from "./bureaus";
export * from "./indicators";
export { planMessage, type PlanIssue } from "./issues";
export * from "./notation";
export * from "./period";
export * from "./period-forms";
export * from "./schema";
