import type { Report } from "../../commands";
import { withSettled } from "../words";

type Progress = Report["progress"];

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
