import { type Area, categoriesOf, type ChartSeries, type ChartState, headerOf } from "../../../grid";
import { fileAddress, sheetReference } from "../areas";
import { element, holding, said } from "./element";
import { filled, textLook } from "./texts";

/** The cells that charts draw. */
export interface ChartCells {
  sheet: string;
  /** null: blank */
  valueAt: (row: number, column: number) => string | number | null;
  formatAt: (row: number, column: number) => string;
}

const GENERAL = "General";

/** What its cells held last, for programs that do not look there. */
function points(
  { row, column, rows, columns }: Area,
  shown: (row: number, column: number) => string,
): string {
  const found = Array.from({ length: rows * columns }, (_, i) => {
    const text = shown(row + Math.floor(i / columns), column + (i % columns));
    return text === "" ? "" : element("c:pt", { idx: i }, holding("c:v", text));
  });
  return said("c:ptCount", found.length) + found.join("");
}

const formula = (area: Area, { sheet }: ChartCells): string =>
  holding("c:f", sheetReference(sheet, fileAddress(area)));

const texts = (area: Area, cells: ChartCells): string =>
  element(
    "c:strRef",
    {},
    formula(area, cells),
    element(
      "c:strCache",
      {},
      points(area, (row, column) => String(cells.valueAt(row, column) ?? "")),
    ),
  );

const numbers = (area: Area, cells: ChartCells): string =>
  element(
    "c:numRef",
    {},
    formula(area, cells),
    element(
      "c:numCache",
      {},
      holding("c:formatCode", cells.formatAt(area.row, area.column) || GENERAL),
      points(area, (row, column) => {
        const value = cells.valueAt(row, column);
        return typeof value === "number" ? String(value) : "";
      }),
    ),
  );

/** Whether a series is called as its header says; one that is named like its header goes on following it. */
export function followsHeader(chart: ChartState, series: ChartSeries, cells: ChartCells): boolean {
  const [header, { name }] = [headerOf(chart, series), series];
  return header !== null && (!name || name === String(cells.valueAt(header.row, header.column) ?? ""));
}

/** What a series is called: by its header, or by a name of its own. */
function nameOf(chart: ChartState, series: ChartSeries, cells: ChartCells): string {
  if (followsHeader(chart, series, cells)) return element("c:tx", {}, texts(headerOf(chart, series)!, cells));
  return series.name ? element("c:tx", {}, holding("c:v", series.name)) : "";
}

const NOT_SHOWN = ["CatName", "SerName", "Percent", "BubbleSize"].map((part) => said(`c:show${part}`, 0));

const labels = ({ labelFormat, labelColor }: ChartSeries): string =>
  labelFormat
    ? element(
        "c:dLbls",
        {},
        element("c:numFmt", { formatCode: labelFormat, sourceLinked: 0 }),
        textLook(labelColor),
        said("c:showLegendKey", 0),
        said("c:showVal", 1),
        ...NOT_SHOWN,
      )
    : "";

const drawnLine = (color: string): string =>
  element("a:ln", { w: 28_575, cap: "rnd" }, filled(color), element("a:round"));

function marker({ type }: ChartState, color: string | undefined): string {
  if (type === "Line") return element("c:marker", {}, said("c:symbol", "none"));
  const look = color ? element("c:spPr", {}, filled(color), element("a:ln", { w: 9525 }, filled(color))) : "";
  return element("c:marker", {}, said("c:symbol", "circle"), said("c:size", 5), look);
}

/** A bar of a negative number has its colour too. */
function looks(chart: ChartState, { color }: ChartSeries): string {
  const isLine = chart.type.startsWith("Line");
  const look = color ? element("c:spPr", {}, isLine ? drawnLine(color) : filled(color)) : "";
  return look + (isLine ? marker(chart, color) : said("c:invertIfNegative", 0));
}

/** A series of a chart, in the order of the schema. */
export function seriesXml(chart: ChartState, series: ChartSeries, index: number, cells: ChartCells): string {
  const categories = categoriesOf(chart);
  return element(
    "c:ser",
    {},
    said("c:idx", index),
    said("c:order", index),
    nameOf(chart, series, cells),
    looks(chart, series),
    labels(series),
    categories ? element("c:cat", {}, texts(categories, cells)) : "",
    element("c:val", {}, numbers(series.values, cells)),
    chart.type.startsWith("Line") ? said("c:smooth", 0) : "",
  );
}
