import type { Tables } from "../model";
import { FUNCTIONS } from "../functions";
import { SERVICE } from "../service";
import { RangeBorder, RangeBorderCollection } from "./borders";
import { ChartAxes, ChartAxis, ChartAxisTitle } from "./chart-axes";
import { ChartDataLabelFormat, ChartDataLabels, ChartFont } from "./chart-labels";
import {
  ChartFill,
  ChartLineFormat,
  ChartSeries,
  ChartSeriesCollection,
  ChartSeriesFormat,
} from "./chart-series";
import { Chart, ChartCollection, ChartLegend, ChartTitle } from "./charts";
import {
  ConditionalFormat,
  ConditionalFormatCollection,
  ConditionalFormatRule,
  ConditionalRangeFill,
  ConditionalRangeFont,
  ConditionalRangeFormat,
  CustomConditionalFormat,
} from "./conditional-format";
import { DataValidation } from "./data-validation";
import { FormatProtection, RangeFill, RangeFont, RangeFormat } from "./format";
import { WorksheetFreezePanes } from "./freeze-panes";
import { NamedItem, NamedItemCollection } from "./names";
import { HeaderFooter, HeaderFooterGroup, PageLayout } from "./page-layout";
import { Range, RangeAreas, RangeCollection } from "./range";
import { Runtime } from "./runtime";
import { WorksheetProtection } from "./sheet-protection";
import { Application, Workbook, WorkbookCreated, WorkbookProtection } from "./workbook";
import { Worksheet, WorksheetCollection } from "./worksheet";

/** Everything that the host answers, by Excel's classes; a class that comes is a line here and its table. */
export const TABLES: Tables = {
  Workbook,
  WorkbookProtection,
  Application,
  WorkbookCreated,
  Runtime,
  WorksheetCollection,
  Worksheet,
  WorksheetProtection,
  WorksheetFreezePanes,
  PageLayout,
  HeaderFooterGroup,
  HeaderFooter,
  NamedItemCollection,
  NamedItem,
  Range,
  RangeAreas,
  RangeCollection,
  RangeFormat,
  RangeFont,
  RangeFill,
  FormatProtection,
  RangeBorderCollection,
  RangeBorder,
  DataValidation,
  ConditionalFormatCollection,
  ConditionalFormat,
  CustomConditionalFormat,
  ConditionalFormatRule,
  ConditionalRangeFormat,
  ConditionalRangeFont,
  ConditionalRangeFill,
  ChartCollection,
  Chart,
  ChartTitle,
  ChartLegend,
  ChartAxes,
  ChartAxis,
  ChartAxisTitle,
  ChartSeriesCollection,
  ChartSeries,
  ChartSeriesFormat,
  ChartFill,
  ChartLineFormat,
  ChartDataLabels,
  ChartDataLabelFormat,
  ChartFont,
  CustomFunctions: FUNCTIONS,
  Service: SERVICE,
};
