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
