import { compilePlan } from "./compile";
import { indexedPlan } from "./indexed";
import type { Plan } from "./plan";
import { readPlanFile } from "./schema";

/**
 * Opens a plan: reads and checks its file, infers what it does not state, and makes its indexes.
 * @throws Error naming every fault and its place; a faulty plan must never load halfway.
 */
export const openPlan = (raw: unknown): Plan => indexedPlan(compilePlan(readPlanFile(raw)));

export { type CheckFile, partsOfRule, readCheck, readComparison } from "./check-read";
export type { IndicatorFile, PlanFile } from "./schema";
