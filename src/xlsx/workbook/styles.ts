import type { Borders, BorderStyle, Color, Style } from "@cj-tech-master/excelts";
import type { BorderEdge, CellStyle } from "../../grid";
import { INDEXED } from "./indexed-colours";

const HORIZONTAL = { Left: "left", Center: "center", Right: "right" } as const;
const VERTICAL = { Top: "top", Center: "middle" } as const;
const EDGES: BorderEdge[] = ["top", "bottom", "left", "right"];

/** Colours of Excel's default theme by their number; a file may name a colour so. */
const THEME: Theme = [
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
  "#0563C1",
  "#954F72",
];
/** Colours of a theme by their number. */
export type Theme = readonly string[];

const keyOf = <K extends string>(table: Record<K, string>, value: string | undefined): K | undefined =>
  (Object.keys(table) as K[]).find((key) => table[key] === value);

/** `#DCE6F2` → `FFDCE6F2` */
export const toColor = (color: string): Partial<Color> => ({ argb: `FF${color.slice(1).toUpperCase()}` });

type FileColor = Partial<Color> & { indexed?: number; tint?: number };

const hex = (part: number): string => Math.round(part).toString(16).padStart(2, "0").toUpperCase();

/** Towards white, or towards black where it is negative. */
function tinted(color: string, tint: number): string {
  const parts = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return `#${parts.map((part) => hex(tint < 0 ? part * (1 + tint) : part + (255 - part) * tint)).join("")}`;
}

export function fromColor(color: FileColor | undefined, theme = THEME): string | undefined {
  if (!color) return undefined;
  const plain = /^(?:[\da-f]{2})?[\da-f]{6}$/i.test(color.argb ?? "")
    ? `#${color.argb!.slice(-6).toUpperCase()}`
    : (theme[color.theme ?? -1] ?? INDEXED[color.indexed ?? -1]);
  return plain && color.tint ? tinted(plain, color.tint) : plain;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Drops what is undefined: an absent part is the file's default. */
export const given = <T extends object>(parts: T): T =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as T;

/** Office.js's style and weight of each kind of border of a file. */
const BORDERS: Record<BorderStyle, [style: string, weight: string]> = {
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
const THIN = "Thin";

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

function fromBorders(border: Partial<Borders> | undefined, theme?: Theme): CellStyle["borders"] {
  // a file may say "none" too
  const drawn = EDGES.filter((edge) => (border?.[edge]?.style ?? "") in BORDERS);
  return Object.fromEntries(
    drawn.map((edge) => {
      const { style: kind, color } = border![edge]!;
      const [style, weight] = BORDERS[kind ?? "thin"];
      return [
        edge,
        { style, ...(weight !== THIN && { weight }), color: fromColor(color, theme) ?? "#000000" },
      ];
    }),
  );
}

export function fromXlsxStyle(style: Partial<Style>, theme?: Theme): CellStyle {
  const { font, fill, alignment, protection, numFmt } = style;
  const solid =
    fill?.type === "pattern" && fill.pattern === "solid" ? fromColor(fill.fgColor, theme) : undefined;
  const format = typeof numFmt === "object" ? numFmt.formatCode : numFmt;
  return given({
    locked: protection?.locked ?? true,
    numberFormat: format ?? "General",
    fill: solid ?? null,
    fontName: font?.name,
    fontSize: font?.size,
    fontColor: fromColor(font?.color, theme),
    bold: font?.bold ?? false,
    italic: font?.italic ?? false,
    underline: (font?.underline && font.underline !== "none") || undefined,
    strikethrough: font?.strike || undefined,
    horizontal: keyOf(HORIZONTAL, alignment?.horizontal),
    vertical: keyOf(VERTICAL, alignment?.vertical),
    wrap: alignment?.wrapText ?? false,
    borders: fromBorders(style.border, theme),
  });
}
