import type { Plan } from "../plan";
import {
  type Cell,
  formSheet,
  type Grid,
  keyOf,
  NAMES,
  PLAIN_FORMULAS,
  readTable,
  type TableId,
  type TableReading,
  type TableSheet,
  taskSheet,
} from "../sheets";

/** One of the two tables that bureaus fill, as far as an exchange looks at it. */
export interface ExchangeTable {
  id: TableId;
  sheetName: string;
  /** workbook name that points at the sheet */
  marker: string;
  title: string;
  records: ExchangeRecord[];
  /** columns that bureaus fill */
  entries: { id: string; header: string; numeric: boolean }[];
  columns: { id: string; header: string }[];
  /** finds the table on a sheet; null when it is not there */
  read: (grid: Grid) => TableReading | null;
  /** id of the column without which a record counts as not reported */
  required: string;
}

/** A row that is reported on. */
export interface ExchangeRecord {
  /** as in TableReading.rows: an indicator's code or a task's number */
  key: string;
  name: string;
  /** as the plan prints them */
  bureaus: string[];
  /** what the plan puts into the row's locked cells, by column id */
  fixed: Map<string, Cell>;
}

const NUMERIC: ReadonlySet<string> = new Set(["previous", "actual"]);

function table<R>(
  id: TableId,
  sheet: TableSheet<R>,
  marker: string,
  required: string,
  describe: (record: R) => { name: string; bureaus: string[] },
): ExchangeTable {
  const at = (): string => "$A1";
  return {
    id,
    sheetName: sheet.name,
    marker,
    required,
    title: sheet.title,
    entries: sheet.columns
      .filter((column) => column.entry)
      .map((column) => ({ id: column.id, header: column.header, numeric: NUMERIC.has(column.id) })),
    columns: sheet.columns.map((column) => ({ id: column.id, header: column.header })),
    read: (grid) => readTable(grid, sheet),
    records: sheet.groups
      .flatMap((group) => group.records)
      .map((record) => ({
        key: keyOf(sheet, record),
        ...describe(record),
        fixed: new Map(sheet.columns.flatMap((c) => (c.cell ? [[c.id, c.cell(record, at)] as const] : []))),
      })),
  };
}

const build = (plan: Plan): ExchangeTable[] => [
  table(
    "form",
    formSheet(plan, { formulas: PLAIN_FORMULAS }),
    NAMES.period,
    "actual",
    ({ name, bureaus }) => ({
      name,
      bureaus,
    }),
  ),
  table("tasks", taskSheet(plan), NAMES.tasks, "state", ({ text, units }) => ({
    name: text,
    bureaus: units,
  })),
];

const built = new WeakMap<Plan, ExchangeTable[]>();

/** Both tables with every record of the plan; made once, for every file is held against them. */
export function exchangeTables(plan: Plan): ExchangeTable[] {
  const tables = built.get(plan) ?? build(plan);
  built.set(plan, tables);
  return tables;
}
