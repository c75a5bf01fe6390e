import type { FileCell, FileSheet } from "../xlsx";
import type { Result } from "../text";
import { type Area, columnLetters, type Grid, readAreas, readReference } from "../grid";
import { CALCULATION_SHEET } from "../tables";
import {
  cellContent,
  type FileIssue,
  namesOf,
  type OpenedSheet,
  type OpenedXlsx,
  openXlsx,
  type Parts,
} from "../xlsx";
import { calculationIn } from "./calculation";
import { notesOf } from "./notes";

/** A sheet as read from a file. Sets hold places as `row,column`, counted from 0. */
export interface ReadSheet {
  name: string;
  grid: Grid;
  /** cells whose value is an error such as #N/A; the grid holds its text */
  errors: ReadonlySet<string>;
  /** formulas that brought no result; the grid holds "" */
  uncalculated: ReadonlySet<string>;
  /** cells swallowed by a merge: place → the merge's first cell, such as H9 */
  swallowed: ReadonlyMap<string, string>;
  hiddenRows: ReadonlySet<number>;
  /** 批注 by address, such as H9 */
  notes: ReadonlyMap<string, string>;
  /** something stands where nobody looks: beyond the rows and columns that are read */
  beyond: boolean;
}

/** What a workbook name stands for: a text, or a cell and what it holds. */
export interface Named {
  value: string;
  /** counted from 0 */
  place?: { sheet: string; row: number; column: number };
}

export interface ReadWorkbook {
  sheets: ReadSheet[];
  names: ReadonlyMap<string, Named>;
  /** what the hidden sheet 计算过程 calculates, which is not read as cells; null where it cannot be compared */
  calculation: readonly string[] | null;
}

export const placeOf = (row: number, column: number): string => `${row},${column}`;

/** Far more than any of our sheets; what lies beyond is not looked at. */
export const MOST = { rows: 2000, columns: 200 };
const formatOf = ({ numFmt }: FileCell): string =>
  (typeof numFmt === "string" ? numFmt : numFmt?.formatCode) ?? "General";

/** The places of a grid that each merge swallows. */
function swallowedBy(merges: readonly Area[], rows: number, columns: number): Map<string, string> {
  const swallowed = new Map<string, string>();
  for (const { row, column, rows: height, columns: width } of merges) {
    const master = `${columnLetters(column)}${row + 1}`;
    for (let r = row; r < Math.min(row + height, rows); r++)
      for (let c = column; c < Math.min(column + width, columns); c++)
        if (r !== row || c !== column) swallowed.set(placeOf(r, c), master);
  }
  return swallowed;
}

function readSheet(
  sheet: FileSheet,
  opened: OpenedSheet,
  parts: Parts,
  names: ReadonlyMap<string, Named>,
): ReadSheet {
  const { rowCount: rows, columnCount: columns } = sheet;
  const filled = <T>(content: T): T[][] =>
    Array.from({ length: rows }, () => Array<T>(columns).fill(content));
  const [values, formulas, formats] = [filled<unknown>(""), filled<unknown>(""), filled("General")];
  const [errors, uncalculated] = [new Set<string>(), new Set<string>()];
  const hiddenRows = new Set<number>();
  sheet.eachRow((row, number) => {
    const r = number - 1;
    if (row.hidden) hiddenRows.add(r);
    row.eachCell((cell, at) => {
      const c = at - 1;
      const content = cellContent(cell);
      values[r]![c] = content.value;
      formulas[r]![c] = content.formula ?? content.value;
      formats[r]![c] = formatOf(cell);
      if (content.error) errors.add(placeOf(r, c));
      if (content.uncalculated) uncalculated.add(placeOf(r, c));
    });
  });
  const merges = readAreas(opened.merges.join());
  const grid = { row: 0, column: 0, values, formulas, formats, merges, names: namesOn(opened.name, names) };
  return {
    name: opened.name,
    grid,
    errors,
    uncalculated,
    swallowed: swallowedBy(merges, rows, columns),
    hiddenRows,
    notes: notesOf(parts, opened),
    beyond: opened.beyond,
  };
}

/** A workbook's sheets by their names. */
type Sheets = ReadonlyMap<string, FileSheet>;

function named(sheets: Sheets, formula: string): Named | null {
  if (formula.startsWith('"')) return { value: formula.slice(1, -1).replace(/""/g, '"') };
  const place = readReference(`=${formula}`);
  const sheet = place && sheets.get(place.sheet.toLowerCase());
  if (!sheet) return null;
  const cell = sheet.findCell(place.row + 1, place.column + 1);
  return { value: cell ? String(cellContent(cell).value) : "", place };
}

const readNames = (sheets: Sheets, parts: Parts): Map<string, Named> =>
  new Map(
    namesOf(parts).flatMap(([name, formula]) => {
      const stands = named(sheets, formula);
      return stands ? [[name, stands] as const] : [];
    }),
  );

/** The names that stand for a text or a cell of one sheet. */
const namesOn = (sheetName: string, names: ReadonlyMap<string, Named>): NonNullable<Grid["names"]> =>
  new Map(
    [...names]
      .filter(([, { place }]) => !place || place.sheet === sheetName)
      .map(([name, { place, value }]) => [name, place ?? value]),
  );

function readAll({ workbook, parts, sheets }: OpenedXlsx): ReadWorkbook {
  const names = readNames(
    new Map(workbook.worksheets.map((sheet, i) => [sheets[i]!.name.toLowerCase(), sheet])),
    parts,
  );
  return {
    sheets: workbook.worksheets.map((sheet, i) => readSheet(sheet, sheets[i]!, parts, names)),
    names,
    calculation: calculationIn(parts),
  };
}

/** Reads a file's values, formulas, formats and 批注, and what is odd about its cells. */
export const readWorkbook = (bytes: Uint8Array, most = MOST): Promise<Result<ReadWorkbook, FileIssue>> =>
  openXlsx(bytes, readAll, { unread: CALCULATION_SHEET, most });
