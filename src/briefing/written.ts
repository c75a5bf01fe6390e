import { type Cell, type Grid, isFormula, valueAt, formulaAt, type SheetLayout } from "../grid";
import { hash } from "../text";
import { type Briefing, CLOSING_LABELS, REQUIREMENT_LABELS, REQUIREMENTS } from "./briefing";
import { DIGITS } from "./paper";
import { type Piece, type Sentence, slot, textOf } from "./piece";
import { LAGGING_COLUMNS, REASON } from "./table";

/*
 * What the office has written on a bulletin's sheet, so that it stands again on the next one. Each row that was made is known
 * by a mark of what it says: what has none was written by somebody.
 */

/** So many characters of a hash tell a sheet's rows apart. */
const MARK = 6;

const trimmed = (text: unknown): string =>
  String(typeof text === "number" ? Number(text.toPrecision(DIGITS)) : (text ?? "")).replace(
    /^[\s　]+|[\s　]+$/g,
    "",
  );
const markOf = (cells: readonly string[]): string =>
  hash(JSON.stringify(cells.flatMap((text, i) => (text === "" ? [] : [[i, text]])))).slice(0, MARK);

const contentOf = (cell: Cell | null): string =>
  trimmed(typeof cell === "object" && cell !== null ? cell.formula : cell);

/** The marks of all rows that say something. */
export const rowMarks = ({ cells }: SheetLayout): string[] =>
  cells
    .map((row) => row.map(contentOf))
    .filter((row) => row.some((text) => text !== ""))
    .map(markOf);

interface Line {
  /** as it begins, `（一）` or `发文单位：`; "" where somebody added it */
  label: string;
  text: string;
}

export interface Written {
  /** 工作要求, in order */
  requirements: readonly Line[];
  /** 原因 by indicator, where the bureau gave none */
  reasons: ReadonlyMap<string, string>;
  closing: readonly Line[];
  /** lines that somebody added, by the heading above them; under "" those at the end */
  own: ReadonlyMap<string, readonly string[]>;
  /** something that was made was changed or taken away, or was added where it cannot stand again */
  altered: boolean;
}

const LABEL = new RegExp(`^(（[一二三四五六七八九十]+）|${CLOSING_LABELS.join("|")})[\\s　]*(.*)$`, "s");
const HEADING = /^[一二三四五六七八九十]+、(.+)$/;
const NOTE = /^注\d+：/;
const REASON_AT = LAGGING_COLUMNS.findIndex(({ header }) => header === REASON);
const NAME_AT = LAGGING_COLUMNS.findIndex(({ header }) => header === "指标");
const withoutSymbol = (text: string): string => text.replace(/^[^\p{L}\p{N}“(（]+/u, "");

/** What stands in a row's cells, from column A; a formula as such. */
const rowAt = (grid: Grid, row: number): string[] =>
  Array.from({ length: grid.column + (grid.values[0]?.length ?? 0) }, (_, column) => {
    const [value, formula] = [valueAt(grid, row, column), formulaAt(grid, row, column)];
    return trimmed(isFormula(value, formula) ? formula : value);
  });

/**
 * What was written on a bulletin's sheet since it was made.
 * @param marks of the rows that were made
 */
export function writtenOn(grid: Grid, marks: ReadonlySet<string>): Written {
  const seen = new Set<string>();
  const [requirements, closing]: [Line[], Line[]] = [[], []];
  const reasons = new Map<string, string>();
  const own = new Map<string, string[]>();
  let [heading, altered] = ["", false];
  const isMade = (cells: readonly string[]): boolean => {
    const mark = markOf(cells);
    const known = marks.has(mark);
    if (known) seen.add(mark);
    return known;
  };
  for (let row = grid.row; row < grid.row + grid.values.length; row++) {
    const cells = rowAt(grid, row);
    const [first = "", ...rest] = cells;
    if (cells.every((text) => text === "")) continue;
    const whole = rest.every((text) => text === "");
    const [, label, text = ""] = (whole && LABEL.exec(first)) || [];
    const list = label?.startsWith("（") ? requirements : closing;
    if (label !== undefined && (heading === REQUIREMENTS || list === closing) && isMade([label])) {
      list.push({ label, text });
      if (list === closing) heading = "";
    } else if (isMade(cells)) {
      heading = NOTE.test(first) ? "" : (HEADING.exec(first)?.[1] ?? heading);
    } else if (cells[REASON_AT] && isMade(cells.map((one, i) => (i === REASON_AT ? "" : one)))) {
      reasons.set(withoutSymbol(cells[NAME_AT] ?? ""), cells[REASON_AT]);
    } else if (!whole) altered = true;
    else if (heading === REQUIREMENTS) requirements.push({ label: "", text: first });
    else own.set(heading, [...(own.get(heading) ?? []), first]);
  }
  const isLabel = (mark: string): boolean => LABELS.has(mark);
  return {
    ...{ requirements, reasons, closing, own },
    altered: altered || [...marks].some((mark) => !seen.has(mark) && !isLabel(mark)),
  };
}

/** Empty lines may be taken away. */
const LABELS = new Set([...REQUIREMENT_LABELS, ...CLOSING_LABELS].map((label) => markOf([label])));

const lineOf = ({ label, text }: Line): Sentence => [...(label === "" ? [] : [{ text: label }]), slot(text)];
const isWritten = ({ label, text }: Line): boolean => label === "" || text !== "";

/** True where somebody wrote anything. */
export const isAnyWritten = ({ requirements, reasons, closing, own, altered }: Written): boolean =>
  altered || reasons.size + own.size > 0 || [...requirements, ...closing].some(isWritten);

const nameIn = (row: readonly Piece[]): string => withoutSymbol(row[NAME_AT]?.text ?? "");

/**
 * The bulletin with what was written on the one before.
 * @param samePeriod false: reasons are of another period and stay behind
 * @returns `left`: what has no place on it, in words
 */
export function withWritten(
  briefing: Briefing,
  written: Written,
  samePeriod: boolean,
): { briefing: Briefing; left: string[] } {
  const placed = new Set<string>();
  const reasonsIn = (row: readonly Piece[]): readonly Piece[] => {
    const [name, cell] = [nameIn(row), row[REASON_AT]];
    const reason = samePeriod ? written.reasons.get(name) : undefined;
    if (reason === undefined || !cell?.slot) return row;
    placed.add(name);
    return row.map((piece, i) => (i === REASON_AT ? slot(reason) : piece));
  };
  const headings = new Set<string>();
  const sections = briefing.sections.map((section) => {
    const [, name = ""] = HEADING.exec(section.heading) ?? [];
    headings.add(name);
    const paragraphs =
      name === REQUIREMENTS && written.requirements.some(isWritten)
        ? written.requirements.map(lineOf)
        : section.paragraphs;
    return {
      ...section,
      paragraphs: [...paragraphs, ...(written.own.get(name) ?? []).map((text) => [slot(text)])],
      table: section.table && { ...section.table, rows: section.table.rows.map(reasonsIn) },
    };
  });
  const closing = briefing.closing.map((sentence) => {
    const label = textOf(sentence);
    return lineOf(written.closing.find((line) => line.label === label) ?? { label, text: "" });
  });
  const left = [
    ...[...written.reasons.keys()].filter((name) => !placed.has(name)).map((name) => `“${name}”的原因`),
    ...[...written.own.keys()]
      .filter((name) => name !== "" && !headings.has(name))
      .map((name) => `“${name}”部分加的行`),
    ...(written.altered ? ["改动过的内容"] : []),
  ];
  const below = (written.own.get("") ?? []).map((text) => [slot(text)]);
  return { briefing: { ...briefing, sections, closing, below }, left };
}
