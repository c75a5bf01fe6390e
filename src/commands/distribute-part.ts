/* Comes with what makes files. */
import { savesFiles } from "../excel";
import {
  distribute as filesFor,
  earlierOf,
  lackingWords,
  nobodyToServe,
  readLedgers,
  recordsSheet,
  zipFiles,
} from "../exchange";
import { planInUse } from "../plan/in-use";
import { distribution } from "./made-files";
import { merging } from "./files";
import { periodOf } from "./head-period";
import { breathe, info, type Job, type Outcome, success } from "./job";
import { workbook } from "./workbook";

/** 分发: makes the files of all bureaus. */
export async function distribute({ signal, step }: Job): Promise<Outcome> {
  const plan = planInUse();
  const target = await (await merging()).readMergeTarget(plan, recordsSheet, signal);
  const nobody = nobodyToServe(plan, "distribute");
  if (nobody !== null) return { view: "exchange", notice: { kind: "error", text: nobody } };
  const { text: period } = periodOf(target, plan);
  const now = new Date();
  const ledgers = readLedgers(target, plan);
  const files = await filesFor(plan, {
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
}
