import { type ChartState, usualOverlap } from "../../../grid";
import { AXIS_IDS, axes } from "./axes";
import { element, said } from "./element";
import { CHART_KINDS, LEGENDS } from "./kinds";
import { type ChartCells, followsHeader, seriesXml } from "./series";
import { cellsOf, sourceXml } from "./source";
import { filled, textLook, title } from "./texts";

export const CHART_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart";
export const MAIN_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/main";

/** Stacked bars of which nothing is said lie over each other; a file would have them side by side. */
const overlapOf = ({ type, overlap }: ChartState): number | undefined =>
  overlap ?? (CHART_KINDS[type].grouping === "stacked" ? usualOverlap(type) : undefined);

function plot(chart: ChartState, cells: ChartCells): string {
  const { element: name, direction, grouping } = CHART_KINDS[chart.type];
  const [gapWidth, overlap] = [chart.gapWidth, overlapOf(chart)];
  const ofBars = [
    gapWidth === undefined ? "" : said("c:gapWidth", gapWidth),
    overlap === undefined ? "" : said("c:overlap", overlap),
  ];
  return element(
    `c:${name}`,
    {},
    direction ? said("c:barDir", direction) : "",
    said("c:grouping", grouping),
    said("c:varyColors", 0),
    ...chart.series.map((series, i) => seriesXml(chart, series, i, cells)),
    ...(direction ? ofBars : [said("c:marker", chart.type === "LineMarkers" ? 1 : 0)]),
    AXIS_IDS,
  );
}

const PAPER = element("c:spPr", {}, filled("#FFFFFF"), element("a:ln", { w: 9525 }, filled("#D9D9D9")));

/** A chart's part of a file. */
export function chartXml(chart: ChartState, cells: ChartCells): string {
  const drawn = element(
    "c:chart",
    {},
    chart.title ? title(chart.title, "title") : "",
    said("c:autoTitleDeleted", chart.title ? 0 : 1),
    element("c:plotArea", {}, element("c:layout"), plot(chart, cells), axes(chart)),
    chart.legend
      ? element("c:legend", {}, said("c:legendPos", LEGENDS[chart.legend]), said("c:overlay", 0))
      : "",
    said("c:plotVisOnly", 1),
    said("c:dispBlanksAs", "gap"),
  );
  return element(
    "c:chartSpace",
    { "xmlns:c": CHART_NAMESPACE, "xmlns:a": MAIN_NAMESPACE },
    said("c:roundedCorners", 0),
    drawn,
    PAPER,
    textLook(),
    sourceXml(
      chart,
      cellsOf(chart, (series) => !followsHeader(chart, series, cells)),
    ),
  );
}
