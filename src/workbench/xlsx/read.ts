import type { Row, Style, Worksheet } from "@cj-tech-master/excelts";
import { type FileIssue, cellContent, openXlsx } from "../../xlsx";
import type { Result } from "../../plan";
import type { CellContent, CellStyle } from "../engine/engine";
import type { SheetSnapshot, WorkbookSnapshot } from "../engine/snapshot";
import { parseArea } from "../host/address";
import { fromFileFormula, fromFileResult } from "./formulas";
import { readHidden } from "./hidden";
import { leftOut } from "./left-out";
import { readNames } from "./names";
import { readSetup } from "./page";
import { readHighlights, readValidations } from "./rules";
import { POINTS_PER_WIDTH } from "./sizes";
import { fromXlsxStyle } from "./styles";

/** Far more than any of our sheets; what lies beyond is not read. */
const MOST = { rows: 2000, columns: 200 };

/** Of a column whose width a file leaves out, in points. */
const DEFAULT_WIDTH = 54;

/** A row that follows its text brings a height too, as it was last drawn. */
const ownHeight = ({ height, customHeight }: Row): number | null =>
  customHeight === true ? (height ?? null) : null;

type XlsxCell = Parameters<typeof cellContent>[0];

function contentOf(cell: XlsxCell, namespace: string): CellContent | null {
  if (cell.isMerged && cell.master !== cell) return null;
  const { value, formula, error } = cellContent(cell);
  if (!formula)
    return cell.value === null || cell.value === undefined ? null : { value, ...(error && { error }) };
  return {
    value: fromFileResult(formula, value),
    formula: fromFileFormula(formula.slice(1), namespace),
    ...(error && { error }),
  };
}

function readCells(sheet: Worksheet, namespace: string): Pick<SheetSnapshot, "cells" | "styles" | "looks"> {
  const rows = Math.min(sheet.rowCount, MOST.rows);
  const columns = Math.min(sheet.columnCount, MOST.columns);
  // number 0 is a cell without a look of its own; the library gives alike cells one object
  const looks: CellStyle[] = [fromXlsxStyle({})];
  const numbers = new Map<Partial<Style>, number>();
  const numberOf = (style: Partial<Style>): number => {
    const known = numbers.get(style) ?? looks.push(fromXlsxStyle(style)) - 1;
    numbers.set(style, known);
    return known;
  };
  const cells = Array.from({ length: rows }, () => Array<CellContent | null>(columns).fill(null));
  const styles = Array.from({ length: rows }, () => Array<number>(columns).fill(0));
  sheet.eachRow({ includeEmpty: true }, (row, r) => {
    if (r > rows) return;
    row.eachCell({ includeEmpty: true }, (cell, c) => {
      if (c > columns) return;
      cells[r - 1]![c - 1] = contentOf(cell, namespace);
      styles[r - 1]![c - 1] = numberOf(cell.style);
    });
  });
  return { cells, styles, looks };
}

function readSheet(sheet: Worksheet, merges: string[], index: number, namespace: string): SheetSnapshot {
  const read = readCells(sheet, namespace);
  const columns = Math.max(26, read.cells[0]?.length ?? 0);
  const width = sheet.properties.defaultColWidth;
  return {
    id: `file-${index}`,
    name: sheet.name,
    ...read,
    columnWidths: Array.from({ length: columns }, (_, i) => {
      const own = sheet.getColumn(i + 1).width ?? width;
      return own === undefined ? DEFAULT_WIDTH : own * POINTS_PER_WIDTH;
    }),
    rowHeights: read.cells.map((_, i) => ownHeight(sheet.getRow(i + 1))),
    state: {
      ...readSetup(sheet),
      merges: merges.map((address) => parseArea(address)),
      validations: readValidations(sheet),
      highlights: readHighlights(sheet),
      hidden: readHidden(sheet, read.cells.length, columns),
    },
  };
}

export interface OpenedFile {
  workbook: WorkbookSnapshot;
  /** what the workbench has no place for, such as `图表 2 个` */
  leftOut: string[];
}

/**
 * An .xlsx file as a workbook, or why it cannot be read.
 * @param namespace of the add-in's functions, such as YIZHI
 */
export const readXlsx = (bytes: Uint8Array, namespace: string): Promise<Result<OpenedFile, FileIssue>> =>
  openXlsx(bytes, (file) => {
    const { workbook, parts } = file;
    const sheets = workbook.worksheets.map((sheet, i) =>
      readSheet(sheet, file.sheets[i]!.merges, i, namespace),
    );
    const active =
      sheets[(workbook.views as typeof workbook.views | undefined)?.[0]?.activeTab ?? 0] ?? sheets[0];
    return {
      workbook: {
        sheets,
        names: readNames(new TextDecoder().decode(parts["xl/workbook.xml"])),
        active: active?.id ?? "",
        selection: { row: 0, column: 0, rows: 1, columns: 1 },
      },
      leftOut: leftOut(file),
    };
  });
