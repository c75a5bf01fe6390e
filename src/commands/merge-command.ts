import type { Command } from "./command";

/** Files can only be chosen by a person's own click, so the ribbon's button opens the place for it. */
export const mergeCommand: Command = {
  id: "mergeFiles",
  label: "汇总",
  doing: "正在打开汇总…",
  run: async () => ({ view: "exchange" }),
};
