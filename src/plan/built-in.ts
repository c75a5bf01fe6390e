import { builtInFile } from "./built-in-file";
import { compilePlan } from "./compile";
import type { Plan } from "./plan";

/** The plan this build brings along: in use wherever a workbook has none of its own. */
export const builtInPlan: Plan = compilePlan(builtInFile);
