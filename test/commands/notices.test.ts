import { auditNotice } from "../../src/commands/audit";
import { laggingNotice } from "../../src/commands/lagging";
import type { Marking, Report } from "../../src/report";

const marking: Marking = {
  ...{ indicators: 3, tasks: 0, overdue: 0, onlyOverdue: 0, bureaus: 2 },
  ...{ wrong: [], reworded: [], tasksLeft: false },
};

test.each<[string, Partial<Marking>, string]>([
  ["indicators", {}, "滞后指标 3 项，涉及 2 个责任部门，已在表中标出。"],
  [
    "tasks too",
    { tasks: 2, overdue: 1 },
    "滞后指标 3 项、任务 2 项（其中逾期 1 项），涉及 2 个责任部门，已在表中标出。",
  ],
  [
    "tasks whose time alone is over, which nothing marks",
    { tasks: 3, overdue: 2, onlyOverdue: 1 },
    "滞后指标 3 项、任务 3 项（其中逾期 2 项），涉及 2 个责任部门；滞后的 5 项已在表中标出；只是逾期的 1 项任务列在窗格中，表中不着色。",
  ],
  [
    "such tasks where something else is not marked",
    { tasks: 1, overdue: 1, onlyOverdue: 1, wrong: ["L9"] },
    "滞后指标 3 项、任务 1 项（其中逾期 1 项），涉及 2 个责任部门；只是逾期的 1 项任务列在窗格中，表中不着色；L9 的状态被改写或没有算出，无法正确标出，请点“更新指标模板”。",
  ],
  [
    "such tasks only",
    { indicators: 0, tasks: 1, overdue: 1, onlyOverdue: 1 },
    "滞后任务 1 项（其中逾期 1 项），涉及 2 个责任部门；只是逾期的 1 项任务列在窗格中，表中不着色。",
  ],
  ["nothing", { indicators: 0, bureaus: 0 }, "没有滞后的指标和任务。"],
  [
    "状态 written over",
    { wrong: ["L9", "L12"] },
    "滞后指标 3 项，涉及 2 个责任部门；L9、L12 的状态被改写或没有算出，无法正确标出，请点“更新指标模板”。",
  ],
  [
    "状态 written over where nothing lags",
    { indicators: 0, bureaus: 0, wrong: ["L9"] },
    "没有滞后的指标和任务；L9 的状态被改写或没有算出，无法正确标出，请点“更新指标模板”。",
  ],
  [
    "滞后 in other words",
    { indicators: 0, tasks: 1, reworded: ["E9"] },
    "滞后任务 1 项，涉及 2 个责任部门；任务分工 E9 的进展状态不是列表中的“滞后”，没有标出，请在“审核”中修正。",
  ],
  [
    "任务分工 out of place",
    { tasks: 1, tasksLeft: true },
    "滞后指标 3 项、任务 1 项，涉及 2 个责任部门；任务分工的行或列被改动过，没有标出，请点“更新任务分工表”。",
  ],
])("标记滞后 says what it found and marked: %s", (_, part, text) =>
  expect(laggingNotice({ ...marking, ...part }).text).toBe(text),
);

const report = (name: string, findings: number, explained: number): Report => ({
  ...{ bureau: "全市", period: "2023年", lagging: [], unjudged: null, missing: [] },
  sheets: { form: { id: "1", name } },
  findings: Array.from({ length: findings }, () => ({
    ...{ level: "核实", sheet: "form", code: "", indicator: "", address: "" },
    ...{ value: "", message: "", remedy: "" },
  })),
  progress: {
    reported: 1,
    filled: 1,
    total: 29,
    must: 0,
    verify: findings,
    explained,
    lagging: 0,
    tasks: null,
  },
  submission: { ready: true, obstacles: [], open: [] },
});

test.each([
  ["指标填报", 0, 0, "审核通过，没有发现问题。"],
  ["指标填报 (2)", 0, 0, "审核通过，没有发现问题（审核的是“指标填报 (2)”）。"],
  ["指标填报", 3, 0, "审核发现 3 项：强制 0、核实 3、提示 0。"],
  ["指标填报 (2)", 3, 2, "审核发现 3 项：强制 0、核实 3（已说明 2）、提示 0（审核的是“指标填报 (2)”）。"],
])("审核 of %s with %d findings, %d explained", (name, findings, explained, text) =>
  expect(auditNotice(report(name, findings, explained)).text).toBe(text),
);
