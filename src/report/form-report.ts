import { isBlank } from "../text";
import { type Plan, shownPeriod } from "../plan";
import { isAwaited, type PerTable, perTable, type TableId, type TableRow, TABLES } from "../sheets";
import { ageObstacle } from "./altered-items";
import { type AuditItem, isSettled } from "./audit-item";
import { byStrictness } from "./form-audit";
import type { LaggingGroup } from "./lagging-item";
import type { Held, SheetRef } from "./held";
import { headPeriod, laggingList } from "./lagging-list";
import { type MissingGroup, missingGroups, type MissingItem, missingItems } from "./missing";
import { RULES, type TableRules } from "./rules";

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

/** How far one table has come. What has no target (—, 无任务) is in neither number, filled in or not. */
export interface TableProgress {
  filled: number;
  total: number;
  lagging: number;
}

/** How far the work has come: `filled`, `total`, `lagging` count indicators, `reported` the records of all tables, the rest findings. */
export interface Progress extends TableProgress {
  reported: number;
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

/** The sheets that were read under other names than ours, such as a copy `指标填报 (2)`. */
export const otherNames = ({ sheets }: Pick<Report, "sheets">): string[] =>
  TABLES.flatMap((kind) => {
    const name = sheets[kind.id]?.name;
    return name === undefined || name === kind.name ? [] : [name];
  });

const countOf = (findings: readonly AuditItem[], level: AuditItem["level"]): number =>
  findings.filter((item) => item.level === level).length;

/** How many lagging indicators or tasks there are: each once, however many bureaus answer for it. */
export const countLagging = (groups: readonly LaggingGroup[], sheet: TableId): number =>
  new Set(groups.flatMap(({ items }) => items.filter((i) => i.sheet === sheet).map(({ code }) => code))).size;

const reportedIn = (rows: readonly TableRow[] = []): number =>
  rows.filter(({ reported }) => !isBlank(reported)).length;

/** How far each table has come; null for one that is not there. */
const progresses = (held: Held, groups: readonly LaggingGroup[]): PerTable<TableProgress | null> =>
  perTable(({ id }) => {
    const table = id;
    const all: readonly TableRow[] | undefined = held[table]?.rows;
    if (!all) return null;
    const rows = all.filter(({ words }) => isAwaited(words));
    return {
      filled: reportedIn(rows),
      total: rows.length,
      lagging: countLagging(groups, table),
    };
  });

const NONE: TableProgress = { filled: 0, total: 0, lagging: 0 };

function progressOf(held: Held, findings: readonly AuditItem[], groups: readonly LaggingGroup[]): Progress {
  const tables = progresses(held, groups);
  const { form, tasks } = tables;
  return {
    ...(form ?? NONE),
    reported: TABLES.reduce((sum, { id }) => sum + reportedIn(held[id]?.rows), 0),
    must: countOf(findings, "强制"),
    verify: countOf(findings, "核实"),
    explained: findings.filter(isSettled).length,
    tasks,
  };
}

const named = (items: readonly MissingItem[], sheet: TableId): string[] =>
  items.filter((item) => item.sheet === sheet).map(({ code, indicator }) => `${code} ${indicator}`);

/** What is empty but does not stand in the way; kinds of which nothing is open are left out. */
function openLists(held: Held): OpenList[] {
  const missing = missingItems(held);
  return [
    ...TABLES.map(({ id, noun }) => ({ what: `${noun}未填`, names: named(missing, id) })),
    ...TABLES.flatMap(({ id }): OpenList[] => {
      const table = held[id];
      return table ? [{ what: `“${table.sheet.name}”表末未填`, names: table.unsigned }] : [];
    }),
  ].filter(({ names }) => names.length > 0);
}

/** 可以上报: something is filled in, no 强制 is open and every 核实 is explained. What is left empty is told only. */
function submissionOf(held: Held, { must, verify, explained, reported }: Progress): Submission {
  const head = TABLES.find(({ id }) => held[id])!;
  const obstacles = [
    ...TABLES.flatMap(({ id }) => (held[id] ? ageObstacle(held[id], id) : [])),
    ...(reported > 0 ? [] : [`还没有填写任何${head.reported}`]),
    ...(must > 0 ? [`${must} 项强制问题没有改正`] : []),
    ...(verify > explained ? [`${verify - explained} 项核实问题没有说明`] : []),
  ];
  return { ready: obstacles.length === 0, obstacles, open: openLists(held) };
}

function commonReport(held: Held, plan: Plan, others: readonly AuditItem[]): Report {
  const there = TABLES.filter(({ id }) => held[id]).map(({ id }) => id);
  const head = held[there[0]!];
  const findings = byStrictness([
    ...others,
    ...there.flatMap((id) => {
      const data = held[id];
      const rules = RULES[id] as TableRules<typeof data> | undefined;
      return rules?.findings(data, plan, headPeriod(held, id)) ?? [];
    }),
  ]);
  const list = laggingList(held, plan);
  const progress = progressOf(held, findings, list.groups);
  return {
    sheets: Object.fromEntries(there.map((id) => [id, held[id]!.sheet])),
    bureau: head?.bureau ?? "",
    period: shownPeriod(head?.period),
    findings,
    lagging: list.groups,
    unjudged: list.unjudged,
    missing: missingGroups(held, plan),
    progress,
    submission: submissionOf(held, progress),
  };
}

/** The report on a workbook; null when it holds nothing of ours. @param others what is found of it elsewhere, to be told with the rest */
export function reportOf(
  held: Held,
  plan: Plan,
  others: readonly AuditItem[] = [],
): { report: Report | null; form: FormReport | null } {
  const { form } = held;
  if (TABLES.every(({ id }) => !held[id])) return { report: null, form: null };
  const report = commonReport(held, plan, others);
  const formReport = form && {
    ...report,
    sheet: form.sheet.name,
    tolerance: String(form.tolerance),
    redline: String(form.redline),
  };
  return { report, form: formReport };
}
