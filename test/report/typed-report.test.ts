import { expandTable } from "../../src/tables";
import { formSheet, readForm } from "../../src/sheets";
import { markingOf, reportOf } from "../../src/report";
import { typedPlan } from "../plans/typed";
import { asRead, fill } from "../sheets/helpers";

/* What is said of a form with targets of every type. */

const plan = typedPlan();

function reported(typed: Record<string, [actual: unknown, explanation?: string]>) {
  const grid = asRead(expandTable(formSheet(plan, { period: "2023年" })));
  for (const [code, [actual, explanation = ""]] of Object.entries(typed)) {
    fill(grid, code, "本期值", actual);
    fill(grid, code, "情况说明", explanation);
  }
  const data = readForm(grid, plan)!;
  const { report } = reportOf({ form: { ...data, sheet: { id: "1", name: "指标填报" } }, tasks: null }, plan);
  return { report: report!, data };
}

const items = (typed: Parameters<typeof reported>[0]) =>
  reported(typed).report.lagging.flatMap((group) => group.items);

test("a statement without its reason stands in the way, one with it does not", () => {
  const without = reported({ LX22: ["已完成"] }).report;
  expect(without.findings).toMatchObject([{ level: "核实", code: "LX22", value: "已完成", explanation: "" }]);
  expect(without.submission).toMatchObject({ ready: false, obstacles: ["1 项核实问题没有说明"] });
  const withReason = reported({ LX22: ["已完成", "已通过省级考核"] }).report;
  expect(withReason.submission).toMatchObject({ ready: true, obstacles: [] });
  expect(withReason.progress).toMatchObject({ filled: 1, must: 0, verify: 1, explained: 1, lagging: 0 });
});

test("未达标 is in the list of what lags, with its reason and without figures", () => {
  const found = items({ LX22: ["未达标", "项目停工"], LX23: ["推进中", "正在招标"] });
  expect(new Map(found.map((item) => [item.code, item]))).toEqual(
    new Map([
      [
        "LX22",
        expect.objectContaining({
          status: "未达标",
          symbol: "×",
          figures: null,
          done: null,
          due: null,
          reason: "计划的目标为“持续提高”，人工判断为未达标",
        }),
      ],
    ]),
  );
});

test("a row that says × 未达标 is marked rightly", () => {
  const { report, data } = reported({ LX22: ["未达标", "项目停工"] });
  const shown = data.rows.map((row) => ({
    ...row,
    calculated: {
      ...row.calculated,
      status: { ...row.calculated.status, value: row.code === "LX22" ? "× 未达标" : "○ 未填报" },
    },
  }));
  expect(markingOf(report.lagging, { ...data, rows: shown }, null, false)).toMatchObject({
    indicators: 1,
    wrong: [],
  });
});

test.each<[string, string, number, [done: number | null, due: number | null]]>([
  ["a sum on its way from 0", "LX6", 5, [0.2941, 0.6]],
  ["a range whose nearer bound is the end of the way", "LX2", 4, [0.1667, 0.6]],
  ["a range that is passed has no way", "LX2", 6, [null, null]],
  ["an average is a part of its target", "LX9", 5, [0.7143, 1]],
  ["a limit is no way", "LX10", 1, [null, null]],
  ["a limit that a change led to is none either", "LX13", 140, [null, null]],
  ["of several years' targets, that of the year is due", "LX19", 1.1, [0.6471, 0.7941]],
])("%s", (_, code, actual, [done, due]) => {
  const [item] = items({ [code]: [actual] });
  const rounded = (share: number | null) => share && Number(share.toFixed(4));
  expect([item?.code, rounded(item!.done), rounded(item!.due)]).toEqual([code, done, due]);
});

test("nobody waits for an indicator without a target, which may be reported all the same", () => {
  const { report } = reported({ LX1: [4.7] });
  expect(report.progress).toMatchObject({ filled: 1, total: 23 });
  const missing = report.missing.flatMap(({ items: open }) => open.map(({ code }) => code));
  expect(missing).not.toContain("LX24");
  expect(new Set(missing).size).toBe(22);
  const only = reported({ LX24: [4.7] }).report;
  expect(only.progress).toMatchObject({ filled: 0, total: 23, reported: 1 });
  expect(only.submission.obstacles).toEqual([]);
});
