import type { CellValue, Row, Style, Workbook, Worksheet } from "@cj-tech-master/excelts";
import { fittedHeight, loadXlsx, loadZip } from "..";
import {
  areaAddress,
  type CellContent,
  type SheetSnapshot,
  type SheetState,
  type WorkbookSnapshot,
} from "../../grid";
import { isArrayFormula } from "./arrays";
import { DYNAMIC_PARTS, withDynamicArrays } from "./dynamic-arrays";
import { toFileFormula, toFileResult } from "./formulas";
import { writeHidden } from "./hidden";
import { writeNames } from "./names";
import { writeSetup } from "./page";
import { hasOldHash, withOldHash } from "./protection";
import { writeHighlights } from "./rules";
import { POINTS_PER_WIDTH } from "./sizes";
import { toXlsxStyle } from "./styles";
import { exportFault, isFormula } from "./writable";
import { hasDateFormulas, withDateFormulas, writeValidations } from "./validations";

/** Text stays text, however it looks. */
function plainOf({ value, error }: CellContent): CellValue {
  if (typeof value === "number" && !Number.isFinite(value)) return { error: "#NUM!" };
  return (error ? { error: value } : value) as CellValue;
}

/** A formula brings its latest result, which stands until it is calculated anew. */
function valueOf(
  content: CellContent,
  { row, column }: { row: number; column: number },
  namespace: string,
): CellValue {
  const { formula, spill } = content;
  if (!formula) return plainOf(content);
  if (!isFormula(formula)) return formula;
  const inFile = toFileFormula(formula, namespace);
  const result = toFileResult(inFile, plainOf(content));
  const [rows, columns] = [spill?.length ?? 1, spill?.[0]?.length ?? 1];
  if (!isArray(content)) return { formula: inFile, result } as CellValue;
  return {
    formula: inFile,
    result,
    shareType: "array",
    ref: areaAddress({ row, column, rows, columns }),
  } as CellValue;
}

function writeCells(sheet: Worksheet, { cells, styles, looks }: SheetSnapshot, namespace: string): void {
  // alike cells share one object, by which the library knows them
  const known: Partial<Style>[] = looks.map(toXlsxStyle);
  cells.forEach((line, row) => {
    const to = sheet.getRow(row + 1);
    line.forEach((content, column) => {
      const cell = to.getCell(column + 1);
      cell.style = known[styles[row]![column]!]!;
      if (content) cell.value = valueOf(content, { row, column }, namespace);
    });
  });
  cells.forEach((line, row) =>
    line.forEach((content, column) =>
      content?.spill?.forEach((values, r) =>
        values.forEach((value, c) => {
          if (value && r + c > 0) sheet.getCell(row + r + 1, column + c + 1).value = plainOf(value);
        }),
      ),
    ),
  );
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

/** The library takes this width for none; the file counts in 256ths of a character. */
const UNSAID = 9;
const leastMore = (width: number): number => (width === UNSAID ? width + 1 / 256 : width);

function writeSizes(sheet: Worksheet, snapshot: SheetSnapshot): void {
  const { columnWidths, rowHeights, cells, state } = snapshot;
  columnWidths.forEach((width, i) => (sheet.getColumn(i + 1).width = leastMore(width / POINTS_PER_WIDTH)));
  rowHeights.slice(0, cells.length).forEach((height, i) => {
    const line = sheet.getRow(i + 1);
    if (height === null) fit(line, snapshot);
    else line.height = height;
  });
  writeHidden(sheet, state.hidden, rowHeights.length, columnWidths.length);
}

async function writeSheet(workbook: Workbook, snapshot: SheetSnapshot, namespace: string): Promise<void> {
  const { name, state } = snapshot;
  const hidden = state.veryHidden ? "veryHidden" : "hidden";
  const sheet = workbook.addWorksheet(name, { state: state.visible ? "visible" : hidden });
  writeCells(sheet, snapshot, namespace);
  writeSizes(sheet, snapshot);
  for (const merge of state.merges) sheet.mergeCellsWithoutStyle(areaAddress(merge));
  writeValidations(sheet, state.validations, namespace);
  writeHighlights(sheet, state.highlights, namespace);
  await writeSetup(sheet, state);
}

const isArray = (content: CellContent | null): boolean =>
  Boolean(
    content?.formula && isFormula(content.formula) && (content.spill || isArrayFormula(content.formula)),
  );
const hasArrays = ({ cells }: SheetSnapshot): boolean => cells.some((line) => line.some(isArray));

/** What the library cannot say of a sheet is said in its part. */
const amends = (sheet: SheetSnapshot): boolean =>
  hasOldHash(sheet.state.protection) || hasDateFormulas(sheet.state.validations) || hasArrays(sheet);
const amended = (xml: string, { protection, validations }: SheetState): string =>
  withDynamicArrays(withOldHash(hasDateFormulas(validations) ? withDateFormulas(xml) : xml, protection));

async function amend(bytes: Uint8Array, { sheets }: WorkbookSnapshot): Promise<Uint8Array> {
  if (!sheets.some(amends)) return bytes;
  const { strFromU8, strToU8, unzipSync, zipSync } = await loadZip();
  const parts = unzipSync(bytes);
  sheets.forEach((sheet, i) => {
    const path = `xl/worksheets/sheet${i + 1}.xml`;
    if (amends(sheet)) parts[path] = strToU8(amended(strFromU8(parts[path]!), sheet.state));
  });
  if (sheets.some(hasArrays))
    for (const [path, change] of Object.entries(DYNAMIC_PARTS))
      parts[path] = strToU8(change(parts[path] && strFromU8(parts[path])));
  return zipSync(parts);
}

/** What a file says of itself, as far as it is known. */
export interface Properties {
  title?: string;
  creator?: string;
  company?: string;
  created?: Date;
}

/**
 * The workbook as an .xlsx file.
 * @param namespace of the add-in's functions, such as YIZHI
 * @throws Error with a sentence where it cannot be one
 */
export async function writeXlsx(
  snapshot: WorkbookSnapshot,
  namespace: string,
  { creator = "", ...properties }: Properties = {},
): Promise<Uint8Array> {
  const fault = exportFault(snapshot);
  if (fault) throw new Error(fault);
  const { Workbook } = await loadXlsx();
  const workbook = new Workbook();
  Object.assign(workbook, properties, { creator, lastModifiedBy: creator });
  for (const sheet of snapshot.sheets) await writeSheet(workbook, sheet, namespace);
  const activeTab = snapshot.sheets.findIndex(({ id }) => id === snapshot.active);
  const window = { x: 0, y: 0, width: 24000, height: 14000, firstSheet: 0, visibility: "visible" };
  workbook.views = [{ ...window, activeTab }];
  writeNames(workbook, snapshot, namespace);
  return amend(await workbook.xlsx.writeBuffer(), snapshot);
}
