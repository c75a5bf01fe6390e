import { isBlank } from "../text";
import { type Plan, shownPeriod } from "../plan";
import { FORM_SHEET, type FormData, type TableId, type TaskData, TASKS_SHEET } from "../sheets";
import { type AuditItem, auditItems, byStrictness, isSettled } from "./form-audit";
import {
  type LaggingGroup,
  laggingList,
  type LaggingList,
  type MissingGroup,
  missingGroups,
  type MissingItem,
  missingItems,
} from "./form-lagging";
import { taskItems } from "./task-audit";

/** A sheet of a workbook: `id` finds it, `name` is what the user calls it. */
export interface SheetRef {
  id: string;
  name: string;
}

/** What a workbook holds of ours, as read, and where. */
export interface Held {
  form: (FormData & { sheet: SheetRef }) | null;
  tasks: (TaskData & { sheet: SheetRef }) | null;
}

/** Everything that is to be said about what a workbook holds of ours, from one reading of it. */
export interface Report {
  /** where each table that there is stands */
  sheets: Partial<Record<TableId, SheetRef>>;
  /** as they stand in the form's cells, or in the task sheet's where there is no form */
  bureau: string;
  period: string;
  findings: AuditItem[];
  lagging: LaggingGroup[];
  /** why lagging indicators cannot be told, in words; null when they can */
  unjudged: string | null;
  missing: MissingGroup[];
  progress: Progress;
  submission: Submission;
}

/** A report on a workbook that has the form. */
export interface FormReport extends Report {
  /** the name of the form's sheet */
  sheet: string;
  tolerance: string;
  redline: string;
}

/** How far one table has come. */
export interface TableProgress {
  filled: number;
  total: number;
  lagging: number;
}

/** How far the work has come: `filled`, `total`, `lagging` count indicators, the rest findings. */
export interface Progress extends TableProgress {
  must: number;
  /** explained ones among them */
  verify: number;
  explained: number;
  /** null where there is no task sheet */
  tasks: TableProgress | null;
}

/** Whether it may be reported, what still stands in the way, and what is open without being so. */
export interface Submission {
  ready: boolean;
  /** sentences; empty when ready */
  obstacles: string[];
  open: OpenList[];
}

/** Things left empty, such as indicators; `what` says which kind. */
export interface OpenList {
  what: string;
  names: string[];
}

const USUAL: Record<TableId, string> = { form: FORM_SHEET, tasks: TASKS_SHEET };

/** The sheets that were read under other names than ours, such as a copy `指标填报 (2)`. */
export const otherNames = ({ sheets }: Pick<Report, "sheets">): string[] =>
  (["form", "tasks"] as const).flatMap((table) => {
    const name = sheets[table]?.name;
    return name === undefined || name === USUAL[table] ? [] : [name];
  });

const countOf = (findings: readonly AuditItem[], level: AuditItem["level"]): number =>
  findings.filter((item) => item.level === level).length;

/** How many lagging indicators or tasks there are: each once, however many bureaus answer for it. */
export const countLagging = (groups: readonly LaggingGroup[], sheet: TableId): number =>
  new Set(groups.flatMap(({ items }) => items.filter((i) => i.sheet === sheet).map(({ code }) => code))).size;

function progressOf(
  { form, tasks }: Held,
  findings: readonly AuditItem[],
  { groups }: LaggingList,
): Progress {
  const table = (sheet: TableId, entries: unknown[]): TableProgress => ({
    filled: entries.filter((entry) => !isBlank(entry)).length,
    total: entries.length,
    lagging: countLagging(groups, sheet),
  });
  return {
    ...table("form", form?.rows.map(({ actual }) => actual) ?? []),
    must: countOf(findings, "强制"),
    verify: countOf(findings, "核实"),
    explained: findings.filter(isSettled).length,
    tasks:
      tasks &&
      table(
        "tasks",
        tasks.rows.map(({ state }) => state),
      ),
  };
}

const named = (items: readonly MissingItem[], sheet: TableId): string[] =>
  items.filter((item) => item.sheet === sheet).map(({ code, indicator }) => `${code} ${indicator}`);

/** What is empty but does not stand in the way; kinds of which nothing is open are left out. */
function openLists({ form, tasks }: Held): OpenList[] {
  const missing = missingItems(form, tasks);
  const signatures = ({ sheet, unsigned }: { sheet: SheetRef; unsigned: string[] }): OpenList => ({
    what: `“${sheet.name}”表末未填`,
    names: unsigned,
  });
  return [
    { what: "指标未填", names: named(missing, "form") },
    { what: "任务未填", names: named(missing, "tasks") },
    ...[form, tasks].flatMap((table) => (table ? [signatures(table)] : [])),
  ].filter(({ names }) => names.length > 0);
}

/** 可以上报: something is filled in, no 强制 is open and every 核实 is explained. What is left empty is told only. */
function submissionOf(held: Held, { must, verify, explained, filled, tasks }: Progress): Submission {
  const obstacles = [
    ...(filled + (tasks?.filled ?? 0) > 0 ? [] : [`还没有填写任何${held.form ? "本期值" : "进展状态"}`]),
    ...(must > 0 ? [`${must} 项强制问题没有改正`] : []),
    ...(verify > explained ? [`${verify - explained} 项核实问题没有说明`] : []),
  ];
  return { ready: obstacles.length === 0, obstacles, open: openLists(held) };
}

function commonReport(held: Held, plan: Plan): Report {
  const { form, tasks } = held;
  const head = form ?? tasks;
  const findings = byStrictness([
    ...(form ? auditItems(form, plan) : []),
    ...(tasks ? taskItems(tasks, plan, form?.period) : []),
  ]);
  const list = laggingList(form, tasks, plan);
  const progress = progressOf(held, findings, list);
  return {
    sheets: { ...(form && { form: form.sheet }), ...(tasks && { tasks: tasks.sheet }) },
    bureau: head?.bureau ?? "",
    period: shownPeriod(head?.period),
    findings,
    lagging: list.groups,
    unjudged: list.unjudged,
    missing: missingGroups(form, tasks, plan),
    progress,
    submission: submissionOf(held, progress),
  };
}

/** The report on a workbook; null when it holds nothing of ours. */
export function reportOf(held: Held, plan: Plan): { report: Report | null; form: FormReport | null } {
  const { form, tasks } = held;
  if (!form && !tasks) return { report: null, form: null };
  const report = commonReport(held, plan);
  const formReport = form && {
    ...report,
    sheet: form.sheet.name,
    tolerance: String(form.tolerance),
    redline: String(form.redline),
  };
  return { report, form: formReport };
}
