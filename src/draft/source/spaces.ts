import { fold } from "../../text";
import { Aligner, type Loose } from "./align";
import { askClause, clauseOf } from "./clauses";
import { cellsOf, type Grid, indentOf, type Left, type Line, type Heading } from "./grid";
import { headingOf, isHeader } from "./header";
import { inOneRow } from "./layers";
import type { TextLine } from "./noise";
import type { Proposal, Questions } from "../question";
import { joinedParts } from "./sentences";
import { NOTE, plain, SECTION } from "./words";

/** Cells of a line that are set apart by two spaces or more; where there are none, by any. */
export function bySpaces(text: string): string[] {
  const trimmed = text.trim();
  const wide = trimmed.split(/[ \u3000\u00a0]{2,}|\u3000/);
  return wide.length > 1 ? wide : trimmed.split(/[ \u00a0]+/);
}

type Part = Pick<Grid, "lines" | "left" | "headings"> & { readonly below: readonly Left[] };

/** A table whose cells are set apart by spaces, or lost what set them apart: header, then rows. */
export function gridOfSpaces(lines: readonly TextLine[], questions: Questions): Part {
  const filled = lines.filter(({ text }) => fold(text) !== "");
  const from = filled.findIndex(({ text }) => isHeader(bySpaces(text)));
  const first = bySpaces(filled[from]!.text);
  const second = filled[from + 1] && inOneRow(first, bySpaces(filled[from + 1]!.text));
  const header = second ?? first;
  const above = filled.slice(0, from).map(({ line, text }): Line => ({ line, cells: cellsOf([text]) }));
  const body = filled.slice(second ? from + 2 : from + 1);
  const isProgress =
    plain(header[header.length - 1]!).match(/完成|进度|进展/) && body.some(({ text }) => ITEM.test(text));
  const read = isProgress ? tasksOf(header, body, questions) : rowsOf(header, body, questions);
  const headerLine = { line: filled[from]!.line, cells: cellsOf(read.header) };
  return { ...read, lines: [...above, headerLine, ...read.lines] };
}

interface Read extends Part {
  readonly header: readonly string[];
}

function rowsOf(header: readonly string[], body: readonly TextLine[], questions: Questions): Read {
  const headings = header.map(headingOf);
  const aligner = new Aligner(headings, questions);
  const name = headings.findIndex(({ role }) => role === "name");
  const lines = body.map(({ line, text }): Line => {
    const pieces = apart(bySpaces(text), headings.length);
    const printed = regrouped({ line, printed: pieces }, headings.length, questions);
    if (printed.length === 1 || NOTE.test(text.trim())) return { line, cells: cellsOf([text]) };
    const { cells } = aligner.align({ line, printed });
    // a space within a name divides nothing
    const divided = cells[name + 1]?.text ?? "";
    const whole = cells.filter((_, i) => i !== name + 1);
    const indent = indentOf(text);
    return {
      line,
      cells: whole.map((cell, i) =>
        i === name ? { text: `${cell.text} ${divided}`.trim(), ...(indent > 0 && { indent }) } : cell,
      ),
    };
  });
  return { header, lines, left: aligner.left, below: [] };
}

/** Cells that one space sets apart beside others that are wide apart, where that makes a cell for each column. */
function apart(pieces: string[], columns: number): string[] {
  if (pieces.length >= columns) return pieces;
  const all = pieces.flatMap((piece, i) => (i === 0 ? [piece] : piece.split(/[ \u00a0]+/)));
  return all.length === columns ? all : pieces;
}

/** Numbers that may have spaces between their thousands: asked where there are more pieces than columns. */
function regrouped({ line, printed }: Loose, columns: number, questions: Questions): readonly string[] {
  if (printed.length <= columns) return printed;
  const joined: string[] = [];
  for (const piece of printed) {
    const last = joined[joined.length - 1];
    if (
      last !== undefined &&
      /^\d{1,3}( \d{3})*$/.test(last) &&
      /^\d{3}(\.\d+)?$/.test(piece) &&
      printed.length > columns
    )
      joined[joined.length - 1] = `${last} ${piece}`;
    else joined.push(piece);
  }
  if (joined.length !== columns) return printed;
  const words = (texts: readonly string[]): string => texts.map((text) => `“${text}”`).join("、");
  const proposals: Proposal[] = [
    { id: "thousands", words: words(joined), follows: "空格是千位分隔，这一行每列一格" },
    { id: "apart", words: words(printed), follows: "每个空格都分开两格，多出的格不用" },
  ];
  const id = questions.ask({
    id: `thousands ${line} ${printed.join(" ")}`,
    line,
    place: `第 ${line} 行`,
    printed: printed.join(" "),
    asks: `这一行按空格有 ${printed.length} 格，表头有 ${columns} 列，怎么分？`,
    proposals,
  });
  return id === "thousands" ? joined : printed;
}

/** `*1.`, `（1）`: begins a task with its target. */
const ITEM = /(?:^|\s)[*＊]?\d{1,2}[.．、]\s*\S/;
const DONE = /\s((?:已完成|未完成|完成|无任务|正在|[\d.]+[%％])\S*)$/;

/** Progress on tasks: each line a task in a sentence, with its target in it, and how far it is. */
function tasksOf(header: readonly string[], body: readonly TextLine[], questions: Questions): Read {
  const lines: Line[] = [];
  const left: Left[] = [];
  const below: Left[] = [];
  const width = header.length;
  const sentences = Math.max(
    1,
    header.findIndex((text) => headingOf(text).role === "target"),
  );
  let section = "";
  let place = "";
  let expected = 1;
  const row = (line: number, name: string, target: string, done: string): void => {
    const cells = Array.from({ length: width + 1 }, () => "");
    if (sentences >= 2) cells[0] = place;
    cells[sentences - 1] = section;
    cells[sentences] = name;
    cells[sentences + 1] = target;
    cells[width] = done;
    lines.push({ line, cells: cellsOf(cells) });
  };
  for (const { line, text } of body) {
    const done = DONE.exec(text)?.[1] ?? "";
    const before = (done === "" ? text : text.slice(0, text.length - done.length)).trim();
    const [own, sentence, number] = splitItem(before, expected);
    if (own !== "") {
      if (/^[(（].*[)）]$/.test(own) && sentence === "") section += own;
      else {
        const pieces = own.split(/\s+/);
        if (pieces.length > 1 && SECTION.test(pieces[1]!)) place = pieces.shift()!;
        section = pieces.join(" ");
        expected = 1;
      }
    }
    if (sentence === "") {
      if (done !== "") left.push({ line, text: done, because: "看不出这是哪项任务的进度" });
      continue;
    }
    expected = number + 1;
    const clauses = joinedParts(sentence).map((part) => clauseOf(part) ?? askClause(line, part, questions));
    const known = clauses.filter((clause) => clause !== undefined);
    if (known.length === 0) row(line, sentence, "", done);
    known.forEach((clause, i) => row(line, clause.part + clause.name, clause.target, i === 0 ? done : ""));
  }
  const printed = header.map(headingOf);
  const [named, target] = [header[sentences - 1]!, header[sentences]!];
  const headings: Heading[] = [
    ...printed.slice(0, sentences - 1),
    { role: "section", header: named },
    { role: "name", header: target },
    { ...headingOf(target), role: "target" },
    ...printed.slice(sentences + 1),
  ];
  return { header: headings.map((heading) => heading.header), headings, lines, left, below };
}

/** What stands before a task's number, the task, and its number; a number that is not the next belongs to the text: 3.90%. */
function splitItem(text: string, expected: number): [before: string, sentence: string, number: number] {
  for (const match of text.matchAll(/(^|\s)[*＊]?(\d{1,2})[.．、]\s*/g)) {
    const number = Number(match[2]);
    const start = match.index + match[1]!.length;
    if (number !== expected && number !== 1) continue;
    return [text.slice(0, start).trim(), text.slice(match.index + match[0].length).trim(), number];
  }
  return [text, "", 0];
}
