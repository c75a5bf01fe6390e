import type { Row, Style, Worksheet } from "@cj-tech-master/excelts";
import { fail, ok, type Result } from "../../text";
import { type FileIssue, fileIssueMessage, type OpenedXlsx, openXlsx } from "..";
import {
  type Area,
  type CellStyle,
  columnLetters,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from "../../grid";
import { readContents } from "./contents";
import { type FileSheet, type XlsxFile, xlsxFile } from "./file";
import { BEYOND, readHidden } from "./hidden";
import { leftOut } from "./left-out";
import { readNames } from "./names";
import { readSetup } from "./page";
import { readHighlights } from "./rules";
import { columnWidth, ownHeight, pointsPerWidth } from "./sizes";
import { fits, MOST, type Size, usedSize } from "./used-size";
import { fromXlsxStyle } from "./styles";
import { readValidations } from "./validations";

/** Each cell's look; number 0 is a cell without one. */
function readLooks(
  { sheet, cells }: FileSheet,
  { formats, font, theme }: XlsxFile,
  [rows, columns]: Size,
): Pick<SheetSnapshot, "styles" | "looks"> {
  // what a look does not say of its letters is as the file's default has it
  const lookOf = (style: Partial<Style>): CellStyle =>
    fromXlsxStyle({ ...style, font: { ...font, ...style.font } }, theme);
  const looks: CellStyle[] = [lookOf({})];
  const numbers = new Map<unknown, number>();
  const numberOf = (key: unknown, style: Partial<Style>, format?: string): number => {
    const known = numbers.get(key) ?? looks.push(lookOf({ ...style, ...(format && { numFmt: format }) })) - 1;
    numbers.set(key, known);
    return known;
  };
  const ofLine = (style: Partial<Style> | undefined): number =>
    style && Object.keys(style).length > 0 ? numberOf(style, style) : 0;
  const ofColumns = Array.from({ length: columns }, (_, c) => ofLine(sheet.getColumn(c + 1).style));
  const styles = Array.from({ length: rows }, (_, r) => {
    const ofRow = ofLine((sheet.getRow(r + 1) as Row & { style?: Partial<Style> }).style);
    return ofRow ? Array<number>(columns).fill(ofRow) : [...ofColumns];
  });
  for (const { row, column, style } of cells)
    if (row < rows && column < columns)
      styles[row]![column] = numberOf(style, sheet.getCell(row + 1, column + 1).style, formats[style]);
  return { styles, looks };
}

function readSheet(from: FileSheet, file: XlsxFile, index: number, namespace: string): SheetSnapshot {
  const { sheet, xml } = from;
  const size = usedSize(from);
  const columns = Math.max(BEYOND.columns, size[1]);
  const rows = Math.max(BEYOND.rows, size[0]);
  const merges = from.merges.flatMap((area) => within(area, rows, columns));
  const perWidth = pointsPerWidth(file.font);
  const names = readNames(file.book, namespace, from.name);
  return {
    id: `file-${index}`,
    name: from.name,
    cells: readContents(from, file, merges, size, namespace),
    ...readLooks(from, file, size),
    columnWidths: Array.from({ length: columns }, (_, i) => columnWidth(sheet, i, perWidth)),
    rowHeights: Array.from({ length: rowsWithSize(sheet, size[0], rows) }, (_, i) =>
      ownHeight(sheet.getRow(i + 1)),
    ),
    ...(names.length > 0 && { names }),
    state: {
      ...readSetup(from, file),
      merges,
      validations: readValidations(from, namespace),
      highlights: readHighlights(sheet, namespace, file.theme),
      charts: from.charts.map(({ chart }) => chart),
      hidden: readHidden(xml, rows, columns),
    },
  };
}

/** As far as an area lies among so many rows and columns; a single cell is no merge. */
function within(area: Area, rows: number, columns: number): Area[] {
  const cut = {
    ...area,
    rows: Math.min(area.rows, rows - area.row),
    columns: Math.min(area.columns, columns - area.column),
  };
  return cut.rows > 0 && cut.columns > 0 && cut.rows * cut.columns > 1 ? [cut] : [];
}

/** Rows with a height of their own may follow the cells. */
function rowsWithSize(sheet: Worksheet, used: number, most: number): number {
  let last = Math.min(sheet.rowCount, most);
  while (last > used && ownHeight(sheet.getRow(last)) === null) last--;
  return Math.max(used, last);
}

export interface OpenedFile {
  workbook: WorkbookSnapshot;
  /** what the workbench has no place for, such as `图表 2 个` */
  leftOut: string[];
}

/** A sheet that is too large to be shown: how far it goes. */
export interface LargeSheet {
  code: "large-sheet";
  sheet: string;
  rows: number;
  columns: number;
}

/**
 * An .xlsx file as a workbook, or why it cannot be read.
 * @param namespace of the add-in's functions, such as YIZHI
 */
export async function readXlsx(
  bytes: Uint8Array,
  namespace: string,
): Promise<Result<OpenedFile, FileIssue | LargeSheet>> {
  const read = (opened: OpenedXlsx): Result<OpenedFile, LargeSheet> => {
    const file = xlsxFile(opened);
    const large = file.sheets.find((sheet) => !fits(usedSize(sheet)));
    if (large) {
      const [rows, columns] = usedSize(large);
      return fail({ code: "large-sheet", sheet: large.name, rows, columns });
    }
    const sheets = file.sheets.map((sheet, i) => readSheet(sheet, file, i, namespace));
    const active =
      sheets[(opened.workbook.views as typeof opened.workbook.views | undefined)?.[0]?.activeTab ?? 0] ??
      sheets[0];
    return ok({
      workbook: {
        sheets,
        names: readNames(file.book, namespace),
        active: active?.id ?? "",
        selection: { row: 0, column: 0, rows: 1, columns: 1 },
      },
      leftOut: leftOut(file),
    });
  };
  const opened = await openXlsx(bytes, read, { most: MOST });
  return opened.ok ? opened.value : opened;
}

/** Why a file was not opened, and what to do. */
export const openIssueMessage = (issue: FileIssue | LargeSheet): string =>
  issue.code === "large-sheet"
    ? `“${issue.sheet}”用到第 ${issue.rows} 行、第 ${columnLetters(issue.columns - 1)} 列，大得工作台放不下；请在 Excel 中删去多余的行列，另存后再打开`
    : fileIssueMessage(issue, "open");
