import type { Loose } from "./align";
import type { Heading, Left } from "./grid";
import { headingOf } from "./header";
import { reasonToLeave, type TextLine } from "./noise";
import { oddAsNote, oddAsTitle, oddIn, oddWithout, type Seen, seenOf } from "./oddness";
import { plain } from "./words";

/** What a line is: the beginning of a row, a further cell of it, more of the cell before, a title, a note, or nothing. */
type Part = "row" | "cell" | "more" | "title" | "note" | "nothing";

/** The least odd way to read the lines so far; `passed`: columns of the open row that are behind, 0 where none is open. */
interface Way {
  readonly odd: number;
  readonly part: Part;
  readonly before: Way | undefined;
}

/** What is odd about more of a cell: the name of a numbered row often runs on, another cell hardly. */
const MORE = { ofName: 1.2, ofOther: 4 };

interface Split {
  readonly rows: readonly Loose[];
  readonly notes: readonly TextLine[];
  readonly left: readonly Left[];
}

/**
 * Sets lines under a header apart into rows, titles and notes: of all ways the one in which the fewest cells are missing or
 * odd in their columns. A further header is left out; what stands on every page is a row of its own.
 */
export function rowsOfLines(lines: readonly TextLine[], header: readonly string[]): Split {
  const headings = header.map(headingOf);
  const { pages, marks, left } = pagesOf(lines, header);
  const read = pages.map((page) => rowsOfPage(page, headings));
  return {
    left,
    rows: [...marks, ...read.flatMap(({ rows }) => rows)].sort((a, b) => a.line - b.line),
    notes: read.flatMap(({ notes }) => notes),
  };
}

/** The lines between one header and the next. */
function pagesOf(
  lines: readonly TextLine[],
  header: readonly string[],
): { pages: TextLine[][]; marks: Loose[]; left: Left[] } {
  const words = header.map(plain);
  const pages: TextLine[][] = [[]];
  const marks: Loose[] = [];
  const left: Left[] = [];
  for (let i = 0; i < lines.length; i++) {
    const { line, text } = lines[i]!;
    if (reasonToLeave(text) !== undefined) marks.push({ line, printed: [text.trim()] });
    else if (words.every((word, k) => plain(lines[i + k]?.text ?? "") === word)) {
      left.push({ line, text: header.join("\t"), because: "重复的表头" });
      i += words.length - 1;
      pages.push([]);
    } else pages[pages.length - 1]!.push(lines[i]!);
  }
  return { pages, marks, left };
}

function rowsOfPage(lines: readonly TextLine[], headings: readonly Heading[]): Omit<Split, "left"> {
  const seen = seenOf(lines);
  const ways = new Ways(headings);
  for (const line of seen) ways.take(line);
  const parts = ways.parts();
  const rows: { line: number; printed: string[] }[] = [];
  const notes: TextLine[] = [];
  seen.forEach(({ line, text }, i) => {
    const part = parts[i]!;
    if (part === "note") notes.push({ line, text });
    else if (part === "cell" || part === "more") rows[rows.length - 1]!.printed.push(text);
    else if (part !== "nothing") rows.push({ line, printed: [text] });
  });
  return { rows, notes };
}

class Ways {
  /** by columns passed: 0 no row is open, … all of them; and last, in a note */
  private ways: (Way | undefined)[];
  private readonly missing: readonly number[];
  private readonly name: number;
  private readonly isNumbered: boolean;
  private readonly note: number;

  constructor(private readonly headings: readonly Heading[]) {
    this.note = headings.length + 1;
    this.missing = headings.map(oddWithout);
    this.name = Math.max(
      0,
      headings.findIndex(({ role }) => role === "name"),
    );
    this.isNumbered = headings.some(({ role }) => role === "number");
    this.ways = [{ odd: 0, part: "nothing", before: undefined }];
  }

  take(seen: Seen): void {
    const next: (Way | undefined)[] = [];
    const add = (passed: number, odd: number, part: Part, before: Way): void => {
      if (odd < (next[passed]?.odd ?? Infinity)) next[passed] = { odd, part, before };
    };
    const odd = this.headings.map((heading) => oddIn(heading, seen, this.isNumbered));
    this.ways.forEach((way, passed) => {
      if (way && seen.look === "blank") this.blank(passed, way, add);
      else if (way) this.filled(seen, odd, passed, way, add);
    });
    this.ways = next;
  }

  /** What is odd about columns that have no cell. */
  private gap(from: number, to: number): number {
    let odd = 0;
    for (let i = from; i < to; i++) odd += this.missing[i]!;
    return odd;
  }

  private blank(passed: number, way: Way, add: Add): void {
    const inRow = passed > this.name && passed < this.headings.length;
    if (inRow) add(passed + 1, way.odd, "cell", way);
    else add(passed, way.odd, "nothing", way);
  }

  private filled(seen: Seen, odd: readonly number[], passed: number, way: Way, add: Add): void {
    const width = this.headings.length;
    const inRow = passed > 0 && passed <= width;
    const closed = way.odd + (inRow ? this.gap(passed, width) : 0);
    for (let i = 0; i <= this.name; i++) add(i + 1, closed + this.gap(0, i) + odd[i]!, "row", way);
    add(0, closed + oddAsTitle(seen), "title", way);
    const note = oddAsNote(seen, passed === this.note);
    if (note < Infinity) add(this.note, closed + note, "note", way);
    if (!inRow) return;
    for (let i = passed; i < width; i++) {
      add(i + 1, way.odd + this.gap(passed, i) + odd[i]!, "cell", way);
      if (i === this.name) break;
    }
    const ofName = this.isNumbered && passed === this.name + 1 && seen.look === "text" && !seen.isSection;
    add(passed, way.odd + (ofName ? MORE.ofName : MORE.ofOther), "more", way);
  }

  parts(): Part[] {
    const width = this.headings.length;
    const odd = (way: Way, passed: number): number =>
      way.odd + (passed > 0 && passed <= width ? this.gap(passed, width) : 0);
    let best: Way | undefined;
    let least = Infinity;
    this.ways.forEach((way, passed) => {
      if (way && odd(way, passed) < least) [best, least] = [way, odd(way, passed)];
    });
    const parts: Part[] = [];
    for (let way = best; way?.before; way = way.before) parts.push(way.part);
    return parts.reverse();
  }
}

type Add = (passed: number, odd: number, part: Part, before: Way) => void;
