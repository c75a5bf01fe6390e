import type { CellValue, Row, Style, Workbook, Worksheet } from "@cj-tech-master/excelts";
import { loadXlsx, fittedHeight } from "../../xlsx";
import type { CellContent } from "../engine/engine";
import type { SheetSnapshot, WorkbookSnapshot } from "../engine/snapshot";
import { formatArea } from "../host/address";
import { toFileFormula, toFileResult } from "./formulas";
import { writeHidden } from "./hidden";
import { writeNames } from "./names";
import { writeSetup } from "./page";
import { writeHighlights, writeValidations } from "./rules";
import { POINTS_PER_WIDTH } from "./sizes";
import { toXlsxStyle } from "./styles";

/** Text stays text, however it looks. A formula brings its latest result, which stands until it is calculated anew. */
function valueOf({ value, formula, error }: CellContent, namespace: string): CellValue {
  const plain = (error ? { error: value } : value) as CellValue;
  if (!formula) return plain;
  const inFile = toFileFormula(formula, namespace);
  return { formula: inFile, result: toFileResult(inFile, plain) } as CellValue;
}

function writeCells(sheet: Worksheet, { cells, styles, looks }: SheetSnapshot, namespace: string): void {
  // alike cells share one object, by which the library knows them
  const known: Partial<Style>[] = looks.map(toXlsxStyle);
  cells.forEach((row, r) => {
    const line = sheet.getRow(r + 1);
    row.forEach((content, c) => {
      const cell = line.getCell(c + 1);
      cell.style = known[styles[r]![c]!]!;
      if (content) cell.value = valueOf(content, namespace);
    });
  });
}

/** Of a row without text. */
const LEAST_HEIGHT = 15;

/** The height of a row that follows its text, as far as can be reckoned; merged cells count as little as in Excel. */
function fit(line: Row, { columnWidths, state }: SheetSnapshot): void {
  const merged = (column: number): boolean =>
    state.merges.some(
      (m) =>
        line.number > m.row &&
        line.number <= m.row + m.rows &&
        column >= m.column &&
        column < m.column + m.columns,
    );
  const cells = columnWidths.flatMap((points, i) => {
    if (merged(i)) return [];
    const { text, alignment, font } = line.getCell(i + 1);
    return [
      { text, width: points / POINTS_PER_WIDTH, wrap: alignment?.wrapText ?? false, size: font?.size ?? 10 },
    ];
  });
  line.height = fittedHeight(cells, LEAST_HEIGHT);
  line.customHeight = false;
}

function writeSizes(sheet: Worksheet, snapshot: SheetSnapshot): void {
  const { columnWidths, rowHeights, cells, state } = snapshot;
  columnWidths.forEach((width, i) => (sheet.getColumn(i + 1).width = width / POINTS_PER_WIDTH));
  rowHeights.slice(0, cells.length).forEach((height, i) => {
    const line = sheet.getRow(i + 1);
    if (height === null) fit(line, snapshot);
    else line.height = height;
  });
  writeHidden(sheet, state.hidden, rowHeights.length, columnWidths.length);
}

async function writeSheet(workbook: Workbook, snapshot: SheetSnapshot, namespace: string): Promise<void> {
  const { name, state } = snapshot;
  const sheet = workbook.addWorksheet(name, { state: state.visible ? "visible" : "hidden" });
  writeCells(sheet, snapshot, namespace);
  writeSizes(sheet, snapshot);
  for (const merge of state.merges) sheet.mergeCellsWithoutStyle(formatArea(merge));
  writeValidations(sheet, state.validations);
  writeHighlights(sheet, state.highlights);
  await writeSetup(sheet, state);
}

/**
 * The workbook as an .xlsx file.
 * @param namespace of the add-in's functions, such as YIZHI
 */
export async function writeXlsx(snapshot: WorkbookSnapshot, namespace: string): Promise<Uint8Array> {
  const { Workbook } = await loadXlsx();
  const workbook = new Workbook();
  for (const sheet of snapshot.sheets) await writeSheet(workbook, sheet, namespace);
  const activeTab = snapshot.sheets.findIndex(({ id }) => id === snapshot.active);
  const window = { x: 0, y: 0, width: 24000, height: 14000, firstSheet: 0, visibility: "visible" };
  workbook.views = [{ ...window, activeTab }];
  writeNames(workbook, snapshot.names);
  return workbook.xlsx.writeBuffer();
}
