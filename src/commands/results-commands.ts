import type { Command } from "./command";
import { resultsPart } from "./results-loading";

const command = (id: "makeDashboard" | "makeBriefing" | "updateBook", label: string): Command => ({
  ...{ id, label, doing: `正在${label}…` },
  run: async (job) => (await resultsPart())[id](job),
});

/** The ribbon's buttons. */
export const RESULT_COMMANDS: readonly Command[] = [
  command("makeDashboard", "生成看板"),
  command("makeBriefing", "生成通报"),
  command("updateBook", "更新督办台账"),
];
