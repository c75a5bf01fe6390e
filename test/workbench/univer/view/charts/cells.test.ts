import {
  area,
  type Area,
  type CellContent,
  type Chart,
  MAX_COLUMNS,
  MAX_ROWS,
} from "../../../../../src/grid";
import { chartCells } from "../../../../../src/workbench/univer/view/charts/cells";
import { createHeadlessEngine } from "../../../../../src/workbench/univer/headless";

const sheet = "sheet-0";
const CHART: Chart = {
  name: "图1",
  type: "ColumnStacked",
  source: area(0, 0, 3, 3),
  series: [{ values: area(1, 1, 2, 1) }, { values: area(1, 2, 2, 1) }],
  position: area(0, 5, 20, 8),
};

const engine = createHeadlessEngine();
beforeAll(async () => {
  const rows: CellContent[][] = [
    ["部门", "滞后", ""],
    [0.5, 1, "推进中"],
    ["市医保局", null, 2],
  ].map((row) => row.map((value) => ({ value })));
  rows[2]![2] = { value: null, formula: "=1/0" };
  engine.writeCells(sheet, area(0, 0, 3, 3), rows);
  engine.writeStyle(sheet, [area(1, 0)], { numberFormat: "0%" });
  await engine.settled();
});

test("names are what the cells show; a text counts as 0, and a blank or an error is no number", () =>
  expect(chartCells(engine, sheet, CHART)).toEqual({
    categories: ["50%", "市医保局"],
    series: [
      { name: "滞后", values: [1, null] },
      { name: "系列2", values: [0, null] },
    ],
  }));

test("a series may have a name of its own, and stand in a row", () =>
  expect(
    chartCells(engine, sheet, {
      ...CHART,
      seriesIn: "rows",
      series: [{ values: area(1, 1, 1, 2), name: "合计" }, { values: area(2, 1, 1, 2) }],
    }),
  ).toEqual({
    categories: ["滞后", ""],
    series: [
      { name: "合计", values: [1, 0] },
      { name: "市医保局", values: [null, null] },
    ],
  }));

test.each<[string, Area, string[], (number | null)[][]]>([
  ["row", { ...area(1, 0), columns: MAX_COLUMNS }, ["市医保局"], [[null], [null]]],
  [
    "column",
    { ...area(0, 1), rows: MAX_ROWS },
    ["50%", "市医保局"],
    [
      [null, null],
      [0, null],
    ],
  ],
])("what stands in a hidden %s is not drawn", (_, hidden, categories, values) => {
  engine.updateSheet(sheet, { hidden: [hidden] });
  const drawn = chartCells(engine, sheet, CHART);
  engine.updateSheet(sheet, { hidden: [] });
  expect([drawn.categories, drawn.series.map((one) => one.values)]).toEqual([categories, values]);
});

test("without cells that name them categories are numbered", () =>
  expect(
    chartCells(engine, sheet, { ...CHART, source: area(1, 1, 2, 1), series: [{ values: area(1, 1, 2, 1) }] }),
  ).toEqual({ categories: ["1", "2"], series: [{ name: "系列1", values: [1, null] }] }));
