/**
 * A sheet as data: what a writer (Excel, later .xlsx) needs and nothing of any host.
 * Rows and columns count from 0. Heights are points, column widths characters of the default font.
 */

import type { Area } from "./area";
import type { ChartSpec } from "./charts";

/** Text is always text, however it looks; only a Formula calculates. */
export interface Formula {
  /** with its leading "=" */
  formula: string;
  /** what it gives, where that is known before anything calculates */
  result?: string | number;
}
export type Cell = string | number | boolean | Formula;

/** Null keeps what is there. */
export type Cells = (Cell | null)[][];

export type { Area };

/** Only what a layout uses; each part may be absent. */
export interface Style {
  font?: { name?: string; size?: number; bold?: boolean; color?: string };
  fill?: string;
  horizontal?: "Left" | "Center" | "Right";
  vertical?: "Top" | "Center";
  wrap?: boolean;
  /** all four edges and the lines inside, thin */
  border?: string;
  /** only the lower edge, for slots that are written on a line */
  underline?: string;
  locked?: boolean;
}

export interface StyleRule {
  areas: Area[];
  style: Style;
}

export type EntryRule =
  | { type: "decimal" | "whole"; min: number; max?: number }
  /** `2000-01-01` */
  | { type: "date"; min: string; max: string }
  | { type: "list"; source: string[] };

export interface ValidationSpec {
  rule: EntryRule;
  prompt: { title: string; message: string };
  /** Absent: anything is accepted, the list only helps. */
  error?: { title: string; message: string };
}

export interface Validation extends ValidationSpec {
  areas: Area[];
}

/** A live highlight. `formula` is relative to the first area's top-left cell. Earlier rules win. */
export interface Highlight {
  /** of the same rows */
  areas: Area[];
  formula: string;
  fill?: string;
  font?: { color?: string; bold?: boolean };
}

export interface PrintSetup {
  orientation: "landscape" | "portrait";
  /** absent: all that is there */
  area?: Area;
  /** rows repeated on each page; absent: none */
  title?: Area;
  footer: string;
  /** absent: `PRINT_MARGINS` */
  margins?: PrintMargins;
  /** all is made to fit on so many pages; absent: as many as it takes */
  pages?: number;
}

/** Centimetres. */
export type PrintMargins = Record<"left" | "right" | "top" | "bottom" | "header" | "footer", number>;

/** Of every printed page that says no other: narrow, for the tables are wide. */
export const PRINT_MARGINS: PrintMargins = {
  left: 1,
  right: 1,
  top: 1,
  bottom: 1.2,
  header: 0.5,
  footer: 0.5,
};

export interface SheetLayout {
  name: string;
  /** rows × columns from A1 */
  cells: Cells;
  /** rows × columns, like cells; null keeps */
  numberFormats: (string | null)[][];
  styles: StyleRule[];
  merges: Area[];
  /** of column 0, 1, 2 … */
  columnWidths: number[];
  /** null: the rows follow their text, typed text included, and go on doing so */
  rowHeights: { row: number; rows: number; height: number | null }[];
  validations: Validation[];
  highlights: Highlight[];
  /** workbook name → the cell it stands for, or a text */
  names: Record<string, Area | string>;
  frozenRows: number;
  /** absent: none */
  frozenColumns?: number;
  print: PrintSetup;
  /** absent: none; the cells beside a chart say the same */
  charts?: ChartSpec[];
  /** absent: shown */
  hidden?: true;
}
