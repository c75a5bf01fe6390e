import { fold } from "../../text";
import { looksOf } from "./columns";
import { cellsOf, type Grid, type Line, printedOf, type Heading } from "./grid";
import { isHeader } from "./header";
import type { Questions } from "../question";
import { BUREAU, lookOf, UNIT } from "./words";

const MOST_COLUMNS = 7;

/** A table without a header, its columns known by what they hold; undefined where that tells too little. Asks whether the first row is a header of unknown words. */
export function withHeader(grid: Grid, questions: Questions): Grid | undefined {
  const lines = grid.lines.filter((line) => printedOf(line).length > 0);
  const full = lines.filter(({ cells }) => cells.length > 1);
  const width = Math.max(0, ...full.slice(0, 200).map(({ cells }) => cells.length));
  if (full.length * 2 < lines.length || width < 2 || width > MOST_COLUMNS) return undefined;
  if (lines.some(({ cells }) => isHeader(cells.map(({ text }) => text)))) return undefined;
  const first = full[0]!;
  const rest = full.slice(1);
  const columns = Array.from({ length: width }, (_, i) => i);
  const values = columns.filter(
    (i) => looksOf(rest.length > 0 ? rest : full, i) === "value" && !isCounting(rest, i),
  );
  if (values.length === 0 || values.length > 3) return undefined;
  const isHead =
    values.every((i) => lookOf(first.cells[i]?.text ?? "") === "text") && askHead(first, questions);
  const roles = rolesOf(isHead ? rest : full, columns, values);
  if (!roles.includes("name")) return undefined;
  const headings = columns.map((i): Heading => ({
    header: isHead ? (first.cells[i]?.text ?? "") : "",
    role: roles[i],
  }));
  const asked =
    values.length === 1
      ? headings.map((h, i): Heading => (i === values[0] ? { ...h, role: "target" } : h))
      : headings;
  const from = grid.lines.indexOf(first);
  const header: Line = { line: first.line, cells: cellsOf(asked.map(({ header }) => header)) };
  return {
    ...grid,
    headings: asked,
    lines: [...grid.lines.slice(0, from), header, ...grid.lines.slice(isHead ? from + 1 : from)],
    headerAt: from,
  };
}

/** 1, 2, 3 down the rows. */
const isCounting = (lines: readonly Line[], column: number): boolean =>
  lines.length > 0 &&
  lines.every(({ cells }, i) => {
    const number = Number(fold(cells[column]?.text ?? ""));
    const before = i === 0 ? number - 1 : Number(fold(lines[i - 1]!.cells[column]?.text ?? ""));
    return Number.isInteger(number) && number === before + 1 && number <= lines.length + 2;
  });

function rolesOf(
  lines: readonly Line[],
  columns: readonly number[],
  values: readonly number[],
): Heading["role"][] {
  const most = (i: number, test: RegExp): boolean => {
    const texts = lines.map(({ cells }) => fold(cells[i]?.text ?? "")).filter((text) => text !== "");
    return texts.length > 0 && texts.filter((text) => test.test(text)).length * 3 >= texts.length * 2;
  };
  let hasName = false;
  return columns.map((i): Heading["role"] => {
    if (values.includes(i)) return undefined;
    if (isCounting(lines, i)) return "number";
    const look = looksOf(lines, i);
    if (look === "attribute") return "attribute";
    if (hasName && most(i, UNIT) && !most(i, BUREAU)) return "unit";
    if (hasName && most(i, BUREAU)) return "responsible";
    if (hasName || look !== "text") return "other";
    hasName = true;
    return "name";
  });
}

function askHead(first: Line, questions: Questions): boolean {
  const id = questions.ask({
    id: "first row",
    place: `第 ${first.line} 行`,
    printed: printedOf(first).join("  "),
    asks: "第一行是表头，还是一个指标？",
    proposals: [
      { id: "header", words: "表头", follows: "这一行不作指标" },
      { id: "row", words: "指标", follows: "这一行也是指标；表没有表头" },
    ],
  });
  return id === "header";
}
