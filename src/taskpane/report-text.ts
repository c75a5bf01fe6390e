import type { Report } from "../commands";

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

/** `滞后指标 4 项、任务 2 项，涉及 3 个责任部门。` */
export function laggingLine({ progress, lagging }: Pick<Report, "progress" | "lagging">): string {
  const tasks = progress.tasks?.lagging ?? 0;
  const parts = [
    progress.lagging > 0 ? `指标 ${progress.lagging} 项` : "",
    tasks > 0 ? `任务 ${tasks} 项` : "",
  ].filter((part) => part !== "");
  const none = `没有滞后${progress.tasks ? "的指标和任务" : "指标"}。`;
  return parts.length === 0 ? none : `滞后${parts.join("、")}，涉及 ${lagging.length} 个责任部门。`;
}

/** Where there is neither form nor task sheet. */
export const NOTHING = "工作簿中还没有指标填报表或任务分工表，请先插入。";
