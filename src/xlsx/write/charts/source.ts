import { type Area, areaAddress, categoriesOf, type Chart, headerOf } from "../../../grid";
import { element } from "./element";

/** Of a series the cells that a file names. */
export interface SeriesCells {
  values: Area;
  /** null: it has a name of its own, or none */
  header: Area | null;
  categories: Area | null;
}

/** The table that a chart draws. */
export type Source = Required<Pick<Chart, "source" | "seriesIn">>;

function around(areas: readonly Area[]): Area {
  const [row, column] = [Math.min(...areas.map((a) => a.row)), Math.min(...areas.map((a) => a.column))];
  const [bottom, right] = [
    Math.max(...areas.map((a) => a.row + a.rows)),
    Math.max(...areas.map((a) => a.column + a.columns)),
  ];
  return { row, column, rows: bottom - row, columns: right - column };
}

/** Numbers that stand beside each other are a row; of a single one its neighbours tell. */
function isRow({ values, header, categories }: SeriesCells): boolean {
  if (values.rows * values.columns > 1) return values.rows === 1;
  return header ? header.row === values.row : categories !== null && categories.row < values.row;
}

/** The table of which a file names only parts; null where it names none. */
export function sourceAround(series: readonly SeriesCells[]): Source | null {
  const areas = series.flatMap(({ values, header, categories }) =>
    [values, header, categories].filter((one) => one !== null),
  );
  return areas.length === 0
    ? null
    : { source: around(areas), seriesIn: isRow(series[0]!) ? "rows" : "columns" };
}

/** Marks what only the workbench reads; other programs pass over it. */
export const SOURCE_URI = "{5A1D3F62-8C0B-4E57-9F2A-6B7C41D0E9A3}";
const NAMESPACE = "urn:yizhi:chart-source";

/** What of a chart's table its series do not tell, such as the header of one whose series all have other names. */
export function sourceXml(chart: Chart, series: readonly SeriesCells[]): string {
  const { source, seriesIn = "columns" } = chart;
  const told = sourceAround(series);
  if (told?.seriesIn === seriesIn && areaAddress(told.source) === areaAddress(source)) return "";
  const table = element("y:source", { "xmlns:y": NAMESPACE, ref: areaAddress(source), seriesIn });
  return element("c:extLst", {}, element("c:ext", { uri: SOURCE_URI }, table));
}

/** The cells of a chart's series as far as the file names them. */
export const cellsOf = (chart: Chart, isNamed: (series: Chart["series"][number]) => boolean): SeriesCells[] =>
  chart.series.map((series) => ({
    values: series.values,
    header: isNamed(series) ? null : headerOf(chart, series),
    categories: categoriesOf(chart),
  }));
