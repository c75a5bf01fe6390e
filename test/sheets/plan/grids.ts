import type { Plan } from "../../../src/plan";
import { planSheetLayouts, type PlanSheetGrids } from "../../../src/sheets/plan";
import { asRead } from "../helpers";

type Sheet = PlanSheetGrids["indicators"];
type PlanGrids = Record<"indicators" | "tasks" | "bureaus", Sheet> & { checks: Sheet | null };

/** What a host would read back of a plan's sheets. */
export function planGrids(plan: Plan): PlanGrids {
  const [indicators, tasks, bureaus, checks = null] = planSheetLayouts(plan).map((layout) => ({
    name: layout.name,
    grid: asRead({ ...layout, cells: layout.cells.map((row) => row.map((cell) => cell ?? "")) }),
  }));
  return { indicators: indicators!, tasks: tasks!, bureaus: bureaus!, checks };
}
