import type { Row, Worksheet } from "@cj-tech-master/excelts";
import { POINTS_PER_PIXEL } from "../../grid";

export interface Letters {
  name?: string;
  size?: number;
}

/** Fonts for Chinese, whose digits are half as wide as high. */
const HALF = /[^\p{ASCII}]|SimSun|SimHei|FangSong|KaiTi|DengXian|YaHei/iu;

/** Width of a digit of the default font, in points. */
export function pointsPerWidth({ name = "Calibri", size = 11 }: Letters): number {
  const height = Math.round(size / POINTS_PER_PIXEL);
  const pixels = Math.round(height * (HALF.test(name) ? 0.5 : name === "Calibri" ? 0.49 : 0.54));
  return pixels * POINTS_PER_PIXEL;
}

/** Of a column whose width a file leaves out, in points. */
const DEFAULT_WIDTH = 54;
/** Of a row whose height it leaves out. */
const DEFAULT_HEIGHT = 15;

/** The width of a column in points, counted from 0; no width at all is a hidden column. */
export function columnWidth(sheet: Worksheet, column: number, perWidth: number): number {
  const own = sheet.getColumn(column + 1).width || sheet.properties.defaultColWidth;
  return own === undefined ? DEFAULT_WIDTH : own * perWidth;
}

/** A row that follows its text brings a height too, as it was last drawn. */
export const ownHeight = ({ height, customHeight }: Row): number | null =>
  customHeight === true ? (height ?? null) : null;

/** The height of a row as it was last drawn, in points, counted from 0. */
export const rowHeight = (sheet: Worksheet, row: number): number =>
  sheet.findRow(row + 1)?.height ?? sheet.properties.defaultRowHeight ?? DEFAULT_HEIGHT;
