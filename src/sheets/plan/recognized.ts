import type { Grid } from "../../grid";
import { findHeader } from "../../tables";
import {
  AFTER_YEAR_HEADERS,
  BEFORE_YEAR_HEADERS,
  BUREAU_HEADERS,
  CHECK_HEADERS,
  type PlanHeader,
  TASK_HEADERS,
  versionsOf,
} from "./headers";
import type { PlanSheetId } from "./words";

const HEADERS: Readonly<Record<PlanSheetId, readonly PlanHeader[]>> = {
  indicators: [...BEFORE_YEAR_HEADERS, ...AFTER_YEAR_HEADERS],
  tasks: TASK_HEADERS,
  bureaus: BUREAU_HEADERS,
  checks: CHECK_HEADERS,
};

/** True for a sheet with the headers of the plan's; a foreign sheet of the same name has others. */
export const beginsLikePlan = (id: PlanSheetId, grid: Grid): boolean =>
  findHeader(grid, { columns: HEADERS[id], versions: versionsOf(HEADERS[id]) }) !== null;
