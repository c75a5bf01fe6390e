/* Comes when 看板, 通报 or 督办台账 is first asked for: what makes them. */
import { CommandError, type Holdings, savesFiles } from "../excel";
import {
  type MadeRecord,
  type NewSheet,
  onResults,
  type Results,
  type ResultsWrite,
  type WrittenResults,
} from "../excel/results";
import {
  annexSheets,
  ANNEX_SHEET,
  type Briefing,
  briefingDocument,
  briefingSheet,
  briefingText,
  isAnyWritten,
  rowMarks,
  withWritten,
  writtenOn,
} from "../briefing";
import { dashboardSheet } from "../dashboard";
import { fileName } from "../exchange";
import type { Plan } from "../plan";
import { planInUse } from "../plan/in-use";
import { bookWrite, type BookUpdate, closing, isBroken, updateOf } from "../supervision";
import { fingerprintOf, type Summary, summaryOf } from "../summary";
import { info, type Job, type Outcome, success } from "./job";
import { adoptChoices, briefingNow, doubtOf, FIRST_LEADS, look as lookAt, recoveredIn } from "./results-read";
import { results, type ResultsRead } from "./results-state";
import { stamp } from "./stamp";

/** What was decided: what is written, and what is told once it is. */
interface Decided {
  write?: ResultsWrite;
  told: (written: WrittenResults) => Outcome;
}

const error = (text: string): Outcome => ({ view: "results", notice: { kind: "error", text } });
const stop = (text: string): Decided => ({ told: () => error(text) });

/** Decides on how everything stands; where that cannot be told, or the figures may be another period's, nothing is made. */
const onSummary =
  (plan: Plan, failed: string, decide: (now: Results, summary: Summary) => Decided) =>
  (now: Results): Decided => {
    const summary = summaryOf(now.held, plan);
    if (!summary.ok) return stop(`${failed}：${summary.issue}。`);
    const doubt = doubtOf(now, plan);
    adoptChoices(now.made);
    return doubt === null ? decide(now, summary.value) : stop(`${failed}：${doubt}。`);
  };

const recordOf = (summary: Summary, time: string, choice = ""): MadeRecord => ({
  ...{ time, choice, period: summary.period, fingerprint: fingerprintOf(summary) },
});

const keptWords = (kept: readonly string[], left: readonly string[] = []): string => {
  if (kept.length === 0) return "";
  const what = left.length > 0 ? `${left.join("、")}没有位置` : "表上有改动";
  return `${what}，原表保留为${kept.map((name) => `“${name}”`).join("、")}，请核对后删去。`;
};

/** 生成看板 */
export function makeDashboard({ signal }: Job): Promise<Outcome> {
  const plan = planInUse();
  const time = stamp(new Date());
  const decide = onSummary(plan, "没有生成看板", ({ ledgers }, summary) => {
    if (summary.indicators === null)
      return stop("没有生成看板：工作簿里没有指标填报表；请先点“插入指标模板”并填写。");
    const layout = dashboardSheet(summary, ledgers, time);
    return {
      write: { sheets: [{ id: "dashboard", layout }], record: recordOf(summary, time) },
      told: ({ sheet, kept }) => ({
        notice: success(`已生成“${sheet}”（${summary.period}）。${keptWords(kept)}`),
      }),
    };
  });
  return onResults(plan, ["dashboard"], decide, signal);
}

/** The bulletin as it is now, with what the office has written on the last one. */
function briefingWith(
  now: Results,
  summary: Summary,
): { fresh: Briefing; briefing: Briefing; left: string[]; isWritten: boolean; isOther: boolean } {
  const fresh = briefingNow(now, summary);
  const { standing, made } = now;
  const former = standing.briefing;
  const isOther = (made("briefing")?.period ?? summary.period) !== summary.period;
  if (!former?.grid) return { fresh, briefing: fresh, left: [], isWritten: false, isOther };
  const written = writtenOn(former.grid, former.marks);
  return { fresh, ...withWritten(fresh, written, !isOther), isWritten: isAnyWritten(written), isOther };
}

/** 生成通报 */
export function makeBriefing({ signal }: Job): Promise<Outcome> {
  const plan = planInUse();
  const time = stamp(new Date());
  const decide = onSummary(plan, "没有生成通报", (now, summary) => {
    const { fresh, briefing, left, isWritten, isOther } = briefingWith(now, summary);
    const keeps = left.length > 0 || (isWritten && isOther);
    const annexes = annexSheets(briefing).map((layout): NewSheet => ({
      id: layout.name === ANNEX_SHEET ? "annex" : "sources",
      layout,
    }));
    const sheets: NewSheet[] = [
      { id: "briefing", layout: briefingSheet(briefing), keeps, marks: rowMarks(briefingSheet(fresh)) },
      ...annexes,
    ];
    return {
      write: { sheets, record: recordOf(summary, time, results.get().vocabulary) },
      told: ({ sheet, kept }) => ({
        notice: success(
          `已生成“${sheet}”和附表（${summary.period}）。${isWritten ? "写过的内容已保留。" : ""}${keptWords(kept, left)}`,
        ),
      }),
    };
  });
  return onResults(plan, ["briefing", "annex", "sources"], decide, signal);
}

type Finished = Pick<ReturnType<typeof briefingWith>, "briefing"> & { period: string };

/** The bulletin as it goes out: as the figures are now, with what the office has written; or why there is none. */
async function finished(failed: string, plan: Plan, signal: AbortSignal): Promise<Finished | Outcome> {
  let made: Finished | null = null;
  const decide = onSummary(plan, failed, (now, summary) => {
    made = { briefing: briefingWith(now, summary).briefing, period: summary.period };
    return { told: () => ({}) };
  });
  const refused = await onResults(plan, ["briefing"], decide, signal);
  return made ?? refused;
}

/** 复制通报文字: `text` is "" where there is none, and then `outcome` says why. */
export async function textOfBriefing({ signal }: Job): Promise<{ text: string; outcome: Outcome }> {
  const made = await finished("没有复制通报文字", planInUse(), signal);
  return "briefing" in made
    ? { text: briefingText(made.briefing), outcome: {} }
    : { text: "", outcome: made };
}

/** 保存通报文档 */
export async function makeDocument({ signal }: Job): Promise<Outcome> {
  results.set({ file: null });
  if (!savesFiles())
    return error("Mac 版 Excel 的窗格不能保存文档，没有生成；请点“复制通报文字”，粘贴到文档中。");
  const plan = planInUse();
  const made = await finished("没有生成文档", plan, signal);
  if (!("briefing" in made)) return made;
  const { briefing, period } = made;
  const bytes = await briefingDocument(briefing);
  if (signal.aborted) throw new CommandError({ code: "cancelled" });
  const name = `${fileName(`${plan.name}_${period}_通报`)}.docx`;
  results.set({ file: { name, bytes } });
  return { view: "results", notice: success(`已生成 ${name}，请在窗格中保存。`) };
}

/** `新立 3 项，更新 2 项` */
function updateWords({ opened, changes, recovered }: BookUpdate): string {
  const raised = new Set(changes.map(({ row }) => row)).size;
  const parts = [
    opened.length > 0 ? `新立 ${opened.length} 项` : "",
    raised > 0 ? `更新 ${raised} 项的期数、等级` : "",
  ].filter((part) => part !== "");
  const done = parts.length > 0 ? parts.join("，") : "没有变化";
  return recovered.length > 0 ? `${done}；${recovered.length} 项已不滞后，可在“成果”中销号` : done;
}

/** 更新督办台账 */
export function updateBook({ signal }: Job): Promise<Outcome> {
  const plan = planInUse();
  const time = stamp(new Date());
  const decide = onSummary(plan, "没有更新督办台账", (now, summary) => {
    const { book } = now;
    if (isBroken(book)) return stop(`没有更新督办台账：${book.issues.join("；")}。`);
    const { firstLeads } = results.get();
    const update = updateOf(book, summary, now.ledgers, { date: time.slice(0, 10), firstLeads });
    const write = bookWrite(book, update);
    if (!write && !book.place)
      return { told: () => ({ view: "results", notice: info("没有滞后的指标和任务，没有立项。") }) };
    const issues = book.issues.length > 0 ? `；${book.issues.join("；")}` : "";
    return {
      write: { book: write, record: recordOf(summary, time, firstLeads ? FIRST_LEADS : "") },
      told: ({ sheet }) => ({
        view: "results",
        notice: success(`“${sheet}”${updateWords(update)}${issues}。`),
      }),
    };
  });
  return onResults(plan, [], decide, signal);
}

/** 销号 @param rows on the sheet, from 0 */
export function closeMatters(rows: readonly number[], { signal }: Job): Promise<Outcome> {
  const plan = planInUse();
  const time = stamp(new Date());
  const decide = onSummary(plan, "没有销号", (now, summary) => {
    const { book } = now;
    if (isBroken(book)) return stop(`没有销号：${book.issues.join("；")}。`);
    const proposed = new Set(recoveredIn(now, book, summary).map(({ row }) => row));
    if (rows.length === 0) return stop("没有销号：请先勾选要销号的事项。");
    if (!rows.every((row) => proposed.has(row)))
      return stop("没有销号：核对之后又有改动，请按现在列出的事项重新勾选。");
    const chosen = book.rows.filter(({ row }) => row !== null && rows.includes(row));
    const write = bookWrite(book, { opened: [], changes: closing(chosen, time.slice(0, 10)) });
    const record = now.made("book") ?? recordOf(summary, time);
    return {
      write: { book: write, record },
      told: ({ sheet }) => ({
        view: "results",
        notice: success(`“${sheet}”已销号 ${chosen.length} 项。`),
      }),
    };
  });
  return onResults(plan, [], decide, signal);
}

/** What the tab 成果 shows of a reading. */
export const look = (now: Holdings): ResultsRead => lookAt(now, planInUse());
