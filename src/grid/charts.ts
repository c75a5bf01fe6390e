import type { Area } from "./area";

/** In Excel's names. Bars lie, columns stand. */
export type ChartType = "BarStacked" | "BarClustered" | "ColumnStacked" | "LineMarkers";

/** One row of marks of a chart: a column of its source. */
export interface ChartSeries {
  /** as its header in the source says it */
  name: string;
  /** its numbers, without the header */
  values: Area;
  color: string;
  /** of the numbers beside its marks */
  labelColor: string;
}

/** What stands along an edge of a chart. */
export interface ChartAxis {
  title: string;
  /** absent: found from the numbers */
  min?: number;
  max?: number;
  /** absent: General */
  format?: string;
}

/** A native chart of a sheet as plain data. Its numbers stand in cells, and follow them. */
export interface ChartSpec {
  /** by which it is found again; one on a sheet */
  name: string;
  type: ChartType;
  title: string;
  /** header row and first column included, series in columns: what Excel is given as a whole */
  source: Area;
  /** in the source's order */
  series: readonly ChartSeries[];
  categories: Pick<ChartAxis, "title"> & {
    /** the first category stands on top: bars begin at the bottom */
    reversed?: boolean;
  };
  values: ChartAxis;
  legend: "Bottom" | "Top" | "Right";
  /** the numbers beside the marks; zeros may be hidden by it */
  labelFormat: string;
  /** percent of a bar's width: room between categories, and how far bars of one category lie over each other */
  gapWidth: number;
  overlap: number;
  /** the cells that it lies over */
  position: Area;
}
