/* Comes when 看板, 通报 or 督办台账 is first asked for: what makes them. */
import { CommandError, type Holdings } from "../excel";
import type { Job, Outcome } from "./job";
import type { ResultsRead } from "./results-state";

const none = (_: Job): Promise<Outcome> => {
  throw new CommandError({ code: "no-form", sheet: "指标填报" });
};
export const makeDashboard = none;
export const makeBriefing = none;
export const makeDocument = none;
export const updateBook = none;
export const closeMatters = (_: readonly number[], job: Job): Promise<Outcome> => none(job);
export const look = (_: Holdings): ResultsRead | null => null;
