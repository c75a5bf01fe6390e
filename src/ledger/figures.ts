import { audit, isExplained, readEntry, STATEMENTS } from "../assessment";
import { findIndicator, parsePeriod, type Plan, samePeriod, shownPeriod } from "../plan";
import { asCell, type Scalar } from "../grid";
import {
  type FormRow,
  isCellRecord,
  type MergeRecord,
  type TableId,
  tableOf,
  taskCode,
  type TaskRow,
} from "../sheets";
import { type AuditItem, type Held, isSettled, type Report, taskRowItems } from "../report";
import { yearBefore } from "./period-words";

/** What is said of one record in one period. */
export interface Figure {
  table: TableId;
  /** indicator code or task number */
  key: string;
  /** as it is to stand in the ledger */
  period: string;
  /** 本期值 or 进展状态; "" for none */
  value: Scalar;
  /** 情况说明 or 进展情况; null: nothing is said of it, as of 上年同期 */
  words: string | null;
  /** 完成时限 of a task */
  deadline?: Scalar;
  /** 来源: the bureau and file it came from, or where it was typed */
  source: string;
  /** what the audit still wants of it, in words; empty where it may be archived */
  against: readonly string[];
}

/** What the tables say now, or what a file says. */
export interface Current {
  /** as shown; "" where there is none */
  period: string;
  /** as its cell holds it: a number may be read two ways, which its words no longer tell; absent: as shown */
  written?: unknown;
  figures: readonly Figure[];
  /** 强制 and unexplained 核实 that are of no figure here, such as of the sheet itself */
  others: readonly AuditItem[];
  /** 容差 and 红线 as typed, for 状态 */
  parameters: readonly [tolerance: unknown, redline: unknown];
}

/** What is to be read as the period of these figures. */
export const writtenOf = ({ period, written = period }: Current): unknown => written;

export const TYPED_HERE = "本表填报";
/** 来源 of last year's figure that came with this year's. */
const beside = (period: string): string => `${period}填报的上年同期`;

const isOpen = (item: AuditItem): boolean =>
  item.level === "强制" || (item.level === "核实" && !isSettled(item));
const told = ({ level, message, remedy }: AuditItem): string => `${level}：${message}，${remedy}`;
const codeAt = (table: TableId, code: string): string => `${table}/${code}`;

/** A cell as a figure holds it: what reads as a number is one, and 人工判断 is in the words of its list. */
function valueOf(row: FormRow, column: "actual" | "previous"): Scalar {
  const read = readEntry({ value: row[column], format: row.cells[column].format }, row.indicator);
  if (read.kind === "statement") return STATEMENTS[read.is];
  return read.kind === "number" ? read.value : read.kind === "text" ? read.text : "";
}

type Said = Pick<Figure, "key" | "value" | "words"> & { code: string; deadline?: Scalar; previous?: Scalar };

const formSays = (row: FormRow): Said => ({
  key: row.code,
  code: row.code,
  value: valueOf(row, "actual"),
  words: row.explanation,
  previous: valueOf(row, "previous"),
});

const tasksSay = (row: TaskRow): Said => ({
  key: String(row.task.number),
  code: row.code,
  value: asCell(row.state) as Scalar,
  words: row.progress,
  deadline: asCell(row.deadline) as Scalar,
});

/** A record's own figure, and last year's that stands beside it. */
function figuresOf(
  table: TableId,
  said: Said,
  period: string,
  source: string,
  against: readonly string[],
): Figure[] {
  const { key, value, words, deadline, previous = "" } = said;
  const own: Figure = {
    table,
    key,
    period,
    value,
    words,
    source,
    against,
    ...(deadline !== undefined && { deadline }),
  };
  if (previous === "") return [own];
  return [
    own,
    { table, key, period: yearBefore(period), value: previous, words: null, source: beside(period), against },
  ];
}

/** The last file that wrote each record's value in this period, with what it wrote. */
function sourcesIn(
  records: readonly MergeRecord[],
  period: string,
): Map<string, { value: unknown; source: string }> {
  const sources = new Map<string, { value: unknown; source: string }>();
  for (const record of records) {
    if (!isCellRecord(record) || record.done !== "written" || !samePeriod(record.period, period)) continue;
    const { table, key, column, value, bureau, file } = record;
    if (column === tableOf(table).required)
      sources.set(codeAt(table, key), { value, source: `${bureau}（${file}）` });
  }
  return sources;
}

/**
 * What form and tasks say now, with what their audit wants.
 * @param period absent: what the form's head says; another where the figures are known to be of that one
 */
export function currentOf(
  held: Held,
  { findings }: Pick<Report, "findings">,
  records: readonly MergeRecord[],
  period: unknown = held.form?.period ?? held.tasks?.period,
): Current {
  const text = shownPeriod(period);
  const open = new Map<string, AuditItem[]>();
  for (const item of findings.filter(isOpen)) {
    const at = codeAt(item.sheet, item.code);
    open.set(at, [...(open.get(at) ?? []), item]);
  }
  const sources = sourcesIn(records, text);
  const taken = new Set<string>();
  const figures = (table: TableId, said: Said): Figure[] => {
    const came = sources.get(codeAt(table, said.key));
    const source = came && came.value === said.value ? came.source : TYPED_HERE;
    const at = codeAt(table, said.code);
    taken.add(at);
    return figuresOf(table, said, text, source, (open.get(at) ?? []).map(told));
  };
  const all = [
    ...(held.form?.rows ?? []).flatMap((row) => figures("form", formSays(row))),
    ...(held.tasks?.rows ?? []).flatMap((row) => figures("tasks", tasksSay(row))),
  ];
  return {
    period: text,
    written: period,
    figures: all,
    others: [...open].flatMap(([at, items]) => (taken.has(at) ? [] : items)),
    parameters: [held.form?.tolerance ?? "", held.form?.redline ?? ""],
  };
}

/** A filled cell that a returned file brings; `held`: why the audit does not let it pass. */
export interface Entered {
  table: TableId;
  key: string;
  column: string;
  value: Scalar;
  held: readonly string[];
}

/** What the audit wants of a record that stands on no sheet here. */
function wantedOf(table: TableId, said: Said, period: string, plan: Plan): string[] {
  if (table === "tasks") {
    const task = plan.tasks.find(({ number }) => String(number) === said.key);
    const read = parsePeriod(period, plan);
    if (!task) return [];
    const cell = (content: Scalar) => ({ address: "", content });
    const { value: state, words, deadline = "" } = said;
    const row: TaskRow = {
      ...{ task, code: said.code, words: { name: task.text, bureaus: task.units, task } },
      ...{ reported: state, state, progress: words ?? "", deadline },
      cells: { state: cell(state), progress: cell(words ?? ""), deadline: cell(deadline) },
    };
    return taskRowItems(row, read.ok ? read.value : null, plan)
      .filter(isOpen)
      .map(told);
  }
  const indicator = findIndicator(said.key, plan);
  if (!indicator.ok) return [];
  const explained = isExplained(said.words);
  return audit(indicator.value, said.value, said.previous)
    .filter(({ level }) => level === "强制" || (level === "核实" && !explained))
    .map(({ level, message, remedy }) => `${level}：${message}，${remedy}`);
}

/** What a file of some period says, to be archived without passing through the form. */
export function enteredFigures(
  entries: readonly Entered[],
  period: string,
  source: string,
  plan: Plan,
): Current {
  const records = new Map<
    string,
    { table: TableId; key: string; cells: Map<string, Scalar>; held: string[] }
  >();
  for (const { table, key, column, value, held } of entries) {
    const at = codeAt(table, key);
    const record = records.get(at) ?? { table, key, cells: new Map<string, Scalar>(), held: [] };
    record.cells.set(column, value);
    record.held.push(...held);
    records.set(at, record);
  }
  const figures = [...records.values()].flatMap(({ table, key, cells, held }): Figure[] => {
    const { required, explains } = tableOf(table);
    const said: Said = {
      key,
      code: table === "tasks" ? taskCode(key) : key,
      value: cells.get(required) ?? "",
      words: String(cells.get(explains.id) ?? ""),
      ...(table === "form"
        ? { previous: cells.get("previous") ?? "" }
        : { deadline: cells.get("deadline") ?? "" }),
    };
    return figuresOf(table, said, period, source, [
      ...new Set([...held, ...wantedOf(table, said, period, plan)]),
    ]);
  });
  return { period, figures, others: [], parameters: ["", ""] };
}

/** 来源 of what 汇总记录 says begins so. */
export const RECORDED = "汇总记录：";

/** What 汇总记录 says was written in a period: what a row that is gone from the ledger said. */
export function recordedFigures(records: readonly MergeRecord[], period: string, plan: Plan): Current {
  const last = new Map<string, Entered & { from: string }>();
  for (const record of records) {
    if (!isCellRecord(record) || record.done === "refused" || !samePeriod(record.period, period)) continue;
    const { table, key, column, value, bureau, file } = record;
    if (typeof value === "object") continue;
    last.set(`${codeAt(table, key)}/${column}`, {
      table,
      key,
      column,
      value,
      held: [],
      from: `${bureau}（${file}）`,
    });
  }
  const entries = [...last.values()];
  const bySource = new Map<string, Entered[]>();
  for (const entry of entries) {
    const own = last.get(`${codeAt(entry.table, entry.key)}/${tableOf(entry.table).required}`);
    if (!own) continue;
    bySource.set(own.from, [...(bySource.get(own.from) ?? []), entry]);
  }
  const figures = [...bySource].flatMap(
    ([source, some]) => enteredFigures(some, period, `${RECORDED}${source}`, plan).figures,
  );
  return { period, figures, others: [], parameters: ["", ""] };
}
