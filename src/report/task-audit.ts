import { isExplained, type Level } from "../assessment";
import { isBlank } from "../text";
import {
  exampleYear,
  parsePeriod,
  type Period,
  type Plan,
  planMessage,
  samePeriod,
  shownPeriod,
  tasksOfBureau,
} from "../plan";
import {
  bureauOnForm,
  deadlineCell,
  hasPassed,
  isBureau,
  readDeadline,
  stateOf,
  stateWords,
  TASK_STATES,
  taskCode,
  type TaskColumn,
  type TaskData,
  type TaskRow,
} from "../sheets";
import type { AuditItem } from "./audit-item";
import { ageItems, alteredItems, unexplained, bureauItems } from "./altered-items";
import { asCell, folded } from "../grid";
import { repairRemedy, UPDATE } from "./remedies";

const REPAIR = repairRemedy("tasks");
const SHEET = { sheet: "tasks", code: "", indicator: "任务分工", value: "" } as const;

function structureItems(data: TaskData, plan: Plan): AuditItem[] {
  const bureau = bureauOnForm(data.bureau, plan);
  const present = new Set(data.rows.map(({ task }) => task));
  const missing = (bureau ? tasksOfBureau(bureau, plan) : plan.tasks).filter((task) => !present.has(task));
  const altered = (item: Pick<AuditItem, "address" | "message"> & Partial<AuditItem>): AuditItem => ({
    ...SHEET,
    level: "强制",
    remedy: REPAIR,
    ...item,
  });
  return [
    ...missing.map(({ number, text }) =>
      altered({ code: taskCode(number), address: "", message: `缺少${taskCode(number)}“${text}”这一行` }),
    ),
    ...data.duplicates.map(({ code, row }) =>
      altered({ code, address: `A${row}`, message: `${code}在第 ${row} 行重复出现` }),
    ),
    ...data.renamed.map(({ address, was, header }) =>
      altered({ address, value: was, message: `表头“${header}”被改为“${was}”` }),
    ),
    ...bureauItems(data.scope, "tasks", (text) => isBureau(text, plan)),
    ...alteredItems(unexplained(data), "tasks", taskCode),
    // an older form says it for both
    ...(data.age === "newer" ? ageItems(data, "tasks") : []),
  ];
}

/** 报告期, where no form beside the tasks answers for it. */
function periodItems(data: TaskData, plan: Plan): AuditItem[] {
  const read = parsePeriod(data.period, plan);
  if (read.ok) return [];
  return [
    {
      ...SHEET,
      level: "强制",
      indicator: "报告期",
      address: data.periodAddress,
      value: shownPeriod(data.period),
      message: planMessage(read.issue),
      remedy: data.periodAddress === "" ? REPAIR : "请在该单元格改正报告期",
    },
  ];
}

/** A 报告期 of its own that is another than the form's. */
function otherPeriodItems(data: TaskData, formPeriod: unknown): AuditItem[] {
  if (isBlank(data.period) || isBlank(formPeriod) || samePeriod(data.period, formPeriod)) return [];
  const [own, form] = [shownPeriod(data.period), shownPeriod(formPeriod)];
  return [
    {
      ...SHEET,
      level: "强制",
      indicator: "报告期",
      address: data.periodAddress,
      value: own,
      message: `报告期为“${own}”，指标填报表的为“${form}”`,
      remedy: "两张表须是同一报告期，请改正其中一处",
    },
  ];
}

interface TaskFinding {
  level: Level;
  column: TaskColumn;
  message: string;
  remedy: string;
  /** as shown; absent: as typed */
  value?: string;
  reading?: string;
}

function stateFindings({ state, progress }: TaskRow): TaskFinding[] {
  if (isBlank(state)) return [];
  const meant = stateOf(state);
  const found: TaskFinding[] = [];
  if (meant === null || meant !== state)
    found.push({
      level: "强制",
      column: "state",
      message: `“${String(state)}”不是列表中的进展状态`,
      remedy: meant === null ? `请从列表选择：${TASK_STATES.join("、")}` : `请改为“${meant}”`,
      ...(meant !== null && { reading: meant }),
    });
  if (meant === "滞后" && !isExplained(progress))
    found.push({
      level: "核实",
      column: "state",
      message: "进展状态为滞后，没有写进展情况",
      remedy: "请在“进展情况”写明原因和措施",
    });
  return found;
}

/** A date of its own where the plan prints another; what the plan prints in words says no date. */
function otherDeadline({ task }: TaskRow, end: Period, value: string): TaskFinding[] {
  const printed = task.deadline ?? "";
  const planned = readDeadline(printed);
  if (planned.kind !== "date" || (planned.end.year === end.year && planned.end.month === end.month))
    return [];
  return [
    {
      level: "提示",
      column: "deadline",
      value,
      message: `完成时限 ${value} 与规划的“${printed}”不同`,
      remedy: `请核对；要用规划的时限，请清空这一格，再点“${UPDATE.tasks}”`,
    },
  ];
}

function deadlineFindings(row: TaskRow, period: Period | null, plan: Plan): TaskFinding[] {
  const { state, deadline, task } = row;
  const read = readDeadline(deadline);
  const isPlanned = folded(deadline) === folded(deadlineCell(task.deadline ?? ""));
  // 长期坚持: the plan's own words are kept, and not judged
  if (read.kind === "blank" || (read.kind === "text" && isPlanned)) return [];
  if (read.kind === "text")
    return [
      {
        level: "强制",
        column: "deadline",
        message: `“${read.text}”不是日期`,
        remedy: read.reading
          ? `请改为 ${read.reading}`
          : `请填日期，例如 ${exampleYear(plan)}-06-30、${exampleYear(plan)}年6月；没有时限的请留空`,
        ...(read.reading && { reading: read.reading }),
      },
    ];
  const { end, shown: value } = read;
  const meant = stateOf(state);
  if (period && hasPassed(end, period) && meant !== "已完成")
    return [
      {
        level: "核实",
        column: "deadline",
        value,
        message: `完成时限 ${value} 已过，${stateWords(state)}`,
        remedy: "已完成的，请改进展状态；没有完成的，请在“进展情况”写明原因",
      },
    ];
  const other = otherDeadline(row, end, value);
  if (isPlanned || other.length > 0 || end.year <= plan.targetYear) return other;
  return [
    {
      level: "提示",
      column: "deadline",
      value,
      message: `完成时限 ${value} 晚于计划的目标年 ${plan.targetYear}年`,
      remedy: "请核对年份",
    },
  ];
}

function itemOf(row: TaskRow, { level, column, message, remedy, value, reading }: TaskFinding): AuditItem {
  return {
    level,
    sheet: "tasks",
    code: row.code,
    indicator: row.task.text,
    address: row.cells[column].address,
    value: value ?? String(row[column]),
    message,
    remedy,
    ...(reading !== undefined && { correction: { column, reading, was: asCell(row[column]) } }),
    ...(level === "核实" && { explanation: row.progress }),
  };
}

/** What 审核 finds in one task's entries. @param period the end of the 报告期; null where that cannot be read */
export const taskRowItems = (row: TaskRow, period: Period | null, plan: Plan): AuditItem[] =>
  [...stateFindings(row), ...deadlineFindings(row, period, plan)].map((finding) => itemOf(row, finding));

/**
 * Everything 审核 finds on 任务分工, in the sheet's order.
 * @param formPeriod the form's 报告期 as typed, which goes before the sheet's own; undefined where there is no form
 */
export function taskItems(data: TaskData, plan: Plan, formPeriod?: unknown): AuditItem[] {
  const period = taskPeriod(data, plan, formPeriod);
  return [
    ...(formPeriod === undefined ? periodItems(data, plan) : otherPeriodItems(data, formPeriod)),
    ...structureItems(data, plan),
    ...data.rows.flatMap((row) => taskRowItems(row, period, plan)),
  ];
}

/** The end of the period by which tasks are judged; null where it cannot be read. */
export function taskPeriod(data: TaskData, plan: Plan, formPeriod?: unknown): Period | null {
  const read = parsePeriod(formPeriod === undefined ? data.period : formPeriod, plan);
  return read.ok ? read.value : null;
}
