import { parsePeriod, type Plan } from "../../src/plan";
import { laggingTasks, taskItems } from "../../src/report";
import { readTasks, type TaskData, taskSheet } from "../../src/sheets";
import { expandTable } from "../../src/tables";
import { asRead, fill } from "../sheets/helpers";
import type { TypedTasks } from "../sheets/task-sheet";

const PERIOD = "2023年";
const HEADERS = { state: "进展状态", progress: "进展情况", deadline: "完成时限" } as const;

/** 任务分工 of a plan as read at the end of 2023, with entries typed over what stood there. */
function typedTasks(plan: Plan, typed: TypedTasks): TaskData {
  const grid = asRead(expandTable(taskSheet(plan)));
  for (const [number, entries] of Object.entries(typed))
    for (const [id, value] of Object.entries(entries))
      fill(grid, Number(number), HEADERS[id as keyof typeof HEADERS], value);
  return { ...readTasks(grid, plan)!, period: PERIOD };
}

/** Number and word of each task that lags or is overdue. */
export function laggingOf(plan: Plan, typed: TypedTasks): [number, string][] {
  const period = parsePeriod(PERIOD, plan);
  return laggingTasks(typedTasks(plan, typed), period.ok ? period.value : null).map(({ item }) => [
    Number(item.code.replace(/\D/g, "")),
    item.status,
  ]);
}

/** Level and words of what the audit finds. */
export const taskItemsOf = (plan: Plan, typed: TypedTasks): string[] =>
  taskItems(typedTasks(plan, typed), plan).map(({ level, message }) => `${level} ${message}`);
