import type { Heading } from "./grid";
import { fold } from "../../text";
import type { Loose } from "./align";
import type { TextLine } from "./noise";
import { BUREAU, lookOf, NOTE, ONLY_BARS, SECTION, UNIT } from "./words";

/** Cells with bars on lines of their own between them: each row has as many bars as the first; one between its cells, the rest at its end. */
export function rowsBetweenBars(lines: readonly TextLine[]): Loose[] {
  const first = rowsByBars(lines, (_, since) => since > 1)[0];
  return first ? rowsByBars(lines, (bars) => bars >= first.bars) : [];
}

interface BarRow {
  line: number;
  printed: string[];
  bars: number;
}

function rowsByBars(lines: readonly TextLine[], isFull: (bars: number, since: number) => boolean): BarRow[] {
  const rows: BarRow[] = [];
  let open: BarRow | undefined;
  let since = 0;
  for (const { line, text } of lines) {
    if (fold(text) === "") continue;
    if (ONLY_BARS.test(text)) {
      const bars = text.replace(/\s/g, "").length;
      since += bars;
      if (open) open.bars += bars;
    } else {
      if (!open || isFull(open.bars, since)) {
        open = { line, printed: [text.trim()], bars: 0 };
        rows.push(open);
      } else if (since === 0) open.printed[open.printed.length - 1] += `\n${text.trim()}`;
      else open.printed.push(...Array.from({ length: since - 1 }, () => ""), text.trim());
      since = 0;
    }
  }
  return rows;
}

/** Blank lines stand for empty cells where they are few, and between all cells where they are many. */
export function withoutSpacing(lines: readonly TextLine[]): TextLine[] {
  const filled = lines.filter(({ text }) => fold(text) !== "");
  const blank = lines.length - filled.length;
  const last = lines.lastIndexOf(filled[filled.length - 1]!);
  return blank * 2 >= filled.length ? filled : lines.slice(0, last + 1);
}

interface OpenRow {
  line: number;
  printed: string[];
  /** the columns before this one have been passed */
  column: number;
}

const VALUES: readonly Heading["role"][] = ["baseline", "target", "growth", "year", "other"];
const isClosed = ({ printed }: OpenRow): boolean =>
  printed.slice(1).some((text) => ["attribute", "value", "words"].includes(lookOf(text)));

/** Whether a text may stand in a column. */
function fits({ role }: Heading, text: string, isNumbered: boolean, isFilled: boolean): boolean {
  const look = lookOf(text);
  if (role === "unit") return UNIT.test(fold(text));
  if (role === "attribute") return look === "attribute";
  if (VALUES.includes(role))
    return (
      look === "value" || look === "words" || (isNumbered && !isFilled && look === "text" && /\d/.test(text))
    );
  if (role === "responsible" || role === "lead")
    return look === "text" && (isNumbered || BUREAU.test(fold(text).split(/[、，,；;（(]/)[0]!));
  return isNumbered && isFilled && look === "text";
}

/** Puts the lines under a header into rows: a row begins with its number, or with a text that goes into no column more. Lines with one cell are titles. */
export function rowsOfLines(
  lines: readonly TextLine[],
  headings: readonly Heading[],
): { rows: Loose[]; notes: TextLine[] } {
  const isNumbered = headings.some(({ role }) => role === "number");
  const name = headings.findIndex(({ role }) => role === "name");
  const columns = headings.slice(name + 1).filter(({ role }) => role !== "section" && role !== "number");
  const rows: OpenRow[] = [];
  const notes: TextLine[] = [];
  let next: number | undefined;
  let open: OpenRow | undefined;
  let inNote = false;
  const begin = (line: number, text: string, column: number): OpenRow => {
    const row = { line, printed: [text], column };
    rows.push(row);
    inNote = false;
    return row;
  };
  lines.forEach(({ line, text: raw }, i) => {
    const text = raw.trim();
    const folded = fold(text);
    const isNext = next === undefined ? open === undefined || folded === "1" : Number(folded) === next;
    if (isNumbered && /^\d{1,4}$/.test(folded) && isNext && isNamed(lines[i + 1])) {
      next = Number(folded) + 1;
      open = begin(line, folded, -1);
    } else if (folded === "") {
      if (open && !inNote && open.column >= 0 && open.column < columns.length) {
        open.printed.push("");
        open.column++;
      }
    } else if (
      NOTE.test(text) ||
      (inNote && !SECTION.test(folded) && !isTitle(folded) && (isNumbered || text.length > LONG))
    ) {
      notes.push({ line, text });
      inNote = true;
    } else if (open?.column === -1) {
      open.printed.push(text);
      open.column = 0;
    } else {
      const row = open;
      const at =
        row && !SECTION.test(folded)
          ? columns.findIndex((column, c) => c >= row.column && fits(column, text, isNumbered, isClosed(row)))
          : -1;
      if (row && at >= 0) {
        row.printed.push(text);
        row.column = at + 1;
      } else if (row && isNumbered && !SECTION.test(folded) && !isClosed(row)) row.printed.push(text);
      else if (row && ["value", "attribute"].includes(lookOf(text))) row.printed.push(text);
      else {
        const title = begin(line, text, 0);
        open = isNumbered ? undefined : title;
      }
    }
  });
  return { rows, notes };
}

const LONG = 30;

const isNamed = (line: TextLine | undefined): boolean =>
  line !== undefined && ["text", "words"].includes(lookOf(line.text));

const isTitle = (folded: string): boolean =>
  folded.length <= 14 && /(指标|行动|方面|工程|任务)$/.test(folded);
