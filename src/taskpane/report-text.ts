import { countLagging, type LaggingGroup, type Report } from "../report";

type Progress = Report["progress"];

/** `3（已说明 2）` */
export const withSettled = (all: number, settled: number): string =>
  settled === 0 ? String(all) : `${all}（已说明 ${settled}）`;

/** `已填 12/29 · 任务 3/31 · 强制 2 · 核实 3（已说明 1） · 滞后指标 4 项、任务 2 项`; a table that is not there is left out. */
export function progressLine({ must, verify, explained, tasks, ...form }: Progress): string {
  const both = tasks && form.total > 0;
  const lagging = [form.total > 0 ? `指标 ${form.lagging} 项` : "", tasks ? `任务 ${tasks.lagging} 项` : ""];
  return [
    form.total > 0 ? `已填 ${form.filled}/${form.total}` : "",
    tasks ? `${both ? "" : "已填"}任务 ${tasks.filled}/${tasks.total}` : "",
    `强制 ${must}`,
    `核实 ${withSettled(verify, explained)}`,
    tasks ? `滞后${lagging.filter((part) => part !== "").join("、")}` : `滞后 ${form.lagging}`,
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

/** `滞后指标 4 项、任务 2 项，涉及 3 个责任部门。` of the groups that are shown; `narrowed` where a filter leaves out others. */
export function laggingLine(
  groups: readonly LaggingGroup[],
  { withTasks, narrowed }: { withTasks: boolean; narrowed: boolean },
): string {
  const [indicators, tasks] = [countLagging(groups, "form"), countLagging(groups, "tasks")];
  const parts = [indicators > 0 ? `指标 ${indicators} 项` : "", tasks > 0 ? `任务 ${tasks} 项` : ""];
  const words = parts.filter((part) => part !== "").join("、");
  if (words !== "") return `${narrowed ? "筛选后" : ""}滞后${words}，涉及 ${groups.length} 个责任部门。`;
  if (narrowed) return "没有符合筛选条件的滞后指标或任务。";
  return `没有滞后${withTasks ? "的指标和任务" : "指标"}。`;
}

/** Where there is neither form nor task sheet. */
export const NOTHING = "工作簿中还没有指标填报表或任务分工表，请先插入。";
