import type { Grid } from "../../grid";
import { findHeader } from "../../tables";
import { AFTER_YEARS, BEFORE_YEARS } from "./columns";
import { bureauSheet, indicatorSheet, planTaskSheet } from "./sheets";
import type { PlanSheetId } from "./words";

const SHEETS = {
  indicators: indicatorSheet([...BEFORE_YEARS, ...AFTER_YEARS]),
  tasks: planTaskSheet(),
  bureaus: bureauSheet(),
};

/** True for a sheet with the headers of the plan's; a foreign sheet of the same name has others. */
export const beginsLikePlan = (id: PlanSheetId, grid: Grid): boolean => findHeader(grid, SHEETS[id]) !== null;
