import { fold } from "../text";
import type { Loose } from "./align";
import type { Heading } from "./header";
import type { TextLine } from "./noise";
import { lookOf, NOTE, ONLY_BARS, SECTION } from "./words";

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

/** Puts the lines under a header into rows: a row begins with its number, or with a text that values follow. */
export function rowsOfLines(
  lines: readonly TextLine[],
  headings: readonly Heading[],
): { rows: Loose[]; notes: TextLine[] } {
  return headings.some(({ role }) => role === "number") ? byNumber(lines) : byValues(lines, headings);
}

function byNumber(lines: readonly TextLine[]): { rows: Loose[]; notes: TextLine[] } {
  const rows: { line: number; printed: string[] }[] = [];
  const notes: TextLine[] = [];
  let next: number | undefined;
  let open: { line: number; printed: string[] } | undefined;
  let inNote = false;
  lines.forEach(({ line, text }, i) => {
    const folded = fold(text);
    const follows = lines[i + 1];
    const isNumber =
      /^\d{1,4}$/.test(folded) &&
      (next === undefined ? Number(folded) <= 1 || open === undefined : Number(folded) === next);
    if (isNumber && follows && ["text", "words"].includes(lookOf(follows.text))) {
      next = Number(folded) + 1;
      open = { line, printed: [folded] };
      rows.push(open);
      inNote = false;
    } else if (folded === "") {
      if (open && !inNote) open.printed.push("");
    } else if (NOTE.test(text.trim()) || (inNote && !SECTION.test(folded) && !isTitle(folded))) {
      notes.push({ line, text: text.trim() });
      inNote = true;
    } else if (open && open.printed.length === 1) open.printed.push(text.trim());
    else if (open && !SECTION.test(folded) && (lookOf(text) !== "text" || !isClosed(open.printed)))
      open.printed.push(text.trim());
    else {
      rows.push({ line, printed: [text.trim()] });
      open = undefined;
      inNote = false;
    }
  });
  return { rows, notes };
}

const isTitle = (folded: string): boolean =>
  folded.length <= 14 && /(指标|行动|方面|工程|任务)$/.test(folded);

/** A row that has its attribute, or at least a value, takes no text more. */
const isClosed = (printed: readonly string[]): boolean =>
  printed.slice(2).some((text) => ["attribute", "value", "words"].includes(lookOf(text)));

function byValues(
  lines: readonly TextLine[],
  headings: readonly Heading[],
): { rows: Loose[]; notes: TextLine[] } {
  const rows: { line: number; printed: string[] }[] = [];
  const notes: TextLine[] = [];
  const texts = headings.filter(({ role }) => role !== "section").length;
  let open: { line: number; printed: string[] } | undefined;
  lines.forEach(({ line, text }, i) => {
    const look = lookOf(text);
    const follows = lines[i + 1] && lookOf(lines[i + 1]!.text);
    if (look === "note") notes.push({ line, text: text.trim() });
    else if (open && (look === "value" || look === "attribute" || look === "blank"))
      open.printed.push(look === "blank" ? "" : text.trim());
    else if (open && look === "words" && open.printed.length < texts) open.printed.push(text.trim());
    else if (
      open &&
      open.printed.length >= 2 &&
      open.printed.length < texts &&
      follows !== "value" &&
      !SECTION.test(fold(text))
    )
      open.printed.push(text.trim());
    else if (look !== "blank") {
      open = { line, printed: [text.trim()] };
      rows.push(open);
    }
  });
  return { rows, notes };
}
