import { areaAddress, type ChartState, quoteSheet } from "../../../grid";
import { CHART_NAMESPACE, MAIN_NAMESPACE } from "./chart";
import { element, holding } from "./element";

export const DRAWING_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const RELATIONS_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const corner = (name: string, row: number, column: number): string =>
  element(
    name,
    {},
    holding("xdr:col", String(column)),
    holding("xdr:colOff", "0"),
    holding("xdr:row", String(row)),
    holding("xdr:rowOff", "0"),
  );

/** For those who do not see the chart: what it is about, and the table that says the same. */
export const described = ({ title = "", source }: ChartState, sheet: string): string =>
  `图：${title}，数据见${quoteSheet(sheet)}!${areaAddress(source)}`;

const frame = (chart: ChartState, sheet: string, index: number): string =>
  element(
    "xdr:graphicFrame",
    { macro: "" },
    element(
      "xdr:nvGraphicFramePr",
      {},
      element("xdr:cNvPr", { id: index + 2, name: chart.name, descr: described(chart, sheet) }),
      element("xdr:cNvGraphicFramePr"),
    ),
    element("xdr:xfrm", {}, element("a:off", { x: 0, y: 0 }), element("a:ext", { cx: 0, cy: 0 })),
    element(
      "a:graphic",
      {},
      element(
        "a:graphicData",
        { uri: CHART_NAMESPACE },
        element("c:chart", { "xmlns:c": CHART_NAMESPACE, "r:id": relationId(index) }),
      ),
    ),
  );

/** By which a drawing knows its charts. */
export const relationId = (index: number): string => `rId${index + 1}`;

/** What lies over the cells of a sheet: its charts, the later over those before. They move and grow with the cells. */
export const drawingXml = (charts: readonly ChartState[], sheet: string): string =>
  element(
    "xdr:wsDr",
    { "xmlns:xdr": DRAWING_NAMESPACE, "xmlns:a": MAIN_NAMESPACE, "xmlns:r": RELATIONS_NAMESPACE },
    ...charts.map((chart, i) => {
      const { row, column, rows, columns } = chart.position;
      return element(
        "xdr:twoCellAnchor",
        {},
        corner("xdr:from", row, column),
        corner("xdr:to", row + rows, column + columns),
        frame(chart, sheet, i),
        element("xdr:clientData"),
      );
    }),
  );
