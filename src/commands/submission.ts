import type { OutgoingFile } from "../exchange";
import type { Command } from "./command";
import { submitting } from "./files";
import { storeOfPlan } from "./store";

/** The file of the last 生成上报文件, to be saved; null: there is none. */
export const submission = storeOfPlan<{ file: OutgoingFile | null }>({ file: null });

/** 生成上报文件 */
export const submissionCommand: Command = {
  id: "makeSubmission",
  label: "生成上报文件",
  doing: "正在生成上报文件…",
  run: async (job) => (await submitting()).makeSubmission(job),
};
