import { BarChart, LineChart } from "echarts/charts";
import { GridSimpleComponent, LegendPlainComponent, TitleComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Chart } from "../../../../grid";
import type { ChartCells } from "./cells";
import { chartOption } from "./option";
import type { Size } from "./room";

use([BarChart, LineChart, GridSimpleComponent, LegendPlainComponent, TitleComponent, SVGRenderer]);

/** A chart as the text of an SVG picture. */
export function chartPicture(chart: Chart, cells: ChartCells, size: Size): string {
  const drawing = init(null, null, { renderer: "svg", ssr: true, ...size });
  try {
    drawing.setOption(chartOption(chart, cells, size));
    return drawing.renderToSVGString();
  } finally {
    drawing.dispose();
  }
}
