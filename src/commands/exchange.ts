import {
  type Calculation,
  CommandError,
  convertForm,
  type MergeTarget,
  readMergeTarget,
  writeMerge,
  writeList,
} from "../excel";
import type { Decisions, Incoming, MergeItem, MergeReport, OutgoingFile, ToldFile } from "../exchange";
import { parsePeriod, type Period, plan, planMessage, shownPeriod } from "../plan";
import { readForm } from "../sheets";
import type { Command } from "./command";
import { type Job, success, working } from "./job";
import { exchange } from "./load-exchange";
import { refresh } from "./live";
import { type Notice, state } from "./state";

export type { Decisions, MergeItem, OutgoingFile, ToldFile } from "../exchange";
export type { Calculation } from "../excel";

/** The files of the last 分发, to be saved one by one or as a .zip. */
export interface Distribution {
  files: OutgoingFile[];
  zip: { name: string; bytes: Uint8Array };
}

/** What 汇总 found in the chosen files; nothing is written yet. */
export interface Comparison {
  report: MergeReport;
  period: string;
  files: ToldFile[];
  /** what has no place in this workbook */
  unplaced: string[];
}

/** A chosen file, not read yet. */
export interface ChosenFile {
  name: string;
  read: () => Promise<Uint8Array>;
}

/** Lets the page draw between two files. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** 报告期 of the workbook's form, or the one chosen for the next. @throws CommandError when it cannot be read */
function periodOf({ form }: MergeTarget): { text: string; period: Period } {
  const text = shownPeriod((form && readForm(form, plan)?.period) ?? state.get().period);
  const read = parsePeriod(text, plan);
  if (!read.ok) throw new CommandError({ code: "form-parameters", words: planMessage(read.issue) });
  return { text, period: read.value };
}

const info = (text: string): Notice => ({ kind: "info", text });

export const distributeCommand: Command = {
  id: "distribute",
  label: "分发",
  doing: "正在生成各单位的填报文件…",
  opensPane: true,
  run: async ({ signal, step }) => {
    const { distribute, recordsSheet, zipFiles } = await exchange();
    const { text: period } = periodOf(await readMergeTarget(recordsSheet, signal));
    const now = new Date();
    const files = await distribute(plan, {
      period,
      now,
      progress: (done, total) => (step(done, total), breathe()),
      cancelled: () => signal.aborted,
    });
    if (!files) return { view: "exchange", notice: info("已取消分发，没有生成文件。") };
    const zip = { name: `${plan.city}_${period}_填报文件.zip`, bytes: await zipFiles(files, now) };
    return {
      view: "exchange",
      distribution: { files, zip },
      notice: success(`已为 ${files.length} 个单位生成 ${period} 填报文件，请在窗格中保存。`),
    };
  },
};

/** Files can only be chosen by a person's own click, so the ribbon's button opens the place for it. */
export const mergeCommand: Command = {
  id: "mergeFiles",
  label: "汇总",
  doing: "正在打开汇总…",
  opensPane: true,
  run: async () => ({ view: "exchange" }),
};

const CONVERTED: Record<Calculation, string> = {
  formulas: "的计算列已转为普通公式，没有加载项也能计算",
  values: "的计算列已转为数值，不再随填报变化",
  functions: "的计算列已转回 YIZHI 函数",
};

const converted = async (to: Calculation, { signal }: Job): Promise<{ notice: Notice }> => ({
  notice: success(
    `“${await convertForm(to, (await exchange()).plainForm, signal)}”${CONVERTED[to]}；填报内容没有改动。`,
  ),
});

export const convertCommand: Command = {
  id: "toPlainFormulas",
  label: "转为普通公式",
  doing: "正在转为普通公式…",
  opensPane: false,
  run: (job) => converted("formulas", job),
};

/** Turns the form's calculated columns into YIZHI functions, plain formulas or values. */
export async function convert(to: Calculation): Promise<void> {
  await working("正在转换公式…", (job) => converted(to, job));
  refresh();
}

function compared({ files, report }: Comparison): Notice {
  const count = (of: MergeItem["state"]): number => report.items.filter((item) => item.state === of).length;
  const skipped = files.filter((file) => !file.merged).length;
  const words = `新增 ${count("new")}、更新 ${count("changed")}、相同 ${count("same")}、冲突 ${count("conflict")}`;
  return info(
    `读了 ${files.length} 个文件${skipped > 0 ? `，其中 ${skipped} 个不能并入` : ""}：${words}。还没有写入，请核对。`,
  );
}

const notRead = (file: string, error: unknown): Incoming => ({
  file,
  problem: { code: "unreadable", details: String(error) },
  refused: true,
  bureau: "",
  period: "",
  entries: [],
  issues: [],
  findings: [],
});

/** Reads the chosen files and compares them with the workbook. Writes nothing; can be cancelled between two files. */
export const compareFiles = (chosen: readonly ChosenFile[]): Promise<void> =>
  working("正在读取交回的文件…", async ({ signal, step }) => {
    state.set({ comparison: null });
    const { mergeReport, readIncoming, recordsSheet, tellFile, tellUnplaced } = await exchange();
    const target = await readMergeTarget(recordsSheet, signal);
    if (!target.form && !target.tasks) throw new CommandError({ code: "no-form", sheet: "指标填报" });
    const { text, period } = periodOf(target);
    const incoming: Incoming[] = [];
    for (const { name, read } of chosen) {
      step(incoming.length, chosen.length);
      await breathe();
      if (signal.aborted) break;
      const expectation = { plan, period, periodText: text };
      incoming.push(
        await read().then(
          (bytes) => readIncoming(name, bytes, expectation),
          (error: unknown) => notRead(name, error),
        ),
      );
    }
    if (signal.aborted) throw new CommandError({ code: "cancelled" });
    const report = mergeReport(plan, target, incoming, text);
    const comparison = {
      report,
      period: text,
      files: report.files.map(tellFile),
      unplaced: tellUnplaced(report),
    };
    return { comparison, notice: compared(comparison) };
  });

const twoDigits = (n: number): string => String(n).padStart(2, "0");
/** `2023-07-05 14:30`, on this machine's clock */
const stamp = (now: Date): string =>
  `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())} ${twoDigits(now.getHours())}:${twoDigits(now.getMinutes())}`;

/** Writes what was compared, with the user's decision per conflict. */
export async function mergeDecided(decisions: Decisions): Promise<void> {
  const { comparison } = state.get();
  if (!comparison) return;
  await working("正在写入汇总…", async ({ signal }) => {
    const { decided, recordsSheet } = await exchange();
    const { writes, records } = decided(comparison.report, decisions, stamp(new Date()), comparison.period);
    if (writes.length === 0)
      return { comparison: null, notice: success("没有要写入的内容，工作簿没有改动。") };
    const now = await writeMerge(writes, records, recordsSheet, signal);
    return {
      comparison: null,
      notice: success(
        `${now ? "已" : "上次已经"}写入 ${writes.length} 个单元格，来源记在“汇总记录”表${now ? "" : "；没有重复写入"}。`,
      ),
    };
  });
  refresh();
}

/** Forgets what was compared; the workbook stays as it is. */
export const dropComparison = (): void =>
  state.set({ comparison: null, notice: info("已取消汇总，工作簿没有改动。") });

/** Makes the sheet 催报清单 and the text to be sent. */
export const remind = (): Promise<void> =>
  working("正在生成催报清单…", async ({ signal }) => {
    const { mergeReport, recordsSheet, remindersLayout, reminderText } = await exchange();
    const target = await readMergeTarget(recordsSheet, signal);
    const { text: period } = periodOf(target);
    const { outstanding } = mergeReport(plan, target, [], period);
    const sheet = await writeList(remindersLayout(outstanding, plan, period), signal);
    return {
      reminder: reminderText(outstanding, plan, period),
      notice: success(`“${sheet}”已列出 ${outstanding.length} 个单位；文字可在窗格中复制。`),
    };
  });
