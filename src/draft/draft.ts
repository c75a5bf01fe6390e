import type { Direction, TargetType } from "../plan";
import type { Question } from "./question";
import type { Left } from "./source/grid";
import type { SourceTable } from "./source/table";

/** One indicator of a draft, as it would stand on the sheet 规划指标. Texts are as printed. */
export interface DraftIndicator {
  readonly code: string;
  readonly number: number;
  readonly section: string;
  readonly name: string;
  readonly unit: string;
  readonly baseline: string;
  readonly target: string;
  /** further target years */
  readonly milestones: readonly { readonly year: number; readonly text: string; readonly value: number }[];
  readonly type: TargetType;
  readonly within?: number;
  readonly direction: Direction;
  readonly responsible: string;
  readonly lead: string;
  readonly attribute: string;
  /** code of the indicator of which it is a part */
  readonly partOf: string;
  /** 备注, and what of the printed cells stands nowhere else */
  readonly note: string;
}

/** The plan's head as read or asked. */
export interface DraftHead {
  readonly name: string;
  readonly place: string;
  readonly stage: string;
  readonly baselineYear: number;
  readonly targetYear: number;
}

/** A plan as it was read: what it would be, and what is still to be asked. */
export interface Draft {
  readonly head: DraftHead;
  readonly indicators: readonly DraftIndicator[];
  /** all that was asked, answered or not, in the order of the table */
  readonly questions: readonly Question[];
  /** those without an answer */
  readonly open: readonly Question[];
  readonly source: SourceTable;
}

/** One task of a draft, as it would stand on the sheet 规划任务. Texts are as printed, "" where nothing is. */
export interface TaskDraft {
  readonly number: number;
  readonly text: string;
  /** the bureaus alone, the leading one first */
  readonly responsible: string;
  /** their cell to the letter, where it says who leads and who helps */
  readonly printed?: string;
  readonly deadline: string;
}

/** One bureau of a draft, as it would stand on the sheet 规划单位. */
export interface BureauDraft {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly contact: string;
  readonly phone: string;
}

/** Tasks or bureaus as they were read: what they would be, what is still to be asked, what was left out and why. */
export interface ListRead<T> {
  readonly rows: readonly T[];
  readonly questions: readonly Question[];
  readonly open: readonly Question[];
  readonly left: readonly Left[];
}
