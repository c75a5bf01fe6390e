import { area, type Chart } from "../../../../../src/grid";
import type { ChartCells } from "../../../../../src/workbench/univer/view/charts/cells";
import { chartOption } from "../../../../../src/workbench/univer/view/charts/option";

const CELLS: ChartCells = {
  categories: ["市民政局", "市医保局"],
  series: [
    { name: "滞后", values: [1, null] },
    { name: "已达标", values: [0, 3] },
  ],
};
const CHART: Chart = {
  name: "图1",
  type: "BarStacked",
  source: area(0, 0, 3, 3),
  series: [{ values: area(1, 1, 2, 1) }, { values: area(1, 2, 2, 1) }],
  position: area(0, 5, 20, 8),
};
const SIZE = { width: 600, height: 400 };

type Part = Record<string, unknown>;
type Drawn = Record<"xAxis" | "yAxis" | "legend" | "title" | "grid", Part> & { series: Part[] };

const drawn = (change: Partial<Chart> = {}, cells = CELLS): Drawn =>
  chartOption({ ...CHART, ...change }, cells, SIZE) as unknown as Drawn;

test.each<[Chart["type"], string, string, string | undefined, string]>([
  ["BarStacked", "bar", "yAxis", "all", "inside"],
  ["BarClustered", "bar", "yAxis", undefined, "outside"],
  ["ColumnStacked", "bar", "xAxis", "all", "inside"],
  ["ColumnClustered", "bar", "xAxis", undefined, "outside"],
  ["LineMarkers", "line", "xAxis", undefined, "right"],
  ["Line", "line", "xAxis", undefined, "right"],
])("%s is drawn as %s with its categories along the %s", (type, mark, categories, stack, labels) => {
  const series = CHART.series.map((one) => ({ ...one, labelFormat: "0" }));
  const option = drawn({ type, series, categories: { reversed: true } });
  expect(option.series.map((one) => [one.type, one.stack, one.name])).toEqual([
    [mark, stack, "滞后"],
    [mark, stack, "已达标"],
  ]);
  for (const { label } of option.series) expect(label).toMatchObject({ show: true, position: labels });
  expect(option[categories as "xAxis"]).toMatchObject({ type: "category", data: CELLS.categories });
});

test("only LineMarkers has points", () =>
  expect(
    (["LineMarkers", "Line"] as const).map((type) => drawn({ type }).series.map(({ symbol }) => symbol)),
  ).toEqual([
    ["circle", "circle"],
    ["none", "none"],
  ]));

test.each<[Chart["type"], boolean, string[]]>([
  ["BarClustered", false, ["已达标", "滞后"]],
  ["BarClustered", true, ["滞后", "已达标"]],
  ["BarStacked", false, ["滞后", "已达标"]],
  ["ColumnClustered", false, ["滞后", "已达标"]],
])("the first bar of %s is next to where its axis begins; reversed: %s", (type, reversed, order) => {
  const option = drawn({ type, categories: { reversed }, legend: "Right" });
  expect(option.series.map(({ name }) => name)).toEqual(order);
  expect(option.legend.data).toEqual(["滞后", "已达标"]);
});

/** Room between categories as a share of a category's, where a bar is `width` wide and there are two: by hand. */
test.each<[Partial<Chart>, string, string | undefined]>([
  [{ type: "BarStacked", gapWidth: 40 }, `${(100 * 40) / 140}%`, undefined],
  [{ type: "ColumnClustered", gapWidth: 100 }, `${100 / 3}%`, "0%"],
  [{ type: "ColumnClustered", gapWidth: 100, overlap: 100 }, "50%", "-100%"],
  [{ type: "BarClustered", gapWidth: 50, overlap: -50 }, `${(100 * 50) / 300}%`, "50%"],
  [{ type: "BarStacked" }, "60%", undefined],
])("gap width and overlap, as percent of a bar's width, make the gaps: %j", (change, category, gap) => {
  for (const { barCategoryGap, barGap } of drawn(change).series)
    expect([
      parseFloat(String(barCategoryGap)).toFixed(9),
      barGap && `${parseFloat(String(barGap))}%`,
    ]).toEqual([parseFloat(category).toFixed(9), gap]);
});

test.each<[string, unknown, string]>([
  ["0;;", 0, ""],
  ["0;;", 3, "3"],
  ["0.0%", 0.0725, "7.3%"],
  ["0.0%", -0.125, "-12.5%"],
  ["General", 2.5, "2.5"],
  ["0.0", null, ""],
])("with the format %s the number %s reads %s", (labelFormat, value, text) => {
  const { label } = drawn(
    { series: [{ ...CHART.series[0]!, labelFormat, labelColor: "#FFFFFF" }] },
    {
      ...CELLS,
      series: CELLS.series.slice(0, 1),
    },
  ).series[0]!;
  expect(label).toMatchObject({ show: true, color: "#FFFFFF" });
  expect((label as { formatter: (one: Part) => string }).formatter({ value })).toBe(text);
});

test("without a format there are no numbers; without a colour the series has Excel's usual one", () =>
  expect(drawn().series).toMatchObject([
    { label: { show: false }, itemStyle: { color: "#4472C4" } },
    { label: { show: false }, itemStyle: { color: "#ED7D31" } },
  ]));

test.each<[string | undefined, number | undefined, number, string]>([
  ["0", 1, 2, "2"],
  ["#,##0", 1, 1200, "1,200"],
  ["0%", 0.01, 0.25, "25%"],
  ["0.0%", 0.001, 0.25, "25.0%"],
  ["0.00", 0.01, 1.5, "1.50"],
  [undefined, undefined, 0.5, "0.5"],
])("an axis in the format %s has no steps finer than %s, and says %s as %s", (format, step, value, text) => {
  const { xAxis } = drawn({ values: { format, title: "指标（项）", min: 0, max: 12 } });
  expect(xAxis).toMatchObject({ name: "指标（项）", min: 0, max: 12 });
  expect(xAxis.minInterval).toBe(step);
  expect((xAxis.axisLabel as { formatter: (value: number) => string }).formatter(value)).toBe(text);
});

test.each<[Chart["type"], Partial<Chart>, string, string]>([
  ["BarStacked", {}, "bottom", "left"],
  ["BarStacked", { categories: { reversed: true } }, "top", "left"],
  ["BarStacked", { values: { reversed: true } }, "bottom", "right"],
  ["ColumnStacked", {}, "bottom", "left"],
  ["ColumnStacked", { categories: { reversed: true } }, "bottom", "right"],
  ["Line", { values: { reversed: true } }, "top", "left"],
])("a reversed axis takes the other one to its far side: %s %j", (type, change, x, y) => {
  const { xAxis, yAxis } = drawn({ type, ...change });
  expect([xAxis.position, yAxis.position]).toEqual([x, y]);
  const [words, numbers] = type.startsWith("Bar") ? [yAxis, xAxis] : [xAxis, yAxis];
  expect([words.inverse, numbers.inverse]).toEqual([
    change.categories?.reversed ?? false,
    change.values?.reversed ?? false,
  ]);
});

test("what a chart does not have is not drawn, and takes no room", () => {
  const [bare, full] = [drawn(), drawn({ title: "各责任部门指标状态", legend: "Bottom" })];
  expect([bare.title.show, bare.legend.show]).toEqual([false, false]);
  expect([full.title.show, full.title.text, full.legend.show]).toEqual([true, "各责任部门指标状态", true]);
  expect(Number(full.grid.top)).toBeGreaterThan(Number(bare.grid.top));
  expect(Number(full.grid.bottom)).toBeGreaterThan(Number(bare.grid.bottom));
});

test.each(["Top", "Bottom", "Left", "Right"] as const)(
  "a legend on the side %s has its room there",
  (legend) => {
    const side = legend.toLowerCase();
    expect(Number(drawn({ legend }).grid[side])).toBeGreaterThan(Number(drawn().grid[side]) + 10);
  },
);

test("a legend that breaks into lines has room for all of them", () => {
  const long = (count: number): ChartCells => ({
    ...CELLS,
    series: Array.from({ length: count }, (_, i) => ({ name: `达到序时进度的指标${i}`, values: [1, 1] })),
  });
  const bottom = (count: number): number =>
    Number(
      drawn({ legend: "Bottom", series: long(count).series.map(() => CHART.series[0]!) }, long(count)).grid
        .bottom,
    );
  expect(bottom(6) - bottom(2)).toBe(22);
});

test.each<[Chart["type"], string, number, string | undefined]>([
  ["BarStacked", "市民政局", 2, undefined],
  ["BarStacked", "新建城区和新建居民区配套建设养老服务设施达标率", 2, "break"],
  ["BarStacked", "新建城区和新建居民区配套建设养老服务设施达标率", 20, "truncate"],
  ["ColumnStacked", "新建城区和新建居民区配套建设养老服务设施达标率", 2, "break"],
  ["ColumnStacked", "2023年", 5, undefined],
])(
  "names of categories that are too long break, or end in dots: %s %s × %d",
  (type, name, count, overflow) => {
    const option = drawn({ type }, { ...CELLS, categories: Array<string>(count).fill(name) });
    const { axisLabel } = type.startsWith("Bar") ? option.yAxis : option.xAxis;
    expect((axisLabel as Part).overflow).toBe(overflow);
  },
);

test.each<[Chart["type"], string | undefined, number[], unknown]>([
  ["BarClustered", "0", [1, -2], ["8%", "8%"]],
  ["ColumnClustered", "0", [1, 2], ["0%", "8%"]],
  ["BarClustered", undefined, [1, -2], undefined],
  ["BarStacked", "0", [1, -2], undefined],
  ["LineMarkers", "0", [1, -2], undefined],
])("an axis leaves room for numbers beside bars: %s %s %j", (type, labelFormat, values, room) => {
  const series = [{ ...CHART.series[0]!, labelFormat }];
  const { xAxis, yAxis } = drawn({ type, series }, { ...CELLS, series: [{ name: "滞后", values }] });
  expect((type.startsWith("Bar") ? xAxis : yAxis).boundaryGap).toEqual(room);
});

test("a chart whose cells are gone is drawn empty", () =>
  expect(drawn({ series: [] }, { categories: [], series: [] })).toMatchObject({ series: [] }));
