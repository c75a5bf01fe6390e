import { findIndicator, type Plan } from "../plan";
import { area, folded, type SheetLayout } from "../grid";
import { KEPT_LISTS, listLayout, type PerTable, type TableId } from "../sheets";

/** What a row of a ledger says, by column. */
export type ColumnId =
  | "period"
  | "key"
  | "name"
  | "unit"
  | "value"
  | "status"
  | "gap"
  | "deadline"
  | "bureaus"
  | "words"
  | "nature"
  | "time"
  | "source"
  | "reason"
  | "check";

export interface LedgerColumn {
  id: ColumnId;
  header: string;
  /** characters */
  width: number;
  /** absent: General */
  format?: string;
}

/** 数据性质 */
export const NATURES = { first: "初报", revised: "修订", approved: "核定" } as const;

/** A sheet that keeps what one table said in each period. It only grows: no row of it is ever written over. */
export interface LedgerKind {
  table: TableId;
  name: string;
  /** the workbook name that points at it, whatever its user calls it */
  marker: string;
  columns: readonly LedgerColumn[];
  /** the key of the plan's record that a row is of, by its key and its name as they stand there; null: the plan has none */
  recordOf: (key: string, name: string, plan: Plan) => string | null;
  /** what stays true in the next period and need not be reported again */
  lasts: (value: unknown) => boolean;
}

/** What a header's number says: how many rows there are to be, so that one that is gone is missed. */
const CHECK = "校验码";
const END: readonly LedgerColumn[] = [
  { id: "nature", header: "数据性质", width: 9 },
  { id: "time", header: "归档时间", width: 17 },
  { id: "source", header: "来源", width: 26 },
  { id: "reason", header: "修订原因", width: 26 },
  { id: "check", header: CHECK, width: 22 },
];

/** One that the name names goes before one that the code names: codes may change with a plan's version, or change places. */
function indicatorOf(key: string, name: string, plan: Plan): string | null {
  const [named, coded] = [findIndicator(name, plan), findIndicator(key, plan)];
  if (coded.ok && folded(coded.value.name) === folded(name)) return coded.value.code;
  return named.ok ? named.value.code : coded.ok ? coded.value.code : null;
}

function taskOf(key: string, name: string, { tasks }: Plan): string | null {
  const coded = tasks.find(({ number }) => String(number) === folded(key));
  if (coded && folded(coded.text) === folded(name)) return String(coded.number);
  const named = tasks.filter(({ text }) => folded(text) === folded(name));
  const task = named.length === 1 ? named[0] : coded;
  return task ? String(task.number) : null;
}

export const LEDGERS: PerTable<LedgerKind> = {
  form: {
    table: "form",
    ...KEPT_LISTS.form,
    columns: [
      { id: "period", header: "报告期", width: 13 },
      { id: "key", header: "指标代码", width: 9 },
      { id: "name", header: "指标名称", width: 30 },
      { id: "unit", header: "计量单位", width: 9 },
      { id: "value", header: "值", width: 10 },
      { id: "status", header: "状态", width: 10 },
      { id: "gap", header: "差距", width: 10 },
      { id: "bureaus", header: "责任部门", width: 22 },
      { id: "words", header: "情况说明", width: 34 },
      ...END,
    ],
    recordOf: indicatorOf,
    lasts: () => false,
  },
  tasks: {
    table: "tasks",
    ...KEPT_LISTS.tasks,
    columns: [
      { id: "period", header: "报告期", width: 13 },
      { id: "key", header: "序号", width: 7 },
      { id: "name", header: "重点任务", width: 46 },
      { id: "value", header: "进展状态", width: 10 },
      { id: "words", header: "进展情况", width: 42 },
      { id: "deadline", header: "完成时限", width: 13, format: "yyyy-mm-dd" },
      { id: "bureaus", header: "责任单位", width: 30 },
      ...END,
    ],
    recordOf: taskOf,
    lasts: (value) => value === "已完成",
  },
};

/** The headers of a ledger of so many rows. */
export const headersOf = ({ columns }: LedgerKind, rows: number): string[] =>
  columns.map(({ id, header }) => (id === "check" && rows > 0 ? `${header}（共${rows}行）` : header));

const COUNT = new RegExp(`^${CHECK}[(（]共(\\d+)行[)）]$`);
/** How many rows a header says there are; 0 where it says nothing. */
export const countIn = (header: unknown): number => Number(COUNT.exec(String(header))?.[1] ?? 0);

/** The column that a header names; undefined: none of ours. */
export function columnNamed({ columns }: LedgerKind, header: unknown): ColumnId | undefined {
  const text = folded(header);
  return columns.find((column) => text === column.header || (column.id === "check" && countIn(text) > 0))?.id;
}

/** The sheet before anything is archived. */
export const ledgerLayout = (kind: LedgerKind): SheetLayout => ({
  ...listLayout(
    kind.name,
    kind.columns.map(({ header, width }) => [header, width]),
  ),
  names: { [kind.marker]: area(0, 0) },
});
