import { area } from "./addresses";
import type { Area } from "./area";

/** In Excel's names. Bars lie, columns stand. */
export const CHART_TYPES = [
  "BarStacked",
  "BarClustered",
  "ColumnStacked",
  "ColumnClustered",
  "LineMarkers",
  "Line",
] as const;
export type ChartType = (typeof CHART_TYPES)[number];

export const LEGEND_PLACES = ["Bottom", "Top", "Left", "Right"] as const;
export type LegendPlace = (typeof LEGEND_PLACES)[number];

/** One row of marks of a chart: a column of its source, or a row. */
export interface ChartSeries {
  /** absent: as its header in the source says it */
  name?: string;
  /** its numbers, without the header */
  values: Area;
  /** absent: `SERIES_COLORS` in their order */
  color?: string;
  /** of the numbers beside its marks, in which zeros may be hidden; absent: there are no such numbers */
  labelFormat?: string;
  labelColor?: string;
}

/** What stands along an edge of a chart. */
export interface ChartAxis {
  title?: string;
  /** absent: found from the numbers */
  min?: number;
  max?: number;
  /** absent: General */
  format?: string;
  /** from last to first; of bars the first category stands on top then, for they begin at the bottom */
  reversed?: boolean;
}

/** What a chart draws, and how. Its numbers stand in cells of its sheet, and follow them. */
export interface Chart {
  /** by which it is found again; one on a sheet */
  name: string;
  type: ChartType;
  /** absent: none */
  title?: string;
  /** the whole table: a first row, or column, before the series' numbers says what they are called and of what they are */
  source: Area;
  /** absent: columns */
  seriesIn?: "columns" | "rows";
  /** in the source's order; none where their cells are gone */
  series: readonly ChartSeries[];
  categories?: Omit<ChartAxis, "min" | "max">;
  values?: ChartAxis;
  /** absent: none */
  legend?: LegendPlace;
  /**
   * percent of a bar's width: room between categories, and how far bars of one category lie over each other;
   * absent: `GAP_WIDTH`, and `usualOverlap`
   */
  gapWidth?: number;
  overlap?: number;
  /** the cells that it lies over */
  position: Area;
}

/** A chart of a sheet; a change of its name leaves its id. */
export interface ChartState extends Chart {
  id: string;
}

/** A native chart of a layout: everything is said, series stand in columns. */
export interface ChartSpec extends Chart {
  title: string;
  seriesIn?: "columns";
  series: readonly Required<ChartSeries>[];
  categories: { title: string; reversed?: boolean };
  values: ChartAxis & { title: string };
  legend: LegendPlace;
  gapWidth: number;
  overlap: number;
}

/** Of series that have no colour of their own, in order and again from the first, as in Excel's usual theme. */
const SERIES_COLORS = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];

export const seriesColor = ({ color }: Partial<ChartSeries>, index: number): string =>
  color ?? SERIES_COLORS[index % SERIES_COLORS.length]!;

export const GAP_WIDTH = 150;

/** Stacked bars lie wholly over each other. */
export const usualOverlap = (type: ChartType): number => (type.endsWith("Stacked") ? 100 : 0);

/** The cell that names a series; null where the source has none. */
export function headerOf({ source, seriesIn }: Chart, { values }: ChartSeries): Area | null {
  if (seriesIn === "rows") return values.column > source.column ? area(values.row, source.column) : null;
  return values.row > source.row ? area(source.row, values.column) : null;
}

/** The cells that name the categories; null where the source has none: they are numbered. */
export function categoriesOf({ source, seriesIn, series: [first] }: Chart): Area | null {
  if (!first) return null;
  const { row, column, rows, columns } = first.values;
  if (seriesIn === "rows") return row > source.row ? area(source.row, column, 1, columns) : null;
  return column > source.column ? area(row, source.column, rows, 1) : null;
}
