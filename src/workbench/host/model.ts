import type { Area, SpreadsheetEngine } from "../engine/engine";
import type { Events } from "./events";
import type { CustomFunctions } from "./functions";
import type { Manners } from "./manners";
import type { HostObject } from "./object";

/** The workbook, with what an engine does not hold of it. */
export interface Book {
  readonly engine: SpreadsheetEngine;
  readonly manners: Manners;
  readonly events: Events;
  /** null: the structure is not protected */
  password: string | null;
  /** what could be undone is gone, in the manner of Excel; taken back by the host */
  undoEmptied: boolean;
  /** opens another workbook from the base64 of its file; absent: this program shows only one */
  readonly openWorkbook?: (base64: string) => void;
}

export interface Sheet {
  book: Book;
  /** the id */
  sheet: string;
}

/** Some cells of one sheet. */
export interface Cells extends Sheet {
  areas: Area[];
}

/** The borders of cells on one side, such as `EdgeTop`. */
export interface Border {
  cells: Cells;
  side: string;
}

/** A highlight, found again by its id. */
export interface Highlight {
  cells: Cells;
  id: string;
}

/** A chart, found again by its id. */
export interface ChartOf extends Sheet {
  chart: string;
}

/** One of a chart's series, in their order. */
export interface SeriesOf extends ChartOf {
  series: number;
}

/** The numbers beside the marks of one series, or of all. */
export interface LabelsOf extends ChartOf {
  series: number | "all";
}

/** One of a chart's axes. */
export interface AxisOf extends ChartOf {
  axis: "categories" | "values";
}

/** Who has names: a sheet, or without one the workbook. */
export interface Scope {
  book: Book;
  sheet?: string;
}

export interface Name extends Scope {
  name: string;
}

/** A part of Office that is not the workbook. */
export interface Service {
  name: string;
  showPane: () => void;
}

/** What stands behind an object of each class of Excel's. */
export interface Behind {
  Workbook: Book;
  WorkbookProtection: Book;
  Application: Book;
  /** shows the workbook that was made */
  WorkbookCreated: () => void;
  Runtime: Events;
  WorksheetCollection: Book;
  Worksheet: Sheet;
  WorksheetProtection: Sheet;
  WorksheetFreezePanes: Sheet;
  PageLayout: Sheet;
  HeaderFooterGroup: Sheet;
  HeaderFooter: Sheet;
  NamedItemCollection: Scope;
  NamedItem: Name;
  /** of one area */
  Range: Cells;
  RangeAreas: Cells;
  RangeCollection: Cells;
  RangeFormat: Cells;
  RangeFont: Cells;
  RangeFill: Cells;
  FormatProtection: Cells;
  RangeBorderCollection: Cells;
  RangeBorder: Border;
  DataValidation: Cells;
  ConditionalFormatCollection: Cells;
  ConditionalFormat: Highlight;
  CustomConditionalFormat: Highlight;
  ConditionalFormatRule: Highlight;
  ConditionalRangeFormat: Highlight;
  ConditionalRangeFont: Highlight;
  ConditionalRangeFill: Highlight;
  ChartCollection: Sheet;
  Chart: ChartOf;
  ChartTitle: ChartOf;
  ChartLegend: ChartOf;
  ChartAxes: ChartOf;
  ChartAxis: AxisOf;
  ChartAxisTitle: AxisOf;
  ChartSeriesCollection: ChartOf;
  ChartSeries: SeriesOf;
  ChartSeriesFormat: SeriesOf;
  ChartFill: SeriesOf;
  ChartLineFormat: SeriesOf;
  ChartDataLabels: LabelsOf;
  ChartDataLabelFormat: LabelsOf;
  /** of the numbers beside the marks */
  ChartFont: LabelsOf;
  CustomFunctions: CustomFunctions;
  Service: Service;
}

export type Kind = keyof Behind;

/** A property; without a way to read or to write it, that is refused. */
export interface Property<S> {
  read?: (of: S) => unknown;
  write?: (of: S, value: unknown) => void;
}

export interface Method<S> {
  call: (of: S, ...args: unknown[]) => unknown;
}

export interface EventMember<S> {
  /** The add-in has one listener more, or one less. */
  listen: (of: S, listens: boolean) => void;
}

export type Member<S> = Property<S> | Method<S> | EventMember<S>;

/** By Office.js's names; the library's own begin with `_`. */
export type Members<S> = Record<string, Member<S>>;

/** What the host answers of one class. Whatever is not here is refused by its name. */
export interface Table<S> {
  members: Members<S>;
  /** what Office.js must learn to find the object again */
  identity?: (of: S) => Record<string, unknown>;
  /** of a collection */
  items?: (of: S) => HostObject[];
  /** answers everything, in place of members */
  any?: (of: S, name: string, args: unknown[]) => unknown;
}

export type Tables = { readonly [K in Kind]: Table<Behind[K]> };
