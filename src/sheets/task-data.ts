import { fold, isBlank, isDateFormat, shownDate } from "../text";
import type { Plan, Task } from "../plan";
import { deadlineCell } from "./deadline";
import type { EntryCell, RecordWords, TableData, TableRow } from "./kind";
import { tableContents } from "./table-data";
import { cellAddress, formatAt, type Grid, valueAt } from "../grid";
import { entryOf, type TableReading } from "../tables";
import { TASK_STATES, taskSheet, type TaskState } from "./tasks";

/** The columns of 任务分工 that people type in. */
export type TaskColumn = "state" | "progress" | "deadline";

/** One task as typed. Values are raw: a number, text, or "" when empty. */
export interface TaskRow extends TableRow {
  task: Task;
  state: unknown;
  /** 进展情况 as the sheet shows it, a date as a date */
  progress: string;
  /** where the cell is empty, the plan's as the cell would hold it */
  deadline: unknown;
  cells: Record<TaskColumn, EntryCell>;
}

/** What 任务分工 says, in the order of the plan. */
export interface TaskData extends TableData {
  rows: TaskRow[];
}

export const taskWords = (task: Task): RecordWords => ({ name: task.text, bureaus: task.units, task });

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
  const deadline = valueAt(grid, row, column("deadline"));
  return [
    {
      task,
      code: taskCode(key),
      words: taskWords(task),
      reported: valueAt(grid, row, column("state")),
      state: valueAt(grid, row, column("state")),
      progress: shownAt(grid, row, column("progress")),
      deadline: isBlank(deadline) ? deadlineCell(task.deadline ?? "") : deadline,
      cells: { state: cell("state"), progress: cell("progress"), deadline: cell("deadline") },
    },
  ];
}

/** Reads 任务分工 by 序号 and header; null when what was read is not that sheet. */
export function readTasks(grid: Grid, plan: Plan): TaskData | null {
  const contents = tableContents(grid, taskSheet(plan), taskCode);
  if (!contents) return null;
  const { common, reading } = contents;
  return { ...common, rows: plan.tasks.flatMap((task) => taskRows(grid, reading, task)) };
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
