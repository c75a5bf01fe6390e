import type { Report } from "../../../src/report";
import { progressLine } from "../../../src/taskpane/fill/progress";

type Progress = Report["progress"];
const form = {
  reported: 12,
  filled: 12,
  total: 29,
  must: 2,
  verify: 3,
  explained: 0,
  lagging: 4,
  tasks: null,
};
const none = { reported: 0, filled: 0, total: 0, must: 1, verify: 0, explained: 0, lagging: 0 };
const tasks = { filled: 3, total: 31, lagging: 2 };

test.each<[string, Progress, string]>([
  ["a form", form, "已填 12/29 · 强制 2 · 核实 3 · 滞后 4"],
  ["an explained 核实", { ...form, explained: 2 }, "已填 12/29 · 强制 2 · 核实 3（已说明 2） · 滞后 4"],
  [
    "form and tasks",
    { ...form, tasks },
    "已填 12/29 · 任务 3/31 · 强制 2 · 核实 3 · 滞后指标 4 项、任务 2 项",
  ],
  ["tasks only", { ...none, tasks }, "已填任务 3/31 · 强制 1 · 核实 0 · 滞后任务 2 项"],
])("the progress line of %s", (_, progress, expected) => expect(progressLine(progress)).toBe(expected));
