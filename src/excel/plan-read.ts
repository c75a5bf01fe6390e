import { View } from "./find";
import type { PlanRead } from "./plan-state";
import { run, sync } from "./run";

/** Reads the sheets of the workbook's plan, and nothing else. @param asked false where nobody waits for it */
export const readPlan = (asked = true): Promise<PlanRead> =>
  run(async (context) => (await View.of(context, { anyPlan: true })).plan(), asked);

/** Calculates every formula of the workbook anew: functions give other results with another plan. */
export const calculateAll = (): Promise<void> =>
  run(async (context) => {
    context.workbook.application.calculate("Full");
    await sync(context);
  });
