import { laggingLine } from "../../../src/taskpane/lagging/line";

const item = (code: string) => ({
  ...{ sheet: code.startsWith("任务") ? ("tasks" as const) : ("form" as const), code, indicator: code },
  ...{ field: "", address: "H9", status: "滞后", symbol: "▲", figures: null },
  ...{ done: null, due: null, reason: "", joint: true, overdue: false },
});

test.each<[string, boolean, string[][], string, string]>([
  [
    "indicators",
    false,
    [["YL07", "YL09"], ["TY05"]],
    "滞后指标 3 项，涉及 2 个责任部门。",
    "筛选后滞后指标 3 项，涉及 2 个责任部门。",
  ],
  [
    "what several answer for",
    true,
    [["YL07", "任务3"], ["YL07"]],
    "滞后指标 1 项、任务 1 项，涉及 2 个责任部门。",
    "筛选后滞后指标 1 项、任务 1 项，涉及 2 个责任部门。",
  ],
  [
    "tasks only",
    true,
    [["任务3"]],
    "滞后任务 1 项，涉及 1 个责任部门。",
    "筛选后滞后任务 1 项，涉及 1 个责任部门。",
  ],
  ["nothing", false, [], "没有滞后指标。", "没有符合筛选条件的滞后指标或任务。"],
  ["nothing of either", true, [], "没有滞后的指标和任务。", "没有符合筛选条件的滞后指标或任务。"],
])("what lags is counted as it is shown: %s", (_, withTasks, shown, all, narrowed) => {
  const groups = shown.map((codes, i) => ({ bureau: String(i), items: codes.map(item) }));
  expect(laggingLine(groups, { withTasks, narrowed: false })).toBe(all);
  expect(laggingLine(groups, { withTasks, narrowed: true })).toBe(narrowed);
});
