import type { BarSeriesOption, LineSeriesOption } from "echarts/charts";
import type { GridComponentOption, LegendComponentOption, TitleComponentOption } from "echarts/components";
import type { ComposeOption } from "echarts/core";
import {
  type Chart,
  type ChartAxis,
  type ChartSeries,
  type ChartType,
  COLORS,
  GAP_WIDTH,
  seriesColor,
  usualOverlap,
} from "../../../../grid";
import { shownAs } from "../../rounding";
import type { ChartCells, SeriesCells } from "./cells";
import { roomFor, type Size } from "./room";

export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption | TitleComponentOption
>;

interface Kind {
  mark: "bar" | "line";
  /** the categories go up instead of along */
  lying?: boolean;
  stacked?: boolean;
  /** a point at each number */
  points?: boolean;
}

const KINDS: Record<ChartType, Kind> = {
  BarStacked: { mark: "bar", lying: true, stacked: true },
  BarClustered: { mark: "bar", lying: true },
  ColumnStacked: { mark: "bar", stacked: true },
  ColumnClustered: { mark: "bar" },
  LineMarkers: { mark: "line", points: true },
  Line: { mark: "line" },
};

/** The paper is white whatever the page's theme is, as that of the cells; sizes are pixels. */
const PAPER = "#FFFFFF";
const FONT_FAMILY = "Microsoft YaHei, PingFang SC, Noto Sans CJK SC, sans-serif";
const WORDS = { color: COLORS.text, fontSize: 12 };
const AXIS_TITLE = { ...WORDS, fontSize: 13 };
const TITLE = { ...WORDS, fontSize: 18, fontWeight: "normal" } as const;
const GRID = "#D9D9D9";
const LINE_WIDTH = 3;
const POINT = 8;

/** The least step between numbers along an axis that its format can tell apart; undefined where any can. */
function leastStep(format = "General"): number | undefined {
  const [found, decimals = "", percent] = /^[#,]*0(?:\.(0+))?(%)?$/.exec(format) ?? [];
  return found === undefined ? undefined : 10 ** -(decimals.length + (percent ? 2 : 0));
}

const named = (title: string | undefined) => ({
  name: title ?? "",
  nameLocation: "middle" as const,
  nameTextStyle: AXIS_TITLE,
});

/** Percent of a category's room that stays free, from percent of a bar's width. */
function categoryGap({ gapWidth = GAP_WIDTH, overlap, type, series }: Chart): string {
  const bars = KINDS[type].stacked ? 1 : series.length;
  const width = bars - ((bars - 1) * (overlap ?? usualOverlap(type))) / 100;
  return `${(100 * gapWidth) / (gapWidth + 100 * width)}%`;
}

function labelOf({ labelFormat, labelColor }: ChartSeries, position: "inside" | "outside" | "right") {
  if (labelFormat === undefined) return { show: false };
  return {
    ...WORDS,
    show: true,
    position,
    ...(labelColor !== undefined && { color: labelColor }),
    formatter: ({ value }: { value: unknown }): string =>
      typeof value === "number" ? shownAs(value, labelFormat) : "",
  };
}

function lineOf(
  one: ChartSeries,
  { name, values }: SeriesCells,
  index: number,
  points = false,
): LineSeriesOption {
  const color = seriesColor(one, index);
  return {
    type: "line",
    name,
    data: [...values],
    itemStyle: { color },
    lineStyle: { color, width: LINE_WIDTH },
    symbol: points ? "circle" : "none",
    symbolSize: POINT,
    label: labelOf(one, "right") as LineSeriesOption["label"],
  };
}

function barOf(chart: Chart, { name, values }: SeriesCells, index: number): BarSeriesOption {
  const { stacked } = KINDS[chart.type];
  const one = chart.series[index]!;
  return {
    type: "bar",
    name,
    data: [...values],
    itemStyle: { color: seriesColor(one, index) },
    barCategoryGap: categoryGap(chart),
    ...(stacked ? { stack: "all" } : { barGap: `${-(chart.overlap ?? usualOverlap(chart.type))}%` }),
    label: labelOf(one, stacked ? "inside" : "outside"),
  };
}

function seriesOf(chart: Chart, cells: ChartCells): (BarSeriesOption | LineSeriesOption)[] {
  const { mark, lying, stacked, points } = KINDS[chart.type];
  const all = cells.series.map((one, i) =>
    mark === "line" ? lineOf(chart.series[i]!, one, i, points) : barOf(chart, one, i),
  );
  // the first bar lies next to the axis' beginning, which is below; here bars are counted from above
  return lying && !stacked && !chart.categories?.reversed ? all.reverse() : all;
}

/** An axis stands where the other one begins: a reversed one takes it to the other side. */
const sideOf = (isBeside: boolean, isReversed: boolean) => {
  const [near, far] = isBeside ? (["left", "right"] as const) : (["bottom", "top"] as const);
  return isReversed ? far : near;
};

/** Beside a bar there is room for its number, on both sides of 0; as a share of what the axis shows. */
const LABEL_ROOM = 0.08;

/** Undefined where numbers lie on their marks, or there are none. */
function roomForLabels({ type, series }: Chart, cells: ChartCells): [number, number] | undefined {
  const { mark, stacked } = KINDS[type];
  if (mark !== "bar" || stacked || series.every(({ labelFormat }) => labelFormat === undefined))
    return undefined;
  const all = cells.series.flatMap(({ values }) => values.map(Number));
  return [Math.min(0, ...all) < 0 ? LABEL_ROOM : 0, Math.max(0, ...all) > 0 ? LABEL_ROOM : 0];
}

function valueAxis(
  { title, min, max, format, reversed = false }: ChartAxis,
  position: ReturnType<typeof sideOf>,
) {
  const step = leastStep(format);
  return {
    ...named(title),
    type: "value" as const,
    position,
    inverse: reversed,
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(step !== undefined && { minInterval: step }),
    axisLabel: { ...WORDS, formatter: (value: number) => shownAs(value, format) },
    splitLine: { lineStyle: { color: GRID } },
  };
}

/** What the library draws of a chart, as Excel does: its marks, axes, numbers, title and legend. */
export function chartOption(chart: Chart, cells: ChartCells, size: Size): ChartOption {
  const { title, categories = {}, values = {}, legend, type } = chart;
  const { lying = false, mark } = KINDS[type];
  const names = cells.series.map(({ name }) => name);
  const room = roomFor({ title, legend, names }, size);
  const { reversed = false } = categories;
  const numbers = {
    ...valueAxis(values, sideOf(!lying, reversed)),
    boundaryGap: roomForLabels(chart, cells)?.map((share) => `${100 * share}%`) as
      [string, string] | undefined,
  };
  const words = {
    ...named(categories.title),
    type: "category" as const,
    position: sideOf(lying, values.reversed ?? false),
    data: [...cells.categories],
    inverse: reversed,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: COLORS.quiet } },
    axisLabel: { ...WORDS, interval: 0, hideOverlap: true, ...room.wordsIn(cells.categories, lying) },
  };
  return {
    animation: false,
    backgroundColor: PAPER,
    textStyle: { fontFamily: FONT_FAMILY },
    title: {
      show: Boolean(title),
      text: title ?? "",
      ...room.title,
      textStyle: { ...TITLE, ...room.titleText },
    },
    legend: {
      show: legend !== undefined,
      data: names,
      ...room.legend,
      ...(mark === "bar" && { icon: "rect" }),
      textStyle: WORDS,
      selectedMode: false,
    },
    grid: { ...room.grid, outerBoundsMode: "same", outerBoundsContain: "all" },
    xAxis: lying ? numbers : words,
    yAxis: lying ? words : numbers,
    series: seriesOf(chart, cells),
  };
}
