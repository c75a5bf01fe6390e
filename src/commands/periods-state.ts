import type { Holdings } from "../excel";
import type { ArchivedPeriod, ArchiveHow, Course } from "../ledger";
import type { Plan } from "../plan";
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
  /** periods that are archived too, but that the plan does not run through: they cannot be shown on the form */
  outside: string[];
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
  /** the period that those figures are of; null: of this one */
  figuresOf: string | null;
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
export type ArchiveAnswer = Omit<ArchiveHow, "time" | "doubt">;

/** read: null where it is not read yet, or there is neither form nor tasks */
export const periods = storeOfPlan<{ read: PeriodsRead | null; ask: PeriodsAsk | null }>({
  read: null,
  ask: null,
});

/** What the pane knows of what it read before. */
export const seen: {
  /** the tab 往期 was opened */
  wanted: boolean;
  /** the last reading whose figures were of its own period, and the plan that it was read by */
  before: Holdings | null;
  plan: Plan | null;
  /** what was said of a changed 报告期; null: nothing */
  told: string | null;
} = { wanted: false, before: null, plan: null, told: null };

/** What is shown now is right as it stands, whatever was read before. */
export const forgetBefore = (): void => void Object.assign(seen, { before: null, told: null });
