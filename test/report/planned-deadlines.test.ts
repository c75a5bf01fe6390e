import { fileOf, findBureau, parsePeriod, type Plan } from "../../src/plan";
import { builtInPlan } from "../../src/plan/built-in";
import { openPlan } from "../../src/plan/open";
import { laggingOf, taskItemsOf } from "./task-typed";
import { expandTable, planUpdate } from "../../src/tables";
import { taskSheet } from "../../src/sheets";
import { asRead, columnOf, fill, rowOf } from "../sheets/helpers";
import { fileFor, readIncoming } from "../../src/exchange";

/** The built-in plan with a 完成时限 of its first tasks. */
const withDeadlines = (...deadlines: string[]): Plan =>
  openPlan({
    ...fileOf(builtInPlan),
    tasks: fileOf(builtInPlan).tasks.map((task, i) => ({
      ...task,
      ...(deadlines[i] && { deadline: deadlines[i] }),
    })),
  });
const plan = withDeadlines("2023年6月", "2025年底前完成", "长期坚持", "“十五五”期末");
const MONTH_END = 45107;
const YEAR_END = 46022;

const cellsOf = (sheet: ReturnType<typeof taskSheet>) => expandTable(sheet).cells;
const deadlinesIn = (cells: readonly (readonly unknown[])[], count = 4): unknown[] =>
  Array.from({ length: count }, (_, i) => cells[rowOf(cells, i + 1)]?.[columnOf(cells, "完成时限")]);
const blank = (value: unknown) => value ?? "";

test("a sheet that is made holds the plan's deadlines: dates as days, words as words", () =>
  expect(deadlinesIn(cellsOf(taskSheet(plan)))).toEqual([MONTH_END, YEAR_END, "长期坚持", "“十五五”期末"]));

test("a sheet for a bureau holds those of its own tasks", () => {
  const [name] = plan.tasks[0]!.units;
  const bureau = findBureau(name!, plan);
  const cells = cellsOf(taskSheet(plan, { ...(bureau.ok && { bureau: bureau.value }) }));
  expect(deadlinesIn(cells, 1)).toEqual([MONTH_END]);
});

/** The sheet of a plan without deadlines, with entries typed, and a row moved where rows are to move. */
function updated(isMoved: boolean): unknown[] {
  const grid = asRead(expandTable(taskSheet(builtInPlan)));
  fill(grid, 2, "完成时限", "2024年3月");
  fill(grid, 3, "完成时限", " ");
  if (isMoved) for (const table of [grid.values, grid.formulas]) table.splice(rowOf(grid.values, 5), 1);
  const update = planUpdate(grid, taskSheet(plan), (keep) => taskSheet(plan, { keep }))!;
  return deadlinesIn(update.layout.cells).map(blank);
}

test("a sheet brought up to date gets them where its cells are empty; what was typed stays", () => {
  expect(updated(false)).toEqual([MONTH_END, "", "长期坚持", "“十五五”期末"]);
  expect(updated(true)).toEqual([MONTH_END, "2024年3月", "长期坚持", "“十五五”期末"]);
});

test("a task whose only entry is the plan's deadline is not kept on a sheet that it has left", () => {
  const bureau = plan.bureaus.find(({ name }) => !plan.tasks[0]!.units.includes(name))!;
  const grid = asRead(expandTable(taskSheet(plan)));
  const own = (keep: ReadonlySet<string>) => taskSheet(plan, { bureau, keep });
  expect(rowOf(planUpdate(grid, taskSheet(plan), own)!.layout.cells, 1)).toBe(-1);
  fill(grid, 1, "完成时限", "2024年3月");
  expect(rowOf(planUpdate(grid, taskSheet(plan), own)!.layout.cells, 1)).toBeGreaterThan(0);
});

test("what stands there counts, else the plan's; the plan's words are not judged", () => {
  expect(laggingOf(plan, {})).toEqual([[1, "逾期"]]);
  expect(laggingOf(plan, { 1: { deadline: "" } })).toEqual([[1, "逾期"]]);
  expect(laggingOf(plan, { 1: { deadline: "2024年6月" } })).toEqual([]);
  expect(laggingOf(plan, { 3: { deadline: "2023年1月" } })).toEqual([
    [1, "逾期"],
    [3, "逾期"],
  ]);
  expect(taskItemsOf(plan, { 1: { state: "已完成" } })).toEqual([]);
});

test.each([
  [{ 1: { state: "已完成", deadline: "2025年" } }, "提示 完成时限 2025年 与规划的“2023年6月”不同"],
  [{ 1: { state: "已完成" }, 4: { deadline: "待定" } }, "强制 “待定”不是日期"],
])("audited: %j", (typed, expected) => expect(taskItemsOf(plan, typed)).toEqual([expected]));

describe("a returned file", () => {
  const periodText = "2023年";
  const read = async (made: Plan) => {
    const bureau = findBureau(plan.tasks[0]!.units[0]!, made);
    const period = parsePeriod(periodText, plan);
    if (!bureau.ok || !period.ok) throw new Error("no such bureau or period");
    const { bytes } = await fileFor(made, bureau.value, periodText, new Date(0), { carriesPlan: true });
    return readIncoming("a.xlsx", bytes, { plan, period: period.value, periodText });
  };

  test("with the plan's deadlines unchanged says nothing", async () => {
    expect(await read(plan)).toMatchObject({ refused: false, entries: [], issues: [], findings: [] });
  });

  test("of an earlier version says nothing by that version's deadlines", async () => {
    const earlier = openPlan({ ...fileOf(withDeadlines("2024年6月", "近期")), version: "0" });
    expect(await read(earlier)).toMatchObject({ refused: false, entries: [] });
  });
});
