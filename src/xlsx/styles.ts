import type { Borders, Style as XlsxStyle } from "@cj-tech-master/excelts";
import type { SheetLayout, Style } from "../grid";

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

/** Which rules fall on a cell, one after another: few combinations, so each is a number and is worked out once. */
class Combinations {
  private readonly rules: number[][] = [[]];
  private readonly next = [new Map<number, number>()];

  /** The combination of another and one more rule. */
  add(combination: number, rule: number): number {
    const known = this.next[combination]!.get(rule);
    if (known !== undefined) return known;
    const made = this.rules.push([...this.rules[combination]!, rule]) - 1;
    this.next.push(new Map<number, number>());
    this.next[combination]!.set(rule, made);
    return made;
  }
  of(combination: number): readonly number[] {
    return this.rules[combination]!;
  }
}

/** rows × columns of finished styles; alike cells share one object, by which the library knows them. */
export function cellStyles(layout: SheetLayout): Partial<XlsxStyle>[][] {
  const combinations = new Combinations();
  const fallen = layout.cells.map((row) => new Array<number>(row.length).fill(0));
  layout.styles.forEach(({ areas }, rule) =>
    areas.forEach(({ row, column, rows, columns }) => {
      for (const line of fallen.slice(row, row + rows))
        for (let c = column; c < Math.min(column + columns, line.length); c++)
          line[c] = combinations.add(line[c]!, rule);
    }),
  );
  const known: Map<string, Partial<XlsxStyle>>[] = [];
  const styleOf = (combination: number, numFmt: string): Partial<XlsxStyle> => {
    const painted = combinations
      .of(combination)
      .reduce<Painted>((cell, rule) => paint(cell, layout.styles[rule]!.style), { edges: {} });
    return { ...asXlsx(painted), numFmt };
  };
  return fallen.map((line, r) =>
    line.map((combination, c) => {
      const numFmt = layout.numberFormats[r]?.[c] ?? "General";
      const byFormat = (known[combination] ??= new Map<string, Partial<XlsxStyle>>());
      const found = byFormat.get(numFmt) ?? styleOf(combination, numFmt);
      byFormat.set(numFmt, found);
      return found;
    }),
  );
}
