import type { DraftColumn, Proposal, Questions } from "../question";
import type { ValueColumn } from "./value-columns";

/** Where in the table something is asked. */
export interface Spot {
  readonly key: string;
  readonly line: number;
  readonly name: string;
  /** as name or unit column say it */
  readonly unit: string;
  /** place among the draft's rows */
  readonly row: number;
}

/** What is doubtful there. */
export interface Doubt {
  readonly kind: string;
  readonly printed: string;
  readonly asks: string;
  readonly proposals: readonly Proposal[];
}

/** Asks about a cell; the id of the proposal that holds. */
export function askAt(
  questions: Questions,
  { key, line, name, row }: Spot,
  column: ValueColumn | undefined,
  { kind, ...doubt }: Doubt,
): string {
  const called: DraftColumn = column?.called ?? "target";
  const header = column?.header.replace(/\s+/g, "") ?? "";
  const place = `第 ${line} 行“${name}”${header === "" ? "" : `的“${header}”`}`;
  return questions.ask({ id: `${key} ${called} ${kind}`, place, ...doubt, cell: { row, column: called } });
}
