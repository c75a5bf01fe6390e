/** What a column of a pasted table is. */
export type Role =
  | "code"
  | "number"
  | "section"
  | "name"
  | "unit"
  | "baseline"
  | "target"
  /** 年均/累计: says what the numbers in it are */
  | "growth"
  | "responsible"
  | "lead"
  | "attribute"
  | "note"
  /** 完成情况 and the like: kept, not read */
  | "other";

export interface TableColumn {
  readonly role: Role;
  /** as printed, several lines of header joined */
  readonly header: string;
  /** of a baseline or target column, where the header says one */
  readonly year?: number;
  /** of numbers in it, where the header says one: （%） */
  readonly unit?: string;
  /** what the header says of all its numbers; `period`: amounts in it are those of all its years together */
  readonly of?: "cumulative" | "average" | "change" | "period";
}

/** One indicator as printed: a cell for each column, to the letter; absent cells are "". */
export interface TableRow {
  /** number of the line, table row or list item where it begins, from 1, as people count */
  readonly line: number;
  readonly cells: readonly string[];
  /** title of the section it stands in, as printed; "" before the first */
  readonly section: string;
  /** index among the rows of the indicator of which it is a part: 其中 */
  readonly partOf?: number;
}

/** A pasted table, understood as far as its structure goes. */
export interface SourceTable {
  /** as printed above it, "" where nothing is */
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** 注：… below or beside it, to the letter */
  readonly notes: readonly string[];
  /** what was left out, to the letter, and why: noise, a repeated header */
  readonly left: readonly { readonly line: number; readonly text: string; readonly because: string }[];
}
