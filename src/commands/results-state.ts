import type { OutgoingFile } from "../exchange";
import { storeOfPlan } from "./store";

/** What was made, as its record in the workbook says. */
export interface Made {
  /** `2023-07-05 14:30` */
  time: string;
  period: string;
  /** name of the sheet that it stands on */
  sheet: string;
  /** the data is no longer what it was made of */
  changed: boolean;
}

/** A message to a bureau. */
export interface Letter {
  kind: "催报" | "督办" | "退回修改";
  bureau: string;
  text: string;
  /** how many indicators, tasks or cells it is about */
  count: number;
}

/** What the tab 成果 shows. */
export interface ResultsRead {
  /** 报告期 as shown; "" where there is neither form nor tasks */
  period: string;
  /** null: there is none yet */
  dashboard: Made | null;
  briefing: Made | null;
  book: Made | null;
  /** open matters of 督办台账 that are behind, or of which nothing is known now */
  open: { matter: string; streak: number; level: string; lead: string }[];
  /** open matters that are behind no more, proposed for 销号; `row`: on the sheet, from 0 */
  recovered: { row: number; matter: string; words: string }[];
  letters: Letter[];
  /** what is odd about 督办台账, or why nothing can be made */
  issues: string[];
  /** a bulletin can be made now, and its text copied */
  hasBriefing: boolean;
}

export interface ResultsState {
  /** null: not read yet */
  read: ResultsRead | null;
  /** 口径: 序时, or the classes of a mid-term evaluation */
  vocabulary: "schedule" | "midterm";
  /** 第一个单位牵头, where the plan names no 牵头 */
  firstLeads: boolean;
  /** the document of the last 保存通报文档, to be saved; null: there is none */
  file: Pick<OutgoingFile, "name" | "bytes"> | null;
}

/** Which of these were chosen since the workbook was opened. */
export const chosen = { vocabulary: false, firstLeads: false };

export const results = storeOfPlan<ResultsState>(
  { read: null, vocabulary: "schedule", firstLeads: false, file: null },
  () => ({ read: null, file: null }),
);
