import printed from "./built-in.json";
import { compilePlan } from "./compile";
import type { PlanParts } from "./plan";
import { readPlanFile } from "./schema";

/** The built-in plan, read, understood and checked by the build itself: what ships holds the result, and nothing that reads plans. */
export const builtInParts: PlanParts = compilePlan(readPlanFile(printed));
