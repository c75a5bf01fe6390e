import { type Grid, printedOf, textOf } from "./grid";
import { headerAt } from "./header";

/** The table that is most like one of indicators, and those that carry it on. */
export function bestOf(tables: readonly Grid[]): Grid | undefined {
  if (tables.length === 0) return undefined;
  const heads = tables.map(({ lines }) => headerAt(lines));
  const size = (grid: Grid): number => grid.lines.length * Math.min(8, grid.lines[0]?.cells.length ?? 0);
  const order = tables.map((_, i) => i).sort((a, b) => score(b) - score(a));
  function score(i: number): number {
    return (heads[i]! >= 0 ? 1e6 : 0) + size(tables[i]!);
  }
  const best = order[0]!;
  const width = tables[best]!.lines[0]?.cells.length;
  const goesOn = (i: number): boolean =>
    i > best && tables[i]!.lines.length > 0 && tables[i]!.lines[0]!.cells.length === width;
  const more = tables.filter((_, i) => goesOn(i));
  const others = tables.filter((_, i) => i !== best && !goesOn(i));
  return {
    lines: [tables[best]!, ...more].flatMap(({ lines }) => lines),
    above: tables[best]!.above,
    below: (more[more.length - 1] ?? tables[best]!).below,
    left: others.flatMap(({ lines }) =>
      lines
        .filter((line) => printedOf(line).length > 0)
        .map((line) => ({
          line: line.line,
          text: textOf(line),
          because: "另一张表里的行；要读它，请单独粘贴那张表",
        })),
    ),
  };
}
