/* Comes with what makes files. */
import { CommandError, savesFiles } from "../excel";
import { recordsSheet, submissionOf } from "../exchange";
import { planInUse } from "../plan/in-use";
import { merging } from "./files";
import { type Job, type Outcome, success } from "./job";
import { TABLE_LIST } from "./kinds";
import { stamp } from "./stamp";
import { submission } from "./made-files";
import { workbook } from "./workbook";

/** Makes the checked file when 可以上报; else nothing is made, and the notice says what stands in the way. */
export async function makeSubmission({ signal }: Job): Promise<Outcome> {
  submission.set({ file: null });
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
}
