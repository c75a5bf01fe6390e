import type { Borders, Color, Style } from "@cj-tech-master/excelts";
import type { BorderEdge, CellStyle } from "../../grid";
import { BORDERS, given, HORIZONTAL, THIN, VERTICAL } from "../write/looks";
import { INDEXED } from "./indexed-colours";

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
