import type { Area, CellStyle, ProtectionOption } from "../../engine/engine";
import { isLocked, isUnbounded, usedPart } from "../../engine/locks";
import { HostError } from "../errors";
import type { Cells, Sheet } from "../model";

/** Beyond this a range is a row, a column or the sheet, not a table. */
const MANY_CELLS = 2_000_000;

/** Whole rows, columns and sheets reach as far as there is content; a table is taken as it is. */
export function bounded({ book, sheet }: Cells, area: Area): Area | null {
  if (!isUnbounded(area) && area.rows * area.columns > MANY_CELLS)
    throw new HostError("InvalidArgument", "range too large");
  return usedPart(book.engine, sheet, area);
}

/** @throws HostError AccessDenied when the sheet is protected, unless the protection allows it; null: none does */
export function checkFormat(
  { book, sheet }: Sheet,
  allowedBy: ProtectionOption | null = "allowFormatCells",
): void {
  const { protection } = book.engine.sheetState(sheet);
  if (protection && !(allowedBy && protection[allowedBy]))
    throw new HostError("AccessDenied", "protected sheet");
}

/** @throws HostError AccessDenied when the sheet is protected and one of the cells is locked */
export function checkEntry({ book, sheet, areas }: Cells): void {
  if (isLocked(book.engine, sheet, areas)) throw new HostError("AccessDenied", "locked cell");
}

/** The style all cells share in one part. Null when they differ, as Excel answers then. */
export function sharedStyle<T>(cells: Cells, part: (style: CellStyle) => T): T | null {
  const { book, sheet, areas } = cells;
  const values = areas.flatMap((area) => {
    const inside = bounded(cells, area);
    return inside ? book.engine.readStyles(sheet, inside).flat().map(part) : [];
  });
  const [first] = values;
  return first !== undefined && values.every((v) => v === first) ? first : null;
}

export function writeStyle(cells: Cells, style: CellStyle): void {
  checkFormat(cells);
  const areas = cells.areas.map((area) => bounded(cells, area)).filter((area) => area !== null);
  cells.book.engine.writeStyle(cells.sheet, areas, style);
}
