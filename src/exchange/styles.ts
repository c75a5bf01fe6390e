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
  // which rules fall on a cell, by their numbers: few combinations, so few styles are worked out
  const rules: string[][] = layout.cells.map((row) => row.map(() => ""));
  layout.styles.forEach(({ areas }, i) =>
    areas.forEach((area) =>
      cellsOf(area, (r, c) => {
        if (rules[r]?.[c] !== undefined) rules[r][c] += `${i},`;
      }),
    ),
  );
  const known = new Map<string, Partial<XlsxStyle>>();
  const styleOf = (fallen: string, numFmt: string): Partial<XlsxStyle> => {
    const numbers = fallen.split(",").slice(0, -1).map(Number);
    const painted = numbers.reduce<Painted>((cell, i) => paint(cell, layout.styles[i]!.style), { edges: {} });
    return { ...asXlsx(painted), numFmt };
  };
  return rules.map((row, r) =>
    row.map((fallen, c) => {
      const numFmt = layout.numberFormats[r]?.[c] ?? "General";
      const key = `${fallen} ${numFmt}`;
      const found = known.get(key) ?? styleOf(fallen, numFmt);
      known.set(key, found);
      return found;
    }),
  );
}
