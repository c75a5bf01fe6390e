import { cellsOf, type Grid, type Line, printedOf } from "./grid";
import { headingOf } from "./header";
import { plain } from "./words";

/* A header in two rows whose merged cells were copied once: 2025年 above 计划 and 实际. */

/** What a year is divided into. */
const BELOW_YEAR =
  /^(计划|规划|目标|任务|预计|预期|实际|完成|现状|基期)(数|值|量|目标|完成|完成数|完成值|情况)?$/;

const isBelowYear = (text: string): boolean => BELOW_YEAR.test(plain(text));

const isDivided = (text: string): boolean => headingOf(text).role === "year" || plain(text) === "指标值";

/**
 * One row of header out of two: each heading that is a bare year stands before what divides it.
 * Undefined where the lower words cannot be dealt out evenly.
 * @param words of the lower row, in order
 */
export function inOneRow(header: readonly string[], words: readonly string[]): string[] | undefined {
  const divided = header.filter(isDivided).length;
  const each = words.length / divided;
  if (divided === 0 || each < 2 || !Number.isInteger(each) || !words.every(isBelowYear)) return undefined;
  let dealt = 0;
  return header.flatMap((text) =>
    isDivided(text) ? words.slice(dealt, (dealt += each)).map((word) => `${text} ${word}`) : [text],
  );
}

/** A table whose upper row of header has fewer cells than the rows below it, since a merged cell was copied as one. */
export function withOneHeader(grid: Grid, from: number): Grid {
  const [top, below, first] = grid.lines.slice(from, from + 3);
  if (!top || !below || !first || top.cells.length >= first.cells.length) return grid;
  const header = inOneRow(
    top.cells.map(({ text }) => text),
    printedOf(below),
  );
  if (header?.length !== first.cells.length) return grid;
  const line: Line = { line: top.line, cells: cellsOf(header) };
  return { ...grid, lines: [...grid.lines.slice(0, from), line, ...grid.lines.slice(from + 2)] };
}

/** Header words one after another, the lower row's at their end. */
export function withoutLayers(words: readonly string[]): readonly string[] {
  const upper = words.length - [...words].reverse().findIndex((word) => !isBelowYear(word));
  return inOneRow(words.slice(0, upper), words.slice(upper)) ?? words;
}
