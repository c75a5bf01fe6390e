import { fold, isBlank, isDateFormat, shownDate } from "../text";
import type { Plan, Task } from "../plan";
import type { FormData } from "./form-data";
import { type Cell, cellAddress, formatAt, type Grid, valueAt } from "../grid";
import { alterationsOf, entryOf, isOlder, readTable, scopeOn, type TableReading, unsigned } from "../tables";
import { TASK_STATES, taskSheet, type TaskState } from "./tasks";

/** The columns of 任务分工 that people type in. */
export type TaskColumn = "state" | "progress" | "deadline";

/** One task as typed. Values are raw: a number, text, or "" when empty. */
export interface TaskRow {
  task: Task;
  /** by which the task is named and found, such as `任务3` */
  code: string;
  state: unknown;
  /** 进展情况 as the sheet shows it, a date as a date */
  progress: string;
  deadline: unknown;
  /** the cells themselves: address such as E9, and content, a formula as formula */
  cells: Record<TaskColumn, { address: string; content: Cell }>;
}

/** What 任务分工 says, in the order of the plan. */
export interface TaskData extends Pick<FormData, "bureau" | "scope" | "alterations" | "period" | "renamed"> {
  /** empty where the sheet has no 报告期 */
  periodAddress: string;
  rows: TaskRow[];
  /** tasks that stand on the sheet more than once, with the sheet's row number */
  duplicates: { code: string; row: number }[];
  /** the foot's empty places, by label */
  unsigned: string[];
}

export const taskCode = (number: number | string): string => `任务${number}`;

/** A cell as it is shown: Excel keeps a date as a number. */
const shownAt = (grid: Grid, row: number, column: number): string => {
  const value = valueAt(grid, row, column);
  return typeof value === "number" && isDateFormat(formatAt(grid, row, column))
    ? shownDate(value)
    : String(value);
};

/** One task's row on a sheet of tasks; none where the sheet has no such row. */
export function taskRows(grid: Grid, reading: TableReading, task: Task): TaskRow[] {
  const key = String(task.number);
  const row = reading.rows.get(key);
  if (row === undefined) return [];
  const column = (id: TaskColumn): number => reading.columns.get(id) ?? -1;
  const cell = (id: TaskColumn) => ({
    address: cellAddress(row, column(id)),
    content: entryOf(grid, reading, key, id),
  });
  return [
    {
      task,
      code: taskCode(key),
      state: valueAt(grid, row, column("state")),
      progress: shownAt(grid, row, column("progress")),
      deadline: valueAt(grid, row, column("deadline")),
      cells: { state: cell("state"), progress: cell("progress"), deadline: cell("deadline") },
    },
  ];
}

/** Reads 任务分工 by 序号 and header; null when what was read is not that sheet. */
export function readTasks(grid: Grid, plan: Plan): TaskData | null {
  const sheet = taskSheet(plan);
  const reading = readTable(grid, sheet);
  if (!reading) return null;
  const slot = (id: string): unknown => {
    const place = reading.slots.get(id);
    return place ? valueAt(grid, place.row, place.column) : "";
  };
  const period = reading.slots.get("period");
  const scope = scopeOn(grid, reading, sheet);
  return {
    bureau: scope.bureau,
    scope,
    alterations: alterationsOf(grid, reading, sheet, isOlder(grid, sheet)),
    period: slot("period"),
    periodAddress: period ? cellAddress(period.row, period.column) : "",
    rows: plan.tasks.flatMap((task) => taskRows(grid, reading, task)),
    duplicates: reading.duplicates.map(({ key, row }) => ({ code: taskCode(key), row: row + 1 })),
    renamed: reading.renamed.map(({ column, was, header }) => ({
      address: cellAddress(reading.header, column),
      was,
      header,
    })),
    unsigned: unsigned(grid, reading, sheet),
  };
}

/** Other words for a 进展状态 that people write or paste. */
const MEANT: Record<TaskState, readonly string[]> = {
  未启动: ["未开始", "未开工", "尚未启动", "未开展", "待启动"],
  推进中: ["进行中", "在推进", "正在推进", "正在进行", "推进", "实施中", "已启动", "正常推进", "有序推进"],
  已完成: ["完成", "已办结", "办结", "全部完成", "已经完成"],
  滞后: ["严重滞后", "进度滞后", "已滞后", "落后"],
};

/** Blanks, marks and symbols around a word say nothing about a state. */
const bare = (input: unknown): string => fold(String(input ?? "")).replace(/[^\p{L}\p{N}]/gu, "");

/** What a 进展状态 means, as its list has it; null where it is blank or means none of them. */
export function stateOf(input: unknown): TaskState | null {
  const word = bare(input);
  return TASK_STATES.find((state) => word === state || MEANT[state].includes(word)) ?? null;
}

/** `进展状态为“推进中”` */
export const stateWords = (state: unknown): string =>
  isBlank(state) ? "没有填进展状态" : `进展状态为“${stateOf(state) ?? String(state)}”`;
