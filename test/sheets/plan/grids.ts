import type { Plan } from "../../../src/plan";
import { planSheetLayouts, type PlanSheetGrids } from "../../../src/sheets/plan";
import { asRead } from "../helpers";

/** What a host would read back of a plan's sheets. */
export function planGrids(plan: Plan): Required<PlanSheetGrids> {
  const [indicators, tasks, bureaus] = planSheetLayouts(plan).map((layout) => ({
    name: layout.name,
    grid: asRead({ ...layout, cells: layout.cells.map((row) => row.map((cell) => cell ?? "")) }),
  }));
  return { indicators: indicators!, tasks: tasks!, bureaus: bureaus! };
}
