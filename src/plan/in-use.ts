import { builtInPlan } from "./built-in";
import type { Plan } from "./plan";

/*
 * The plan of the open workbook. Functions, commands and the pane ask here, for they are called without one; all else
 * takes it as an argument.
 */
let inUse: Plan = builtInPlan;

/** The plan of the open workbook; the built-in one as long as the workbook has none. */
export const planInUse = (): Plan => inUse;

/** From now on all figures and forms are of this plan. @public */
export const usePlan = (plan: Plan): void => void (inUse = plan);
