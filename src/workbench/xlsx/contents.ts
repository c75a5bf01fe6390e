import { isDateFormat } from "numfmt";
import { cellContent, readNumber } from "../../xlsx";
import type { Area, CellContent } from "../engine/engine";
import type { FileCell } from "./cells";
import type { FileSheet, XlsxFile } from "./file";
import { fromFileFormula, fromFileResult } from "./formulas";

/** Days from the first day of the one count to that of the other. */
const DAYS_TO_1904 = 1462;

/** A plain value; what is written in parts or elsewhere is read by the library. */
function valueOf(cell: FileCell, { sheet }: FileSheet): CellContent | null {
  const { type, value, formula, row, column } = cell;
  if (type === "e") return { value: value ?? "", error: true };
  const number = type === "n" && value !== null ? readNumber(value) : null;
  if (number !== null) return { value: number };
  if (type === "str" && formula !== undefined) return { value: value ?? "" };
  const read = sheet.getCell(row + 1, column + 1);
  return read.value === null || read.value === undefined ? null : { value: cellContent(read).value };
}

/** What a cell holds, for a workbook whose days count from 1900. */
function contentOf(cell: FileCell, sheet: FileSheet, file: XlsxFile, namespace: string): CellContent | null {
  const plain = valueOf(cell, sheet);
  const days =
    file.from1904 &&
    cell.type !== "d" &&
    typeof plain?.value === "number" &&
    isDateFormat(file.formats[cell.style] ?? "");
  const content = days ? { value: (plain.value as number) + DAYS_TO_1904 } : plain;
  if (cell.formula === undefined) return content;
  const { row, column, formula, array, dynamic } = cell;
  const { value, ...error } = content ?? { value: "" };
  const at = { row, column, sheet: sheet.name, tables: file.tables };
  return {
    value: fromFileResult(formula, value),
    formula: fromFileFormula(formula, namespace, array || dynamic ? at : { ...at, singles: file.areaNames }),
    ...error,
  };
}

/** Every place of the areas that is within so many rows and columns, but the first of each. */
function covered(areas: readonly Area[], rows: number, columns: number): ReadonlySet<number> {
  const places = new Set<number>();
  for (const area of areas)
    for (let r = area.row; r < Math.min(area.row + area.rows, rows); r++)
      for (let c = area.column; c < Math.min(area.column + area.columns, columns); c++)
        if (r > area.row || c > area.column) places.add(r * columns + c);
  return places;
}

type Matrix<T> = T[][];

/** What a sheet's cells hold, rows × columns from A1. Of merged cells the first counts; of an array's, its formula. */
export function readContents(
  sheet: FileSheet,
  file: XlsxFile,
  merges: readonly Area[],
  [rows, columns]: [number, number],
  namespace: string,
): Matrix<CellContent | null> {
  const contents = Array.from({ length: rows }, () => Array<CellContent | null>(columns).fill(null));
  for (const cell of sheet.cells)
    if (cell.row < rows && cell.column < columns)
      contents[cell.row]![cell.column] = contentOf(cell, sheet, file, namespace);
  for (const { row, column, array } of sheet.cells) {
    const first = contents[row]?.[column];
    if (!array || !first || array.rows * array.columns === 1) continue;
    const last = [
      Math.min(array.row + array.rows, rows),
      Math.min(array.column + array.columns, columns),
    ] as const;
    first.spill = contents
      .slice(array.row, last[0])
      .map((line) =>
        line
          .slice(array.column, last[1])
          .map((one) => one && { value: one.value, ...(one.error && { error: true }) }),
      );
  }
  const arrays = sheet.cells.flatMap(({ array }) => (array ? [array] : []));
  const hidden = covered([...merges, ...arrays], rows, columns);
  for (const place of hidden) contents[Math.floor(place / columns)]![place % columns] = null;
  return contents;
}
