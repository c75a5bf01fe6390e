import type { LaggingGroup } from "../../commands";
import { bureausIn, bureausWords, countLagging } from "../../report";

/** `滞后指标 4 项、任务 2 项，涉及 3 个责任部门。` of the groups that are shown; `narrowed` where a filter leaves out others. */
export function laggingLine(
  groups: readonly LaggingGroup[],
  { withTasks, narrowed }: { withTasks: boolean; narrowed: boolean },
): string {
  const [indicators, tasks] = [countLagging(groups, "form"), countLagging(groups, "tasks")];
  const parts = [indicators > 0 ? `指标 ${indicators} 项` : "", tasks > 0 ? `任务 ${tasks} 项` : ""];
  const words = parts.filter((part) => part !== "").join("、");
  if (words !== "") return `${narrowed ? "筛选后" : ""}滞后${words}，${bureausWords(bureausIn(groups))}。`;
  if (narrowed) return "没有符合筛选条件的滞后指标或任务。";
  return `没有滞后${withTasks ? "的指标和任务" : "指标"}。`;
}
