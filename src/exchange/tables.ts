import type { Plan } from "../plan";
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
import { type RecordWords, type TableId, type TableKind, TABLES } from "../sheets";
import { PLAIN_FORMULAS } from "../plain";

/** What an entry column holds; a list with what may stand in it. */
export type EntryKind = "number" | "date" | "text" | { list: readonly string[] };

/** A column that bureaus fill. */
export interface EntryColumn {
  id: string;
  header: string;
}

/** How the calculated columns of a form calculate. */
export type Calculates = "functions" | "plain";

/** One of the tables that bureaus fill, as far as an exchange looks at it. */
export interface ExchangeTable {
  id: TableId;
  sheetName: string;
  title: string;
  records: ExchangeRecord[];
  entries: EntryColumn[];
  columns: { id: string; header: string }[];
  /** id of the column by whose words people know a record */
  subject: string;
  /** labels of the places above and below the table, by id */
  slots: { id: string; label: string; value: Cell }[];
  /** what the sheet says without anybody having typed it, folded */
  words: ReadonlySet<string>;
  /** finds the table on a sheet; null when it is not there */
  read: (grid: Grid) => TableReading | null;
  altered: (grid: Grid, reading: TableReading, calculates: Calculates) => AlteredCell[];
  /** what an entry holds: a number, or words where the target is in words */
  kindOf: (key: string, columnId: string) => EntryKind;
  /** what the plan says in an entry until someone types over it; "" where nothing */
  givenOf: (key: string, columnId: string) => Cell;
  /** the number format of an entry */
  formatOf: (key: string, columnId: string) => string;
  required: TableKind["required"];
  explains: TableKind["explains"];
  calculates: TableKind["calculates"];
}

/** True of what stands in an entry because the plan says it: nobody has typed it. */
export function isGivenTo(
  { givenOf }: ExchangeTable,
  key: string,
  columnId: string,
  value: unknown,
): boolean {
  const given = givenOf(key, columnId);
  return given !== "" && folded(given) === folded(value);
}

/** A row that is reported on. */
export interface ExchangeRecord extends RecordWords {
  /** as in TableReading.rows: an indicator's code or a task's number */
  key: string;
  /** by which people name it */
  code: string;
}

function kindOf<R>(column: Column<R>, record: R): EntryKind {
  const rule = column.validation?.(record).rule;
  if (!rule) return "text";
  if (rule.type === "list") return { list: rule.source };
  return rule.type === "date" ? "date" : "number";
}

function wordsOf<R>(sheet: TableSheet<R>): Set<string> {
  const texts = expandTable(sheet).cells.flat();
  return new Set(texts.flatMap((cell) => (typeof cell === "string" && cell !== "" ? [folded(cell)] : [])));
}

function table(kind: TableKind, id: TableId, plan: Plan): ExchangeTable {
  const sheet = kind.build(plan, { formulas: PLAIN_FORMULAS });
  const sheets = { plain: sheet, functions: kind.build(plan) };
  const records = new Map(
    sheet.groups.flatMap((group) => group.records).map((record) => [keyOf(sheet, record), record]),
  );
  const columns = new Map(sheet.columns.map((column) => [column.id, column]));
  return {
    id,
    sheetName: sheet.name,
    required: kind.required,
    explains: kind.explains,
    calculates: kind.calculates,
    title: sheet.title,
    subject: sheet.subject,
    entries: sheet.columns
      .filter((column) => column.entry)
      .map((column) => ({ id: column.id, header: column.header })),
    columns: sheet.columns.map((column) => ({ id: column.id, header: column.header })),
    slots: [...sheet.head, ...sheet.foot].flat().map((slot) => ({ ...slot, value: slot.value })),
    words: wordsOf(sheet),
    read: (grid) => readTable(grid, sheet),
    altered: (grid, reading, calculates) => alteredCells(grid, reading, sheets[calculates]),
    kindOf: (key, columnId) => kindOf(columns.get(columnId)!, records.get(key)),
    givenOf: (key, columnId) => {
      const record = records.get(key);
      return record === undefined ? "" : (columns.get(columnId)?.given?.(record) ?? "");
    },
    formatOf: (key, columnId) => columns.get(columnId)!.numberFormat?.(records.get(key)) ?? "General",
    records: [...records].map(([key, record]) => ({ key, code: kind.code(key), ...kind.describe(record) })),
  };
}

const built = new WeakMap<Plan, ExchangeTable[]>();

/** All tables with every record of the plan; made once, for every file is held against them. */
export function exchangeTables(plan: Plan): ExchangeTable[] {
  const tables = built.get(plan) ?? TABLES.map((kind) => table(kind, kind.id, plan));
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
