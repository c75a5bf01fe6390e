import type { ArchivedPeriod, ArchiveHow, Course } from "../ledger";
import { storeOfPlan } from "./store";

/** One indicator's course over the periods: the points of its line, its schedule, and the same in words (`text`). */
export interface CourseLine extends Course {
  code: string;
  name: string;
}

/** What the tab 往期 shows. */
export interface PeriodsRead {
  /** 报告期 of the form, as shown */
  period: string;
  /** the list 往期, the latest first */
  archived: ArchivedPeriod[];
  /** proposals for 结转下期, the likeliest first */
  following: string[];
  /** figures that no ledger has yet, or other ones than archived */
  unarchived: number;
  /** one per indicator that has a value in some period */
  courses: CourseLine[];
  /** what changed since the last period; "" for nothing */
  changes: string;
  /** what is odd about the ledgers */
  issues: { level: "强制" | "核实" | "提示"; text: string }[];
  /** archived rows that are gone or edited and can be restored */
  lost: number;
  /** what to say where 报告期 was changed by hand over filled figures; null: it was not */
  otherPeriod: string | null;
}

/** What the last 归档, 结转 or 调阅 wants to know before it can be done; nothing was written. */
export interface PeriodsAsk {
  act: "archive" | "roll" | "recall";
  /** the period that is archived, gone to, or shown */
  period: string;
  /** what is in the way, a sentence each */
  texts: string[];
  /** 修订原因 is to be written, once for all */
  needsReason: boolean;
  /** 只归档没有问题的 */
  mayCleanOnly: boolean;
  /** 确实是同样的数 */
  mayConfirm: boolean;
  /** 不归档，直接调阅 */
  mayGiveUp: boolean;
}

/** What the user answers to `PeriodsAsk`. */
export type ArchiveAnswer = Omit<ArchiveHow, "time">;

/** read: null where it is not read yet, or there is neither form nor tasks */
export const periods = storeOfPlan<{ read: PeriodsRead | null; ask: PeriodsAsk | null }>({
  read: null,
  ask: null,
});

/** Reads the ledgers for the tab 往期. */
export const readPeriods = (): Promise<void> => Promise.resolve();

/** 归档本期 */
export const archivePeriod = (_how: ArchiveAnswer = {}): Promise<void> => Promise.resolve();

/** 结转下期 @param _next absent: the likeliest */
export const rollPeriod = (_next?: string, _how: ArchiveAnswer = {}): Promise<void> => Promise.resolve();

/** 调阅 */
export const recallPeriod = (_text: string, _giveUp = false): Promise<void> => Promise.resolve();

/** Puts archived rows back that were deleted or edited by hand. */
export const restoreRows = (): Promise<void> => Promise.resolve();

/** Lets go of a question that is not to be answered. */
export const dropAsk = (): void => periods.set({ ask: null });
