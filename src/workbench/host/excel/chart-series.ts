import {
  type Chart,
  type ChartSeries as Series,
  GAP_WIDTH,
  headerOf,
  seriesColor,
  usualOverlap,
} from "../../../grid";
import { collection } from "../collection";
import { HostError } from "../errors";
import type { ChartOf, Property, SeriesOf, Sheet, Table } from "../model";
import { object } from "../object";
import { color, number } from "./arguments";
import { HAS_LABELS } from "./chart-labels";
import { changeChart, chartOf } from "./chart-state";

const LONGEST_NAME = 255;

const isLine = ({ type }: Chart): boolean => type.startsWith("Line");

/** @throws HostError ItemNotFound once the series is gone */
function seriesOf(of: SeriesOf): Series {
  const found = chartOf(of).series[of.series];
  if (!found) throw new HostError("ItemNotFound", "ChartSeries");
  return found;
}

function change(of: SeriesOf, part: Partial<Series>): void {
  const changed = { ...seriesOf(of), ...part };
  changeChart(of, { series: chartOf(of).series.map((one, i) => (i === of.series ? changed : one)) });
}

/** As its header's cell shows it now, unless it was given a name. */
export function nameOf({ book, sheet }: Sheet, chart: Chart, index: number): string {
  const one = chart.series[index]!;
  const header = headerOf(chart, one);
  return one.name ?? (header ? book.engine.readText(sheet, header)[0]![0]! : `系列${index + 1}`);
}

function rename(of: SeriesOf, value: unknown): void {
  const name = String(value);
  if (name.length > LONGEST_NAME) throw new HostError("InvalidArgument", "ChartSeries.name");
  change(of, { name });
}

/** What all bars of a chart have in common; lines have none of it. */
const ofBars = (
  part: "gapWidth" | "overlap",
  usual: (chart: Chart) => number,
  [least, most]: [number, number],
): Property<SeriesOf> => ({
  // absent when all is loaded
  read: (of) => (isLine(chartOf(of)) ? undefined : (chartOf(of)[part] ?? usual(chartOf(of)))),
  write: (of, value) => {
    if (isLine(chartOf(of))) throw new HostError("InvalidArgument", `ChartSeries.${part} of a line`);
    changeChart(of, { [part]: number(value, `ChartSeries.${part}`, least, most) });
  },
});

/** A line and its marks have one colour here. */
const ofMarks = (member: string): Property<SeriesOf> => ({
  read: (of) => (isLine(chartOf(of)) ? seriesColor(seriesOf(of), of.series) : undefined),
  write: (of, value) => {
    if (!isLine(chartOf(of)) || seriesOf(of).color !== color(value))
      throw new HostError("ApiNotFound", `ChartSeries.${member} other than the line's color`);
  },
});

export const ChartSeries: Table<SeriesOf> = {
  members: {
    name: { read: (of) => nameOf(of, chartOf(of), of.series), write: rename },
    chartType: { read: (of) => chartOf(of).type },
    plotOrder: { read: ({ series }) => series },
    gapWidth: ofBars("gapWidth", () => GAP_WIDTH, [0, 500]),
    overlap: ofBars("overlap", ({ type }) => usualOverlap(type), [-100, 100]),
    markerBackgroundColor: ofMarks("markerBackgroundColor"),
    markerForegroundColor: ofMarks("markerForegroundColor"),
    hasDataLabels: HAS_LABELS,
    dataLabels: { read: (of) => object("ChartDataLabels", of) },
    format: { read: (of) => object("ChartSeriesFormat", of) },
  },
};

export const ChartSeriesFormat: Table<SeriesOf> = {
  members: {
    fill: { read: (of) => object("ChartFill", of) },
    line: { read: (of) => object("ChartLineFormat", of) },
  },
};

export const ChartFill: Table<SeriesOf> = {
  members: {
    setSolidColor: {
      call: (of, value) => {
        if (isLine(chartOf(of))) throw new HostError("ApiNotFound", "ChartFill.setSolidColor of a line");
        change(of, { color: color(value) });
      },
    },
  },
};

export const ChartLineFormat: Table<SeriesOf> = {
  members: {
    color: {
      read: (of) => (isLine(chartOf(of)) ? seriesColor(seriesOf(of), of.series) : undefined),
      write: (of, value) => {
        if (!isLine(chartOf(of))) throw new HostError("ApiNotFound", "ChartLineFormat.color of a bar's edge");
        change(of, { color: color(value) });
      },
    },
  },
};

export const ChartSeriesCollection = collection(
  "ChartSeriesCollection",
  (of: ChartOf) => chartOf(of).series.map((_, series) => object("ChartSeries", { ...of, series })),
  () => [],
  { count: { read: (of) => chartOf(of).series.length } },
);
