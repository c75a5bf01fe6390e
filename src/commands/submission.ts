import type { Command } from "./command";
import { loadedOnce } from "./loading";

/** What makes it: in the part of all that is for files. */
const submitting = loadedOnce(() => import(/* webpackChunkName: "files" */ "./submission-part"));

/** 生成上报文件 */
export const submissionCommand: Command = {
  id: "makeSubmission",
  label: "生成上报文件",
  doing: "正在生成上报文件…",
  run: async (job) => (await submitting()).makeSubmission(job),
};
