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
