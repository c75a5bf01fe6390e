import { cellAddress, type Grid, PRINT_MARGINS, widthInPoints } from "../../../src/grid";
import { givenVersion, indicatorsOf, type Plan } from "../../../src/plan";
import { builtInPlan } from "../../../src/plan/built-in";
import { openPlan } from "../../../src/plan/open";
import {
  openPlanSheets,
  planSheetIssueWords,
  planSheetLayouts,
  type PlanSheetGrids,
} from "../../../src/sheets/plan";
import county from "../../plans/county-2023.json";
import types from "../../plans/types-2030.json";
import nation from "../../plans/nation-2030.json";
import { OTHER_PLANS } from "../../plans/plans";
import { columnOf, fill, fillSlot, insertRow, rowOf } from "../helpers";
import { planGrids } from "./grids";

const opened = (sheets: PlanSheetGrids): Plan => {
  const read = openPlanSheets(sheets);
  if (!read.ok) throw new Error(read.issue.map(planSheetIssueWords).join("\n"));
  return read.value;
};
const wrong = (sheets: PlanSheetGrids): string[] => {
  const read = openPlanSheets(sheets);
  return read.ok ? [] : read.issue.map(planSheetIssueWords);
};
const given = ({ version, ...plan }: Plan) => ({ ...plan, version: givenVersion(version) });

const insertColumn = (grid: Grid, at: number, cells: (row: number) => unknown): void => {
  for (const matrix of [grid.values, grid.formulas]) matrix.forEach((row, i) => row.splice(at, 0, cells(i)));
};
const move = (grid: Grid, down: number, right: number): void => {
  grid.row += down;
  grid.column += right;
};
const headerOf = (grid: Grid): number => rowOf(grid.values, "指标代码");
/** As a sorted table: the rows of indicators the other way round. */
function turn(grid: Grid, rows: number): void {
  const from = headerOf(grid) + 1;
  for (const matrix of [grid.values, grid.formulas])
    matrix.splice(from, rows, ...matrix.slice(from, from + rows).reverse());
}

const PLANS: [string, Plan][] = [
  ["the built-in plan", builtInPlan],
  ...OTHER_PLANS.map(([name, plan]): [string, Plan] => [name, plan]),
];

describe.each(PLANS)("%s", (_, plan) => {
  test("its sheets open to the same plan, and that one's again", () => {
    const once = opened(planGrids(plan));
    expect(given(once)).toEqual(given(plan));
    expect(opened(planGrids(once))).toEqual(once);
    expect(once.version).toMatch(new RegExp(`^${givenVersion(plan.version)}-[0-9a-f]{14}$`));
  });

  test("a further column, sorted rows and a moved table change nothing", () => {
    const sheets = planGrids(plan);
    const once = opened(sheets);
    const { grid } = sheets.indicators;
    insertColumn(grid, columnOf(grid.values, "计量单位"), (row) =>
      row === headerOf(grid) ? "我的备注" : "甲",
    );
    turn(grid, indicatorsOf(plan).length);
    move(grid, 3, 2);
    for (const other of [sheets.tasks, sheets.bureaus]) move(other.grid, 1, 1);
    const turned = opened(sheets);
    expect(turned).toEqual(once);
  });
});

const sheets = (): Required<PlanSheetGrids> & { grid: Grid } => {
  const made = planGrids(openPlan(county));
  return { ...made, grid: made.indicators.grid };
};

test("printed text stays text, in cells that make nothing else of what is typed", () => {
  const [indicators] = planSheetLayouts(builtInPlan);
  const column = columnOf(indicators!.cells, "2025年(目标)");
  const row = rowOf(indicators!.cells, "YL07");
  expect(indicators!.cells[row]![column]).toBe("55");
  expect(indicators!.numberFormats[row]![column]).toBe("@");
});

test("what is inferred is filled in; emptied cells are inferred anew", () => {
  const { grid, ...rest } = sheets();
  const plan = opened(rest);
  expect(grid.values[rowOf(grid.values, "指标1")]).toEqual(
    expect.arrayContaining(["越高越好", "水平值", 0, "无", "是"]),
  );
  for (const header of ["方向", "目标类型", "下限", "上限", "取整", "小数位"])
    for (const { code } of indicatorsOf(plan)) fill(grid, code, header, "");
  expect({ ...opened(rest), version: "" }).toEqual({ ...plan, version: "" });
});

test("whatever changes is another version; id and given version stay", () => {
  const { grid, ...rest } = sheets();
  const before = opened(rest);
  fill(grid, "指标1", "2023年(目标)", "10");
  const after = opened(rest);
  expect(after.id).toBe(before.id);
  expect(after.version).not.toBe(before.version);
  expect(givenVersion(after.version)).toBe(givenVersion(before.version));
});

test("a row in the spare ones is an indicator more; its bureau must be on 规划单位", () => {
  const { grid, ...rest } = sheets();
  const count = indicatorsOf(opened(rest)).length;
  const [code, name] = [columnOf(grid.values, "指标代码"), columnOf(grid.values, "指标名称")];
  const row = grid.values.findIndex((cells, i) => i > headerOf(grid) && cells[code] === "");
  const put = (column: number, text: string): void => {
    grid.values[row]![column] = text;
    grid.formulas[row]![column] = text;
  };
  put(code, "新01");
  put(name, "新增托位（个）");
  put(columnOf(grid.values, "2023年(目标)"), "≥120");
  put(columnOf(grid.values, "责任部门"), "县卫健局");
  expect(wrong(rest)).toEqual([
    expect.stringMatching(
      /^“规划指标”H\d+：单位“县卫健局”不在“规划单位”表中，请改成表中的名称，或在那张表的空行添加它$/,
    ),
  ]);
  const bureaus = rest.bureaus!.grid;
  const free = bureaus.values.findIndex((cells, i) => i > 3 && cells[0] === "");
  bureaus.values[free]![0] = "县卫健局";
  const plan = opened(rest);
  expect(indicatorsOf(plan)).toHaveLength(count + 1);
  expect(plan.index.indicators.get("新01")?.[0]).toMatchObject({
    unit: "个",
    whole: true,
    direction: "higher",
  });
});

describe("what is wrong is said with its cell and what to do", () => {
  const cases: [string, (grid: Grid) => void, RegExp][] = [
    ["a direction", (g) => fill(g, "指标1", "方向", "向上"), /^“规划指标”J6：“向上”看不懂，请填“越高越好”/],
    ["a type", (g) => fill(g, "指标1", "目标类型", "奇怪"), /^“规划指标”K6：“奇怪”看不懂，请填列表中的一项/],
    ["a bound", (g) => fill(g, "指标1", "下限", "零"), /^“规划指标”L6：“零”看不懂，请填数，或者“无”/],
    [
      "a target",
      (g) => fill(g, "指标1", "2023年(目标)", "??"),
      /^“规划指标”G6：“\?\?”不是指标值的写法，请写成/,
    ],
    ["a code that is a number", (g) => fill(g, "指标1", "指标代码", 12), /^“规划指标”A6：.*请加字母/],
    [
      "a code twice",
      (g) => fill(g, "指标2", "指标代码", "指标1"),
      /^“规划指标”A7：指标代码“指标1”与 A6 重复，请/,
    ],
    ["no code", (g) => fill(g, "指标1", "指标代码", ""), /^“规划指标”A6：这一行没有指标代码，请填写/],
    ["no name", (g) => fill(g, "指标1", "指标名称", ""), /^“规划指标”D6：这一行没有指标名称，请填写/],
    ["bounds the wrong way", (g) => fill(g, "指标1", "上限", 0), /^“规划指标”L6：.*下限.*上限/],
    ["a part of nothing", (g) => fill(g, "指标1", "所属指标(其中)", "B9"), /^“规划指标”P6：.*B9/],
    ["a year", (g) => fillSlot(g, "基期年", "去年"), /^“规划指标”F3：基期年“去年”不是年份，请填四位年份/],
    ["years the wrong way", (g) => fillSlot(g, "目标年", 2020), /^“规划指标”H3：目标年 2020 不晚于基期年/],
    [
      "no header of the target",
      (g) => (g.values[headerOf(g)]![6] = "x"),
      /^“规划指标”G5：这一列有数，表头“x”看不出是哪一年，请写/,
    ],
    ["no headers", (g) => g.values[headerOf(g)]!.fill("x"), /^“规划指标”：没有找到表头/],
  ];
  test.each(cases)("%s", (_, spoil, words) => {
    const { grid, ...rest } = sheets();
    spoil(grid);
    expect(wrong(rest)).toEqual([expect.stringMatching(words)]);
  });

  test("text that Excel made a date", () => {
    const { grid, ...rest } = sheets();
    const [row, column] = [rowOf(grid.values, "指标1"), columnOf(grid.values, "2023年(目标)")];
    grid.formats = grid.values.map((cells) => cells.map(() => "General"));
    grid.values[row]![column] = 45325;
    grid.formats[row]![column] = 'm"月"d"日"';
    expect(wrong(rest)).toContainEqual(
      expect.stringMatching(/^“规划指标”G6：现在是日期 2024年2月3日.*设为“文本”/),
    );
  });
});

test("what stands below the note belongs to nothing", () => {
  const { grid, ...rest } = sheets();
  const once = opened(rest);
  insertRow(grid, grid.values.length, ["我写的", "自己的备忘"]);
  expect(opened(rest)).toEqual(once);
});

test("years are asked for with those of the plan, and rows to spare are not printed", () => {
  const plan = openPlan(nation);
  const [indicators] = planSheetLayouts(plan);
  const years = indicators!.validations.filter(({ prompt }) => prompt.title === "年份");
  expect(years.map(({ prompt }) => prompt.message)).toEqual([
    `请填四位年份，例如 ${plan.baselineYear}。`,
    `请填四位年份，例如 ${plan.targetYear}。`,
  ]);
  expect(indicators!.cells.flat().join()).not.toMatch(/2023|2025年\(目标\)/);
  const last = rowOf(indicators!.cells, indicatorsOf(plan).at(-1)!.code);
  expect(indicators!.print.area).toMatchObject({ row: 0, column: 0, rows: last + 1 });
  const grids = planGrids(plan);
  fillSlot(grids.indicators.grid, "目标年", "去年");
  expect(wrong(grids)[0]).toMatch(new RegExp(`请填四位年份，例如 ${plan.baselineYear + 5}$`));
});

test.each([
  ["1.6万张", "张", 16000],
  ["1.6万张", "万张", 1.6],
  ["≥1.6", "万张", 1.6],
])("a milestone %s of a plan in %s is %d", (text, unit, value) => {
  const made = planGrids(openPlan(types));
  const { grid } = made.indicators;
  fill(grid, "ms2", "计量单位", unit);
  fill(grid, "ms2", "2028年(目标)", text);
  const found = indicatorsOf(opened(made)).find(({ code }) => code === "ms2")!;
  expect(found.milestones.find(({ year }) => year === 2028)?.value).toBe(value);
});

test("words among the milestones are told: they would be nowhere in the plan", () => {
  const made = planGrids(openPlan(types));
  const { grid } = made.indicators;
  fill(grid, "ms2", "2028年(目标)", "年均增长5%");
  expect(wrong(made)).toEqual([
    expect.stringMatching(
      /^“规划指标”[A-Z]+\d+：阶段目标“年均增长5%”不是一个数，请改成数；要保留原文，请写在“备注”$/,
    ),
  ]);
});

/** In points; A4 on its side, between the margins. */
const PAGE = ((29.7 - PRINT_MARGINS.left - PRINT_MARGINS.right) / 2.54) * 72;
const [FONT_SIZE, LEGIBLE] = [10, 5.5];

test.each(PLANS)("%s: each sheet is legible in print, with all its columns on a page", (_, plan) => {
  for (const { name, columnWidths } of planSheetLayouts(plan)) {
    const width = columnWidths.reduce((sum, characters) => sum + widthInPoints(characters), 0);
    const size = FONT_SIZE * Math.min(1, PAGE / width);
    expect([name, size >= LEGIBLE]).toEqual([name, true]);
  }
});

test("a target that someone empties is named by its own cell, and what may be done", () => {
  const sheets = planGrids(openPlan(county));
  const { grid } = sheets.indicators;
  const [row, column] = [rowOf(grid.values, "指标1"), columnOf(grid.values, "目标类型")];
  const target = columnOf(grid.values, openPlan(county).indicatorTable.targetHeader);
  for (const matrix of [grid.values, grid.formulas]) {
    matrix[row]![column] = "水平值";
    matrix[row]![target] = "";
  }
  expect(wrong(sheets)).toEqual([
    expect.stringMatching(new RegExp(`！?${cellAddress(row, target)}.*目标是空的`)),
  ]);
});
