import { fold } from "../../text";
import { Aligner } from "./align";
import { type Cell, type Left, type Line, printedOf, textOf, type Heading } from "./grid";
import { headingOf, isFurtherHeader, isSame } from "./header";
import type { Questions } from "../question";
import { lookOf, plain } from "./words";

interface Ordered {
  readonly lines: readonly Line[];
  readonly left: readonly Left[];
}

const textsOf = ({ cells }: Line): string[] => cells.map(({ text }) => text);

/** Rows under a further header put into the columns of the first; rows of a table that has other columns are left out. */
export function inColumnsOf(
  headings: readonly Heading[],
  header: readonly Line[],
  lines: readonly Line[],
): Ordered {
  const kept: Line[] = [];
  const left: Left[] = [];
  let places: readonly number[] | undefined;
  let isOther = false;
  for (const line of lines) {
    const texts = textsOf(line);
    const isFirst = header.some((row) => isSame(row, line));
    if (isFirst || isFurtherHeader(header, line)) {
      const isAgain = isFirst || repeatsPart(headings, texts);
      places = isAgain ? undefined : placesIn(headings, texts);
      isOther = !isAgain && places === undefined;
      if (isFirst) kept.push(line);
      else if (isAgain) left.push({ line: line.line, text: textOf(line), because: "重复的表头" });
      else
        left.push({
          line: line.line,
          text: textOf(line),
          because: isOther ? OTHER : "又一行表头，列的次序不同，已按它读下面的行",
        });
    } else if (isOther && printedOf(line).length > 0)
      left.push({ line: line.line, text: textOf(line), because: OTHER });
    else if (!isOther)
      kept.push(places && line.cells.length > 1 ? moved(line, places, headings.length, left) : line);
  }
  return { lines: kept, left };
}

const OTHER = "另一张表，列不同；要读它，请单独粘贴";

/** The header of a further page as far as it is printed there: each text stands above its column, a year without its 基期 or 目标 too. */
const repeatsPart = (headings: readonly Heading[], texts: readonly string[]): boolean =>
  texts.every((text, i) => {
    const own = headings[i];
    const { role, year } = headingOf(text);
    return (
      plain(text) === "" ||
      (own !== undefined &&
        (plain(own.header) === plain(text) ||
          (role !== undefined && own.role === role && own.year === year) ||
          (role === "year" && own.year === year)))
    );
  });

/** For each cell of another header, its column among the headings; undefined where the tables differ in what they tell. */
function placesIn(headings: readonly Heading[], texts: readonly string[]): number[] | undefined {
  const places = texts.map((text) => {
    const { role, year } = headingOf(text);
    const exact = headings.findIndex(({ header }) => plain(header) === plain(text));
    return exact >= 0
      ? exact
      : headings.findIndex((own) => role !== undefined && own.role === role && own.year === year);
  });
  const name = headings.findIndex(({ role }) => role === "name");
  const known = places.filter((place) => place >= 0);
  const isWhole = places.includes(name) && new Set(known).size === known.length;
  return isWhole && known.some((place) => ["target", "year"].includes(headings[place]!.role ?? ""))
    ? places
    : undefined;
}

function moved(line: Line, places: readonly number[], width: number, left: Left[]): Line {
  const cells: Cell[] = Array.from({ length: width }, () => ({ text: "" }));
  line.cells.forEach(({ text }, i) => {
    const place = places[i] ?? -1;
    if (place >= 0) cells[place] = { text };
    else if (fold(text) !== "") left.push({ line: line.line, text, because: "第一个表头里没有这一列" });
  });
  return { line: line.line, cells };
}

/** Rows with a cell less than the header, whose cells do not fit what stands above them, are put under the headings they fit. */
export function straightened(
  headings: readonly Heading[],
  lines: readonly Line[],
  questions: Questions,
): Ordered {
  const aligner = new Aligner(headings, questions);
  const name = headings.findIndex(({ role }) => role === "name");
  const isDivided = headings[name + 1]?.role === "name";
  return {
    lines: lines.map((line) => {
      if (
        isDivided ||
        line.cells.length >= headings.length ||
        printedOf(line).length < 3 ||
        fitsAll(headings, line)
      )
        return line;
      const { cells } = aligner.align({ line: line.line, printed: textsOf(line) });
      return { line: line.line, cells: cells.filter((_, i) => i !== name + 1) };
    }),
    left: aligner.left,
  };
}

const fitsAll = (headings: readonly Heading[], { cells }: Line): boolean =>
  headings.every(({ role }, i) => {
    const look = lookOf(cells[i]?.text ?? "");
    if (role === "unit") return look !== "value" || fold(cells[i]!.text).length < 2;
    return role !== "baseline" && role !== "target" ? true : look !== "attribute";
  });
