import { builtInPlan as plan } from "../../src/plan/built-in";
import { expandTable } from "../../src/tables";
import { formSheet, readForm } from "../../src/sheets";
import { type Held, markingOf, reportOf } from "../../src/report";
import { asRead, rowOf, type } from "../sheets/helpers";
import { SHEET, tasksWith, type TypedTasks } from "../sheets/task-sheet";

const PREVIOUS_TO_STATUS = { actual: 7, status: 11 } as const;

/** A workbook with tasks, and a form of 2023年 in which 本期值 and 状态 stand as given. */
function held(tasks: TypedTasks, form?: Record<string, { actual?: unknown; status?: string }>): Held {
  const data = { ...tasksWith(tasks), sheet: SHEET };
  if (!form) return { form: null, tasks: data };
  const layout = expandTable(formSheet(plan, { period: "2023年" }));
  const grid = asRead(layout);
  for (const [code, entries] of Object.entries(form))
    for (const [id, value] of Object.entries(entries))
      type(grid, rowOf(layout.cells, code), PREVIOUS_TO_STATUS[id as keyof typeof PREVIOUS_TO_STATUS], value);
  return { form: { ...readForm(grid, plan)!, sheet: { id: "1", name: "指标填报" } }, tasks: data };
}
const reported = (...args: Parameters<typeof held>) => reportOf(held(...args), plan).report!;

const LATE: TypedTasks = {
  1: { state: "推进中", deadline: "2022年底", progress: "征地未完成" },
  2: { state: "滞后 " },
  3: { state: "滞后", deadline: 45107, progress: "资金未到位" },
  4: { state: "已完成", deadline: "2021年" },
  5: { state: "推进中", deadline: "2025年" },
};

test("tasks that lag or are late stand under each of their units beside the indicators", () => {
  const { lagging } = reported(LATE, { YL07: { actual: 43 } });
  expect(lagging.map(({ bureau, items }) => [bureau, items.map(({ code }) => code)])).toEqual(
    expect.arrayContaining([["市民政局", ["YL07", "任务3", "任务2", "任务1"]]]),
  );
  const items = lagging.find(({ bureau }) => bureau === "市民政局")!.items;
  expect(items.slice(1)).toMatchObject([
    {
      ...{ sheet: "tasks", field: "重点任务", status: "滞后", address: "E6" },
      reason: "完成时限2023年6月30日已过，进展状态为“滞后”，进展情况：资金未到位",
    },
    { status: "滞后", address: "E5", reason: "进展状态为“滞后”，没有写进展情况" },
    { status: "逾期", address: "G4", joint: true },
  ]);
});

test("tasks are counted apart from indicators, each once", () => {
  const report = reported(LATE, { YL07: { actual: 43 } });
  expect(report.progress).toEqual({
    ...{ reported: 6, filled: 1, total: 29, lagging: 1 },
    ...{ must: 1, verify: 3, explained: 2 },
    tasks: { filled: 5, total: 31, lagging: 3 },
  });
});

test("a workbook with tasks only is audited and judged by the sheet's own 报告期", () => {
  const { report, form } = reportOf(held(LATE), plan);
  expect(form).toBeNull();
  expect(report).toMatchObject({
    ...{ bureau: "全市", period: "2023年", unjudged: null },
    sheets: { tasks: SHEET },
    progress: { total: 0, must: 1, tasks: { lagging: 3 } },
    submission: { ready: false, obstacles: ["1 项强制问题没有改正", "1 项核实问题没有说明"] },
  });
});

test("a workbook with nothing of ours has no report", () =>
  expect(reportOf({ form: null, tasks: null }, plan)).toEqual({ report: null, form: null }));

test("what is not filled in is told by number, and may be reported all the same", () => {
  const { submission, missing } = reported({ 1: { state: "推进中" } });
  expect(submission.ready).toBe(true);
  const [tasks, foot] = submission.open;
  expect([tasks!.what, tasks!.names.length, tasks!.names[0]]).toEqual([
    "任务未填",
    30,
    `任务2 ${plan.tasks[1]!.text}`,
  ]);
  expect(foot).toEqual({ what: "“任务分工”表末未填", names: ["单位负责人", "填表人", "报出日期"] });
  expect(missing.find(({ bureau }) => bureau === "市民政局")!.items[0]).toMatchObject({
    sheet: "tasks",
    code: "任务2",
  });
});

test("nothing filled in stands in the way", () =>
  expect(reported({}).submission.obstacles).toEqual(["还没有填写任何进展状态"]));

test("标记滞后 tells which cells its highlight cannot mark rightly", () => {
  const { form, tasks } = held(LATE, {
    YL07: { actual: 43, status: "● 已达标" },
    YL08: { actual: 90, status: "▲ 滞后" },
    YL09: { actual: "", status: "○ 未填报" },
    YL02: { actual: 90, status: "▲ 滞后" },
    YL05: { actual: 80, status: "#BUSY!" },
  });
  const report = reportOf({ form, tasks }, plan).report!;
  const cell = (code: string) =>
    form!.rows.find((row) => row.indicator.code === code)!.calculated.status.address;
  expect(markingOf(report.lagging, form, tasks, false)).toMatchObject({
    ...{ indicators: 3, tasks: 3, overdue: 2, onlyOverdue: 1, tasksLeft: false },
    wrong: [cell("YL05"), cell("YL07"), cell("YL08")],
    reworded: ["E5"],
  });
});
