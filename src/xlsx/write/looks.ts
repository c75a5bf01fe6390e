import type { Borders, BorderStyle, Color, Style } from "@cj-tech-master/excelts";
import type { CellStyle } from "../../grid";

export const HORIZONTAL = { Left: "left", Center: "center", Right: "right" } as const;
export const VERTICAL = { Top: "top", Center: "middle" } as const;

/** `#DCE6F2` → `FFDCE6F2` */
export const toColor = (color: string): Partial<Color> => ({ argb: `FF${color.slice(1).toUpperCase()}` });

/** Drops what is undefined: an absent part is the file's default. */
export const given = <T extends object>(parts: T): T =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as T;

/** Office.js's style and weight of each kind of border of a file. */
export const BORDERS: Record<BorderStyle, [style: string, weight: string]> = {
  thin: ["Continuous", "Thin"],
  hair: ["Continuous", "Hairline"],
  medium: ["Continuous", "Medium"],
  thick: ["Continuous", "Thick"],
  dotted: ["Dot", "Thin"],
  dashed: ["Dash", "Thin"],
  dashDot: ["DashDot", "Thin"],
  dashDotDot: ["DashDotDot", "Thin"],
  mediumDashed: ["Dash", "Medium"],
  mediumDashDot: ["DashDot", "Medium"],
  mediumDashDotDot: ["DashDotDot", "Medium"],
  slantDashDot: ["SlantDashDot", "Medium"],
  double: ["Double", "Thick"],
};
export const THIN = "Thin";

const borderStyle = ({ style, weight = THIN }: { style: string; weight?: string }): BorderStyle =>
  (Object.keys(BORDERS) as BorderStyle[]).find((name) => String(BORDERS[name]) === `${style},${weight}`) ??
  "thin";

const bordersOf = (borders: CellStyle["borders"]): Partial<Borders> =>
  Object.fromEntries(
    Object.entries(borders ?? {}).flatMap(([edge, border]) =>
      border ? [[edge, { style: borderStyle(border), color: toColor(border.color) }]] : [],
    ),
  );

export function toXlsxStyle(style: CellStyle): Partial<Style> {
  const { fontName: name, fontSize: size, fontColor, bold, italic, fill, horizontal, vertical } = style;
  const color = fontColor && toColor(fontColor);
  return {
    numFmt: style.numberFormat ?? "General",
    font: given({
      name,
      size,
      bold,
      italic,
      underline: style.underline,
      strike: style.strikethrough,
      ...(color && { color }),
    }),
    ...(fill && { fill: { type: "pattern", pattern: "solid", fgColor: toColor(fill) } }),
    alignment: given({
      horizontal: horizontal && horizontal !== "General" ? HORIZONTAL[horizontal] : undefined,
      vertical: vertical && vertical !== "Bottom" ? VERTICAL[vertical] : undefined,
      wrapText: style.wrap || undefined,
    }),
    border: bordersOf(style.borders),
    protection: { locked: style.locked ?? true },
  };
}
