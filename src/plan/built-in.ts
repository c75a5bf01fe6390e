import { builtInParts } from "./built-in-file";
import { indexedPlan } from "./indexed";
import type { Plan } from "./plan";

/** The plan this build brings along: in use wherever a workbook has none of its own. */
export const builtInPlan: Plan = indexedPlan(builtInParts);
