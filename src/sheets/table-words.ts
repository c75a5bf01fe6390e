import {
  type Bureau,
  type Indicator,
  indicatorsOf,
  indicatorsOfBureau,
  type Plan,
  type Task,
  tasksOfBureau,
} from "../plan";

/** What there is to say of a table before it is read or built: all that the pane's first paint needs of it. */
export interface TableWords<R = unknown, Id extends string = string> {
  id: Id;
  /** the sheet's, as we name it; copies of it have names that begin so */
  name: string;
  /** what its rows are called */
  noun: string;
  /** the ribbon's button: its id in the manifest, its words, and those where the table is there already */
  button: { id: string; insert: string; update: string };
  /** what the plan has for a bureau, or for the whole place */
  records(plan: Plan, bureau?: Bureau): readonly R[];
  /** it takes 报告期 from another table as long as there is one */
  followsPeriod: boolean;
}

export const FORM_WORDS = {
  id: "form",
  name: "指标填报",
  noun: "指标",
  button: { id: "insertForm", insert: "插入指标模板", update: "更新指标模板" },
  records: (plan, bureau) => (bureau ? indicatorsOfBureau(bureau, plan) : indicatorsOf(plan)),
  followsPeriod: false,
} as const satisfies TableWords<Indicator>;

export const TASKS_WORDS = {
  id: "tasks",
  name: "任务分工",
  noun: "任务",
  button: { id: "insertTasks", insert: "插入任务分工表", update: "更新任务分工表" },
  records: (plan, bureau) => (bureau ? tasksOfBureau(bureau, plan) : plan.tasks),
  followsPeriod: true,
} as const satisfies TableWords<Task>;

/** The tables that bureaus fill, in their order in a workbook. */
export const TABLE_WORDS = [FORM_WORDS, TASKS_WORDS] as const;

export type TableId = (typeof TABLE_WORDS)[number]["id"];

/** Something for each table, by its id. */
export type PerTable<T> = Record<TableId, T>;

/** The same made for every table. */
export const perTable = <T>(make: (table: TableWords<unknown, TableId>) => T): PerTable<T> =>
  Object.fromEntries(TABLE_WORDS.map((table) => [table.id, make(table)])) as PerTable<T>;
