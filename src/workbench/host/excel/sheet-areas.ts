import type { Area, CellStyle, SpreadsheetEngine } from "../../engine/engine";
import { MAX_COLUMNS, MAX_ROWS, overlaps, subtract } from "../address";
import { HostError } from "../errors";
import type { Manners } from "../manners";

/** Beyond this a range is a row, a column or the sheet, not a table. */
const MANY_CELLS = 2_000_000;

/** Some cells of one sheet; what formats, rules and ranges act on. */
export interface SheetAreas {
  engine: SpreadsheetEngine;
  sheet: string;
  areas: Area[];
  /** absent: whatever the host is for behaves as it likes */
  manners?: Manners;
}

const cellsIn = ({ rows, columns }: Area): number => rows * columns;

/** Whole rows, columns and sheets reach as far as there is content; a table is taken as it is. */
export function bounded({ engine, sheet }: SheetAreas, area: Area): Area | null {
  if (area.rows < MAX_ROWS && area.columns < MAX_COLUMNS) {
    if (cellsIn(area) > MANY_CELLS) throw new HostError("InvalidArgument", "range too large");
    return area;
  }
  const used = engine.usedArea(sheet);
  if (!used) return null;
  const rows = Math.min(area.rows, used.row + used.rows - area.row);
  const columns = Math.min(area.columns, used.column + used.columns - area.column);
  return rows > 0 && columns > 0 ? { ...area, rows, columns } : null;
}

const options = ({ engine, sheet }: SheetAreas): Record<string, unknown> | null =>
  engine.sheetState(sheet).protection;

/** @throws HostError AccessDenied when the sheet is protected, unless the protection allows it */
export function checkFormat(cells: SheetAreas, allowedBy = "allowFormatCells"): void {
  const protection = options(cells);
  if (protection && protection[allowedBy] !== true) throw new HostError("AccessDenied", "protected sheet");
}

/** @throws HostError AccessDenied when the sheet is protected and one of the cells is locked */
export function checkEntry(cells: SheetAreas): void {
  if (!options(cells)) return;
  for (const area of cells.areas) {
    const inside = bounded(cells, area);
    const locked =
      !inside ||
      cells.engine.readStyles(cells.sheet, inside).some((row) => row.some((s) => s.locked !== false));
    if (locked) throw new HostError("AccessDenied", "locked cell");
  }
}

/** The style all cells share in one part; undefined when they differ. Excel answers null then. */
export function sharedStyle<T>(cells: SheetAreas, part: (style: CellStyle) => T): T | null {
  const values = cells.areas.flatMap((area) => {
    const inside = bounded(cells, area);
    return inside ? cells.engine.readStyles(cells.sheet, inside).flat().map(part) : [];
  });
  const [first] = values;
  return first !== undefined && values.every((v) => v === first) ? first : null;
}

export function writeStyle(cells: SheetAreas, style: CellStyle): void {
  checkFormat(cells);
  const areas = cells.areas.map((area) => bounded(cells, area)).filter((area) => area !== null);
  cells.engine.writeStyle(cells.sheet, areas, style);
}

export const intersect = (a: Area, b: Area): Area[] => {
  if (!overlaps(a, b)) return [];
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  return [
    {
      row,
      column,
      rows: Math.min(a.row + a.rows, b.row + b.rows) - row,
      columns: Math.min(a.column + a.columns, b.column + b.columns) - column,
    },
  ];
};

export const outside = (from: Area[], cuts: Area[]): Area[] =>
  cuts.reduce((left, cut) => left.flatMap((area) => subtract(area, cut)), from);

export const inside = (of: Area[], among: Area[]): Area[] =>
  of.flatMap((a) => among.flatMap((b) => intersect(a, b)));
