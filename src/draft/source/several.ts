import { type Grid, type Left, type Line, printedOf, textOf } from "./grid";
import { headerAt, headingOf, isFurtherHeader } from "./header";
import type { Questions } from "../question";
import { plain } from "./words";

/* Several tables in one: side by side, or one below the other with years of their own. */

const textsOf = ({ cells }: Line): string[] => cells.map(({ text }) => plain(text));

/** After how many columns a header says the same again; undefined where it does not. */
function widthOf(header: readonly string[]): number | undefined {
  const isName = (text: string): boolean => headingOf(text).role === "name";
  const last = header.length - [...header].reverse().findIndex((text) => text !== "");
  const names = header.filter(isName).length;
  if (names < 2) return undefined;
  for (let width = 2; width * 2 - 1 <= last; width++) {
    const first = header.slice(0, width);
    const isAgain = header.slice(0, last).every((text, i) => text === first[i % width]);
    if (isAgain && first.filter(isName).length === 1) return width;
  }
  return undefined;
}

/** Tables side by side put one below the other, between titles that stand over all of them. */
export function oneBelowTheOther(grid: Grid): Grid {
  const from = grid.headerAt ?? headerAt(grid.lines);
  const width = from < 0 || grid.headings ? undefined : widthOf(textsOf(grid.lines[from]!));
  if (width === undefined) return grid;
  const body = grid.lines.slice(from);
  const blocks = Math.ceil(Math.max(...body.map(({ cells }) => cells.length)) / width);
  const part = (line: Line, block: number): Line => ({
    line: line.line,
    cells: line.cells.slice(block * width, (block + 1) * width),
  });
  const isTitle = (line: Line): boolean =>
    printedOf(line).length === 1 && printedOf(part(line, 0)).length === 1;
  const lines: Line[] = [];
  let run: Line[] = [];
  const close = (): void => {
    for (let block = 0; block < blocks; block++)
      lines.push(...run.map((line) => part(line, block)).filter((line) => printedOf(line).length > 0));
    run = [];
  };
  for (const line of body) {
    if (!isTitle(line)) run.push(line);
    else {
      close();
      lines.push(part(line, 0));
    }
  }
  close();
  return { ...grid, lines: [...grid.lines.slice(0, from), ...lines] };
}

/** The years that a header's columns of values are of. */
function yearsOf(line: Line): number[] {
  const headings = line.cells.map(({ text }) => headingOf(text));
  const years = headings.flatMap(({ role, year }) =>
    year !== undefined && (role === "year" || role === "baseline" || role === "target") ? [year] : [],
  );
  return [...new Set(years)].sort((a, b) => a - b);
}

interface Part {
  readonly years: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Rows from one header to the next, as long as headers tell other years. */
function partsOf(lines: readonly Line[], from: number): Part[] {
  const heads = lines.flatMap((line, i) => {
    const own = { ...line, cells: line.cells.filter(({ from: side }) => !side) };
    const years = i === from || (i > from && isFurtherHeader([lines[from]!], own)) ? yearsOf(own) : [];
    return years.length > 0 ? [{ at: i, years }] : [];
  });
  // a second row of the same header
  const firsts = heads.filter(({ at }, k) => heads[k - 1]?.at !== at - 1);
  return firsts.map(({ at, years }, k): Part => ({ years, from: at, to: firsts[k + 1]?.at ?? lines.length }));
}

/** Where the title above a header begins: single texts before it. */
function titleAt(lines: readonly Line[], at: number): number {
  let from = at;
  while (from > 0 && printedOf(lines[from - 1]!).length === 1) from--;
  return from;
}

/** Tables with other years one below the other are of several plans: asks which one's is meant, the latest first. */
export function onePlans(grid: Grid, questions: Questions): Grid {
  const start = grid.headerAt ?? headerAt(grid.lines);
  if (start < 0 || grid.headings) return grid;
  const parts = partsOf(grid.lines, start);
  const keyOf = ({ years }: Part): string => years.map((year) => `${year}年`).join("、");
  const keys = [...new Set(parts.map(keyOf))];
  if (keys.length < 2) return grid;
  const last = (key: string): string => key.slice(-5);
  const order = [...keys].sort((a, b) => last(b).localeCompare(last(a)));
  const { lines } = grid;
  const lineOf = (key: string): number => lines[parts.find((part) => keyOf(part) === key)!.from]!.line;
  const id = questions.ask({
    id: `plans ${keys.join(" ")}`,
    place: "整张表",
    printed: keys.join("；"),
    asks: `这里有 ${keys.length} 张表，年份不同，哪一张是本规划的？`,
    proposals: order.map((key) => ({
      id: key,
      words: `第 ${lineOf(key)} 行起、表头是${key}的`,
      follows: "另外的表不读，留在原处；要读它，请单独粘贴",
    })),
  });
  const isRead = (i: number): boolean => {
    // what stands above all tables is of each
    if (i < start - 1) return true;
    const k = parts.findIndex((part) => i >= titleAt(lines, part.from) && i < endOf(part));
    return k < 0 || keyOf(parts[k]!) === id;
  };
  const endOf = ({ to }: Part): number => (to < lines.length ? titleAt(lines, to) : to);
  const left = lines.flatMap((line, i): Left[] =>
    isRead(i) || printedOf(line).length === 0
      ? []
      : [{ line: line.line, text: textOf(line), because: "另一张表，年份不同；要读它，请单独粘贴" }],
  );
  const kept = lines.filter((_, i) => isRead(i));
  const { headerAt: _, ...rest } = grid;
  return { ...rest, lines: kept, left: [...grid.left, ...left] };
}
