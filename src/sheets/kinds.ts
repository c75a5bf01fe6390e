import type { Indicator, Task } from "../plan";
import { formSheet, NAMES } from "./form";
import { type FormData, indicatorWords, readForm } from "./form-data";
import type { TableKind } from "./kind";
import { readTasks, taskCode, type TaskData, taskWords } from "./task-data";
import { taskSheet } from "./tasks";
import { FORM_WORDS, type TableId, TASKS_WORDS } from "./table-words";

export const FORM: TableKind<Indicator, FormData, "form"> = {
  ...FORM_WORDS,
  marker: NAMES.period,
  describe: indicatorWords,
  build: formSheet,
  read: readForm,
  code: (key) => key,
  keyCell: (key) => key,
  listed: (records) => records.map(({ key, name }) => `${key} ${name}`).join("；"),
  required: "actual",
  reported: "本期值",
  explains: { id: "explanation", header: "情况说明" },
  calculates: true,
};

export const TASKS: TableKind<Task, TaskData, "tasks"> = {
  ...TASKS_WORDS,
  marker: NAMES.tasks,
  describe: taskWords,
  build: taskSheet,
  read: readTasks,
  code: taskCode,
  keyCell: Number,
  // their texts are long
  listed: (records) => `任务 ${records.map(({ key }) => key).join("、")}`,
  required: "state",
  reported: "进展状态",
  explains: { id: "progress", header: "进展情况" },
  calculates: false,
};

/** The tables that bureaus fill, in their order in a workbook. Another table is another record here. */
export const TABLES = [FORM, TASKS] as const;

type Tables = (typeof TABLES)[number];

/** What is read of each table. */
export type DataOf<Id extends TableId> = NonNullable<ReturnType<Extract<Tables, { id: Id }>["read"]>>;

export const tableOf = (id: TableId): TableKind => TABLES.find((kind) => kind.id === id)!;
