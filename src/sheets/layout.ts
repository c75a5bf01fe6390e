/**
 * A sheet as data: what a writer (Excel, later .xlsx) needs and nothing of any host.
 * Rows and columns count from 0. Lengths are points, as Excel counts them; column widths are characters.
 */

export type CellValue = string | number | boolean;

/** A rectangle of cells. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** A matrix (rows × columns) put down at its top-left cell. Text starting with "=" is a formula. Null keeps what is there. */
export interface Block {
  row: number;
  column: number;
  cells: (CellValue | null)[][];
}

export type BorderStyle = "thin" | "hair" | "medium";

/** Only what a layout uses; each part may be absent. */
export interface Style {
  font?: { name?: string; size?: number; bold?: boolean; color?: string };
  fill?: string;
  horizontal?: "left" | "center" | "right";
  vertical?: "top" | "center" | "bottom";
  wrap?: boolean;
  border?: { style: BorderStyle; color: string };
  /** only the lower edge, for slots that are written on a line */
  underline?: { style: BorderStyle; color: string };
  locked?: boolean;
}

export interface StyleRule {
  areas: Area[];
  style: Style;
}

export interface FormatRule {
  areas: Area[];
  numberFormat: string;
}

export type ValidationRule =
  | { type: "decimal" | "whole"; min: number; max?: number }
  | { type: "list"; source: string[] };

export interface Validation {
  areas: Area[];
  rule: ValidationRule;
  prompt: { title: string; message: string };
  /** Absent: anything is accepted, the list only helps. */
  error?: { title: string; message: string };
}

/** A live highlight: `formula` is relative to the first area's top-left cell. Earlier rules win. */
export interface Highlight {
  areas: Area[];
  formula: string;
  style: Pick<Style, "fill"> & { font?: { color?: string; bold?: boolean } };
}

export interface PrintSetup {
  orientation: "landscape" | "portrait";
  area: Area;
  /** first and last row repeated on each page */
  titleRows: [number, number];
  footer: string;
}

export interface SheetLayout {
  name: string;
  blocks: Block[];
  styles: StyleRule[];
  formats: FormatRule[];
  merges: Area[];
  /** width in characters of column 0, 1, 2 … */
  columnWidths: number[];
  rowHeights: { row: number; rows: number; height: number }[];
  validations: Validation[];
  highlights: Highlight[];
  /** workbook name → the cell it stands for, or a text */
  names: Record<string, Area | string>;
  frozenRows: number;
  print: PrintSetup;
}
