import { fold } from "../../text";
import { cellsOf, type Grid, type Left, type Line, printedOf, textOf, type Heading } from "./grid";
import { hasUnit, headerAt, headingOf } from "./header";
import { lookOf, plain } from "./words";

interface Strip {
  readonly line: number;
  readonly head: string;
  readonly texts: readonly string[];
}

const roleOf = (text: string): string | undefined =>
  // 重点项目（个） is an indicator
  fold(text).length <= 20 && !hasUnit(text) ? headingOf(text).role : undefined;

const SAYS: readonly string[] = ["target", "baseline", "year"];

/** Indicators across, and below them nothing but years and the like: the corner says 年份, or nothing. */
function isYearsDown(lines: readonly Line[]): boolean {
  const [first, ...rest] = lines.filter((line) => printedOf(line).length > 1);
  if (!first || rest.length === 0 || first.cells.length < 3) return false;
  const corner = plain(first.cells[0]!.text);
  const roles = rest.map(({ cells }) => roleOf(cells[0]?.text ?? ""));
  return (
    (corner === "" || /^(年份|年度|项目|年)$/.test(corner)) &&
    roles.every((role) => role !== undefined) &&
    roles.some((role) => SAYS.includes(role)) &&
    first.cells.slice(1).every(({ text }) => ["text", "blank"].includes(lookOf(text)))
  );
}

/** True where indicators stand side by side: the header words run down the first column. */
export function isTransposed(lines: readonly Line[]): boolean {
  if (headerAt(lines) >= 0) return false;
  const roles = lines.slice(0, 60).map(({ cells }) => roleOf(cells[0]?.text ?? ""));
  const values = roles.filter((role) => role !== undefined && SAYS.includes(role));
  return (roles.includes("name") && values.length > 0) || isYearsDown(lines);
}

/** Rows for columns: each block begins with the names, and its further rows say something of each. */
export function turned({ lines, left, ...grid }: Grid): Grid {
  const { strips, rest } = isYearsDown(lines) ? yearStrips(lines) : stripsOf(lines);
  const blocks = blocksOf(strips);
  const heads = [...new Set(strips.map(({ head }) => plain(head)))];
  const header = heads.map((head) => strips.find((strip) => plain(strip.head) === head)!.head);
  const headings = header
    .map(headingOf)
    .map((heading, i): Heading => (i === 0 ? { ...heading, role: "name" } : heading));
  const misfits: Left[] = [];
  const rows = blocks.flatMap(([names, ...others]) => {
    const fitting = others.filter((strip) => strip.texts.length === names!.texts.length);
    for (const strip of others.filter((strip) => !fitting.includes(strip)))
      misfits.push({
        line: strip.line,
        text: [strip.head, ...strip.texts].join("\t"),
        because: `这一行有 ${strip.texts.length} 格，上面的指标有 ${names!.texts.length} 个，对不上`,
      });
    return names!.texts.map((name, i): Line => {
      const texts = heads.map((head) => {
        if (head === plain(names!.head)) return name;
        return fitting.find((strip) => plain(strip.head) === head)?.texts[i] ?? "";
      });
      return { line: names!.line, cells: cellsOf(texts) };
    });
  });
  if (strips.length === 0) return { ...grid, left, lines: rest };
  return {
    ...grid,
    headings,
    headerAt: rest.filter(({ line }) => line < strips[0]!.line).length,
    lines: [
      ...rest.filter(({ line }) => line < strips[0]!.line),
      { line: strips[0]!.line, cells: cellsOf(header) },
      ...rows,
    ],
    left: [
      ...left,
      ...misfits,
      ...rest
        .filter(({ line }) => line > strips[0]!.line)
        .map((line) => ({ line: line.line, text: textOf(line), because: "看不出这一行是哪些指标的什么数" })),
    ],
  };
}

/** Each row with a text in front; the first has the names. */
function yearStrips(lines: readonly Line[]): { strips: Strip[]; rest: Line[] } {
  const rows = lines.filter((line) => printedOf(line).length > 1);
  const strips = rows.map(({ line, cells }) => ({
    line,
    head: cells[0]!.text,
    texts: cells.slice(1).map(({ text }) => text),
  }));
  return { strips, rest: lines.filter((line) => printedOf(line).length === 1) };
}

/** Rows with a header word in front; a header word alone is that of the row below it. */
function stripsOf(lines: readonly Line[]): { strips: Strip[]; rest: Line[] } {
  const strips: Strip[] = [];
  const rest: Line[] = [];
  let alone: Line | undefined;
  for (const line of lines) {
    const texts = line.cells.map(({ text }) => text);
    if (printedOf(line).length === 0) continue;
    if (alone && roleOf(texts[0]!) === undefined) {
      strips.push({ line: alone.line, head: alone.cells[0]!.text, texts });
      alone = undefined;
    } else if (roleOf(texts[0]!) === undefined) rest.push(line);
    else if (texts.slice(1).every((text) => fold(text) === "")) alone = line;
    else strips.push({ line: line.line, head: texts[0]!, texts: texts.slice(1) });
  }
  return { strips, rest: alone ? [...rest, alone] : rest };
}

function blocksOf(strips: readonly Strip[]): Strip[][] {
  const blocks: Strip[][] = [];
  for (const strip of strips)
    if (blocks.length === 0 || roleOf(strip.head) === "name") blocks.push([strip]);
    else blocks[blocks.length - 1]?.push(strip);
  return blocks;
}
