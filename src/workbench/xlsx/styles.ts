import type { Borders, Color, Style } from "@cj-tech-master/excelts";
import type { BorderEdge, CellStyle } from "../engine/engine";

const HORIZONTAL = { Left: "left", Center: "center", Right: "right" } as const;
const VERTICAL = { Top: "top", Center: "middle" } as const;
const EDGES: BorderEdge[] = ["top", "bottom", "left", "right"];

/** Colours of Excel's default theme by their number; a file may name a colour so. */
const THEME = [
  "#FFFFFF",
  "#000000",
  "#E7E6E6",
  "#44546A",
  "#4472C4",
  "#ED7D31",
  "#A5A5A5",
  "#FFC000",
  "#5B9BD5",
  "#70AD47",
];

const keyOf = <K extends string>(table: Record<K, string>, value: string | undefined): K | undefined =>
  (Object.keys(table) as K[]).find((key) => table[key] === value);

/** `#DCE6F2` → `FFDCE6F2` */
export const toColor = (color: string): Partial<Color> => ({ argb: `FF${color.slice(1).toUpperCase()}` });

export const fromColor = (color: Partial<Color> | undefined): string | undefined =>
  color?.argb ? `#${color.argb.slice(-6).toUpperCase()}` : THEME[color?.theme ?? -1];

/** Drops what is undefined: an absent part is the file's default. */
export const given = <T extends object>(parts: T): T =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as T;

const bordersOf = (borders: CellStyle["borders"]): Partial<Borders> =>
  Object.fromEntries(
    Object.entries(borders ?? {}).flatMap(([edge, border]) =>
      border ? [[edge, { style: "thin", color: toColor(border.color) }]] : [],
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

function fromBorders(border: Partial<Borders> | undefined): CellStyle["borders"] {
  const drawn = EDGES.filter((edge) => border?.[edge]?.style);
  return Object.fromEntries(
    drawn.map((edge) => [edge, { style: "Continuous", color: fromColor(border![edge]!.color) ?? "#000000" }]),
  );
}

export function fromXlsxStyle(style: Partial<Style>): CellStyle {
  const { font, fill, alignment, protection, numFmt } = style;
  const solid = fill?.type === "pattern" && fill.pattern === "solid" ? fromColor(fill.fgColor) : undefined;
  const format = typeof numFmt === "object" ? numFmt.formatCode : numFmt;
  return given({
    locked: protection?.locked ?? true,
    numberFormat: format ?? "General",
    fill: solid ?? null,
    fontName: font?.name,
    fontSize: font?.size,
    fontColor: fromColor(font?.color),
    bold: font?.bold ?? false,
    italic: font?.italic ?? false,
    underline: (font?.underline && font.underline !== "none") || undefined,
    strikethrough: font?.strike || undefined,
    horizontal: keyOf(HORIZONTAL, alignment?.horizontal),
    vertical: keyOf(VERTICAL, alignment?.vertical),
    wrap: alignment?.wrapText ?? false,
    borders: fromBorders(style.border),
  });
}
