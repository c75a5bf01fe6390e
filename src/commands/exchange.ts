import {
  type Calculation,
  CommandError,
  convertForm,
  type MergeTarget,
  openWorkbook,
  readMergeTarget,
  savesFiles,
  writeMerge,
  writeList,
} from "../excel";
import type {
  Decisions,
  Incoming,
  MergeItem,
  MergeReport,
  Option,
  OutgoingFile,
  ToldFile,
} from "../exchange";
import { parsePeriod, type Period, type Plan, planMessage, shownPeriod } from "../plan";
import { planInUse } from "../plan/in-use";
import { readForm } from "../sheets";
import type { Command } from "./command";
import { type Job, success, working } from "./job";
import { exchange } from "./load-exchange";
import { refresh } from "./live";
import { type Notice, state } from "./state";

export type { Decisions, MergeItem, OutgoingFile, ToldFile } from "../exchange";
export { savesFiles } from "../excel";
export type { Calculation } from "../excel";

/** The files of the last 分发, to be saved one by one or as a .zip. */
export interface Distribution {
  files: OutgoingFile[];
  zip: { name: string; bytes: Uint8Array };
}

/** One way to decide about a cell, in words. */
export interface ToldOption extends Pick<Option, "id" | "kind" | "held" | "from"> {
  words: string;
}

/** A cell that files say something about, in words. */
export interface ToldItem {
  item: MergeItem;
  /** what the workbook has */
  old: string;
  options: ToldOption[];
  /** what is taken unless the user says otherwise: the option's id */
  usual: string | undefined;
}

/** A returned file, with the ways in which it can be merged. */
export interface ComparedFile extends ToldFile {
  /** null: the file is left out; a number: this alternative; absent: as it is */
  choice: number | null | undefined;
  /** it can be merged as it is, or left out */
  plain: boolean;
  alternatives: string[];
}

/** What 汇总 found in the chosen files; nothing is written yet. */
export interface Comparison {
  report: MergeReport;
  period: string;
  items: ToldItem[];
  files: ComparedFile[];
  /** what has no place in this workbook */
  unplaced: string[];
  /** the same, with another choice for one file */
  choosing: (file: number, choice: number | null | undefined) => Comparison;
}

/** A chosen file, not read yet. */
export interface ChosenFile {
  name: string;
  read: () => Promise<Uint8Array>;
}

/** Lets the page draw between two files. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** 报告期 of the workbook's form, or the one chosen for the next. @throws CommandError when it cannot be read */
function periodOf({ form }: MergeTarget, plan: Plan): { text: string; period: Period } {
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
    const plan = planInUse();
    const { text: period } = periodOf(await readMergeTarget(plan, recordsSheet, signal), plan);
    const now = new Date();
    const files = await distribute(plan, {
      period,
      now,
      progress: (done, total) => (step(done, total), breathe()),
      cancelled: () => signal.aborted,
    });
    if (!files) return { view: "exchange", notice: info("已取消分发，没有生成文件。") };
    const zip = {
      name: `${plan.place.name || plan.name}_${period}_填报文件.zip`,
      bytes: await zipFiles(files, now),
    };
    return {
      view: "exchange",
      distribution: { files, zip },
      notice: success(
        `已为 ${files.length} 个单位生成 ${period} 填报文件，请在窗格中${savesFiles() ? "保存" : "逐个打开、另存"}。`,
      ),
    };
  },
};

/** Opens a file of the last 分发 where it cannot be saved from the pane. */
export const openFile = ({ name, bytes }: Pick<OutgoingFile, "name" | "bytes">): Promise<void> =>
  working("正在打开填报文件…", async ({ signal }) => {
    await openWorkbook(bytes, signal);
    return { notice: success(`已在新窗口打开，请用“文件 → 另存为”保存为 ${name}。`) };
  });

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
    `“${await convertForm(planInUse(), to, (await exchange()).plainForm, signal)}”${CONVERTED[to]}；填报内容没有改动。`,
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
  const held = count("held") > 0 ? `、强制问题 ${count("held")}` : "";
  return info(
    `读了 ${files.length} 个文件${skipped > 0 ? `，其中 ${skipped} 个没有并入` : ""}：${words}${held}。还没有写入，请核对。`,
  );
}

type Exchange = Awaited<ReturnType<typeof exchange>>;

/** Compares files with the workbook as the user chose for each. */
function comparisonOf(
  lib: Exchange,
  plan: Plan,
  target: MergeTarget,
  incoming: readonly Incoming[],
  period: string,
  choices: readonly (number | null | undefined)[],
): Comparison {
  const { asDecided, mergeReport, optionsOf, tellFile, tellUnplaced, tellValue, usualChoice } = lib;
  const report = mergeReport(
    plan,
    target,
    incoming.map((one, i) => asDecided(one, choices[i])),
    period,
  );
  return {
    report,
    period,
    items: report.items.map((item) => ({
      item,
      old: tellValue(item, item.old),
      options: optionsOf(item.offers).map((option) => ({ ...option, words: tellValue(item, option.value) })),
      usual: usualChoice(item),
    })),
    files: report.files.map((file, i) => ({
      ...tellFile(file),
      choice: choices[i],
      plain: !incoming[i]!.refused,
      alternatives: incoming[i]!.alternatives.map(({ words }) => words),
    })),
    unplaced: tellUnplaced(report, planInUse()),
    choosing: (file, choice) =>
      comparisonOf(
        lib,
        plan,
        target,
        incoming,
        period,
        incoming.map((_, i) => (i === file ? choice : choices[i])),
      ),
  };
}

/** Reads the chosen files and compares them with the workbook. Writes nothing; can be cancelled between two files. */
export const compareFiles = (chosen: readonly ChosenFile[]): Promise<void> =>
  working("正在读取交回的文件…", async ({ signal, step }) => {
    state.set({ comparison: null });
    const lib = await exchange();
    const plan = planInUse();
    const target = await readMergeTarget(plan, lib.recordsSheet, signal);
    if (!target.form && !target.tasks) throw new CommandError({ code: "no-form", sheet: "指标填报" });
    const { text, period } = periodOf(target, plan);
    const incoming: Incoming[] = [];
    for (const { name, read } of chosen) {
      step(incoming.length, chosen.length);
      await breathe();
      if (signal.aborted) break;
      const expectation = { plan, period, periodText: text };
      incoming.push(
        await read().then(
          async (bytes) =>
            lib.remembered(await lib.readIncoming(name, bytes, expectation), target.records, text),
          (error: unknown) => lib.unread(name, { code: "unreadable", details: String(error) }),
        ),
      );
    }
    if (signal.aborted) throw new CommandError({ code: "cancelled" });
    const choices = incoming.map(({ leftOutBefore }) => (leftOutBefore ? null : undefined));
    const comparison = comparisonOf(lib, plan, target, incoming, text, choices);
    return { comparison, notice: compared(comparison) };
  });

/** Leaves a file out, takes it in, or merges it under what one of its places says. Writes nothing. */
export function chooseFile(file: number, choice: number | null | undefined): void {
  const comparison = state.get().comparison?.choosing(file, choice);
  if (comparison) state.set({ comparison, notice: compared(comparison) });
}

const twoDigits = (n: number): string => String(n).padStart(2, "0");
/** `2023-07-05 14:30`, on this machine's clock */
const stamp = (now: Date): string =>
  `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())} ${twoDigits(now.getHours())}:${twoDigits(now.getMinutes())}`;

/** What a merge did. Lines of files and refusals are remembered without a cell being written. */
function outcome(cells: number, lines: number, open: number, now: boolean): Notice {
  const left = open > 0 ? `另有 ${open} 项冲突或强制问题没有选定，没有写入，下次汇总会再列出。` : "";
  if (lines === 0) return success(`没有要写入的内容，工作簿没有改动。${left}`);
  const done =
    cells > 0
      ? `${now ? "已" : "上次已经"}写入 ${cells} 个单元格，来源记在“汇总记录”表`
      : `没有要写入的值；${now ? "" : "上次已"}在“汇总记录”表记下收到的文件和您的决定`;
  return success(`${done}${now ? "" : "；没有重复写入"}。${left}`);
}

/** Writes what was compared, with the user's decisions. */
export async function mergeDecided(decisions: Decisions): Promise<void> {
  const { comparison } = state.get();
  if (!comparison) return;
  await working("正在写入汇总…", async ({ signal }) => {
    const { decided, recordsSheet } = await exchange();
    const { report, period } = comparison;
    const { writes, records, open } = decided(report, decisions, stamp(new Date()), period);
    const now =
      records.length === 0 || (await writeMerge(planInUse(), writes, records, recordsSheet, signal));
    return { comparison: null, notice: outcome(writes.length, records.length, open, now) };
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
    const plan = planInUse();
    const target = await readMergeTarget(plan, recordsSheet, signal);
    const { text: period } = periodOf(target, plan);
    const { outstanding } = mergeReport(plan, target, [], period);
    const sheet = await writeList(remindersLayout(outstanding, plan, period), signal);
    return {
      reminder: reminderText(outstanding, plan, period),
      notice: success(`“${sheet}”已列出 ${outstanding.length} 个单位；文字可在窗格中复制。`),
    };
  });
