import type { CellStyle, SheetLayout, SheetSnapshot, Style } from "../../grid";

const line = (color: string) => ({ style: "Continuous", color });

/** A cell's look once one more of the layout's rules has fallen on it. */
function painted(look: CellStyle, { font = {}, border, underline, ...style }: Style): CellStyle {
  const { name, size, color, bold } = font;
  return {
    ...look,
    ...style,
    ...(name !== undefined && { fontName: name }),
    ...(size !== undefined && { fontSize: size }),
    ...(color !== undefined && { fontColor: color }),
    ...(bold !== undefined && { bold }),
    borders: {
      ...look.borders,
      ...(border && { top: line(border), bottom: line(border), left: line(border), right: line(border) }),
      ...(underline && { bottom: line(underline) }),
    },
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

/** Each cell's look by its number; alike cells have one. */
export function looksOf({
  cells,
  styles: rules,
  numberFormats,
}: SheetLayout): Pick<SheetSnapshot, "styles" | "looks"> {
  const combinations = new Combinations();
  const fallen = cells.map((row) => new Array<number>(row.length).fill(0));
  rules.forEach(({ areas }, rule) =>
    areas.forEach(({ row, column, rows, columns }) => {
      for (const line of fallen.slice(row, row + rows))
        for (let c = column; c < Math.min(column + columns, line.length); c++)
          line[c] = combinations.add(line[c]!, rule);
    }),
  );
  const looks: CellStyle[] = [];
  const known: Map<string, number>[] = [];
  const numberOf = (combination: number, numberFormat: string): number => {
    const byFormat = (known[combination] ??= new Map<string, number>());
    const found = byFormat.get(numberFormat);
    if (found !== undefined) return found;
    const look = combinations
      .of(combination)
      .reduce<CellStyle>((cell, rule) => painted(cell, rules[rule]!.style), {});
    byFormat.set(numberFormat, looks.length);
    return looks.push({ ...look, numberFormat }) - 1;
  };
  const styles = fallen.map((line, r) =>
    line.map((combination, c) => numberOf(combination, numberFormats[r]?.[c] ?? "General")),
  );
  return { styles, looks };
}
