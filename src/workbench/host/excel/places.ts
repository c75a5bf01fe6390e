import { intersect } from "../../engine/areas";
import type { Area, CellContent } from "../../engine/engine";
import { formatArea, MAX_COLUMNS, MAX_ROWS, parseArea, quoteSheet } from "../address";
import type { Cells, Members } from "../model";
import { asKind, type HostObject, object } from "../object";
import { nameOf } from "./sheets";

/** Of addresses such as `A1:B2,D4`. */
export const areasAt = (addresses: unknown): Area[] =>
  String(addresses ?? "")
    .split(",")
    .map(parseArea);

/** The one area of a range. */
export const areaOf = ({ areas }: Cells): Area => areas[0]!;

export const withArea = (cells: Cells, area: Area): Cells => ({ ...cells, areas: [area] });

const rangeOf = (cells: Cells, area: Partial<Area>): HostObject<"Range"> =>
  object("Range", withArea(cells, { ...areaOf(cells), ...area }));

/** One cell, counted from the range's first. */
export function cellsAt(cells: Cells, row: number, column: number): Cells {
  const area = areaOf(cells);
  return withArea(cells, { row: area.row + row, column: area.column + column, rows: 1, columns: 1 });
}

/** With its sheet, as Excel writes it. */
export const addressOf = (cells: Cells): string => {
  const sheet = quoteSheet(nameOf(cells));
  return cells.areas.map((area) => `${sheet}!${formatArea(area)}`).join(",");
};

function around(cells: Cells, other: unknown): HostObject {
  const a = areaOf(cells);
  const range = asKind(other, "Range");
  const b = range ? areaOf(range.of) : parseArea(String(other));
  const [row, column] = [Math.min(a.row, b.row), Math.min(a.column, b.column)];
  return rangeOf(cells, {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  });
}

/** The smallest area that holds all content of some cells; null when they are blank. */
function filledPart(cells: CellContent[][]): Area | null {
  const filled = cells.map((line) =>
    line.map(({ value, formula }) => value !== null || formula !== undefined),
  );
  const rows = filled.flatMap((line, row) => (line.includes(true) ? [row] : []));
  const columns = (filled[0] ?? []).flatMap((_, c) => (filled.some((line) => line[c]) ? [c] : []));
  if (rows.length === 0) return null;
  const [row, column] = [rows[0]!, columns[0]!];
  return { row, column, rows: rows.at(-1)! - row + 1, columns: columns.at(-1)! - column + 1 };
}

/** The used part of the range; null when nothing in it is used. */
function used(cells: Cells, valuesOnly: unknown): HostObject | null {
  const { engine } = cells.book;
  const all = engine.usedArea(cells.sheet, valuesOnly === true);
  const [part] = all ? intersect(areaOf(cells), all) : [];
  if (!part || valuesOnly !== true) return part ? rangeOf(cells, part) : null;
  const filled = filledPart(engine.readCells(cells.sheet, part));
  return (
    filled && rangeOf(cells, { ...filled, row: part.row + filled.row, column: part.column + filled.column })
  );
}

/** Where a range is, and the ranges that are got from it. */
export const PLACES: Members<Cells> = {
  address: { read: addressOf },
  rowIndex: { read: (cells) => areaOf(cells).row },
  columnIndex: { read: (cells) => areaOf(cells).column },
  rowCount: { read: (cells) => areaOf(cells).rows },
  columnCount: { read: (cells) => areaOf(cells).columns },
  cellCount: { read: (cells) => areaOf(cells).rows * areaOf(cells).columns },
  getCell: { call: (cells, row, column) => object("Range", cellsAt(cells, Number(row), Number(column))) },
  getRow: { call: (cells, row) => rangeOf(cells, { row: areaOf(cells).row + Number(row), rows: 1 }) },
  getColumn: {
    call: (cells, column) => rangeOf(cells, { column: areaOf(cells).column + Number(column), columns: 1 }),
  },
  getEntireRow: { call: (cells) => rangeOf(cells, { column: 0, columns: MAX_COLUMNS }) },
  getEntireColumn: { call: (cells) => rangeOf(cells, { row: 0, rows: MAX_ROWS }) },
  getBoundingRect: { call: around },
  getUsedRangeOrNullObject: { call: used },
};
