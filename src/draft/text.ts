import { fold } from "../text";
import { cellsOf, type Grid, type Line } from "./grid";
import { isHeader, headingOf } from "./header";
import { cleaned, type Cleaned, type TextLine } from "./noise";
import { bySpaces } from "./spaces";
import { ONLY_BARS } from "./words";

/** How cells are set apart in a text. */
export type Layout = "tabs" | "bars" | "bars between" | "one a line" | "spaces" | "sentences";

/** A text by lines, and how its cells are set apart. */
export interface ReadText extends Cleaned {
  readonly layout: Layout;
}

const BAR = /[|｜│┃]/;
const RULE = /^[\s|｜│┃:：\-—─=+┼├┤┌┐└┘┬┴]+$/;

const count = (lines: readonly TextLine[], test: (text: string) => boolean): number =>
  lines.filter(({ text }) => test(text)).length;

/** Looks how the cells of a text are set apart. */
export function readText(text: string): ReadText {
  const clean = cleaned(text);
  const lines = clean.lines.filter(({ text }) => fold(text) !== "");
  return { ...clean, layout: layoutOf(lines) };
}

function layoutOf(lines: readonly TextLine[]): Layout {
  const tabs = count(lines, (text) => /\S.*\t|\t.*\S/.test(text));
  if (tabs >= 2 || (tabs === 1 && lines.length <= 2)) return "tabs";
  const bars = count(lines, (text) => BAR.test(text) && !ONLY_BARS.test(text));
  const alone = count(lines, (text) => ONLY_BARS.test(text));
  if (alone >= 4 && alone > bars) return "bars between";
  if (bars >= 2 && bars * 3 >= lines.length) return "bars";
  if (headerOfLines(lines.map(({ text }) => text)) !== undefined) return "one a line";
  return lines.some(({ text }) => isHeader(bySpaces(text))) ? "spaces" : "sentences";
}

/** Where consecutive lines are header words, one a line: first, and the first after them. */
export function headerOfLines(texts: readonly string[]): { from: number; to: number } | undefined {
  for (let from = 0; from < Math.min(texts.length, 60); from++) {
    let to = from;
    const seen = new Set<string>();
    while (to < texts.length && to < from + 15 && isHeading(texts[to]!) && !seen.has(fold(texts[to]!)))
      seen.add(fold(texts[to++]!));
    if (to - from >= 2 && isHeader(texts.slice(from, to))) return { from, to };
  }
  return undefined;
}

const isHeading = (text: string): boolean => fold(text).length <= 20 && headingOf(text).role !== undefined;

/** Rows of a text with tabs; a cell of several lines stands in quotes, as Excel copies it. */
export function rowsOfTabs(lines: readonly TextLine[]): Line[] {
  const rows: Line[] = [];
  for (let i = 0; i < lines.length; i++) {
    const { line } = lines[i]!;
    let text = lines[i]!.text;
    let end = i;
    while (isOpen(text) && end + 1 < lines.length && end < i + 20) text += `\n${lines[++end]!.text}`;
    if (isOpen(text)) text = lines[i]!.text;
    else i = end;
    rows.push({ line, cells: cellsOf(splitTabs(text)) });
  }
  return rows;
}

/** A cell that begins with a quote and has not ended. */
const isOpen = (text: string): boolean =>
  /(^|\t)"(?:[^"]|"")*$/.test(text) && (text.match(/"/g)?.length ?? 0) % 2 === 1;

function splitTabs(text: string): string[] {
  const cells: string[] = [];
  for (const part of text.split("\t")) {
    const last = cells[cells.length - 1];
    if (last !== undefined && isOpen(last)) cells[cells.length - 1] = `${last}\t${part}`;
    else cells.push(part);
  }
  return cells.map((cell) =>
    /^".*["\n].*"$/s.test(cell) && !isOpen(cell) ? cell.slice(1, -1).replace(/""/g, '"') : cell,
  );
}

/** Rows of a text with bars, Markdown or plain; lines that only draw the table are left out. */
export const rowsOfBars = (lines: readonly TextLine[]): Line[] =>
  lines
    .filter(({ text }) => !RULE.test(text))
    .map(({ line, text }) => ({
      line,
      cells: cellsOf(
        text
          .trim()
          .replace(/^[|｜│┃]/, "")
          .replace(/[|｜│┃]$/, "")
          .split(/[|｜│┃]|<br>/),
      ),
    }));

export const gridOf = (read: Cleaned, lines: readonly Line[]): Grid => ({
  lines,
  above: [],
  below: [...read.notes],
  left: read.left,
});
