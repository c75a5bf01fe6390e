import { type Area, CHART_TYPES, type ChartState, LEGEND_PLACES, MAX_COLUMNS } from "../../../grid";
import { parseArea } from "../address";
import { collection } from "../collection";
import { HostError } from "../errors";
import type { ChartOf, Property, Sheet, Table } from "../model";
import { asKind, type HostObject, object } from "../object";
import { hosted } from "./arguments";
import { cellsAsLarge, placeOf, USUAL_SIZE } from "./chart-place";
import { nameOf } from "./chart-series";
import { drawnFrom } from "./chart-source";
import { changeChart, chartOf, chartsOf, storeCharts } from "./chart-state";
import { areaOf } from "./places";

/** Of several series, until somebody gives another. */
const UNTITLED = "图表标题";

/** The first of a row of texts that no chart of the sheet has. */
function free(sheet: Sheet, key: "id" | "name", text: (n: number) => string): string {
  const taken = new Set(chartsOf(sheet).map((chart) => chart[key]));
  let n = 1;
  while (taken.has(text(n))) n++;
  return text(n);
}

/** Right of what it draws, a column between. */
const newPlace = (sheet: Sheet, { row, column, columns }: Area): Area =>
  cellsAsLarge(sheet, row, Math.min(column + columns + 1, MAX_COLUMNS - 1), USUAL_SIZE);

/** A single series gives its name for the title, several have a legend. */
function add(sheet: Sheet, type: unknown, range: unknown, seriesBy: unknown): HostObject {
  const drawn = drawnFrom(sheet, range, seriesBy, "ChartCollection.add");
  const chart: ChartState = {
    id: free(sheet, "id", (n) => `{CHART-${n}}`),
    name: free(sheet, "name", (n) => `图表 ${n}`),
    type: hosted(type, CHART_TYPES, "ChartCollection.add"),
    ...drawn,
    position: newPlace(sheet, drawn.source),
  };
  const words: Partial<ChartState> =
    drawn.series.length === 1 ? { title: nameOf(sheet, chart, 0) } : { title: UNTITLED, legend: "Bottom" };
  storeCharts(sheet, [...chartsOf(sheet), { ...chart, ...words }]);
  return object("Chart", { ...sheet, chart: chart.id });
}

export const ChartCollection = collection(
  "ChartCollection",
  (sheet: Sheet) => chartsOf(sheet).map(({ id }) => object("Chart", { ...sheet, chart: id })),
  (of) => [of.chart, chartOf(of).name],
  {
    count: { read: (sheet) => chartsOf(sheet).length },
    add: { call: add },
  },
);

/** @throws HostError InvalidArgument for a range of another sheet, or none */
function cellsAt({ sheet }: ChartOf, cell: unknown): Area {
  const range = asKind(cell, "Range");
  if (range && range.of.sheet !== sheet) throw new HostError("InvalidArgument", "Chart.setPosition");
  return range ? areaOf(range.of) : parseArea(String(cell));
}

/** Over all cells from the first to the last; without a last one it is as large as before. */
function setPosition(of: ChartOf, start: unknown, end: unknown): void {
  const { row, column } = cellsAt(of, start);
  if (end === null || end === undefined) {
    const size = placeOf(of, chartOf(of).position);
    return changeChart(of, { position: cellsAsLarge(of, row, column, size) });
  }
  const last = cellsAt(of, end);
  const [rows, columns] = [last.row + last.rows - row, last.column + last.columns - column];
  if (rows < 1 || columns < 1) throw new HostError("InvalidArgument", "Chart.setPosition");
  changeChart(of, { position: { row, column, rows, columns } });
}

function rename(of: ChartOf, value: unknown): void {
  if (typeof value !== "string" || value === "") throw new HostError("InvalidArgument", "Chart.name");
  changeChart(of, { name: value });
}

const place = (part: "top" | "left" | "width" | "height"): Property<ChartOf> => ({
  read: (of) => placeOf(of, chartOf(of).position)[part],
});

export const Chart: Table<ChartOf> = {
  identity: ({ chart }) => ({ Id: chart }),
  members: {
    id: { read: ({ chart }) => chart },
    name: { read: (of) => chartOf(of).name, write: rename },
    chartType: {
      read: (of) => chartOf(of).type,
      write: (of, value) => changeChart(of, { type: hosted(value, CHART_TYPES, "Chart.chartType") }),
    },
    top: place("top"),
    left: place("left"),
    width: place("width"),
    height: place("height"),
    title: { read: (of) => object("ChartTitle", of) },
    dataLabels: { read: (of) => object("ChartDataLabels", { ...of, series: "all" }) },
    legend: { read: (of) => object("ChartLegend", of) },
    axes: { read: (of) => object("ChartAxes", of) },
    series: { read: (of) => object("ChartSeriesCollection", of) },
    worksheet: { read: ({ book, sheet }) => object("Worksheet", { book, sheet }) },
    setPosition: { call: setPosition },
    setData: {
      call: (of, range, seriesBy) => changeChart(of, drawnFrom(of, range, seriesBy, "Chart.setData")),
    },
    delete: {
      call: (of) => {
        const { id } = chartOf(of);
        storeCharts(
          of,
          chartsOf(of).filter((chart) => chart.id !== id),
        );
      },
    },
  },
};

export const ChartTitle: Table<ChartOf> = {
  members: {
    text: {
      read: (of) => chartOf(of).title ?? "",
      write: (of, value) => changeChart(of, { title: String(value) }),
    },
    visible: {
      read: (of) => chartOf(of).title !== undefined,
      write: (of, value) =>
        changeChart(of, { title: value === true ? (chartOf(of).title ?? UNTITLED) : undefined }),
    },
  },
};

export const ChartLegend: Table<ChartOf> = {
  members: {
    visible: {
      read: (of) => chartOf(of).legend !== undefined,
      write: (of, value) =>
        changeChart(of, { legend: value === true ? (chartOf(of).legend ?? "Bottom") : undefined }),
    },
    position: {
      read: (of) => chartOf(of).legend ?? "Bottom",
      write: (of, value) => changeChart(of, { legend: hosted(value, LEGEND_PLACES, "ChartLegend.position") }),
    },
  },
};
