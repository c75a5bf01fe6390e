import type {
  Area,
  CellStyle,
  ProtectionOption,
  SheetProtection,
  SpreadsheetEngine,
} from "../../engine/engine";
import { isLocked, isUnbounded, usedPart } from "../../engine/locks";
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
  if (!isUnbounded(area) && cellsIn(area) > MANY_CELLS)
    throw new HostError("InvalidArgument", "range too large");
  return usedPart(engine, sheet, area);
}

const options = ({ engine, sheet }: SheetAreas): SheetProtection | null =>
  engine.sheetState(sheet).protection;

/** @throws HostError AccessDenied when the sheet is protected, unless the protection allows it; null: none does */
export function checkFormat(
  cells: SheetAreas,
  allowedBy: ProtectionOption | null = "allowFormatCells",
): void {
  const protection = options(cells);
  if (protection && !(allowedBy && protection[allowedBy]))
    throw new HostError("AccessDenied", "protected sheet");
}

/** @throws HostError AccessDenied when the sheet is protected and one of the cells is locked */
export function checkEntry({ engine, sheet, areas }: SheetAreas): void {
  if (isLocked(engine, sheet, areas)) throw new HostError("AccessDenied", "locked cell");
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
