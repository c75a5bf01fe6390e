import { forgetKept } from "../excel";
import { type Job, type Outcome, working } from "./job";
import { onReading, readAgain, refresh } from "./live";
import { resultsPart } from "./results-loading";
import { chosen, results, type ResultsState } from "./results-state";

type Part = Awaited<ReturnType<typeof resultsPart>>;

async function act(doing: string, work: (part: Part, job: Job) => Promise<Outcome>): Promise<void> {
  await working(doing, async (job) => work(await resultsPart(), job));
  refresh();
}

let isFollowing = false;

/** Reads what the tab 成果 shows; from then on it follows the workbook. Never rejects. */
export function readResults(): Promise<void> {
  if (!isFollowing) onReading(async (read) => results.set({ read: (await resultsPart()).look(read) }));
  isFollowing = true;
  forgetKept();
  return readAgain();
}

/** 生成看板 */
export const makeDashboard = (): Promise<void> =>
  act("正在生成看板…", (part, job) => part.makeDashboard(job));

/** 生成通报: the sheets 进展通报, 通报附表 and 通报数据来源. */
export const makeBriefing = (): Promise<void> => act("正在生成通报…", (part, job) => part.makeBriefing(job));

/** 保存通报文档: what is made stands in `results`, to be saved. */
export const saveBriefing = (): Promise<void> =>
  act("正在生成通报文档…", (part, job) => part.makeDocument(job));

/** 复制通报文字: the bulletin's text with what the office has written; "" where there is none, which is then said. */
export async function briefingToCopy(): Promise<string> {
  let text = "";
  await working("正在读取通报…", async (job) => {
    const read = await (await resultsPart()).textOfBriefing(job);
    text = read.text;
    return read.outcome;
  });
  return text;
}

/** 更新督办台账 */
export const updateBook = (): Promise<void> => act("正在更新督办台账…", (part, job) => part.updateBook(job));

/** 销号 @param rows of `recovered` */
export const closeMatters = (rows: readonly number[]): Promise<void> =>
  act("正在销号…", (part, job) => part.closeMatters(rows, job));

async function choose<K extends keyof typeof chosen>(what: K, to: ResultsState[K]): Promise<void> {
  chosen[what] = true;
  results.set({ [what]: to });
  await readAgain();
}

/** 口径 of the next 通报. */
export const setVocabulary = (vocabulary: ResultsState["vocabulary"]): Promise<void> =>
  choose("vocabulary", vocabulary);

/** 第一个单位牵头, for matters opened from now on. */
export const setFirstLeads = (firstLeads: boolean): Promise<void> => choose("firstLeads", firstLeads);
