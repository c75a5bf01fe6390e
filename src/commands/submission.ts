import { CommandError, savesFiles } from "../excel";
import type { OutgoingFile } from "../exchange";
import { builtInPlan } from "../plan/built-in";
import { planInUse } from "../plan/in-use";
import { exchange, merging } from "./files";
import { success, working } from "./job";
import { TABLE_LIST } from "./kinds";
import { stamp } from "./stamp";
import { storeOfPlan } from "./store";

/** The file of the last 生成上报文件, to be saved; null: there is none. */
export const submission = storeOfPlan<{ file: OutgoingFile | null }>({ file: null });

/** 生成上报文件: makes the checked file when 可以上报; else nothing is made, and the notice says what stands in the way. */
export const makeSubmission = (): Promise<void> =>
  working("正在生成上报文件…", async ({ signal }) => {
    submission.set({ file: null });
    const { recordsSheet, submissionOf } = await exchange();
    const plan = planInUse();
    const tables = await (await merging()).readMergeTarget(plan, recordsSheet, signal);
    const now = new Date();
    const carriesPlan = plan !== builtInPlan;
    const made = await submissionOf(tables, plan, { time: stamp(now), created: now, carriesPlan });
    if (!made) throw new CommandError({ code: "no-form", sheet: TABLE_LIST[0]!.name });
    if (!made.ok) {
      const text = `还不能上报，没有生成文件：${made.issue.join("；")}。请在“审核”中逐项改正、说明，再点一次。`;
      return { view: "audit", notice: { kind: "error", text } };
    }
    submission.set({ file: made.value });
    const saving = savesFiles() ? "保存" : "打开、另存";
    return { notice: success(`已审核并生成上报文件 ${made.value.name}，请在窗格中${saving}。`) };
  });
