import { markLagging } from "../excel";
import type { LaggingGroup } from "../sheets";
import type { Command } from "./command";
import { success } from "./job";
import type { Notice } from "./state";

function laggingNotice(groups: LaggingGroup[]): Notice {
  const indicators = new Set(groups.flatMap((g) => g.items.map((i) => i.code)));
  if (indicators.size === 0) return success("没有滞后指标。");
  return {
    kind: "info",
    text: `滞后指标 ${indicators.size} 项，涉及 ${groups.length} 个责任部门，已在表中标出。`,
  };
}

export const laggingCommand: Command = {
  id: "markLagging",
  label: "标记滞后",
  doing: "正在计算进度…",
  opensPane: true,
  run: async ({ signal }) => ({ view: "lagging", notice: laggingNotice(await markLagging(signal)) }),
};
