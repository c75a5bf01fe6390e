import { type Chart, categoriesOf, headerOf } from "../../../../grid";
import type { Area, CellContent, SpreadsheetEngine } from "../../../engine/engine";

export interface SeriesCells {
  name: string;
  /** null: nothing is drawn there */
  values: readonly (number | null)[];
}

/** What the cells of a chart hold now. */
export interface ChartCells {
  /** as their cells show them */
  categories: readonly string[];
  series: readonly SeriesCells[];
}

/** As in Excel a text counts as 0, and a blank or an error leaves a gap. */
function numberOf({ value, error }: CellContent): number | null {
  if (value === null || error) return null;
  return typeof value === "number" ? value : 0;
}

type Reader = Pick<SpreadsheetEngine, "readCells" | "readText">;

/** @param sheet the id of the chart's sheet */
export function chartCells(engine: Reader, sheet: string, chart: Chart): ChartCells {
  const textsOf = (area: Area | null): string[] => (area ? engine.readText(sheet, area).flat() : []);
  const series = chart.series.map((one, i) => ({
    name: one.name ?? (textsOf(headerOf(chart, one))[0] || `系列${i + 1}`),
    values: engine.readCells(sheet, one.values).flat().map(numberOf),
  }));
  const names = categoriesOf(chart);
  const count = Math.max(0, ...series.map(({ values }) => values.length));
  return {
    categories: names ? textsOf(names) : Array.from({ length: count }, (_, i) => String(i + 1)),
    series,
  };
}
