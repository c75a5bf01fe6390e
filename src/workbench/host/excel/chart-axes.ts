import type { ChartAxis as Axis, ChartState } from "../../../grid";
import { HostError } from "../errors";
import type { AxisOf, ChartOf, Property, Table } from "../model";
import { object } from "../object";
import { number } from "./arguments";
import { changeChart, chartOf } from "./chart-state";

const axisOf = (of: AxisOf): Axis => chartOf(of)[of.axis] ?? {};

/** @param part undefined takes a part off */
function change(of: AxisOf, part: Axis): void {
  const changed = Object.entries({ ...axisOf(of), ...part }).filter(([, value]) => value !== undefined);
  changeChart(of, { [of.axis]: changed.length > 0 ? Object.fromEntries(changed) : undefined });
}

/** The lengths of all bars, or the heights of all points. */
function extents(of: ChartOf, { series, type }: ChartState): number[] {
  const numbers = series.map(({ values }) =>
    of.book.engine
      .readCells(of.sheet, values)
      .flat()
      .map(({ value }) => (typeof value === "number" ? value : 0)),
  );
  if (!type.endsWith("Stacked")) return numbers.flat();
  const sum = (sign: 1 | -1, at: number): number =>
    numbers.reduce((total, line) => total + (Math.sign(line[at] ?? 0) === sign ? line[at]! : 0), 0);
  return (numbers[0] ?? []).flatMap((_, at) => [sum(1, at), sum(-1, at)]);
}

/** Steps of an axis: at most so many. */
const MOST_STEPS = 10;

/** How far an axis reaches of itself: from 0, or from less, in whole steps to where all has room. */
function reach(of: ChartOf, chart: ChartState): { min: number; max: number } {
  const all = [0, ...extents(of, chart)];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  if (least === most) return { min: 0, max: 1 };
  const power = 10 ** Math.floor(Math.log10((most - least) / MOST_STEPS));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => (most - least) / n <= MOST_STEPS)!;
  // 0.1 + 0.2 is no end of an axis
  const round = (n: number): number => Number((n * step).toPrecision(12));
  return { min: round(Math.floor(least / step)), max: round(Math.ceil(most / step)) };
}

/** Of values; an empty text gives it back to the numbers. */
const limit = (end: "min" | "max", member: string): Property<AxisOf> => ({
  // absent when all is loaded
  read: (of) => (of.axis === "values" ? (axisOf(of)[end] ?? reach(of, chartOf(of))[end]) : undefined),
  write: (of, value) => {
    if (of.axis !== "values") throw new HostError("ApiNotFound", `${member} of categories`);
    change(of, { [end]: value === "" ? undefined : number(value, member) });
  },
});

/** Names are drawn in one way here: what is asked for is that, and nothing is told of others. */
const drawnSo = (member: string, wanted: unknown): Property<AxisOf> => ({
  write: (_, value) => {
    if (value !== wanted)
      throw new HostError("ApiNotFound", `ChartAxis.${member} other than ${String(wanted)}`);
  },
});

export const ChartAxis: Table<AxisOf> = {
  members: {
    type: { read: ({ axis }) => (axis === "values" ? "Value" : "Category") },
    title: { read: (of) => object("ChartAxisTitle", of) },
    minimum: limit("min", "ChartAxis.minimum"),
    maximum: limit("max", "ChartAxis.maximum"),
    numberFormat: {
      read: (of) => axisOf(of).format ?? "General",
      write: (of, value) => change(of, { format: String(value) }),
    },
    tickLabelPosition: drawnSo("tickLabelPosition", "Low"),
    tickLabelSpacing: drawnSo("tickLabelSpacing", 1),
    reversePlotOrder: {
      read: (of) => axisOf(of).reversed ?? false,
      write: (of, value) => change(of, { reversed: Boolean(value) || undefined }),
    },
  },
};

/** Of a title that is shown before it has a text. */
const UNTITLED = "坐标轴标题";

export const ChartAxisTitle: Table<AxisOf> = {
  members: {
    text: {
      read: (of) => axisOf(of).title ?? "",
      write: (of, value) => change(of, { title: String(value) }),
    },
    visible: {
      read: (of) => axisOf(of).title !== undefined,
      write: (of, value) =>
        change(of, { title: value === true ? (axisOf(of).title ?? UNTITLED) : undefined }),
    },
  },
};

export const ChartAxes: Table<ChartOf> = {
  members: {
    categoryAxis: { read: (of) => object("ChartAxis", { ...of, axis: "categories" }) },
    valueAxis: { read: (of) => object("ChartAxis", { ...of, axis: "values" }) },
  },
};
