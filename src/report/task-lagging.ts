import { isExplained, STATUSES } from "../assessment";
import type { Period } from "../plan";
import { hasPassed, readDeadline, stateOf, stateWords, type TaskData, type TaskRow } from "../sheets";
import type { LaggingItem } from "./lagging-item";
import type { Answered } from "./held";

/** What stands where an indicator has its 领域. */
const TASK_FIELD = "重点任务";

/** What a task is called whose time is over without its own 进展状态 saying so. */
export const OVERDUE = "逾期";

interface Behind {
  row: TaskRow;
  lagging: boolean;
  /** the deadline that has passed, as shown */
  overdue: string | null;
}

function behindOf(row: TaskRow, period: Period | null): Behind {
  const state = stateOf(row.state);
  const deadline = readDeadline(row.deadline);
  const passed =
    period !== null && state !== "已完成" && deadline.kind === "date" && hasPassed(deadline.end, period);
  return { row, lagging: state === "滞后", overdue: passed ? deadline.shown : null };
}

function itemOf({ row, lagging, overdue }: Behind): LaggingItem {
  const { task, code, progress, cells } = row;
  const reasons = [
    overdue === null ? "" : `完成时限${overdue}已过`,
    stateWords(row.state),
    isExplained(progress) ? `进展情况：${progress}` : "没有写进展情况",
  ];
  return {
    sheet: "tasks",
    code,
    indicator: task.text,
    field: TASK_FIELD,
    address: (lagging ? cells.state : cells.deadline).address,
    status: lagging ? STATUSES.lagging.word : OVERDUE,
    symbol: STATUSES.lagging.symbol,
    figures: null,
    done: null,
    due: null,
    reason: reasons.filter((reason) => reason !== "").join("，"),
    joint: task.units.length > 1,
    overdue: overdue !== null,
  };
}

/** The tasks that lag by their own word or whose time is over, those that are both first. */
export function laggingTasks(data: TaskData, period: Period | null): Answered<LaggingItem>[] {
  const weight = (b: Behind): number => (b.lagging ? 2 : 0) + (b.overdue === null ? 0 : 1);
  return data.rows
    .map((row) => behindOf(row, period))
    .filter((behind) => weight(behind) > 0)
    .sort((a, b) => weight(b) - weight(a))
    .map((behind) => ({ bureaus: behind.row.task.units, item: itemOf(behind) }));
}
