import { type Indicator, indicatorsOf, indicatorsOfBureau, type Task, tasksOfBureau } from "../plan";
import { FORM_SHEET, formSheet, NAMES } from "./form";
import { type FormData, indicatorWords, readForm } from "./form-data";
import type { TableKind } from "./kind";
import { readTasks, taskCode, type TaskData, taskWords } from "./task-data";
import { TASKS_SHEET, taskSheet } from "./tasks";

export const FORM: TableKind<Indicator, FormData, "form"> = {
  id: "form",
  name: FORM_SHEET,
  marker: NAMES.period,
  noun: "指标",
  button: { id: "insertForm", insert: "插入指标模板", update: "更新指标模板" },
  records: (plan, bureau) => (bureau ? indicatorsOfBureau(bureau, plan) : indicatorsOf(plan)),
  describe: indicatorWords,
  build: formSheet,
  read: readForm,
  recognizes: (grid, plan) => readForm(grid, plan) !== null,
  code: (key) => key,
  keyCell: (key) => key,
  listed: (records) => records.map(({ key, name }) => `${key} ${name}`).join("；"),
  required: "actual",
  reported: "本期值",
  explains: { id: "explanation", header: "情况说明" },
  followsPeriod: false,
  calculates: true,
};

export const TASKS: TableKind<Task, TaskData, "tasks"> = {
  id: "tasks",
  name: TASKS_SHEET,
  marker: NAMES.tasks,
  noun: "任务",
  button: { id: "insertTasks", insert: "插入任务分工表", update: "更新任务分工表" },
  records: (plan, bureau) => (bureau ? tasksOfBureau(bureau, plan) : plan.tasks),
  describe: taskWords,
  build: taskSheet,
  read: readTasks,
  recognizes: (grid, plan) => readTasks(grid, plan) !== null,
  code: taskCode,
  keyCell: Number,
  // their texts are long
  listed: (records) => `任务 ${records.map(({ key }) => key).join("、")}`,
  required: "state",
  reported: "进展状态",
  explains: { id: "progress", header: "进展情况" },
  followsPeriod: true,
  calculates: false,
};

/** The tables that bureaus fill, in their order in a workbook. Another table is another record here. */
export const TABLES = [FORM, TASKS] as const;

type Tables = (typeof TABLES)[number];
export type TableId = Tables["id"];

/** Something for each table, by its id. */
export type PerTable<T> = Record<TableId, T>;

/** What is read of each table. */
export type DataOf<Id extends TableId> = NonNullable<ReturnType<Extract<Tables, { id: Id }>["read"]>>;

/** The same made for every table. */
export const perTable = <T>(make: (kind: TableKind) => T): PerTable<T> =>
  Object.fromEntries(TABLES.map((kind) => [kind.id, make(kind)])) as PerTable<T>;

export const tableOf = (id: TableId): TableKind => TABLES.find((kind) => kind.id === id)!;
