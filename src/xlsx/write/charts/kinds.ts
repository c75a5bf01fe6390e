import type { ChartType, LegendPlace } from "../../../grid";

/** How a file calls a type of chart. */
export interface ChartKind {
  element: "barChart" | "lineChart";
  /** of bars only */
  direction?: "bar" | "col";
  grouping: "clustered" | "stacked" | "standard";
}

export const CHART_KINDS: Readonly<Record<ChartType, ChartKind>> = {
  BarStacked: { element: "barChart", direction: "bar", grouping: "stacked" },
  BarClustered: { element: "barChart", direction: "bar", grouping: "clustered" },
  ColumnStacked: { element: "barChart", direction: "col", grouping: "stacked" },
  ColumnClustered: { element: "barChart", direction: "col", grouping: "clustered" },
  LineMarkers: { element: "lineChart", grouping: "standard" },
  Line: { element: "lineChart", grouping: "standard" },
};

export const LEGENDS: Readonly<Record<LegendPlace, string>> = {
  Bottom: "b",
  Top: "t",
  Left: "l",
  Right: "r",
};
