import type { Borders, Style as XlsxStyle } from "@cj-tech-master/excelts";
import type { Area, SheetLayout, Style } from "../sheets";

/** `#DCE6F2` → `FFDCE6F2` */
export const argb = (color: string): { argb: string } => ({ argb: `FF${color.slice(1)}` });

export const solid = (color: string): XlsxStyle["fill"] => ({
  type: "pattern",
  pattern: "solid",
  fgColor: argb(color),
});

type Edges = Partial<Record<"top" | "bottom" | "left" | "right", string>>;
/** A cell's style while the layout's rules fall on it, one after another. */
type Painted = Omit<Style, "border" | "underline"> & { edges: Edges };

const paint = (cell: Painted, style: Style): Painted => ({
  ...cell,
  ...style,
  font: { ...cell.font, ...style.font },
  edges: {
    ...cell.edges,
    ...(style.border && {
      top: style.border,
      bottom: style.border,
      left: style.border,
      right: style.border,
    }),
    ...(style.underline && { bottom: style.underline }),
  },
});

const HORIZONTAL = { Left: "left", Center: "center", Right: "right" } as const;
const VERTICAL = { Top: "top", Center: "middle" } as const;

const borders = (edges: Edges): Partial<Borders> =>
  Object.fromEntries(
    Object.entries(edges).map(([edge, color]) => [edge, { style: "thin", color: argb(color) }]),
  );

function asXlsx({ font, fill, horizontal, vertical, wrap, locked, edges }: Painted): Partial<XlsxStyle> {
  const { color, ...rest } = font ?? {};
  return {
    font: { ...rest, ...(color && { color: argb(color) }) },
    ...(fill && { fill: solid(fill) }),
    alignment: {
      ...(horizontal && { horizontal: HORIZONTAL[horizontal] }),
      ...(vertical && { vertical: VERTICAL[vertical] }),
      ...(wrap && { wrapText: true }),
    },
    border: borders(edges),
    ...(locked !== undefined && { protection: { locked } }),
  };
}

function cellsOf({ row, column, rows, columns }: Area, visit: (row: number, column: number) => void): void {
  for (let r = row; r < row + rows; r++) for (let c = column; c < column + columns; c++) visit(r, c);
}

/** rows × columns of finished styles; alike cells share one object, by which the library knows them. */
export function cellStyles(layout: SheetLayout): Partial<XlsxStyle>[][] {
  const painted: Painted[][] = layout.cells.map((row) => row.map(() => ({ edges: {} })));
  for (const { areas, style } of layout.styles)
    for (const area of areas)
      cellsOf(area, (r, c) => {
        const cell = painted[r]?.[c];
        if (cell) painted[r]![c] = paint(cell, style);
      });
  const known = new Map<string, Partial<XlsxStyle>>();
  return painted.map((row, r) =>
    row.map((cell, c) => {
      const numFmt = layout.numberFormats[r]?.[c] ?? "General";
      const key = JSON.stringify([cell, numFmt]);
      const found = known.get(key) ?? { ...asXlsx(cell), numFmt };
      known.set(key, found);
      return found;
    }),
  );
}
