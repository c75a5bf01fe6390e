import { fold } from "../../text";
import { readAbove } from "./above";
import { withoutRepeats } from "./again";
import { withAttributes } from "./attributes";
import { Aligner, type Loose } from "./align";
import { withBureausAbove } from "./bureaus-above";
import { readColumns } from "./columns";
import { bestOf } from "./tables";
import { cellsOf, type Grid, type Left, type Line, printedOf, textOf, type Heading } from "./grid";
import { headerAt, headingOf, isHeader, readHeader } from "./header";
import { withHeader } from "./headless";
import { settleGrowths } from "./growths";
import { readHtml } from "./html";
import { withOneHeader, withoutLayers } from "./layers";
import type { Pasted, Refusal } from "../pasted";
import type { Question, Questions } from "../question";
import { BodyReader } from "./rows";
import { withMarksInNotes } from "./marks";
import { withCodes } from "./numbers";
import type { Role, SourceTable, TableColumn } from "./table";
import { isBulletin, readSentences } from "./sentences";
import { rowsBetweenBars, withoutSpacing } from "./single";
import { rowsOfLines } from "./split";
import { gridOf, headerOfLines, readText, type ReadText, rowsOfBars, rowsOf, rowsOfTabs } from "./text";
import { chooseRows } from "./long";
import { inColumnsOf, straightened } from "./segments";
import { oneBelowTheOther, onePlans } from "./several";
import { gridOfSpaces } from "./spaces";
import { isTransposed, turned } from "./transposed";
import { isTitle, OF_TABLE } from "./words";
import { rejoined } from "./wrapped";
import { settleRivals, withJoins } from "./rivals";
import { settleStages } from "./stages";
import { settleSums } from "./sums";
import { readYears } from "./years";

export const refuse = (refused: string): Refusal => ({ refused });

const PICTURE =
  "图片不能读取。请从 Word、WPS、Excel 或网页里复制文字或表格；只有图片时，先用识图软件转成文字再粘贴。";
const NOTHING =
  "没有可读的内容。请复制规划的指标表（连同表头）再粘贴，或在工作簿里选中那张表后点“从选区读取”。";
const UNKNOWN =
  "看不出这是指标表：没有找到“指标”“目标”“2025年”这样的表头。请连同表头一起复制；或者先整理成一行一个指标，列为：指标、单位、基期、目标、责任部门。";
const LAYERED =
  "表头分了几层，或一行的格数比表头多，看不出每一列是哪个指标的什么数。请整理成一行一个指标、每列只有一个表头（指标、单位、基期、目标、责任部门），再粘贴。";
const BULLETIN =
  "这像是通报或进展情况，说的是完成了多少，不是规划的目标。请粘贴规划的指标表，或写明目标的句子，一行一句。";

/** Reads the structure of what was pasted: which cells are what. What they mean is read by others. */
export function readSource(pasted: Pasted, questions: Questions): SourceTable | Refusal {
  const read = gridOfPasted(pasted, questions);
  const table = "refused" in read || "rows" in read ? read : tableOf(alone(read, questions), questions);
  if ("rows" in table) questions.place((question) => placeOf(question, table));
  return table;
}

/** One table, its header above its rows. */
function alone(read: Grid, questions: Questions): Grid {
  const grid = onePlans(oneBelowTheOther(read), questions);
  return isTransposed(grid.lines) ? turned(grid) : grid;
}

/** Where the row stands now that a question is about. */
function placeOf({ line, printed }: Question, { rows, columns }: SourceTable): Question["cell"] {
  const name = columns.findIndex(({ role }) => role === "name");
  const of = rows.flatMap((row, i) => (row.line === line ? [i] : []));
  const row = of.find((i) => printed.includes(rows[i]!.cells[name]!)) ?? of[0];
  return row === undefined ? undefined : { row, column: "target" };
}

function gridOfPasted(pasted: Pasted, questions: Questions): Grid | SourceTable | Refusal {
  if (pasted.cells) return gridOfCells(pasted.cells, questions);
  const page = pasted.html ? readHtml(pasted.html) : undefined;
  const best = page && bestOf(page.tables);
  if (best && (headerAt(best.lines) >= 0 || isTransposed(best.lines))) return best;
  const struck = page?.left ?? [];
  // the clipboard's plain text does not tell what is crossed out
  const texts = struck.length > 0 ? [page?.text] : [pasted.text, page?.text];
  const text = texts.find((candidate) => fold(candidate ?? "") !== "");
  if (text === undefined) return best ?? refuse(pasted.picture || page?.pictures ? PICTURE : NOTHING);
  const read = gridOfText(text, questions);
  return "refused" in read ? read : { ...read, left: [...read.left, ...struck] };
}

function gridOfCells(
  cells: readonly (readonly string[])[],
  questions: Questions,
): Grid | SourceTable | Refusal {
  const lines = cells.map((row, i): Line => ({ line: i + 1, cells: cellsOf(row) }));
  const most = Math.max(0, ...lines.map((line) => printedOf(line).length));
  if (most === 0) return refuse(NOTHING);
  // a column alone is text that was pasted there
  if (most === 1) return gridOfText(cells.map((row) => row.join("")).join("\n"), questions);
  return { lines, above: [], below: [], left: [] };
}

function gridOfText(text: string, questions: Questions): Grid | SourceTable | Refusal {
  const read = readText(text);
  if (read.layout === "bars") return gridOf(read, rowsOfBars(read.lines));
  if (read.layout === "separated") return gridOf(read, rowsOf(read.lines, read.separator));
  if (read.layout === "bars between") return looseGrid(read, rowsBetweenBars(read.lines), questions);
  if (read.layout === "one a line") return gridOfLines(read, questions);
  if (read.layout === "spaces") {
    const { lines, headings, left, below } = gridOfSpaces(read.lines, questions);
    const grid = gridOf(read, lines);
    return {
      ...grid,
      wraps: true,
      headings,
      left: [...grid.left, ...left],
      below: [...below, ...grid.below],
    };
  }
  if (read.layout === "sentences") return tableOfSentences(read, questions);
  return gridOf(read, rowsOfTabs(read.lines));
}

function tableOfSentences(read: ReadText, questions: Questions): SourceTable | Refusal {
  if (isBulletin(read.lines)) return refuse(BULLETIN);
  const table = readSentences(read, questions);
  return table ?? refuse(UNKNOWN);
}

/** Cells one a line: the header words in a run, and below them rows that are to be found. */
function gridOfLines(read: ReadText, questions: Questions): Grid | Refusal {
  const lines = withoutSpacing(read.lines);
  const filled = lines.filter(({ text }) => fold(text) !== "");
  const header = headerOfLines(filled.map(({ text }) => text));
  if (!header) return refuse(UNKNOWN);
  const first = filled[header.from]!;
  const end = lines.indexOf(filled[header.to - 1]!) + 1;
  const words = filled.slice(header.from, header.to).map(({ text }) => text.trim());
  const printed = withoutLayers(words);
  const { rows, notes, left } = rowsOfLines(lines.slice(end), printed);
  const above = filled.slice(0, header.from).map(({ line, text }) => ({ line, printed: [text.trim()] }));
  const grid = looseGrid(read, [...above, { line: first.line, printed }, ...rows], questions);
  return {
    ...grid,
    left: [...grid.left, ...left],
    below: [...notes.map((note) => ({ ...note, because: "" })), ...grid.below],
  };
}

/** Rows whose cells are not said to belong to columns, put under their header. */
function looseGrid(read: ReadText, rows: readonly Loose[], questions: Questions): Grid {
  const from = rows.findIndex(({ printed }) => isHeader(printed));
  const header = rows[from]?.printed ?? [];
  const headings = header.map(headingOf);
  const name = Math.max(
    0,
    headings.findIndex(({ role }) => role === "name"),
  );
  const aligner = new Aligner(headings, questions);
  const lines = rows.map((row, i): Line => {
    if (i === from)
      return {
        line: row.line,
        cells: cellsOf([...header.slice(0, name + 1), "", ...header.slice(name + 1)]),
      };
    return i < from || row.printed.length === 1
      ? { line: row.line, cells: cellsOf(row.printed) }
      : aligner.align(row);
  });
  const named = lines.map((line, i) => (i > from ? withWholeName(line, lines[i + 1], name) : line));
  const isDivided = named.some(
    ({ cells }, i) => i > from && cells.length > 1 && fold(cells[name + 1]!.text) !== "",
  );
  const grid = gridOf(read, isDivided ? named : named.map((line) => without(line, name + 1)));
  return { ...grid, wraps: true, left: [...grid.left, ...aligner.left] };
}

/** What divides a name in one row only is the rest of it. */
function withWholeName(line: Line, below: Line | undefined, name: number): Line {
  const [own, rest] = [line.cells[name]?.text ?? "", line.cells[name + 1]?.text ?? ""];
  const goesOn = below !== undefined && below.cells.length > 1 && fold(below.cells[name]!.text) === "";
  if (line.cells.length < 2 || own === "" || rest === "" || goesOn) return line;
  const text = (i: number): string | undefined => (i === name ? own + rest : i === name + 1 ? "" : undefined);
  return { ...line, cells: line.cells.map((cell, i) => ({ ...cell, text: text(i) ?? cell.text })) };
}

const without = ({ line, cells }: Line, column: number): Line => ({
  line,
  cells: cells.length > 1 ? cells.filter((_, i) => i !== column) : cells,
});

function tableOf(pasted: Grid, questions: Questions): SourceTable | Refusal {
  const headed =
    pasted.headerAt !== undefined || headerAt(pasted.lines) >= 0 ? pasted : withHeader(pasted, questions);
  if (!headed) return refuse(isLayered(pasted) ? LAYERED : unclear(pasted));
  const from = headed.headerAt ?? headerAt(headed.lines);
  const grid = withOneHeader(headed, from);
  const header = readHeader(grid, from);
  const lines = grid.lines.slice(header.to);
  if (isWider(lines, header.headings.length)) return refuse(LAYERED);
  const { title, notes, section, left } = readAbove(
    [...grid.above, ...grid.lines.slice(0, from).flatMap(aboveOf)],
    lines.some(isTitleOfTable),
  );
  const coded = withCodes(grid.headings ?? header.headings, lines);
  const known = readColumns(coded, lines, questions);
  if (!known.some(({ role }) => role === "name")) return refuse(UNKNOWN);
  const titles = [title, ...grid.left.map(({ text }) => text)].join(" ");
  const dated = readYears(known, titles, questions);
  const staged = settleStages(settleSums(dated, lines, questions), titles, questions);
  const settled = settleRivals(staged, lines, titles, questions);
  const headings = settleGrowths(settled.headings, titles, questions);
  const top = grid.lines.slice(from, header.to);
  const ordered = inColumnsOf(headings, top, lines);
  const straight = straightened(headings, ordered.lines, questions);
  const whole = grid.wraps ? rejoined(headings, straight.lines, questions) : straight.lines;
  const body = new BodyReader(headings, top, questions, section).read(whole);
  if (body.rows.length === 0) return refuse(UNKNOWN);
  const joined = body.rows.map((row) => ({ ...row, cells: withJoins(row.cells, settled.joins) }));
  const rows = withBureausAbove(joined, headings, grid.merges ?? false, questions);
  const chosen = chooseRows(headings, rows, questions);
  const single = withoutRepeats(chosen.headings, chosen.rows, questions);
  const columns = chosen.headings.map((heading, i) => columnOf(heading, headings[i - 1]));
  return {
    title,
    ...withMarksInNotes(withAttributes({ columns, rows: single.rows })),
    notes: [...notes, ...body.notes, ...grid.below.map(({ text }) => text)],
    left: [
      ...grid.left,
      ...left,
      ...ordered.left,
      ...straight.left,
      ...body.left,
      ...chosen.left,
      ...single.left,
    ],
  };
}

const isTitleOfTable = (line: Line): boolean => {
  const printed = printedOf(line);
  return printed.length === 1 && OF_TABLE.test(fold(printed[0]!)) && isTitle(printed[0]!);
};

/** Why no header is found, though words of one are printed. */
function unclear({ lines }: Grid): string {
  const isKnown = (text: string): boolean => headingOf(text).role !== undefined && fold(text).length <= 12;
  const texts = lines
    .map(printedOf)
    .find((printed) => printed.length > 2 && printed.filter(isKnown).length > 1);
  if (!texts) return UNKNOWN;
  const quoted = (known: boolean): string =>
    texts
      .filter((text) => isKnown(text) === known)
      .slice(0, 6)
      .map((text) => `“${text.replace(/\s+/g, "")}”`)
      .join("");
  return `表头里有${quoted(true)}，但看不出${quoted(false)}各列是什么数，没有读。请只留指标、单位、基期、目标、责任部门各一列，每列一个表头，再粘贴。`;
}

/** Most rows have more cells than the header has columns. */
const isWider = (lines: readonly Line[], width: number): boolean =>
  lines.filter(({ cells }) => cells.slice(width).some(({ text }) => fold(text) !== "")).length * 2 >
  lines.length;

const isLayered = ({ lines }: Grid): boolean =>
  lines.some(
    ({ cells }) =>
      cells.length > 1 && cells.every(({ text }) => fold(text) === "" || headingOf(text).role !== undefined),
  );

const aboveOf = (line: Line): Left[] =>
  printedOf(line).length > 0 ? [{ line: line.line, text: textOf(line), because: "" }] : [];

/** What divides a name stands in it; its own column is not read again. */
const columnOf = ({ role, ...heading }: Heading, before: Heading | undefined): TableColumn => ({
  ...heading,
  role: role === "name" && before?.role === "name" ? "other" : roleOf(role),
});

const roleOf = (role: Heading["role"]): Role =>
  role === undefined || role === "year" || role === "place" || role === "period" ? "other" : role;
