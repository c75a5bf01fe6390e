import type { Cell as XlsxCell, CellValue, Workbook, Worksheet } from "@cj-tech-master/excelts";
import { fail, ok, type Result } from "../plan";
import { CALCULATION_SHEET, type Grid } from "../sheets";
import type { FileIssue } from "./issues";
import { loadXlsx } from "./libraries";
import { type Parts, unpack, withoutSheet } from "./package";

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
}

export interface ReadWorkbook {
  sheets: ReadSheet[];
  /** workbook name → value of the cell it stands for, as text */
  names: ReadonlyMap<string, string>;
}

export const placeOf = (row: number, column: number): string => `${row},${column}`;

/** Far more than any of our sheets; what lies beyond is not looked at. */
const MOST = { rows: 2000, columns: 200 };
const DAY = 86_400_000;
/** Excel's day 25569 is 1970-01-01. */
const serial = (date: Date): number => date.getTime() / DAY + 25569;

interface Content {
  value: string | number | boolean;
  formula?: string;
  error?: true;
  uncalculated?: true;
}

/** A value as a plain one: nothing is followed or executed; a link is its text, a date its serial number. */
function contentOf(value: CellValue): Content {
  if (value === null || value === undefined) return { value: "" };
  if (typeof value !== "object") return { value };
  if (value instanceof Date) return { value: serial(value) };
  if ("error" in value) return { value: value.error, error: true };
  if ("richText" in value) return { value: value.richText.map(({ text }) => text).join("") };
  if ("text" in value) return contentOf(value.text);
  if ("checkbox" in value) return { value: value.checkbox };
  if (value.result === undefined) return { value: "", uncalculated: true };
  const { value: result, error } = contentOf(value.result);
  return { value: result, ...(error && { error }) };
}

/** A result of empty text is saved as no result by some programs; a formula that gives text is no less calculated. */
export function cellContent(cell: XlsxCell): Content {
  const content = contentOf(cell.value);
  return cell.formula === undefined ? content : { ...content, formula: `=${cell.formula}` };
}

function readSheet(sheet: Worksheet): ReadSheet {
  const [rows, columns] = [Math.min(sheet.rowCount, MOST.rows), Math.min(sheet.columnCount, MOST.columns)];
  const empty = (): unknown[][] => Array.from({ length: rows }, () => Array<unknown>(columns).fill(""));
  const [values, formulas] = [empty(), empty()];
  const [errors, uncalculated] = [new Set<string>(), new Set<string>()];
  const swallowed = new Map<string, string>();
  const hiddenRows = new Set<number>();
  sheet.eachRow((row, number) => {
    const r = number - 1;
    if (r >= rows) return;
    if (row.hidden) hiddenRows.add(r);
    row.eachCell((cell, at) => {
      const c = at - 1;
      if (c >= columns) return;
      if (cell.isMerged && cell.master !== cell) {
        swallowed.set(placeOf(r, c), cell.master.address);
        return;
      }
      const content = cellContent(cell);
      values[r]![c] = content.value;
      formulas[r]![c] = content.formula ?? content.value;
      if (content.error) errors.add(placeOf(r, c));
      if (content.uncalculated) uncalculated.add(placeOf(r, c));
    });
  });
  const grid = { row: 0, column: 0, values, formulas };
  return { name: sheet.name, grid, errors, uncalculated, swallowed, hiddenRows };
}

function readNames(workbook: Workbook): Map<string, string> {
  const names = new Map<string, string>();
  for (const { name, ranges } of workbook.definedNames.model) {
    const [, sheetName, address] = /^'?(.+?)'?!([$A-Z0-9]+)$/.exec(ranges[0] ?? "") ?? [];
    const sheet = sheetName && workbook.getWorksheet(sheetName.replace(/''/g, "'"));
    if (!sheet || !address) continue;
    const { value } = cellContent(sheet.getCell(address.replace(/\$/g, "")));
    names.set(name, String(value));
  }
  return names;
}

/**
 * Opens an .xlsx file of any program for reading, or says why it is not read. Never throws for what a file holds.
 * @param unread a sheet that is not looked at: it is taken for empty
 */
export async function openXlsx<T>(
  bytes: Uint8Array,
  read: (file: { workbook: Workbook; parts: Parts }) => T,
  unread?: string,
): Promise<Result<T, FileIssue>> {
  const parts = await unpack(bytes);
  if (!parts.ok) return parts;
  const { Workbook } = await loadXlsx();
  const workbook = new Workbook();
  try {
    await workbook.xlsx.loadFromFiles(unread ? withoutSheet(parts.value, unread) : parts.value);
    return ok(read({ workbook, parts: parts.value }));
  } catch (error) {
    return fail({ code: "unreadable", details: String(error) });
  }
}

/** Reads a returned file's values, formulas and what is odd about its cells. */
export const readWorkbook = (bytes: Uint8Array): Promise<Result<ReadWorkbook, FileIssue>> =>
  openXlsx(
    bytes,
    ({ workbook }) => ({ sheets: workbook.worksheets.map(readSheet), names: readNames(workbook) }),
    CALCULATION_SHEET,
  );
