import { CellValueType, type ICellData, type Nullable, type ObjectMatrix } from "@univerjs/core";
import type { Area, CellContent } from "../engine/engine";

const ERROR_TEXT = /^#(N\/A|VALUE!|REF!|NAME\?|NUM!|NULL!|DIV\/0!|SPILL!|CALC!|BUSY!|CONNECT!|GETTING_DATA)$/;

/** @param formula its own, or the one that it shares with others */
export const contentOf = (
  cell: Nullable<ICellData>,
  spilled: Nullable<ICellData>,
  formula: Nullable<string>,
): CellContent => {
  const raw = cell?.v ?? spilled?.v ?? null;
  const isText = (cell?.t ?? spilled?.t) === CellValueType.STRING;
  const value =
    raw !== null && (cell?.t ?? spilled?.t) === CellValueType.BOOLEAN ? Boolean(Number(raw)) : raw;
  const error = isText && typeof value === "string" && ERROR_TEXT.test(value);
  const isSpilled = (cell?.v ?? null) === null && !formula && raw !== null;
  return {
    value,
    ...(formula && { formula }),
    ...(error && { error }),
    ...(isSpilled && { spilled: true }),
  };
};

/** Text that reads as an error is told from one by being text by force. */
export function typeOf({ value, error }: CellContent): CellValueType | undefined {
  if (typeof value === "number") return CellValueType.NUMBER;
  if (typeof value === "boolean") return CellValueType.BOOLEAN;
  if (typeof value !== "string") return undefined;
  return !error && ERROR_TEXT.test(value) ? CellValueType.FORCE_STRING : CellValueType.STRING;
}

export function grid<T>(
  { row, column, rows, columns }: Area,
  read: (row: number, column: number) => T,
): T[][] {
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => read(row + r, column + c)),
  );
}

export function matrix<T>(
  { row, column, rows, columns }: Area,
  make: (r: number, c: number) => T | undefined,
) {
  const out: Record<number, Record<number, T>> = {};
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const value = make(r, c);
      if (value !== undefined) (out[row + r] ??= {})[column + c] = value;
    }
  return out;
}

/** The smallest area that holds all content and formatting, or all values only. */
export function usedArea(cells: ObjectMatrix<Nullable<ICellData>>, valuesOnly: boolean): Area | null {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  cells.forValue((row, column, cell) => {
    const formatted = !valuesOnly && Boolean(cell?.s || cell?.custom);
    if ((cell?.v ?? null) === null && !cell?.f && !formatted) return;
    [top, left] = [Math.min(top, row), Math.min(left, column)];
    [bottom, right] = [Math.max(bottom, row), Math.max(right, column)];
  });
  return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
