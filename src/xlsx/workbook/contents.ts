import { isDateFormat } from "numfmt";
import { cellContent, readNumber } from "..";
import type { Area, CellContent } from "../../grid";
import type { FileCell } from "./cells";
import { dayIn } from "./values";
import type { FileSheet, XlsxFile } from "./file";
import { fromFileFormula, fromFileResult } from "./formulas";

/** Days from the first day of the one count to that of the other. */
const DAYS_TO_1904 = 1462;

/** A value whose kind is one thing and its text another stays text. */
const orText = (value: number | null, text: string): CellContent => ({ value: value ?? text });

const TRUTHS: Record<string, boolean> = { "1": true, "0": false, true: true, false: false };
const truth = (text: string): CellContent => ({ value: TRUTHS[text.trim().toLowerCase()] ?? text });

/** A plain value; what is written in parts or elsewhere is read by the library, but for texts that it loses. */
function valueOf(cell: FileCell, { sheet }: FileSheet, file: XlsxFile): CellContent | null {
  const { type, value, formula, row, column } = cell;
  if (type === "b") return value === null ? null : truth(value);
  if (type === "e") return { value: value ?? "", error: true };
  if ((type === "n" || type === "d" || type === "s") && value === "") return null;
  if (type === "n" && value !== null) return orText(readNumber(value), value);
  if (type === "d") return value === null ? null : orText(dayIn(value), value);
  if (formula !== undefined && (type === "str" || type === "inlineStr")) return { value: value ?? "" };
  const read = sheet.getCell(row + 1, column + 1);
  if (read.value !== null && read.value !== undefined) return { value: cellContent(read).value };
  if (type === "n") return null;
  const lost = type === "s" ? file.sharedText(Number(value)) : (value ?? "");
  return lost === "" ? null : { value: lost };
}

/** Whether a cell that is said to hold a number or a day holds something else. */
export const isOddValue = ({ type, value }: FileCell): boolean =>
  Boolean(value) &&
  ((type === "n" && readNumber(value!) === null) || (type === "d" && dayIn(value!) === null));

/** What a cell holds, for a workbook whose days count from 1900. */
function contentOf(cell: FileCell, sheet: FileSheet, file: XlsxFile, namespace: string): CellContent | null {
  const plain = valueOf(cell, sheet, file);
  const days =
    file.from1904 &&
    cell.type === "n" &&
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

/** Values that do not show, for a merge covers them. */
export function coveredValues({ cells, merges }: FileSheet, [rows, columns]: [number, number]): number {
  if (merges.length === 0) return 0;
  const places = covered(merges, rows, columns);
  return cells.filter(
    ({ row, column, value }) => value !== null && column < columns && places.has(row * columns + column),
  ).length;
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
