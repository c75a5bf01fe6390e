import { forgetKept } from "../excel";
import type { Command } from "./command";
import { type Job, type Outcome, working } from "./job";
import { readAgain, refresh } from "./live";
import { periodsPart } from "./periods-loading";
import { type ArchiveAnswer, periods, seen } from "./periods-state";
import { dropUntrue } from "./state";

type Part = Awaited<ReturnType<typeof periodsPart>>;

const archiving = async (job: Job): Promise<Outcome> => (await periodsPart()).archive({}, job);
const rolling = async (job: Job): Promise<Outcome> => (await periodsPart()).roll(undefined, {}, job);

/** The ribbon's buttons. */
export const PERIOD_COMMANDS: readonly Command[] = [
  { id: "archivePeriod", label: "归档本期", doing: "正在归档…", run: archiving },
  { id: "rollPeriod", label: "结转下期", doing: "正在结转…", run: rolling },
];

async function act(doing: string, work: (part: Part, job: Job) => Promise<Outcome>): Promise<void> {
  await working(doing, async (job) => work(await periodsPart(), job));
  refresh();
}

/** Reads what the tab 往期 shows; from then on it follows the workbook. Never rejects. */
export function readPeriods(): Promise<void> {
  seen.wanted = true;
  forgetKept();
  return readAgain();
}

/** 归档本期 */
export const archivePeriod = (how: ArchiveAnswer = {}): Promise<void> =>
  act("正在归档…", (part, job) => part.archive(how, job));

/** 结转下期 @param next absent: the likeliest */
export const rollPeriod = (next?: string, how: ArchiveAnswer = {}): Promise<void> =>
  act("正在结转…", (part, job) => part.roll(next, how, job));

/** 调阅 @param giveUp what is not archived may be written over */
export const recallPeriod = (text: string, giveUp = false): Promise<void> =>
  act("正在调阅…", (part, job) => part.recall(text, giveUp, job));

/** 恢复: puts archived rows back that were deleted or edited by hand. */
export const restoreRows = (): Promise<void> => act("正在恢复…", (part, job) => part.restore(job));

/** Lets go of a question that is not to be answered. */
export function dropAsk(): void {
  periods.set({ ask: null });
  dropUntrue();
}
