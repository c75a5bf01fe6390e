import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  type IStyleData,
  type Nullable,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import type { BorderEdge, CellStyle } from "../engine/engine";

const HORIZONTAL = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
} as const;
const VERTICAL = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
} as const;

/** Univer's short names of the edges. */
const EDGES = { top: "t", bottom: "b", left: "l", right: "r" } as const;
const EDGE_NAMES = Object.keys(EDGES) as BorderEdge[];

/** Excel's style and weight of each of Univer's borders. */
const BORDERS: [type: BorderStyleTypes, style: string, weight?: string][] = [
  [BorderStyleTypes.THIN, "Continuous"],
  [BorderStyleTypes.HAIR, "Continuous", "Hairline"],
  [BorderStyleTypes.MEDIUM, "Continuous", "Medium"],
  [BorderStyleTypes.THICK, "Continuous", "Thick"],
  [BorderStyleTypes.DOTTED, "Dot"],
  [BorderStyleTypes.DASHED, "Dash"],
  [BorderStyleTypes.DASH_DOT, "DashDot"],
  [BorderStyleTypes.DASH_DOT_DOT, "DashDotDot"],
  [BorderStyleTypes.MEDIUM_DASHED, "Dash", "Medium"],
  [BorderStyleTypes.MEDIUM_DASH_DOT, "DashDot", "Medium"],
  [BorderStyleTypes.MEDIUM_DASH_DOT_DOT, "DashDotDot", "Medium"],
  [BorderStyleTypes.SLANT_DASH_DOT, "SlantDashDot", "Medium"],
  [BorderStyleTypes.DOUBLE, "Double", "Thick"],
];

const borderType = (style: string, weight?: string): BorderStyleTypes =>
  BORDERS.find(([, ...kind]) => String(kind) === String(weight ? [style, weight] : [style]))?.[0] ??
  BorderStyleTypes.THIN;

const borderKind = (type: BorderStyleTypes): { style: string; weight?: string } => {
  const [, style = "Continuous", weight] = BORDERS.find(([known]) => known === type) ?? [];
  return { style, ...(weight && { weight }) };
};

const keyOf = <K extends string, V>(table: Record<K, V>, value: V): K | undefined =>
  (Object.keys(table) as K[]).find((key) => table[key] === value);

const flag = (on: boolean): BooleanNumber => (on ? BooleanNumber.TRUE : BooleanNumber.FALSE);

/** Locking is not a Univer style; it rides along in the cell's custom data. */
export function toUniver(style: CellStyle): IStyleData {
  const out: IStyleData = {};
  if (style.fontName !== undefined) out.ff = style.fontName;
  if (style.fontSize !== undefined) out.fs = style.fontSize;
  if (style.fontColor !== undefined) out.cl = { rgb: style.fontColor };
  if (style.bold !== undefined) out.bl = flag(style.bold);
  if (style.italic !== undefined) out.it = flag(style.italic);
  if (style.underline !== undefined) out.ul = { s: flag(style.underline) };
  if (style.strikethrough !== undefined) out.st = { s: flag(style.strikethrough) };
  if (style.fill !== undefined) out.bg = style.fill === null ? null : { rgb: style.fill };
  if (style.horizontal) out.ht = HORIZONTAL[style.horizontal];
  if (style.vertical) out.vt = VERTICAL[style.vertical];
  if (style.wrap !== undefined) out.tb = style.wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW;
  if (style.numberFormat !== undefined)
    out.n = style.numberFormat === "General" ? null : { pattern: style.numberFormat };
  if (style.borders) {
    out.bd = {};
    for (const edge of EDGE_NAMES) {
      const border = style.borders[edge];
      if (border !== undefined)
        out.bd[EDGES[edge]] = border && {
          s: borderType(border.style, border.weight),
          cl: { rgb: border.color },
        };
    }
  }
  return out;
}

export function fromUniver(style: Nullable<IStyleData>, locked: boolean): CellStyle {
  const out: CellStyle = {
    locked,
    numberFormat: style?.n?.pattern ?? "General",
    fill: style?.bg?.rgb ?? null,
  };
  if (!style) return out;
  if (style.ff) out.fontName = style.ff;
  if (style.fs) out.fontSize = style.fs;
  if (style.cl?.rgb) out.fontColor = style.cl.rgb;
  out.bold = style.bl === BooleanNumber.TRUE;
  out.italic = style.it === BooleanNumber.TRUE;
  if (style.ul?.s) out.underline = true;
  if (style.st?.s) out.strikethrough = true;
  if (style.ht)
    out.horizontal = keyOf<keyof typeof HORIZONTAL, HorizontalAlign>(HORIZONTAL, style.ht) ?? "General";
  if (style.vt) out.vertical = keyOf<keyof typeof VERTICAL, VerticalAlign>(VERTICAL, style.vt) ?? "Bottom";
  out.wrap = style.tb === WrapStrategy.WRAP;
  out.borders = {};
  for (const edge of EDGE_NAMES) {
    const border = style.bd?.[EDGES[edge]];
    if (border) out.borders[edge] = { ...borderKind(border.s), color: border.cl.rgb ?? "#000000" };
  }
  return out;
}
