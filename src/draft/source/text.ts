import { isUnit } from "../../plan";
import { fold } from "../../text";
import { cellsOf, type Grid, type Line } from "./grid";
import { isHeader, headingOf } from "./header";
import { cleaned, type Cleaned, type TextLine } from "./noise";
import { bySpaces } from "./spaces";
import { lookOf, ONLY_BARS } from "./words";

/** How cells are set apart in a text. */
export type Layout = "tabs" | "separated" | "bars" | "bars between" | "one a line" | "spaces" | "sentences";

/** A text by lines, and how its cells are set apart. */
export interface ReadText extends Cleaned {
  readonly layout: Layout;
  /** between the cells of a line, where the layout is "separated" */
  readonly separator: string;
}

const BAR = /[|｜│┃]/;
const RULE = /^[\s|｜│┃:：\-—─=+┼├┤┌┐└┘┬┴]+$/;

const count = (lines: readonly TextLine[], test: (text: string) => boolean): number =>
  lines.filter(({ text }) => test(text)).length;

/** Looks how the cells of a text are set apart. */
export function readText(text: string): ReadText {
  const clean = cleaned(text);
  const lines = clean.lines.filter(({ text }) => fold(text) !== "");
  const separator = separatorOf(lines);
  return { ...clean, layout: layoutOf(lines, separator), separator };
}

function layoutOf(lines: readonly TextLine[], separator: string): Layout {
  const tabs = count(lines, (text) => /\S.*\t|\t.*\S/.test(text));
  if (tabs >= 2 || (tabs === 1 && lines.length <= 2)) return "tabs";
  const bars = count(lines, (text) => BAR.test(text) && !ONLY_BARS.test(text));
  const alone = count(lines, (text) => ONLY_BARS.test(text));
  if (alone >= 4 && alone > bars) return "bars between";
  if (bars >= 2 && bars * 3 >= lines.length) return "bars";
  if (separator !== "") return "separated";
  if (headerOfLines(lines.map(({ text }) => text)) !== undefined) return "one a line";
  return lines.some(({ text }) => isHeader(bySpaces(text))) ? "spaces" : "sentences";
}

export const SEPARATORS = [",", "，", ";", "；"];

/** What stands between the cells of a CSV, known by its header; "" where none is one. */
const separatorOf = (lines: readonly TextLine[]): string =>
  SEPARATORS.find((separator) =>
    rowsOf(lines.slice(0, 12), separator).some((row, i, rows) => isSeparated(row, rows[i + 1])),
  ) ?? "";

const isSeparated = ({ cells }: Line, below: Line | undefined): boolean =>
  cells.length > 2 &&
  cells.every(({ text }) => text.length < 15) &&
  isHeader(cells.map(({ text }) => text)) &&
  below?.cells.length === cells.length;

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
    while (number < 0 && to - from > 2 && isCell(texts[to] ?? "") && !isYear(texts[to - 1]!)) to--;
    if (to - from >= 2 && isHeader(texts.slice(from, to))) return { from, to };
  }
  return undefined;
}

/** 2030年（目标） is no name. */
const isYear = (text: string): boolean => /^(19|20)\d\d年/.test(fold(text));

const isCell = (text: string): boolean =>
  ["value", "attribute"].includes(lookOf(text)) || isUnit(text.trim());

/** One header word, and not a whole header. */
const isHeading = (text: string): boolean =>
  fold(text).length <= 20 && headingOf(text).role !== undefined && !isHeader(bySpaces(text));

/** Rows of a text with tabs; a cell of several lines stands in quotes, as Excel copies it. */
export const rowsOfTabs = (lines: readonly TextLine[]): Line[] => rewrapped(rowsOf(lines, "\t"));

/** No cell in quotes has more lines: a quote that never ends is a quote. */
const MOST_LINES = 20;

/** Rows of cells with a separator between them; in quotes, it and line breaks belong to the cell. */
export function rowsOf(lines: readonly TextLine[], separator: string): Line[] {
  const rows: Line[] = [];
  for (let i = 0; i < lines.length; i++) {
    const { line } = lines[i]!;
    let text = lines[i]!.text;
    let end = i;
    while (isOpen(text, separator) && end + 1 < lines.length && end < i + MOST_LINES)
      text += `\n${lines[++end]!.text}`;
    const isWhole = !isOpen(text, separator);
    if (isWhole) i = end;
    else text = lines[i]!.text;
    rows.push({ line, cells: cellsOf(isWhole ? quoted(text, separator) : text.split(separator)) });
  }
  return rows;
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

const OPEN = new Map(["\t", ...SEPARATORS].map((one) => [one, new RegExp(`(?:^|${one})"(?:[^"]|"")*$`)]));

/** A cell that begins with a quote and has not ended. */
const isOpen = (text: string, separator: string): boolean =>
  OPEN.get(separator)!.test(text) && (text.match(/"/g)?.length ?? 0) % 2 === 1;

function quoted(text: string, separator: string): string[] {
  const cells: string[] = [];
  for (const part of text.split(separator)) {
    const last = cells[cells.length - 1];
    if (last !== undefined && isOpen(last, separator)) cells[cells.length - 1] = `${last}${separator}${part}`;
    else cells.push(part);
  }
  // quotes in a text with tabs are those of a cell only where they hold something together
  const held = separator === "\t" ? /^".*["\n].*"$/s : /^".*"$/s;
  return cells.map((cell) =>
    held.test(cell) && !isOpen(cell, separator) ? cell.slice(1, -1).replace(/""/g, '"') : cell,
  );
}

/** A cell of Markdown without its stress: **托位**, `4`; a bar in it is written with a stroke before. */
const unstyled = (cell: string): string =>
  cell.replace(/^\s*(\*\*|__|`)(.+)\1\s*$/s, "$2").replace(/\\([|｜│┃])/g, "$1");

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
          .replace(/(?<!\\)[|｜│┃]$/, "")
          .split(/(?<!\\)[|｜│┃]|<br>/)
          .map(unstyled),
      ),
    }));

export const gridOf = (read: Cleaned, lines: readonly Line[]): Grid => ({
  lines,
  above: [],
  below: [...read.notes],
  left: read.left,
});
