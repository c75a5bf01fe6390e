import { fold } from "../../text";
import { cellsOf, type Left, type Line, type Heading } from "./grid";
import type { Proposal, Question, Questions } from "../question";
import { isCode } from "./numbers";
import { lookOf, SECTION } from "./words";

/** A row as it was printed, cell after cell, where it is not said to which columns they belong. */
export interface Loose {
  readonly line: number;
  readonly printed: readonly string[];
}

const VALUES: readonly Heading["role"][] = ["baseline", "target", "growth", "year", "other"];

/** In the column of 序号 or 编号. */
const isNumber = (text: string): boolean => /^\d+$/.test(fold(text)) || isCode(text);

const isFilled = (text: string): boolean => fold(text) !== "";

/** Puts the cells of loose rows under their headings. What divides a name comes as a column of its own beside it. */
export class Aligner {
  readonly left: Left[] = [];
  private readonly values: number[];
  private readonly before: number[];
  private readonly after: number[];
  private readonly number: number;
  private readonly sections: number;
  private readonly name: number;
  private previous: readonly string[] = [];

  constructor(
    private readonly headings: readonly Heading[],
    private readonly questions: Questions,
  ) {
    const at = (roles: readonly Heading["role"][]): number[] =>
      headings.flatMap(({ role }, i) => (roles.includes(role) ? [i] : []));
    this.values = at(VALUES);
    this.number = at(["number"])[0] ?? -1;
    this.sections = at(["section"])[0] ?? -1;
    this.name = at(["name"])[0] ?? 0;
    const first = this.values[0] ?? headings.length;
    const last = this.values[this.values.length - 1] ?? headings.length;
    const rest = headings.map((_, i) => i).filter((i) => i !== this.number && i !== this.sections);
    this.before = rest.filter((i) => i < first);
    this.after = rest.filter((i) => i > last);
  }

  /** A line with a cell for each heading; after the name stands what divides it, "" where nothing does. */
  align({ line, printed }: Loose): Line {
    const cells = this.headings.map(() => "");
    let sub = "";
    if (this.fits(printed)) printed.forEach((text, i) => (cells[i] = text));
    else {
      const rest = [...printed];
      if (this.number >= 0 && isNumber(rest[0] ?? "")) cells[this.number] = rest.shift()!;
      const leading = this.leading(rest);
      if (this.sections >= 0 && leading.length > this.before.length) cells[this.sections] = leading.shift()!;
      if (leading.length > Math.max(1, this.before.length)) sub = leading.splice(1, 1)[0]!;
      else if (cells[this.number] === "" && this.number >= 0 && this.previous.length > 0) {
        // goes on with the name above, divided anew
        sub = leading.shift() ?? "";
        leading.unshift("");
      }
      this.before.forEach((column, i) => (cells[column] = leading[i] ?? ""));
      if (leading.length > this.before.length) rest.unshift(...leading.slice(this.before.length));
      this.takeTrailing(rest, cells);
      this.placeValues(line, rest, cells);
    }
    this.previous = cells;
    return { line, cells: cellsOf([...cells.slice(0, this.name + 1), sub, ...cells.slice(this.name + 1)]) };
  }

  /** As many cells as headings, and numbers where numbers belong. */
  private fits(printed: readonly string[]): boolean {
    if (printed.length !== this.headings.length) return false;
    const values = this.values.filter((i) => this.headings[i]!.role !== "other");
    return (
      (this.number < 0 || isNumber(printed[this.number]!)) &&
      values.every(
        (i) => ["value", "words", "blank"].includes(lookOf(printed[i]!)) || isFilled(printed[i]!),
      ) &&
      !values.some((i) => lookOf(printed[i]!) === "attribute") &&
      lookOf(printed[this.name]!) !== "value"
    );
  }

  /** Takes the texts before the first value: the name, its unit, and what divides it. */
  private leading(rest: string[]): string[] {
    let end = 1;
    while (end < rest.length && end <= this.before.length && this.isLeading(rest, end)) end++;
    if (this.sections >= 0 && end < rest.length && SECTION.test(rest[0]!) && lookOf(rest[end]!) === "text")
      end++;
    return rest.splice(0, Math.min(end, rest.length));
  }

  private isLeading(rest: readonly string[], i: number): boolean {
    if (lookOf(rest[i]!) !== "text") return false;
    // a text that is followed by as many values as there are columns, or by one that is a value at all
    return (
      i < this.before.length ||
      (rest.slice(i + 1).some((text) => lookOf(text) === "value") && !/\d/.test(rest[i]!))
    );
  }

  private takeTrailing(rest: string[], cells: string[]): void {
    for (const column of [...this.after].reverse()) {
      const last = rest[rest.length - 1];
      if (last === undefined) return;
      const look = lookOf(last);
      const fits =
        this.headings[column]!.role === "attribute"
          ? look === "attribute"
          : look === "text" || look === "note" || look === "blank" || rest.length > this.values.length;
      if (fits) cells[column] = rest.pop()!;
    }
  }

  private placeValues(line: number, rest: readonly string[], cells: string[]): void {
    const columns = this.values;
    const filled = rest.length > columns.length ? rest.filter(isFilled) : [...rest];
    while (filled.length > 0 && filled.length < columns.length && !isFilled(filled[filled.length - 1]!))
      filled.pop();
    if (filled.length === columns.length) filled.forEach((text, i) => (cells[columns[i]!] = text));
    else if (filled.length > columns.length) {
      columns.forEach((column, i) => (cells[column] = filled[i]!));
      for (const text of filled.slice(columns.length))
        this.left.push({ line, text, because: "这一行的格数比表头多，多出的格没有用" });
    } else if (filled.length > 0) {
      const name = cells[this.name]!;
      const places = askPlaces(
        line,
        name,
        filled,
        columns.map((i) => [i, this.headings[i]!]),
        this.questions,
      );
      places.forEach((own, i) => own.forEach((column) => (cells[column] = filled[i]!)));
    }
  }
}

/** All ways to choose `size` of the columns, in their order. */
function choices(columns: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return columns.flatMap((column, i) =>
    choices(columns.slice(i + 1), size - 1).map((rest) => [column, ...rest]),
  );
}

const MOST_PROPOSALS = 6;
const MOST_COLUMNS = 8;

/** The last value may have stood in a cell merged over all targets from its column on. */
function merged(way: readonly number[][], headings: ReadonlyMap<number, Heading>): number[][][] {
  const last = way[way.length - 1]?.[0];
  if (last === undefined || headings.get(last)!.role !== "target") return [];
  const more = [...headings.keys()].filter((i) => i >= last && headings.get(i)!.role === "target");
  return more.length > 1 ? [[...way.slice(0, -1), more]] : [];
}

function weight(text: string, { role, of }: Heading): number {
  const isSum = /^[〔[［【]/.test(fold(text));
  const isBase = /(19|20)\d\d/.test(fold(text));
  if (role === "growth") return isSum && of !== "average" ? 9 : 0;
  if (role === "target" || role === "year") return 4;
  if (role === "baseline") return isSum ? -4 : isBase ? 9 : 2;
  return -1;
}

/** 〔18〕 is a sum over the years of the plan: it belongs to the only target where no column is for sums. */
export const isSumOf = (text: string, headings: ReadonlyMap<number, Heading>): boolean =>
  /^[〔[［【]/.test(fold(text)) &&
  [...headings.values()].every(({ role, of }) => role !== "growth" || of === "average") &&
  [...headings.values()].filter(({ role }) => role === "target" || role === "year").length <= 2;

/** Asks to which columns, one or several for each, the values of a row belong that has fewer of them than there are columns. */
export function askPlaces(
  line: number,
  name: string,
  values: readonly string[],
  columns: readonly (readonly [number, Heading])[],
  questions: Questions,
): number[][] {
  const headings = new Map(columns);
  const score = (way: readonly number[][]): number =>
    way.reduce((sum, [first], i) => sum + weight(values[i]!, headings.get(first!)!) + first! / 100, 0) -
    // a value in several columns was a merged cell: less likely than one in its own
    (way.some((places) => places.length > 1) ? 1 : 0);
  const all = columns.map(([i]) => i).slice(0, MOST_COLUMNS);
  const single = choices(all, Math.min(values.length, all.length)).map((way) =>
    way.map((column) => [column]),
  );
  const ways = [...single, ...single.flatMap((way) => merged(way, headings))]
    .sort((a, b) => score(b) - score(a))
    .slice(0, MOST_PROPOSALS);
  if (ways.length < 2 || (values.length === 1 && isSumOf(values[0]!, headings))) return ways[0] ?? [];
  const shown = (column: number): string => headings.get(column)!.header.replace(/\s+/g, "");
  const proposals = ways.map((way): Proposal => {
    const words = way.map((places, i) => `${places.map(shown).join("、")}：${values[i]!}`).join("，");
    return { id: way.map((places) => places.join("+")).join("-"), words, follows: `${words}；其余各列空着` };
  });
  const question: Question = {
    id: `places ${line} ${name}`,
    line,
    place: `第 ${line} 行“${name}”`,
    printed: values.join("  "),
    asks: `这一行只有 ${values.length} 个值，表头有 ${columns.length} 列（${columns.map(([i]) => shown(i)).join("、")}），各属于哪一列？`,
    proposals,
  };
  const id = questions.ask(question);
  return ways[proposals.findIndex((proposal) => proposal.id === id)]!;
}
