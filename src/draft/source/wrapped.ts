import { isUnit, nameAndUnit } from "../../plan";
import { fold } from "../../text";
import { type Cell, type Heading, type Line, printedOf } from "./grid";
import { reasonToLeave } from "./noise";
import type { Proposal, Questions } from "../question";
import { lookOf, PART, SECTION } from "./words";

/* Names that run over two lines of their cell, which a PDF's text breaks into lines of the table. */

/** Characters by which a line may fall short of the width of its cell. */
const RAGGED = 2;
/** The rest of a name is short: 床位数. */
const LONGEST_REST = 5;
/** No cell for names is as narrow. */
const SHORTEST_LINE = 6;
const TITLE = /(?:指标|行动|方面|工程|任务)$/;

interface Columns {
  readonly number: number;
  readonly name: number;
  readonly unit: number;
  readonly width: number;
}

const textAt = ({ cells }: Line, column: number): string => (cells[column]?.text ?? "").trim();

/** Lines with the pieces of a name put together; asked unless the pieces can be nothing else. */
export function rejoined(headings: readonly Heading[], lines: readonly Line[], questions: Questions): Line[] {
  const at = (role: Heading["role"]): number => headings.findIndex((heading) => heading.role === role);
  const columns: Columns = {
    ...{ number: at("number"), name: at("name"), unit: at("unit") },
    width: headings.length,
  };
  const names = lines.filter((line) => isRow(line, columns)).map((line) => fold(textAt(line, columns.name)));
  const longest = Math.max(0, ...names.map(({ length }) => length));
  const joiner = new Joiner(columns, Math.max(longest - RAGGED, SHORTEST_LINE), questions);
  return joiner.join(lines);
}

/** A name's last bracket is its unit: nothing follows it. */
const isWhole = (name: string): boolean => isUnit(nameAndUnit({ label: fold(name) }).unit);

/** A row with a name and something else than its number. */
const isRow = (line: Line, { number, name }: Columns): boolean =>
  textAt(line, name) !== "" &&
  line.cells.some(({ text }, i) => i !== name && i !== number && fold(text) !== "");

class Joiner {
  private readonly joined: Line[] = [];

  constructor(
    private readonly columns: Columns,
    /** a line of a name that is broken has as many characters */
    private readonly least: number,
    private readonly questions: Questions,
  ) {}

  join(lines: readonly Line[]): Line[] {
    for (let i = 0; i < lines.length; i++) {
      const [line, below] = [lines[i]!, lines[i + 1]];
      const piece = this.pieceOf(line);
      const middle = piece !== "" && below ? this.namedBy(piece, below, lines[i + 2]) : undefined;
      if (middle) {
        this.joined.push(middle.line);
        i += middle.taken;
      } else if (piece === "" || !this.take(piece, line, below)) this.joined.push(line);
      else if (this.isTakenBelow) i++;
    }
    return this.joined;
  }

  private isTakenBelow = false;
  /** a text alone was surely a title: others may be */
  private hasTitles = false;

  /** The text of a line that may be a piece of a name, "" where it is none. */
  private pieceOf(line: Line): string {
    const { number, name } = this.columns;
    const printed = printedOf(line);
    const isNumbered = printed.length === 2 && textAt(line, number) === printed[0];
    const text = printed.length === 1 || isNumbered ? printed[printed.length - 1]! : "";
    const isElsewhere = isNumbered && textAt(line, name) !== text;
    const isOther =
      SECTION.test(fold(text)) || PART.test(text) || TITLE.test(text) || reasonToLeave(text) !== undefined;
    return isElsewhere || isOther || !["text", "words"].includes(lookOf(text)) ? "" : text;
  }

  /** A row without a name of its own between the pieces of it: its number and values stand in the middle of the cell. */
  private namedBy(
    piece: string,
    row: Line,
    after: Line | undefined,
  ): { line: Line; taken: number } | undefined {
    const { number, name, unit } = this.columns;
    const moved = unit >= 0 && textAt(row, unit) === "" && isUnit(textAt(row, name));
    if (number < 0 || textAt(row, number) === "" || !moved || printedOf(row).length < 3) return undefined;
    const rest = after && printedOf(after).length === 1 ? this.pieceOf(after) : "";
    const cells = this.with(row, { [name]: piece + rest, [unit]: textAt(row, name) });
    return { line: { line: row.line, cells }, taken: rest === "" ? 1 : 2 };
  }

  private with(line: Line, texts: Readonly<Record<number, string>>): Cell[] {
    return Array.from({ length: this.columns.width }, (_, i) => ({ text: texts[i] ?? textAt(line, i) }));
  }

  /** Puts a piece to the row above or below; false where it is no piece. */
  private take(piece: string, line: Line, below: Line | undefined): boolean {
    const { number, name } = this.columns;
    this.isTakenBelow = false;
    const own = number < 0 ? "" : textAt(line, number);
    const isNumbered = printedOf(line).length === 2 && own !== "";
    const above = this.joined[this.joined.length - 1];
    const before = above && isRow(above, this.columns) && !isNumbered ? textAt(above, name) : "";
    const next = below && isRow(below, this.columns) ? textAt(below, name) : "";
    const isFree = below !== undefined && (number < 0 || textAt(below, number) === "");
    const ways: Way[] = [];
    const isBegun = !isWhole(piece) && (isNumbered || fold(piece).length >= this.least);
    if (next !== "" && isFree && !PART.test(next) && isBegun)
      ways.push({ id: "below", whole: piece + next, rest: next });
    // the first line of a name is not shorter than the next
    if (!isWhole(before) && fold(before).length >= Math.max(this.least, fold(piece).length))
      ways.push({ id: "above", whole: before + piece, rest: piece });
    if (before !== "" && isOnlyRest(before, piece)) return this.put("above", before + piece, above!);
    this.hasTitles ||= ways.length === 0;
    if (ways.length === 0) return false;
    const chosen = this.ask(line, piece, ways, isNumbered);
    if (chosen === undefined) return false;
    if (chosen.id === "above") return this.put("above", chosen.whole, above!);
    return this.put("below", chosen.whole, below!, isNumbered ? { [number]: own } : {});
  }

  private put(where: Way["id"], whole: string, row: Line, more: Readonly<Record<number, string>> = {}): true {
    const cells = this.with(row, { ...more, [this.columns.name]: whole });
    this.isTakenBelow = where === "below";
    if (where === "above") this.joined.pop();
    this.joined.push({ line: row.line, cells });
    return true;
  }

  private ask({ line }: Line, piece: string, ways: readonly Way[], isNumbered: boolean): Way | undefined {
    const joins = ways.map(({ id, whole }): Proposal => ({
      id,
      words: `名称分了两行：${whole}`,
      follows: id === "below" ? "和下一行合成一个指标" : "接在上一行的名称后面",
    }));
    const apart: Proposal = isNumbered
      ? { id: "apart", words: "不是", follows: `“${piece}”单独作一个指标，没有值` }
      : { id: "apart", words: "不是", follows: `“${piece}”作下面各行的标题` };
    const isLikely =
      isNumbered || (!this.hasTitles && ways.some(({ rest }) => fold(rest).length <= LONGEST_REST));
    const id = this.questions.ask({
      id: `wrapped ${line} ${piece}`,
      line,
      place: `第 ${line} 行“${piece}”`,
      printed: piece,
      asks: `“${piece}”一行只有文字、没有值，是不是一个名称分了两行？`,
      proposals: isLikely ? [...joins, apart] : [apart, ...joins],
    });
    return ways.find((way) => way.id === id);
  }
}

interface Way {
  readonly id: "above" | "below";
  readonly whole: string;
  /** the later piece */
  readonly rest: string;
}

const open = (text: string): number =>
  (text.match(/[(（]/g)?.length ?? 0) - (text.match(/[)）]/g)?.length ?? 0);

/** Nothing by itself: what closes a bracket of the name above, or its unit. */
const isOnlyRest = (before: string, piece: string): boolean =>
  (open(before) > 0 && open(piece) < 0) ||
  (/^[(（][^()（）]+[)）]$/.test(piece) && isUnit(piece.slice(1, -1)));
