import type { Cell, Grid } from "../grid";
import type { Bureau, Indicator, Plan, Task } from "../plan";
import type { Age, Alterations, At, Scope, TableSheet } from "../tables";
import type { TableWords } from "./table-words";

/**
 * The formulas of the form's calculated columns, by column id. `bound` are the codes of the other indicators with which
 * checks bind the row's.
 */
export type FormFormulas = Record<
  "expected" | "gap" | "progress" | "status" | "check",
  (at: At, bound: readonly string[]) => string
>;

/** For whom and of what a table is made. */
export interface TableOptions {
  /** absent: the whole city */
  bureau?: Bureau;
  /** keys of further records to keep, because something is typed there */
  keep?: ReadonlySet<string>;
  /** absent: the table says nothing, or what another table says */
  period?: string;
  /** of the calculated columns; absent: YIZHI functions */
  formulas?: FormFormulas;
}

/** What every table says once it has been read, whatever its rows are. */
export interface TableData {
  bureau: string;
  scope: Scope;
  /** 报告期 as typed, and its cell; empty where the sheet has none */
  period: unknown;
  periodAddress: string;
  /** how it stands to what this program makes */
  age: Age;
  /** the places above and below the table that are there, by slot id */
  slots: Readonly<Record<string, { address: string; value: unknown }>>;
  alterations: Alterations;
  /** headers that someone wrote over */
  renamed: { address: string; was: string; header: string }[];
  /** records that stand on the sheet more than once, with the sheet's row number */
  duplicates: { code: string; row: number }[];
  /** the foot's empty places, by label */
  unsigned: string[];
  rows: TableRow[];
}

/** One record as typed. */
export interface TableRow {
  /** by which people name it: `YL07`, `任务3` */
  code: string;
  words: RecordWords;
  /** what stands in the column without which it is not reported */
  reported: unknown;
  /** the entry cells by column id: address such as H12, content (a formula as formula), number formats */
  cells: Readonly<Record<string, EntryCell>>;
}

export interface EntryCell {
  address: string;
  content: Cell;
  /** the cell's number format, and the one the sheet gives it; absent where any will do */
  format?: string;
  ownFormat?: string;
}

/** A record in words, and what of the plan it is. */
export interface RecordWords {
  name: string;
  /** as the plan prints them */
  bureaus: readonly string[];
  indicator?: Indicator;
  task?: Task;
}

/** False where the plan has no target at all (—, 无任务): such a record may be reported, but nobody waits for it. */
export const isAwaited = ({ indicator }: RecordWords): boolean => indicator?.target.notation.kind !== "none";

/**
 * A table that bureaus fill. All that finds, inserts, repairs, audits, marks, distributes and merges goes over these
 * records (`TABLES`), so that another table is another record. R is what a row stands for, D what is read of the sheet.
 */
export interface TableKind<
  R = unknown,
  D extends TableData = TableData,
  Id extends string = string,
> extends TableWords<R, Id> {
  /** the workbook name that points at it */
  marker: string;
  describe(record: R): RecordWords;
  /** the sheet, with all that is to stand on it */
  build(plan: Plan, options?: TableOptions): TableSheet<R>;
  /** null when what was read is not this table */
  read(grid: Grid, plan: Plan): D | null;
  /** how people name the record of a key */
  code(key: string): string;
  /** a record's key as a cell of lists holds it */
  keyCell(key: string): Cell;
  /** several records, as one sentence names them */
  listed(records: readonly { key: string; name: string }[]): string;
  /** id of the column without which a record is not reported */
  required: string;
  /** its header */
  reported: string;
  /** id and header of the column whose words explain what the audit finds */
  explains: { id: string; header: string };
  /** some of its columns calculate */
  calculates: boolean;
}
