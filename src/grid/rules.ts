import type { Area } from "./layout";

export interface ValidationRule {
  areas: Area[];
  /** limits of a date stand as `2000-01-01` */
  type: "decimal" | "whole" | "date" | "list";
  operator?: string;
  formula1?: string;
  formula2?: string;
  prompt?: { show: boolean; title: string; message: string };
  error?: { show: boolean; style: string; title: string; message: string };
}

/** A highlight by formula, relative to the first area's top-left cell; the list's first rule wins. */
export interface HighlightRule {
  id: string;
  areas: Area[];
  formula: string;
  fill?: string;
  fontColor?: string;
  bold?: boolean;
}
