import { type Grid, type Left, printedOf, textOf } from "./grid";
import { headerAt, isFurtherHeader, isSame } from "./header";
import { reasonToLeave } from "./noise";
import { isTitle } from "./words";

/** The table that is most like one of indicators, and those that carry it on. */
export function bestOf(tables: readonly Grid[]): Grid | undefined {
  if (tables.length === 0) return undefined;
  const heads = tables.map(({ lines }) => headerAt(lines));
  const size = (grid: Grid): number => grid.lines.length * Math.min(8, grid.lines[0]?.cells.length ?? 0);
  const order = tables.map((_, i) => i).sort((a, b) => score(b) - score(a));
  function score(i: number): number {
    return (heads[i]! >= 0 ? 1e6 : 0) + size(tables[i]!);
  }
  const best = firstAlike(tables, heads, order[0]!);
  const top = tables[best]!.lines.slice(heads[best], heads[best]! + 1);
  const width = tables[best]!.lines[0]?.cells.length;
  const goesOn = (i: number): boolean =>
    i > best &&
    tables[i]!.lines.length > 0 &&
    (tables[i]!.lines[0]!.cells.length === width ||
      (heads[i]! >= 0 && isFurtherHeader(top, tables[i]!.lines[heads[i]!]!)));
  const more = tables.filter((_, i) => goesOn(i));
  const others = tables.filter((_, i) => i !== best && !goesOn(i));
  const parts = more.map((table, i) => withTitle(table, (more[i - 1] ?? tables[best]!).above));
  return {
    merges: true,
    lines: [tables[best]!, ...parts].flatMap(({ lines }) => lines),
    above: tables[best]!.above,
    below: (more[more.length - 1] ?? tables[best]!).below,
    left: [
      ...[tables[best]!, ...parts].flatMap(({ left }) => left),
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

/** The first of the tables that have the same header as one. */
function firstAlike(tables: readonly Grid[], heads: readonly number[], one: number): number {
  const header = tables[one]!.lines[heads[one]!];
  if (!header) return one;
  const first = tables.findIndex(({ lines }, i) => heads[i]! >= 0 && isSame(lines[heads[i]!]!, header));
  return Math.min(first, one);
}

const SENTENCE = /[。；;]|[，,].*[，,]/;
const LONGEST_TITLE = 30;

/** A further table below the title that stands nearest above it; what else stands between it and the one before is left out. */
function withTitle(table: Grid, before: readonly Left[]): Grid {
  const seen = new Set(before.map(({ line }) => line));
  const between = table.above.filter(({ line }) => !seen.has(line));
  const title = [...between]
    .reverse()
    .find(
      ({ text }) =>
        isTitle(text) &&
        !before.some((one) => one.text === text) &&
        !SENTENCE.test(text) &&
        text.length <= LONGEST_TITLE,
    );
  const rest = between
    .filter((one) => one !== title)
    .map((one) => ({ ...one, because: reasonToLeave(one.text) ?? "两页表格之间的文字" }));
  const row = title ? [{ line: title.line, cells: [{ text: title.text }] }] : [];
  return { ...table, lines: [...row, ...table.lines], left: [...table.left, ...rest] };
}
