import { isBlank } from "../text";
import type { Period, Plan } from "../plan";
import { laggingTasks } from "../report";
import { stateOf, type TaskData, type TaskState } from "../sheets";
import { answering, type Counted } from "./standing";

/** How one task stands in its period. */
export interface TaskStanding extends Counted {
  /** null where 进展状态 is blank or says none of its words */
  state: TaskState | null;
  reported: boolean;
  /** its 完成时限 has passed and it is not 已完成, whatever it says of itself */
  overdue: boolean;
  /** 滞后 by its own word, or overdue: what it is called so, and why; null: neither */
  behind: { word: string; reason: string } | null;
}

/** How the tasks stand, in the sheet's order. */
export function taskStandings(data: TaskData, period: Period | null, plan: Plan): TaskStanding[] {
  const behind = new Map(laggingTasks(data, period).map(({ item }) => [item.code, item]));
  return data.rows.map((row) => {
    const item = behind.get(row.code);
    return {
      table: "tasks",
      code: row.code,
      name: row.task.text,
      bureaus: answering(row.task.units, plan),
      address: item?.address ?? row.cells.state.address,
      state: stateOf(row.state),
      reported: !isBlank(row.reported),
      overdue: item?.overdue ?? false,
      behind: item ? { word: item.status, reason: item.reason } : null,
    };
  });
}

/** What tasks are counted as, the best first. */
export const TASK_CLASSES = ["已完成", "推进中", "未启动", "滞后"] as const satisfies readonly TaskState[];
