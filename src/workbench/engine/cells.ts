/** Excel's; an area as wide or high as these is whole rows or columns. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** Which lines: rows, one below the other, or columns, side by side. */
export type Axis = "rows" | "columns";

export type Scalar = string | number | boolean;

/** A cell: `value` is null for a blank, "" for empty text; `error` marks values such as #N/A that are errors, not text. */
export interface CellContent {
  value: Scalar | null;
  /** with its leading "=" */
  formula?: string;
  error?: boolean;
  /** what the function that failed said; of results only */
  message?: string;
  /** the value comes from another cell's formula; read, never written */
  spilled?: true;
  /** all values of a formula that gives more than one, rows × columns; in snapshots only */
  spill?: (CellContent | null)[][];
}

export type BorderEdge = "top" | "bottom" | "left" | "right";

/** Undefined parts are the engine's defaults when read, and stay as they are when written. */
export interface CellStyle {
  fontName?: string;
  fontSize?: number;
  fontColor?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  /** null: no fill */
  fill?: string | null;
  horizontal?: "General" | "Left" | "Center" | "Right";
  vertical?: "Top" | "Center" | "Bottom";
  wrap?: boolean;
  numberFormat?: string;
  locked?: boolean;
  /** Excel's styles and weights; no weight is a thin border */
  borders?: Partial<Record<BorderEdge, { style: string; weight?: string; color: string } | null>>;
}
