import { type Check, including, type Plan } from "../../../src/plan";
import { builtInPlan } from "../../../src/plan/built-in";
import { openPlan } from "../../../src/plan/open";
import {
  beginsLikePlan,
  openPlanSheets,
  planSheetIssueWords,
  planSheetLayouts,
} from "../../../src/sheets/plan";
import county from "../../plans/county-2023.json";
import { asRead, columnOf, fill, rowOf, type } from "../helpers";
import { planGrids } from "./grids";

type Row = readonly [left: unknown, comparison?: unknown, right?: unknown, level?: unknown, words?: unknown];

/** The built-in plan's sheets with these rules on 规划校核. */
function opened(...rows: Row[]): Plan | string[] {
  const sheets = planGrids(builtInPlan);
  const { grid } = sheets.checks!;
  const header = rowOf(grid.values, "左式");
  const columns = ["左式", "比较", "右式", "级别", "提示"].map((text) => columnOf(grid.values, text));
  for (let i = 0; i < 10; i++)
    columns.forEach((column, at) => type(grid, header + 1 + i, column, rows[i]?.[at] ?? ""));
  const read = openPlanSheets(sheets);
  return read.ok ? read.value : read.issue.map(planSheetIssueWords);
}
const checks = (...rows: Row[]): Omit<Check, "terms">[] | string[] => {
  const plan = opened(...rows);
  return Array.isArray(plan) ? plan : plan.checks!.map(({ terms: _, ...check }) => check);
};

test("a rule may be written in its columns or in one cell", () =>
  expect(
    checks(
      ["TY04", "≤", "TY03", "强制", "甲不多于乙"],
      ["TY04<=TY03"],
      ["TY05×1000", "不小于", 3, "提示"],
      ["BC02÷BC01×100", "=", "YL07±0.5"],
    ),
  ).toEqual([
    { left: "TY04", comparison: "≤", right: "TY03", level: "强制", words: "甲不多于乙" },
    { left: "TY04", comparison: "≤", right: "TY03", level: "核实" },
    { left: "TY05×1000", comparison: "≥", right: "3", level: "提示" },
    { left: "BC02÷BC01×100", comparison: "=", right: "YL07±0.5", level: "核实" },
  ]));

test.each<[Row, string]>([
  [["TY4", "≤", "TY03"], "“规划校核”A4：没有指标“TY4”，请写“规划指标”表中的指标代码，例如 YL01"],
  [["TY04", "≤", "TY03+"], "“规划校核”C4：没有写完，请写指标代码、数和 + - × ÷ ( )，例如 A01÷A02×100"],
  [["TY04", "≤", ""], "“规划校核”C4：没有填，请写指标代码、数或算式"],
  [["", "≤", "TY03"], "“规划校核”A4：没有填，请写指标代码、数或算式"],
  [["TY04<=TY99"], "“规划校核”A4：没有指标“TY99”，请写“规划指标”表中的指标代码，例如 YL01"],
  [["TY04", "", "TY03"], "“规划校核”B4：没有填，请从列表选择；不要这一行的，请清空整行"],
  [["TY04", "约", "TY03"], "“规划校核”B4：“约”看不懂，请填列表中的一项：≤、≥、<、>、=、≠"],
  [["TY04", "≤", "TY03", "必须"], "“规划校核”D4：“必须”看不懂，请填强制、核实、提示"],
  [["1", "≤", "2"], "“规划校核”A4：两边都没有指标代码，请至少写一个"],
])("%j is said to be wrong with its cell", (row, words) => expect(checks(row)).toEqual([words]));

test("an empty sheet has no rules, and is a sheet of the plan", () => {
  const plan = opened() as Plan;
  expect(plan.checks).toEqual([]);
  expect(planSheetLayouts(plan)).toHaveLength(4);
  expect(beginsLikePlan("checks", asRead(planSheetLayouts(plan)[3]!))).toBe(true);
});

test("a plan without the sheet has none, and its version says nothing of it", () => {
  const plan = openPlan(county);
  expect(planSheetLayouts(plan)).toHaveLength(3);
  expect(openPlanSheets(planGrids(plan))).toMatchObject({ ok: true, value: { name: plan.name } });
});

test("another rule is another version of the plan", () => {
  const [one, other] = [opened(["TY04<=TY03"]), opened(["TY04<TY03"])] as Plan[];
  expect(one!.version).not.toBe(other!.version);
});

test("补充指标 are marked in a column of their own, and read back whether they are in use or not", () => {
  const sheets = planGrids(including(builtInPlan, true));
  const { grid } = sheets.indicators;
  const column = columnOf(grid.values, "补充指标");
  expect([
    grid.values[rowOf(grid.values, "BC01")]![column],
    grid.values[rowOf(grid.values, "YL01")]![column],
  ]).toEqual(["是", ""]);
  const read = openPlanSheets(sheets);
  if (!read.ok) throw new Error(read.issue.map(planSheetIssueWords).join());
  expect(read.value.sections).toEqual(builtInPlan.sections);
  expect(including(read.value, true).sections).toEqual(including(builtInPlan, true).sections);
  fill(grid, "BC08", "补充指标", "");
  const [, , ...rest] = (openPlanSheets(sheets) as { value: Plan }).value.sections;
  expect(rest.map(({ indicators }) => indicators.map(({ code }) => code))).toEqual([["BC08"]]);
});
