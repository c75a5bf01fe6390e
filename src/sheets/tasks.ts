import { baseVersion, bureauWords, PERIOD_DATE_FORMAT, type Plan, type Task, tasksOfBureau } from "../plan";
import { deadlineCell } from "./deadline";
import type { TableOptions } from "./kind";
import { PLAN_LABELS } from "./plan/words";
import { TASKS_WORDS } from "./table-words";
import { basis, footSlots, NAMES, periodEntry, templateId } from "./form";
import { COLORS, type ValidationSpec } from "../grid";
import { type Column, columnsOf, type Slot, type TableSheet } from "../tables";

export const TASKS_SHEET: string = TASKS_WORDS.name;

/** 进展状态 in words, as its list offers them. */
export const TASK_STATES = ["未启动", "推进中", "已完成", "滞后"] as const;
export type TaskState = (typeof TASK_STATES)[number];

const STATES: ValidationSpec = {
  rule: { type: "list", source: [...TASK_STATES] },
  prompt: { title: "进展状态", message: "请从列表选择：未启动、推进中、已完成、滞后。" },
  error: { title: "进展状态有误", message: "请从列表选择：未启动、推进中、已完成、滞后。" },
};

/** Example dates are of the plan's last year, when most tasks are due. */
function deadlineEntry({ targetYear }: Plan): ValidationSpec {
  const message = `请填日期，例如 ${targetYear}-12-31、${targetYear}年12月。`;
  return {
    rule: { type: "date", min: "2000-01-01", max: "2099-12-31" },
    prompt: { title: "完成时限", message },
    error: { title: "完成时限有误", message },
  };
}

function taskColumns(plan: Plan): Column<Task>[] {
  const deadline = deadlineEntry(plan);
  return [
    { id: "number", header: "序号", width: 13, align: "Center", cell: (t) => t.number },
    { id: "task", header: "重点任务", width: 46, align: "Left", cell: (t) => t.text },
    { id: "units", header: "责任单位", width: 30, align: "Left", cell: bureauWords },
    { id: "first", header: "首列单位", width: 14, align: "Left", cell: (t) => t.units[0] ?? "" },
    { id: "state", header: "进展状态", width: 10, align: "Center", entry: true, validation: () => STATES },
    { id: "progress", header: "进展情况", width: 42, align: "Left", entry: true },
    {
      id: "deadline",
      header: "完成时限",
      width: 13,
      align: "Center",
      entry: true,
      given: ({ deadline = "" }) => deadlineCell(deadline),
      numberFormat: () => "yyyy-mm-dd",
      validation: () => deadline,
    },
  ];
}

/** As long as there is a form, what it says; anyone may type over it. */
const FORMS_PERIOD = `=IFERROR(IF(${NAMES.period}="","",${NAMES.period}),"")`;
/** The form's period may be a date; a year alone, such as 2023, is none. */
const PERIOD_FORMAT = `[>=10000]${PERIOD_DATE_FORMAT};General`;

const head = (plan: Plan, options: TableOptions): Slot[][] => [
  [
    {
      id: "bureau",
      label: "填报单位：",
      labelColumns: [0, 0],
      columns: [1, 1],
      value: options.bureau?.name ?? plan.place.whole,
      locked: true,
      name: NAMES.tasks,
    },
    {
      id: "period",
      label: "报告期：",
      labelColumns: [2, 2],
      columns: [3, 3],
      value: options.period ?? { formula: FORMS_PERIOD },
      validation: periodEntry(plan),
      numberFormat: () => PERIOD_FORMAT,
      name: NAMES.tasksPeriod,
    },
    {
      id: "basis",
      label: "依据：",
      labelColumns: [4, 4],
      columns: [5, 6],
      elsewhere: /^《.+》/,
      value: basis(plan, plan.taskTable.source),
    },
  ],
];

/** The sheet 任务分工: one row per task of the city or of one bureau. */
export function taskSheet(plan: Plan, options: TableOptions = {}): TableSheet<Task> {
  const columns = taskColumns(plan);
  const own = options.bureau && new Set(tasksOfBureau(options.bureau, plan));
  const shown = (t: Task): boolean => !own || own.has(t) || (options.keep?.has(String(t.number)) ?? false);
  return {
    name: TASKS_SHEET,
    title: plan.taskTable.title,
    columns,
    key: "number",
    keyIsPlace: true,
    subject: "task",
    scope: "bureau",
    frozenColumns: 2,
    groups: [{ title: null, records: plan.tasks.filter(shown) }],
    head: head(plan, options),
    foot: footSlots([
      ["单位负责人", [0, 0], [1, 1]],
      ["填表人", [2, 2], [3, 3]],
      ["报出日期", [4, 4], [5, 6]],
    ]),
    note: "填写说明：浅黄色单元格由责任单位填写。“首列单位”为责任单位中排在第一的单位。进展状态为“滞后”的任务，其责任单位以深色标出。",
    highlights: (body, at) => {
      const formula = `=${at("state")}="滞后"`;
      const { cell, row } = COLORS.lagging;
      const only = (id: string) => columnsOf(body, columns, (c) => c.id === id);
      return [
        { areas: only("units"), formula, fill: cell, font: { color: COLORS.white, bold: true } },
        { areas: only("state"), formula, font: { color: cell, bold: true } },
        { areas: columnsOf(body, columns, (c) => !c.entry), formula, fill: row },
      ];
    },
    names: {
      // the same with 补充指标 and without
      [NAMES.tasksTemplate]: templateId({ ...plan, version: baseVersion(plan.version) }),
      [NAMES.tasksScope]: options.bureau?.name ?? plan.place.whole,
    },
    // its first version was known by the form's alone
    template: [NAMES.tasksTemplate, NAMES.template],
    versions: [],
    givenTo: NAMES.tasksScope,
    unlike: PLAN_LABELS.taskTitle,
  };
}
