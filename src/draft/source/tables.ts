import { type Grid, type Left, printedOf, textOf } from "./grid";
import { headerAt } from "./header";
import { reasonToLeave } from "./noise";

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
    merges: true,
    lines: [tables[best]!, ...more].flatMap(({ lines }) => lines),
    above: tables[best]!.above,
    below: (more[more.length - 1] ?? tables[best]!).below,
    left: [
      ...[tables[best]!, ...more].flatMap(({ left }) => left),
      ...between(tables[best]!, more[more.length - 1]),
      ...others.flatMap(({ lines }) =>
        lines
          .filter((line) => printedOf(line).length > 0)
          .map((line) => ({
            line: line.line,
            text: textOf(line),
            because: "另一张表里的行；要读它，请单独粘贴那张表",
          })),
      ),
    ],
  };
}

/** Texts between a table and its last continuation. */
function between(first: Grid, last: Grid | undefined): Left[] {
  const above = new Set(first.above.map(({ line }) => line));
  return (last?.above ?? [])
    .filter(({ line }) => !above.has(line))
    .map((text) => ({ ...text, because: reasonToLeave(text.text) ?? "两页表格之间的文字" }));
}
