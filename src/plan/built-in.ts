import printed from "./built-in.json";
import { openPlan } from "./open";
import type { Plan } from "./plan";

/** The plan this build brings along: in use wherever a workbook has none of its own. */
export const builtInPlan: Plan = openPlan(printed);
