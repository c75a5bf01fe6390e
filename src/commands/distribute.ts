import { openWorkbook } from "../excel";
import type { OutgoingFile } from "../exchange";
import type { Command } from "./command";
import { success, working } from "./job";
import { loadedOnce } from "./loading";

/** What makes them: in the part of all that is for files. */
const distributing = loadedOnce(() => import(/* webpackChunkName: "files" */ "./distribute-part"));

export const distributeCommand: Command = {
  id: "distribute",
  label: "分发",
  doing: "正在生成各单位的填报文件…",
  run: async (job) => (await distributing()).distribute(job),
};

/** Opens a file of the last 分发 where it cannot be saved from the pane. */
export const openFile = ({ name, bytes }: Pick<OutgoingFile, "name" | "bytes">): Promise<void> =>
  working("正在打开填报文件…", async ({ signal }) => {
    await openWorkbook(bytes, signal);
    return { notice: success(`已在新窗口打开，请用“文件 → 另存为”保存为 ${name}。`) };
  });
