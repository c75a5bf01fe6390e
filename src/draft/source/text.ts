import { isUnit } from "../../plan";
import { fold } from "../../text";
import { cellsOf, type Grid, type Line } from "./grid";
import { isHeader, headingOf } from "./header";
import { cleaned, type Cleaned, type TextLine } from "./noise";
import { bySpaces } from "./spaces";
import { lookOf, ONLY_BARS } from "./words";

/** How cells are set apart in a text. */
export type Layout = "tabs" | "commas" | "bars" | "bars between" | "one a line" | "spaces" | "sentences";

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
  if (lines.slice(0, 10).some(({ text }, i) => isCommaHeader(text, lines[i + 1]?.text))) return "commas";
  if (headerOfLines(lines.map(({ text }) => text)) !== undefined) return "one a line";
  return lines.some(({ text }) => isHeader(bySpaces(text))) ? "spaces" : "sentences";
}

const isCommaHeader = (text: string, below = ""): boolean => {
  const parts = text.split(/[,，]/);
  return (
    parts.length > 2 &&
    parts.every((part) => part.length < 15) &&
    isHeader(parts) &&
    below.split(/[,，]/).length === parts.length
  );
};

/** Where consecutive lines are header words, one a line: first, and the first after them. */
export function headerOfLines(texts: readonly string[]): { from: number; to: number } | undefined {
  for (let from = 0; from < Math.min(texts.length, 60); from++) {
    let to = from;
    const seen = new Set<string>();
    while (to < texts.length && to < from + 15 && isHeading(texts[to]!) && !seen.has(fold(texts[to]!)))
      seen.add(fold(texts[to++]!));
    const roles = texts.slice(from, to).map((text) => headingOf(text).role);
    const number = roles.indexOf("number");
    // 主要指标 above 序号 is the title
    if (number > 0 && roles.slice(0, number).includes("name")) continue;
    // a value follows no header: the last was a name with a word of headers in it
    while (number < 0 && to - from > 2 && isCell(texts[to] ?? "")) to--;
    if (to - from >= 2 && isHeader(texts.slice(from, to))) return { from, to };
  }
  return undefined;
}

const isCell = (text: string): boolean =>
  ["value", "attribute"].includes(lookOf(text)) || isUnit(text.trim());

const isHeading = (text: string): boolean => fold(text).length <= 20 && headingOf(text).role !== undefined;

/** Rows of a text with tabs; a cell of several lines stands in quotes, as Excel copies it. */
export function rowsOfTabs(lines: readonly TextLine[]): Line[] {
  const rows: Line[] = [];
  for (let i = 0; i < lines.length; i++) {
    const { line } = lines[i]!;
    let text = lines[i]!.text;
    let end = i;
    while (isOpen(text) && end + 1 < lines.length && end < i + 20) text += `\n${lines[++end]!.text}`;
    const isWhole = !isOpen(text);
    if (isWhole) i = end;
    else text = lines[i]!.text;
    rows.push({ line, cells: cellsOf(isWhole ? splitTabs(text) : text.split("\t")) });
  }
  return rewrapped(rows);
}

/** A cell of Word that runs over two lines breaks its row: two pieces that together make one are one. */
function rewrapped(rows: readonly Line[]): Line[] {
  const widths = rows.map(({ cells }) => cells.length);
  const width = Math.max(...widths.slice(0, 50), 0);
  const whole: Line[] = [];
  for (let i = 0; i < rows.length; i++) {
    const { line, cells } = rows[i]!;
    const below = rows[i + 1]?.cells;
    const isBroken =
      cells.length > 1 &&
      below &&
      below.length > 1 &&
      cells.length < width &&
      cells.length + below.length - 1 === width &&
      !cells.slice(1).some(({ text }) => ["value", "attribute"].includes(lookOf(text)));
    if (!isBroken) whole.push(rows[i]!);
    else {
      const joined = { text: `${cells[cells.length - 1]!.text}\n${below[0]!.text}`.trim() };
      whole.push({ line, cells: [...cells.slice(0, -1), joined, ...below.slice(1)] });
      i++;
    }
  }
  return whole;
}

/** Rows of a text whose cells are set apart by commas. */
export const rowsOfCommas = (lines: readonly TextLine[]): Line[] =>
  rowsOfTabs(lines.map(({ line, text }) => ({ line, text: text.replace(/[,，]/g, "\t") })));

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
