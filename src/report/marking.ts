import { STATUSES } from "../assessment";
import { asJudged, type FormData, stateOf, type TaskData, type TaskState } from "../sheets";
import { bureausIn } from "./held";
import type { LaggingItem } from "./lagging-item";
import type { LaggingGroup } from "./lagging-item";
import { OVERDUE } from "./task-lagging";

/** What 标记滞后 found, and what of it the sheets' highlights show. */
export interface Marking {
  /** lagging indicators */
  indicators: number;
  /** lagging and overdue tasks */
  tasks: number;
  /** of the tasks, those whose time is over */
  overdue: number;
  /** of these, those that are not 滞后 by their own word too; nothing in their row marks them */
  onlyOverdue: number;
  bureaus: number;
  /** 状态 cells that do not say what 本期值 is judged to be, so that the highlight is wrong or missing */
  wrong: string[];
  /** 进展状态 cells that mean 滞后 in other words, which the highlight does not know */
  reworded: string[];
  /** the rows or columns of 任务分工 are out of place, so its highlight was left as it is */
  tasksLeft: boolean;
}

/** The words at the end of a 状态 cell that mark its row, longer ones before those they end with. */
const MARKING = Object.values(STATUSES)
  .filter(({ lagging }) => lagging)
  .map(({ word }) => word as string)
  .sort((a, b) => b.length - a.length);

const LAGGING: TaskState = "滞后";

function wrongCells(form: FormData, lagging: readonly LaggingItem[]): string[] {
  const due = new Map(lagging.map(({ code, status }) => [code, status]));
  return (
    form.rows
      // a percentage or a date is the entry's fault, which the audit names
      .filter((row) => asJudged(row) === row)
      .filter(({ indicator, calculated }) => {
        const status = String(calculated.status.value).trimEnd();
        const marked = MARKING.find((word) => status.endsWith(word));
        return marked !== due.get(indicator.code);
      })
      .map(({ calculated }) => calculated.status.address)
  );
}

export function markingOf(
  groups: readonly LaggingGroup[],
  form: FormData | null,
  tasks: TaskData | null,
  tasksLeft: boolean,
): Marking {
  const each = [
    ...new Map(groups.flatMap(({ items }) => items.map((item) => [item.code, item] as const))).values(),
  ];
  const behind = each.filter(({ sheet }) => sheet === "tasks");
  return {
    indicators: each.length - behind.length,
    tasks: behind.length,
    overdue: behind.filter(({ overdue }) => overdue).length,
    onlyOverdue: behind.filter(({ status }) => status === OVERDUE).length,
    bureaus: bureausIn(groups),
    wrong: form ? wrongCells(form, each) : [],
    reworded: (tasks?.rows ?? [])
      .filter(({ state }) => state !== LAGGING && stateOf(state) === LAGGING)
      .map(({ cells }) => cells.state.address),
    tasksLeft,
  };
}
