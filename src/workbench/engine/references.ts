import { type Area, columnLetters, columnNumber, MAX_COLUMNS, MAX_ROWS, quoteSheet } from "../../grid";

export { quoteSheet } from "../../grid";

export const unquoteSheet = (name: string): string =>
  name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name;

/** A row or column of a reference; `fixed` with its $. */
interface Line {
  at: number;
  fixed: boolean;
}

/** Of whole columns the row is null, of whole rows the column. */
interface Corner {
  row: Line | null;
  column: Line | null;
}

export interface Reference {
  /** null: the sheet where the formula stands */
  sheet: string | null;
  /** one corner of a cell, two of a range, whole columns or whole rows */
  corners: Corner[];
}

export const SHEET = String.raw`(?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)`;
const COLUMN = String.raw`\$?[A-Za-z]{1,3}`;
const ROW = String.raw`\$?\d{1,7}`;
const RANGES = [`${COLUMN}${ROW}:${COLUMN}${ROW}`, `${COLUMN}:${COLUMN}`, `${ROW}:${ROW}`, `${COLUMN}${ROW}`];

/** A text in quotes, which is none; a reference, with its sheet or without; or a sheet's name before anything else. */
const PARTS = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.$\]!])(?:(${SHEET})!)?(${RANGES.join("|")})(?![\p{L}\p{N}_.(!])|'(?:[^']|'')*'`,
  "gu",
);

function cornerOf(text: string): Corner {
  const [, fixedColumn, letters, fixedRow, digits] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text)!;
  // of whole rows the only $ is the row's
  const fixed = letters ? fixedRow : fixedColumn || fixedRow;
  return {
    row: digits ? { at: Number(digits) - 1, fixed: fixed === "$" } : null,
    column: letters ? { at: columnNumber(letters), fixed: fixedColumn === "$" } : null,
  };
}

const onSheet = ({ row, column }: Corner): boolean =>
  (!row || (row.at >= 0 && row.at < MAX_ROWS)) && (!column || (column.at >= 0 && column.at < MAX_COLUMNS));

const lineText = (line: Line | null, text: (at: number) => string): string =>
  line ? `${line.fixed ? "$" : ""}${text(line.at)}` : "";

const cornerText = ({ row, column }: Corner): string =>
  lineText(column, columnLetters) + lineText(row, (at) => String(at + 1));

/**
 * The formula with its references changed. Texts, names and functions stay.
 * @param change null: the cells are gone
 * @param lost stands for those without their sheet; left out, they keep it before #REF!, as Excel writes it
 */
export const mapReferences = (
  formula: string,
  change: (reference: Reference) => Reference | null,
  lost?: string,
): string =>
  formula.replace(PARTS, (whole: string, name: string | undefined, range: string | undefined) => {
    if (range === undefined) return whole;
    const corners = range.split(":").map(cornerOf);
    if (!corners.every(onSheet)) return whole;
    const sheet = name === undefined ? null : unquoteSheet(name);
    const changed = change({ sheet, corners });
    if (!changed && lost) return lost;
    const prefix = changed && changed.sheet !== sheet ? quoteSheet(changed.sheet ?? "") : name;
    const text = changed?.corners.every(onSheet) ? changed.corners.map(cornerText).join(":") : "#REF!";
    return prefix ? `${prefix}!${text}` : text;
  });

/** The cells that a reference means. */
export function areaOf({ corners }: Reference): Area {
  const [first, last = first] = corners as [Corner, Corner?];
  const span = (a: Line | null, b: Line | null, all: number): [number, number] =>
    a && b ? [Math.min(a.at, b.at), Math.abs(a.at - b.at) + 1] : [0, all];
  const [row, rows] = span(first.row, last.row, MAX_ROWS);
  const [column, columns] = span(first.column, last.column, MAX_COLUMNS);
  return { row, column, rows, columns };
}

/** The same kind of reference to other cells: what was fixed stays fixed. */
export function withArea(reference: Reference, { row, column, rows, columns }: Area): Reference {
  const corners = reference.corners.map((corner, i) => ({
    row: corner.row && { ...corner.row, at: row + (i === 0 ? 0 : rows - 1) },
    column: corner.column && { ...corner.column, at: column + (i === 0 ? 0 : columns - 1) },
  }));
  return { ...reference, corners };
}

/** The formula as it reads in a cell so many rows and columns further: what is not fixed moves along. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const moved = (line: Line | null, by: number): Line | null =>
    line && !line.fixed ? { ...line, at: line.at + by } : line;
  return mapReferences(formula, ({ sheet, corners }) => ({
    sheet,
    corners: corners.map(({ row, column }) => ({ row: moved(row, rows), column: moved(column, columns) })),
  }));
}
