import { builtInPlan as plan } from "../../src/plan/built-in";
import { indicatorsOf, type Plan } from "../../src/plan";
import { type Cell, type ChartSpec, type SheetLayout } from "../../src/grid";
import { courseLines, dashboardSheet, INKS, progressLines } from "../../src/dashboard";
import { LEDGERS, type Ledgers, readLedger } from "../../src/ledger";
import { perTable } from "../../src/sheets";
import { type Summary, summaryOf } from "../../src/summary";
import { openPlan } from "../../src/plan/open";
import inWordsFile from "../cases/briefings/words-only/plan.json";
import { Workbook } from "../ledger/workbook";
import { OTHER_PLANS } from "../plans/plans";
import { summaryWith } from "../summary/held";

const MADE = "2024-01-05 09:30";
const NONE: Ledgers = perTable(({ id }) => readLedger(null, LEDGERS[id], plan));

const MIXED = summaryWith(
  {
    period: "2023年",
    form: { YL01: 96, YL02: 80, YL04: 54, YL06: 96, YL07: 48, YL08: 65, YL12: 100, YL16: 0.5, TY08: 1 },
  },
  plan,
);

const sheet = (summary: Summary = MIXED, ledgers = NONE): SheetLayout =>
  dashboardSheet(summary, ledgers, MADE);
const texts = ({ cells }: SheetLayout): string[] =>
  cells.map((row) => row.filter((cell) => cell !== "").join(" | ")).filter((text) => text !== "");
const lines = (layout: SheetLayout, from: string, count: number): string[] => {
  const all = texts(layout);
  const at = all.indexOf(from);
  return all.slice(at + 1, at + 1 + count);
};

test("the figures, by field and by bureau, those with most behind first", () => {
  const layout = sheet();
  expect(texts(layout).slice(0, 2)).toEqual([
    "宿州市“一老一小”整体解决方案进展看板",
    "报告期：2023年　生成时间：2024-01-05 09:30　数据改动后请重新生成",
  ]);
  expect(lines(layout, "总体和各领域", 4)).toEqual([
    "领域 | 已达标 | 达到序时 | 基本达到 | 滞后 | 严重滞后 | 未评价 | 未填报 | 总数 | 已填",
    "全部指标 | 1 | 1 | 0 | 3 | 3 | 1 | 20 | 29 | 9",
    "养老 | 1 | 1 | 0 | 3 | 2 | 1 | 12 | 20 | 8",
    "托育 | 0 | 0 | 0 | 0 | 1 | 0 | 8 | 9 | 1",
  ]);
  expect(lines(layout, "各责任部门", 3)).toEqual([
    "责任部门 | 已达标 | 达到序时 | 基本达到 | 滞后 | 严重滞后 | 未评价 | 未填报 | 总数 | 已填 | 共同负责",
    "市民政局 | 0 | 1 | 0 | 2 | 1 | 1 | 6 | 11 | 5 | 0",
    "市医保局 | 0 | 0 | 0 | 0 | 1 | 0 | 1 | 2 | 1 | 0",
  ]);
  expect(texts(layout)).toContain("共同负责的指标在各责任部门分别计数，各部门合计大于总数。");
});

test("progress beside schedule, the farthest behind first; what has no way has no bar", () =>
  expect(
    progressLines(MIXED).map(({ standing, place, done, due }) => [
      standing.code,
      place,
      done === null ? null : Number(done.toFixed(3)),
      due === null ? null : Number(due.toFixed(3)),
    ]),
  ).toEqual([
    ["YL12", 1, -0.125, 0.6],
    ["TY08", 2, 0.025, 0.6],
    ["YL04", 3, 0.4, 0.6],
    ["YL02", 4, 0.842, 1],
    ["YL07", 5, 0.462, 0.6],
    ["YL06", 6, 0.96, 1],
    ["YL08", null, 0.75, 0.6],
    ["YL01", null, 1.011, 1],
  ]));

test("the course goes over the archived periods to this one", () => {
  const workbook = new Workbook(plan, "2021年");
  for (const [period, value] of [
    ["2021年", 43],
    ["2022年", 50],
  ] as const) {
    workbook.setPeriod(period);
    workbook.type("YL07", "本期值", value);
    expect(workbook.archive().obstacles).toEqual([]);
  }
  workbook.setPeriod("2023年").type("YL07", "本期值", 48).type("YL07", "情况说明", "养老机构关停两家");
  const read = summaryOf(workbook.held(), plan);
  if (!read.ok) throw new Error(read.issue);
  expect(courseLines(read.value, workbook.read())).toEqual([
    { period: "2021年", counts: [0, 0, 0, 1, 0] },
    { period: "2022年", counts: [0, 1, 0, 0, 0] },
    { period: "2023年", counts: [0, 0, 0, 1, 0] },
  ]);
});

/** What a chart draws stands in the table beside it. */
function checkChart({ source, series, position, title }: ChartSpec, { cells }: SheetLayout): void {
  const header = cells[source.row]!.slice(source.column, source.column + source.columns);
  expect(header.slice(1)).toEqual(series.map(({ name }) => name));
  series.forEach(({ values, color, labelFormat }, i) => {
    expect(values).toEqual({
      row: source.row + 1,
      column: source.column + 1 + i,
      rows: source.rows - 1,
      columns: 1,
    });
    for (let row = values.row; row < values.row + values.rows; row++) {
      const cell: Cell | null = cells[row]![values.column]!;
      expect(typeof cell === "number" || cell === "").toBe(true);
      expect(cells[row]![source.column]).not.toBe("");
    }
    expect(labelFormat).not.toBe("");
    expect(color).toMatch(/^#[0-9A-F]{6}$/);
  });
  expect(title).not.toBe("");
  expect(position.row + position.rows).toBeLessThanOrEqual(cells.length);
  expect(position.column).toBeGreaterThanOrEqual(source.column + source.columns);
}

const inWords = openPlan(inWordsFile);

const full = (one: Plan): Summary => {
  const form = Object.fromEntries(
    indicatorsOf(one).map(({ code, type }, i) => [code, type === "words" ? "推进中" : i]),
  );
  return summaryWith({ period: `${one.baselineYear + 1}年`, form }, one);
};

test.each<[string, Summary]>([
  ["mixed figures", MIXED],
  ["nothing filled in", summaryWith({ period: "2023年", form: {} }, plan)],
  ["tasks only", summaryWith({ period: "2023年", form: null, tasks: { 1: { 进展状态: "滞后" } } }, plan)],
  ["one bureau", summaryWith({ period: "2023年", bureau: "市民政局", form: { YL07: 48 } }, plan)],
  ...OTHER_PLANS.map(([name, one]): [string, Summary] => [name, full(one)]),
])("the sheet is whole, on one page, its charts beside its tables: %s", (_, summary) => {
  const layout = sheet(summary);
  const width = layout.columnWidths.length;
  expect(layout.cells.every((row) => row.length === width)).toBe(true);
  expect(layout.numberFormats.map((row) => row.length)).toEqual(layout.cells.map((row) => row.length));
  expect(layout.print).toMatchObject({ orientation: "landscape", pages: 1 });
  for (const chart of layout.charts!) checkChart(chart, layout);
  const tops = layout.charts!.map(({ position }) => position.row);
  expect(new Set(tops).size).toBe(tops.length);
  expect(new Set(layout.charts!.map(({ name }) => name)).size).toBe(tops.length);
});

test("three charts: who stands how, how far each has come, how it went", () =>
  expect(sheet().charts!.map(({ type, title, series }) => [type, title, series.length])).toEqual([
    ["BarStacked", "各责任部门指标状态", 7],
    ["BarClustered", "完成进度与序时进度", 2],
    ["ColumnStacked", "各期指标状态", 5],
  ]));

test("charts lie one below the other, each as high as its bars want it, though rows are not all as high", () => {
  const { charts, cells, rowHeights } = sheet();
  const [bureaus, progress, course] = charts!.map(({ position }) => position);
  expect([progress!.row, course!.row]).toEqual([
    bureaus!.row + bureaus!.rows,
    progress!.row + progress!.rows,
  ]);
  expect(course!.row + course!.rows).toBe(cells.length);
  const heightOf = ({ row, rows }: { row: number; rows: number }): number =>
    rowHeights
      .filter((one) => one.row >= row && one.row < row + rows)
      .reduce((sum, { height }) => sum + height!, 0);
  const [first, second] = [heightOf(bureaus!), heightOf(progress!)];
  expect(second).toBeGreaterThan(first);
  // 8 bars alone want some three quarters of what 9 pairs of bars want
  expect(first / second).toBeGreaterThan(0.6);
});

test.each<[string, Summary, string[]]>([
  ["nothing filled in", summaryWith({ period: "2023年", form: {} }, plan), ["各责任部门指标状态"]],
  [
    "targets in words only",
    summaryWith({ period: "2027年", form: { W01: "未达标", W02: "已达标" } }, inWords),
    ["各责任部门指标状态", "各期指标状态"],
  ],
])("a chart without any mark is not drawn: %s", (_, summary, titles) =>
  expect(sheet(summary).charts!.map(({ title }) => title)).toEqual(titles),
);

test("a class has its colour wherever it is drawn", () => {
  const colors = Object.values(INKS).map(({ color }) => color);
  const [bureaus, , course] = sheet().charts!;
  expect(bureaus!.series.map(({ color }) => color)).toEqual(colors);
  expect(course!.series.map(({ color }) => color)).toEqual(colors.slice(0, 5));
});

test("of many indicators and bureaus the foremost are drawn, and that is said", () => {
  const layout = sheet(full(plan));
  const [bureaus, progress] = layout.charts!;
  expect(bureaus!.source.rows - 1).toBeLessThanOrEqual(15);
  expect(progress!.source.rows - 1).toBe(15);
  expect(texts(layout)).toEqual(expect.arrayContaining([expect.stringMatching(/另有 \d+ 项见填报表/)]));
});

test.each(["16.2个百分点", "1.25个百分点", "681.2万元", "0.45微克/m³"])(
  "a gap such as %s stands on one line",
  (gap) => {
    const { columnWidths, cells } = sheet();
    const header = cells.find((row) => row[0] === "指标")!;
    const width = columnWidths[header.indexOf("差距")]!;
    expect([...gap].reduce((sum, one) => sum + (one > "~" ? 2 : 1), 0)).toBeLessThanOrEqual(width);
  },
);

test("a row of 进度与序时 is as high as its longest words need", () => {
  const { cells, rowHeights } = sheet();
  const row = cells.findIndex(
    ([name, , , , , gap]) => String(name).length <= 13 && /个百分点$/.test(String(gap)),
  );
  expect(rowHeights.find((one) => one.row === row)!.height).toBe(18);
});
