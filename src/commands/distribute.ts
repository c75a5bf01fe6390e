import { openWorkbook, savesFiles } from "../excel";
import type { OutgoingFile } from "../exchange";
import { planInUse } from "../plan/in-use";
import type { Command } from "./command";
import { periodOf } from "./head-period";
import { breathe, info, success, working } from "./job";
import { exchange, merging } from "./files";
import { storeOfPlan } from "./store";
import { workbook } from "./workbook";

/** The files of the last 分发, to be saved one by one or as a .zip. */
export interface Distribution {
  files: OutgoingFile[];
  zip: { name: string; bytes: Uint8Array };
}

export const distribution = storeOfPlan<{ last: Distribution | null }>({ last: null });

export const distributeCommand: Command = {
  id: "distribute",
  label: "分发",
  doing: "正在生成各单位的填报文件…",
  run: async ({ signal, step }) => {
    const { distribute, earlierOf, lackingWords, nobodyToServe, readLedgers, recordsSheet, zipFiles } =
      await exchange();
    const plan = planInUse();
    const target = await (await merging()).readMergeTarget(plan, recordsSheet, signal);
    const nobody = nobodyToServe(plan, "distribute");
    if (nobody !== null) return { view: "exchange", notice: { kind: "error", text: nobody } };
    const { text: period } = periodOf(target, plan);
    const now = new Date();
    const ledgers = readLedgers(target, plan);
    const files = await distribute(plan, {
      period,
      now,
      carriesPlan: workbook.get().plan.own,
      earlier: earlierOf(ledgers, period),
      progress: (done, total) => (step(done, total), breathe()),
      cancelled: () => signal.aborted,
    });
    if (!files) return { view: "exchange", notice: info("已取消分发，没有生成文件。") };
    const zip = {
      name: `${plan.place.name || plan.name}_${period}_填报文件.zip`,
      bytes: await zipFiles(files, now),
    };
    distribution.set({ last: { files, zip } });
    const brings = files.some(({ given = 0 }) => given > 0);
    const lacking = lackingWords(ledgers, plan).map((words) => `${words}。`);
    return {
      view: "exchange",
      notice: success(
        `已为 ${files.length} 个单位生成 ${period} 填报文件${brings ? "，上年同期、上期已按历史数据填入" : ""}，请在窗格中${savesFiles() ? "保存" : "逐个打开、另存"}。${lacking.length > 0 ? `以前归档的数可能没有填入：${lacking.join("")}改好后请再分发一次。` : ""}`,
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
