import type { Indicator, Plan, Task } from "../plan";
import {
  type AlteredCell,
  alteredCells,
  CALCULATION_SHEET,
  type Column,
  expandTable,
  keyOf,
  readTable,
  type TableReading,
  type TableSheet,
} from "../tables";
import { type Cell, folded, type Grid } from "../grid";
import { type FormFormulas, formSheet, type TableId, taskSheet } from "../sheets";
import { PLAIN_FORMULAS } from "../plain";

/** What an entry column holds; a list with what may stand in it. */
export type EntryKind = "number" | "date" | "text" | { list: readonly string[] };

/** A column that bureaus fill. */
export interface EntryColumn {
  id: string;
  header: string;
  kind: EntryKind;
}

/** How the calculated columns of a form calculate. */
export type Calculates = "functions" | "plain";

/** One of the two tables that bureaus fill, as far as an exchange looks at it. */
export interface ExchangeTable {
  id: TableId;
  sheetName: string;
  title: string;
  records: ExchangeRecord[];
  entries: EntryColumn[];
  columns: { id: string; header: string }[];
  /** labels of the places above and below the table, by id */
  slots: { id: string; label: string; value: Cell }[];
  /** what the sheet says without anybody having typed it, folded */
  words: ReadonlySet<string>;
  /** finds the table on a sheet; null when it is not there */
  read: (grid: Grid) => TableReading | null;
  altered: (grid: Grid, reading: TableReading, calculates: Calculates) => AlteredCell[];
  /** the number format of an entry */
  formatOf: (key: string, columnId: string) => string;
  /** id of the column without which a record counts as not reported */
  required: string;
  /** the column whose words explain what the audit finds */
  explains: { id: string; header: string };
}

/** A row that is reported on. */
export interface ExchangeRecord {
  /** as in TableReading.rows: an indicator's code or a task's number */
  key: string;
  name: string;
  /** as the plan prints them */
  bureaus: readonly string[];
  /** of the form */
  indicator?: Indicator;
  /** of 任务分工 */
  task?: Task;
}

function kindOf<R>({ validation }: Column<R>, example: R): EntryKind {
  const rule = validation?.(example).rule;
  if (!rule) return "text";
  if (rule.type === "list") return { list: rule.source };
  return rule.type === "date" ? "date" : "number";
}

interface Description<R> {
  id: TableId;
  sheets: Record<Calculates, TableSheet<R>>;
  required: string;
  explains: string;
  describe: (record: R) => Omit<ExchangeRecord, "key">;
}

function wordsOf<R>(sheet: TableSheet<R>): Set<string> {
  const texts = expandTable(sheet).cells.flat();
  return new Set(texts.flatMap((cell) => (typeof cell === "string" && cell !== "" ? [folded(cell)] : [])));
}

function table<R>({ id, sheets, required, explains, describe }: Description<R>): ExchangeTable {
  const sheet = sheets.plain;
  const records = new Map(
    sheet.groups.flatMap((group) => group.records).map((record) => [keyOf(sheet, record), record]),
  );
  const [example] = records.values();
  const columns = new Map(sheet.columns.map((column) => [column.id, column]));
  return {
    id,
    sheetName: sheet.name,
    required,
    explains: { id: explains, header: columns.get(explains)!.header },
    title: sheet.title,
    entries: sheet.columns
      .filter((column) => column.entry)
      .map((column) => ({ id: column.id, header: column.header, kind: kindOf(column, example!) })),
    columns: sheet.columns.map((column) => ({ id: column.id, header: column.header })),
    slots: [...sheet.head, ...sheet.foot].flat().map((slot) => ({ ...slot, value: slot.value })),
    words: wordsOf(sheet),
    read: (grid) => readTable(grid, sheet),
    altered: (grid, reading, calculates) => alteredCells(grid, reading, sheets[calculates]),
    formatOf: (key, columnId) => columns.get(columnId)!.numberFormat?.(records.get(key)!) ?? "General",
    records: [...records].map(([key, record]) => ({ key, ...describe(record) })),
  };
}

function build(plan: Plan): ExchangeTable[] {
  const form = (formulas?: FormFormulas): TableSheet<Indicator> =>
    formSheet(plan, formulas ? { formulas } : {});
  const tasks = taskSheet(plan);
  return [
    table({
      id: "form",
      sheets: { functions: form(), plain: form(PLAIN_FORMULAS) },
      required: "actual",
      explains: "explanation",
      describe: (indicator) => ({ name: indicator.name, bureaus: indicator.bureaus, indicator }),
    }),
    table({
      id: "tasks",
      sheets: { functions: tasks, plain: tasks },
      required: "state",
      explains: "progress",
      describe: (task) => ({ name: task.text, bureaus: task.units, task }),
    }),
  ];
}

const built = new WeakMap<Plan, ExchangeTable[]>();

/** Both tables with every record of the plan; made once, for every file is held against them. */
export function exchangeTables(plan: Plan): ExchangeTable[] {
  const tables = built.get(plan) ?? build(plan);
  built.set(plan, tables);
  return tables;
}

/** How the file's form calculates, by most of its formulas; null where it holds none, as after 转为数值. */
export function calculationOf(grid: Grid, reading: TableReading): Calculates | null {
  const formulas = [...reading.rows.values()].flatMap((row) =>
    (grid.formulas[row - grid.row] ?? []).filter(
      (cell): cell is string => typeof cell === "string" && cell.startsWith("="),
    ),
  );
  const ours = formulas.filter((formula) => /YIZHI[._]\w+\(/i.test(formula)).length;
  const plain = formulas.filter((formula) => formula.includes(CALCULATION_SHEET)).length;
  return ours + plain === 0 ? null : ours > plain ? "functions" : "plain";
}
