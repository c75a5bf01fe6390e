import { fold } from "../../text";
import { type Grid, type Left, type Line, printedOf } from "../source/grid";
import { readHtml } from "../source/html";
import { cleaned, type TextLine } from "../source/noise";
import type { Pasted, Refusal } from "../pasted";
import { rowsOf, rowsOfBars, rowsOfTabs, SEPARATORS } from "../source/text";
import { bestOf } from "../source/tables";
import { plain } from "../source/words";

/** Rows of a plain table or list, whichever way it was pasted. */
export interface List {
  readonly lines: readonly Line[];
  readonly left: readonly Left[];
}

/** A column of such a table by its header words, which are `plain`. */
export type Columns<K extends string> = readonly (readonly [K, RegExp])[];

/** What was pasted in rows: a page's largest table, else its text by tabs, bars, commas below a header, or wide spaces; undefined where nothing is. */
export function listOf<K extends string>(
  { cells, html, text }: Pasted,
  columns: Columns<K>,
): List | undefined {
  if (cells)
    return filled(
      cells.map((row, i) => ({ line: i + 1, cells: row.map((own) => ({ text: own.trim() })) })),
      [],
    );
  const page = html ? readHtml(html) : undefined;
  const table: Grid | undefined = page && bestOf(page.tables);
  if (table && table.lines.some(({ cells }) => cells.length > 1)) return filled(table.lines, table.left);
  const written = [text, page?.text].find((candidate) => fold(candidate ?? "") !== "");
  if (written === undefined) return table ? filled(table.lines, table.left) : undefined;
  const { lines, left } = cleaned(written);
  const bars = lines.filter(({ text }) => /\S\s*[|｜]\s*\S/.test(text)).length * 2 >= lines.length;
  const tabs = lines.some(({ text }) => text.includes("\t"));
  if (tabs) return filled(rowsOfTabs(lines), left);
  if (bars) return filled(rowsOfBars(lines), left);
  return filled(separated(lines, columns) ?? byWideSpaces(lines), left);
}

/** No word of a header is longer. */
const LONGEST_WORD = 12;

/** Rows of a CSV, known by its header. */
function separated<K extends string>(lines: readonly TextLine[], columns: Columns<K>): Line[] | undefined {
  return SEPARATORS.map((separator) => rowsOf(lines, separator)).find((rows) => {
    const header = headerOf(rows, columns);
    return header && rows[header.at]!.cells.every(({ text }) => text.length <= LONGEST_WORD);
  });
}

const byWideSpaces = (lines: readonly { line: number; text: string }[]): Line[] =>
  lines.map(({ line, text }) => ({
    line,
    cells: text
      .trim()
      .split(/[ \u00a0]{2,}|\u3000+/)
      .map((own) => ({ text: own })),
  }));

function filled(lines: readonly Line[], left: readonly Left[]): List | undefined {
  const rows = lines.filter((line) => printedOf(line).length > 0);
  return rows.length > 0 ? { lines: rows, left } : undefined;
}

/** Index of the header row among the first, and which column is which; undefined where no row holds two of the words. */
export function headerOf<K extends string>(
  lines: readonly Line[],
  columns: Columns<K>,
): { at: number; places: ReadonlyMap<K, number> } | undefined {
  for (const [at, { cells }] of lines.slice(0, 15).entries()) {
    const places = new Map<K, number>();
    cells.forEach(({ text }, i) => {
      const key = columns.find(([, words]) => words.test(plain(text)))?.[0];
      if (key !== undefined && !places.has(key)) places.set(key, i);
    });
    if (places.size >= 2) return { at, places };
  }
  return undefined;
}

export const nothingPasted = (picture: boolean | undefined, what: string): Refusal => ({
  refused: picture
    ? `图片不能读取。请从 Word、WPS、Excel 或网页里复制${what}的文字再粘贴。`
    : `没有可读的内容。请复制${what}再粘贴。`,
});
