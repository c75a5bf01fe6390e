import { type Area, MAX_COLUMNS, MAX_ROWS } from "../../grid";
import type { SpreadsheetEngine } from "./engine";

type Cells = Pick<SpreadsheetEngine, "usedArea" | "readStyles" | "sheetState">;

export const isUnbounded = ({ rows, columns }: Area): boolean => rows >= MAX_ROWS || columns >= MAX_COLUMNS;

/** Of whole rows, columns and sheets the part that is used; null where nothing is. A table is taken as it is. */
export function usedPart(engine: Pick<Cells, "usedArea">, sheet: string, area: Area): Area | null {
  if (!isUnbounded(area)) return area;
  const used = engine.usedArea(sheet);
  if (!used) return null;
  const rows = Math.min(area.rows, used.row + used.rows - area.row);
  const columns = Math.min(area.columns, used.column + used.columns - area.column);
  return rows > 0 && columns > 0 ? { ...area, rows, columns } : null;
}

/** Whether entries in the areas are refused: the sheet is protected, and some of their cells are locked. */
export const isLocked = (engine: Cells, sheet: string, areas: Area[]): boolean =>
  engine.sheetState(sheet).protection !== null &&
  areas.some((area) => {
    const part = usedPart(engine, sheet, area);
    return !part || engine.readStyles(sheet, part).some((row) => row.some(({ locked }) => locked !== false));
  });
