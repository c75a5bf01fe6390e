import printed from "./built-in.json";
import { loadPlan, type Plan } from "./schema";

/** The plan this build brings along: in use wherever a workbook has none of its own. */
export const builtInPlan: Plan = loadPlan(printed);
