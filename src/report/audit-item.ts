import { isExplained, type Level } from "../assessment";
import type { Cell } from "../grid";
import type { EntryColumn, TableId, TaskColumn } from "../sheets";

/** One finding of 审核数据, with the place it was found. */
export interface AuditItem {
  level: Level;
  /** the sheet that holds the cell */
  sheet: TableId;
  /** indicator code or task, such as `任务3`; empty for the sheet itself */
  code: string;
  indicator: string;
  /** the cell to mend, such as H12; empty when the cell is gone */
  address: string;
  /** as typed */
  value: string;
  message: string;
  remedy: string;
  /** what an unreadable entry most likely means, the column to write it to, and what must still stand there */
  correction?: { column: EntryColumn | TaskColumn; reading: number | string; was: Cell };
  /** of a 核实: the row's 情况说明, or a task's 进展情况, as it stands */
  explanation?: string;
}

/** True for a 核实 that stands because its reason is written. */
export const isSettled = ({ level, explanation }: AuditItem): boolean =>
  level === "核实" && isExplained(explanation);
