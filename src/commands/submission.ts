import { CommandError, savesFiles } from "../excel";
import type { OutgoingFile } from "../exchange";
import { planInUse } from "../plan/in-use";
import type { Command } from "./command";
import { exchange, merging } from "./files";
import { success } from "./job";
import { TABLE_LIST } from "./kinds";
import { stamp } from "./stamp";
import { storeOfPlan } from "./store";
import { workbook } from "./workbook";

/** The file of the last 生成上报文件, to be saved; null: there is none. */
export const submission = storeOfPlan<{ file: OutgoingFile | null }>({ file: null });

/** 生成上报文件: makes the checked file when 可以上报; else nothing is made, and the notice says what stands in the way. */
export const submissionCommand: Command = {
  id: "makeSubmission",
  label: "生成上报文件",
  doing: "正在生成上报文件…",
  run: async ({ signal }) => {
    submission.set({ file: null });
    const { recordsSheet, submissionOf } = await exchange();
    const plan = planInUse();
    const tables = await (await merging()).readMergeTarget(plan, recordsSheet, signal);
    const now = new Date();
    const carriesPlan = workbook.get().plan.own;
    const made = await submissionOf(tables, plan, { time: stamp(now), created: now, carriesPlan });
    if (!made) throw new CommandError({ code: "no-form", sheet: TABLE_LIST[0]!.name });
    if (!made.ok) {
      const text = `还不能上报，没有生成文件：${made.issue.join("；")}。请在“审核”中逐项改正、说明，再点一次。`;
      return { view: "audit", notice: { kind: "error", text } };
    }
    submission.set({ file: made.value });
    const saving = savesFiles() ? "保存" : "打开、另存";
    return {
      view: "periods",
      notice: success(`已审核并生成上报文件 ${made.value.name}，请在窗格中${saving}。`),
    };
  },
};
