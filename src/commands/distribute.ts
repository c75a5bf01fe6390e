import { openWorkbook } from "../excel";
import type { OutgoingFile } from "../exchange";
import type { Command } from "./command";
import { distributing } from "./files";
import { success, working } from "./job";
import { storeOfPlan } from "./store";

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
  run: async (job) => (await distributing()).distribute(job),
};

/** Opens a file of the last 分发 where it cannot be saved from the pane. */
export const openFile = ({ name, bytes }: Pick<OutgoingFile, "name" | "bytes">): Promise<void> =>
  working("正在打开填报文件…", async ({ signal }) => {
    await openWorkbook(bytes, signal);
    return { notice: success(`已在新窗口打开，请用“文件 → 另存为”保存为 ${name}。`) };
  });
