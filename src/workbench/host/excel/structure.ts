import { intersect, outside, overlaps } from "../../engine/areas";
import { type Area, type Axis, MAX_COLUMNS, MAX_ROWS } from "../../engine/engine";
import { cutsMerge, type Shift } from "../../engine/shift";
import { HostError } from "../errors";
import type { Cells } from "../model";
import { checkEntry, checkFormat } from "./cells";

const isRows = ({ columns }: Area): boolean => columns === MAX_COLUMNS;
const isColumns = ({ rows }: Area): boolean => rows === MAX_ROWS;

const DIRECTIONS: Record<Shift["kind"], Record<string, Axis>> = {
  inserted: { Down: "rows", Right: "columns" },
  deleted: { Up: "rows", Left: "columns" },
};

/** Whole rows move down or up and whole columns sideways, whatever is asked. */
function shiftOf(kind: Shift["kind"], area: Area, direction: unknown): Shift {
  const asked = DIRECTIONS[kind][String(direction)];
  if (!asked) throw new HostError("InvalidArgument", `shift "${String(direction)}"`);
  return { kind, area, moved: isRows(area) ? "rows" : isColumns(area) ? "columns" : asked };
}

/** Whole rows and columns may be allowed; cells never. */
function checkProtection(cells: Cells, { kind, area }: Shift): void {
  const verb = kind === "inserted" ? "Insert" : "Delete";
  checkFormat(cells, isRows(area) ? `allow${verb}Rows` : isColumns(area) ? `allow${verb}Columns` : null);
  if (kind === "deleted") checkEntry(cells);
}

function checkMerges({ book: { engine }, sheet }: Cells, shift: Shift): void {
  if (cutsMerge(engine.sheetState(sheet).merges, shift))
    throw new HostError("InsertDeleteConflict", "a merged area");
}

/** The cells at the sheet's edge that would be pushed over it. */
function atEdge({ area, moved }: Shift): Area {
  const { rows, columns } = area;
  return moved === "rows" ? { ...area, row: MAX_ROWS - rows } : { ...area, column: MAX_COLUMNS - columns };
}

function checkEdge({ book: { engine }, sheet }: Cells, shift: Shift): void {
  const used = engine.usedArea(sheet);
  const pushed = used ? intersect(used, atEdge(shift)) : [];
  const cells = pushed.flatMap((area) => engine.readCells(sheet, area).flat());
  if (cells.some(({ value, formula }) => value !== null || formula))
    throw new HostError("NonBlankCellOffSheet", "the sheet's edge");
}

/** @throws HostError AccessDenied, InsertDeleteConflict for a merge cut through, NonBlankCellOffSheet */
export function insertCells(cells: Cells, area: Area, direction: unknown): void {
  const shift = shiftOf("inserted", area, direction);
  checkProtection(cells, shift);
  checkMerges(cells, shift);
  checkEdge(cells, shift);
  cells.book.engine.insertCells(cells.sheet, area, shift.moved);
}

/** @throws HostError AccessDenied, InsertDeleteConflict for a merge cut through */
export function deleteCells(cells: Cells, area: Area, direction: unknown): void {
  const shift = shiftOf("deleted", area, direction);
  checkProtection(cells, shift);
  checkMerges(cells, shift);
  cells.book.engine.deleteCells(cells.sheet, area, shift.moved);
}

/** All rows, or columns, that an area reaches. */
const linesOf = (area: Area, axis: Axis): Area =>
  axis === "rows" ? { ...area, column: 0, columns: MAX_COLUMNS } : { ...area, row: 0, rows: MAX_ROWS };

/** In order, and neighbours as one. */
function joined(lines: Area[]): Area[] {
  const all: Area[] = [];
  for (const line of [...lines].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const last = all.at(-1);
    if (last && isRows(line) && last.row + last.rows === line.row) last.rows += line.rows;
    else if (last && isColumns(line) && last.column + last.columns === line.column)
      last.columns += line.columns;
    else all.push({ ...line });
  }
  return all;
}

/** Null when some of an area's rows or columns are hidden and others are not. */
export function isHidden({ book: { engine }, sheet }: Cells, area: Area, axis: Axis): boolean | null {
  const lines = linesOf(area, axis);
  const hidden = engine.sheetState(sheet).hidden.filter((one) => (axis === "rows" ? isRows : isColumns)(one));
  if (!hidden.some((one) => overlaps(one, lines))) return false;
  return outside([lines], hidden).length === 0 ? true : null;
}

/** @throws HostError AccessDenied when the protection does not allow formatting rows, or columns */
export function setHidden(cells: Cells, area: Area, axis: Axis, hide: boolean): void {
  checkFormat(cells, axis === "rows" ? "allowFormatRows" : "allowFormatColumns");
  const { hidden } = cells.book.engine.sheetState(cells.sheet);
  const lines = linesOf(area, axis);
  const rows = hidden.filter(isRows);
  const columns = hidden.filter((one) => !isRows(one));
  const changed = (was: Area[]): Area[] => joined([...outside(was, [lines]), ...(hide ? [lines] : [])]);
  cells.book.engine.updateSheet(cells.sheet, {
    hidden: axis === "rows" ? [...changed(rows), ...columns] : [...rows, ...changed(columns)],
  });
}
