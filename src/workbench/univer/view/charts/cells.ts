import { type Chart, categoriesOf, headerOf } from "../../../../grid";
import type { Area, CellContent, SpreadsheetEngine } from "../../../engine/engine";
import { type Cell, cellsOf } from "../../areas";

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

type Reader = Pick<SpreadsheetEngine, "readCells" | "readText" | "sheetState">;

const holds = ({ row, column, rows, columns }: Area, cell: Cell): boolean =>
  row <= cell.row && cell.row < row + rows && column <= cell.column && cell.column < column + columns;

/**
 * As in Excel what stands in hidden rows and columns is not drawn.
 * @param sheet the id of the chart's sheet
 */
export function chartCells(engine: Reader, sheet: string, chart: Chart): ChartCells {
  const { hidden } = engine.sheetState(sheet);
  const isShown = (cell: Cell): boolean => !hidden.some((area) => holds(area, cell));
  const textsOf = (area: Area | null): string[] => (area ? engine.readText(sheet, area).flat() : []);
  const series = chart.series.map((one, i) => {
    const shown = cellsOf(one.values).map(isShown);
    const values = engine.readCells(sheet, one.values).flat().map(numberOf);
    return {
      name: one.name ?? (textsOf(headerOf(chart, one))[0] || `系列${i + 1}`),
      shown,
      values: values.map((value, at) => (shown[at] ? value : null)),
    };
  });
  const names = categoriesOf(chart);
  const count = Math.max(0, ...series.map(({ values }) => values.length));
  const categories = names ? textsOf(names) : Array.from({ length: count }, (_, i) => String(i + 1));
  const isDrawn = (_: unknown, at: number): boolean => series.some(({ shown }) => shown[at]);
  return {
    categories: categories.filter(isDrawn),
    series: series.map(({ name, values }) => ({ name, values: values.filter(isDrawn) })),
  };
}
