import type { Workbook, Worksheet } from "@cj-tech-master/excelts";
import {
  absoluteAddress,
  type Area,
  areaAddress,
  type Cell,
  columnLetters,
  type EntryRule,
  type Highlight,
  FONT,
  PRINT_MARGINS,
  type SheetLayout,
  type Validation,
} from "../grid";
import { loadXlsx } from "./libraries";
import { fittedHeight } from "./row-height";
import { argb, cellStyles } from "./styles";

/** What a file's properties say, for whoever opens them. */
export interface FileProperties {
  title: string;
  subject: string;
  keywords: string;
  description: string;
}

/** Sheets in their order, as one file. */
export interface WorkbookFile {
  sheets: SheetLayout[];
  properties: FileProperties;
  /** when it was made */
  created: Date;
}

/** Text stays text, however it looks; only a formula calculates, and shows its known result until it does. */
const cellValue = (cell: Cell): string | number | boolean | { formula: string; result?: string | number } =>
  typeof cell === "object"
    ? { formula: cell.formula.slice(1), ...(cell.result !== undefined && { result: cell.result }) }
    : cell;

function writeCells(sheet: Worksheet, layout: SheetLayout): void {
  const styles = cellStyles(layout);
  layout.cells.forEach((row, r) => {
    const line = sheet.getRow(r + 1);
    row.forEach((cell, c) => {
      const target = line.getCell(c + 1);
      target.style = styles[r]![c]!;
      if (cell !== null && cell !== "") target.value = cellValue(cell);
    });
  });
}

const PIXELS_PER_CHARACTER = 7;
const CELL_PADDING = 5;
/** The file counts the cell's padding in; in 256ths of a character. */
const fileWidth = (characters: number): number =>
  Math.trunc(((characters * PIXELS_PER_CHARACTER + CELL_PADDING) / PIXELS_PER_CHARACTER) * 256) / 256;

/** Room for a second line, such as 审核提示 may need, for results do not make a row grow. */
const LEAST_HEIGHT = 30;

function fit(sheet: Worksheet, layout: SheetLayout, row: number): void {
  const line = sheet.getRow(row + 1);
  const cells = layout.columnWidths.map((width, i) => {
    const { text, alignment, font } = line.getCell(i + 1);
    return { text, width, wrap: alignment?.wrapText ?? false, size: font?.size ?? 10 };
  });
  line.height = fittedHeight(cells, LEAST_HEIGHT);
  line.customHeight = false;
}

function writeSizes(sheet: Worksheet, layout: SheetLayout): void {
  layout.columnWidths.forEach((width, i) => (sheet.getColumn(i + 1).width = fileWidth(width)));
  for (const { row, rows, height } of layout.rowHeights)
    for (let r = row; r < row + rows; r++)
      if (height === null) fit(sheet, layout, r);
      else sheet.getRow(r + 1).height = height;
}

/** A range of its own per area: the library's own joining of single cells writes ranges that overlap. */
function writeValidation(sheet: Worksheet, { areas, rule, prompt, error }: Validation): void {
  const words = {
    allowBlank: true,
    showInputMessage: true,
    promptTitle: prompt.title,
    prompt: prompt.message,
    ...(error && {
      showErrorMessage: true,
      errorStyle: "stop",
      errorTitle: error.title,
      error: error.message,
    }),
  };
  for (const area of areas)
    sheet.dataValidations.add(`range:${areaAddress(area)}`, { ...limitsOf(rule), ...words });
}

function limitsOf(rule: EntryRule) {
  if (rule.type === "list") return { type: "list", formulae: [`"${rule.source.join(",")}"`] };
  if (rule.max === undefined)
    return { type: rule.type, operator: "greaterThanOrEqual", formulae: [rule.min] };
  return { type: rule.type, operator: "between", formulae: [rule.min, rule.max] };
}

function writeHighlight(sheet: Worksheet, { areas, formula, fill, font }: Highlight, priority: number): void {
  const { color, ...rest } = font ?? {};
  const style = {
    ...(fill && { fill: { type: "pattern" as const, pattern: "solid" as const, bgColor: argb(fill) } }),
    ...(font && { font: { ...rest, ...(color && { color: argb(color) }) } }),
  };
  sheet.addConditionalFormatting({
    ref: areas.map(areaAddress).join(" "),
    rules: [{ type: "expression", formulae: [formula.slice(1)], priority, style }],
  });
}

/** The library puts a $ before column letters and title rows only. */
function printArea({ row, rows, column, columns }: Area): string {
  const corner = (r: number, c: number): string => `${columnLetters(c)}$${r + 1}`;
  return `${corner(row, column)}:${corner(row + rows - 1, column + columns - 1)}`;
}

const CENTIMETRES_PER_INCH = 2.54;
/** The file counts in inches. */
const MARGINS = Object.fromEntries(
  Object.entries(PRINT_MARGINS).map(([edge, size]) => [edge, size / CENTIMETRES_PER_INCH]),
);

function writePage(sheet: Worksheet, { print, frozenRows, frozenColumns = 0 }: SheetLayout): void {
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: print.orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: MARGINS,
    printTitlesRow: `${print.title.row + 1}:${print.title.row + print.title.rows}`,
    ...(print.area && { printArea: printArea(print.area) }),
  });
  sheet.headerFooter.oddFooter = `&C${print.footer}`;
  sheet.views = [{ state: "frozen", xSplit: frozenColumns, ySplit: frozenRows, showGridLines: false }];
}

const quoted = (sheetName: string): string => `'${sheetName.replace(/'/g, "''")}'`;

/** The same protection as in Excel: against slips, without a password; sizes and filters stay free. */
const FREE = { formatColumns: true, formatRows: true, autoFilter: true };

async function writeSheet(workbook: Workbook, layout: SheetLayout): Promise<void> {
  const sheet = workbook.addWorksheet(layout.name, { state: layout.hidden ? "hidden" : "visible" });
  writeCells(sheet, layout);
  writeSizes(sheet, layout);
  for (const merge of layout.merges) sheet.mergeCellsWithoutStyle(areaAddress(merge));
  for (const validation of layout.validations) writeValidation(sheet, validation);
  layout.highlights.forEach((highlight, i) => writeHighlight(sheet, highlight, i + 1));
  writePage(sheet, layout);
  for (const [name, target] of Object.entries(layout.names))
    // a file's names stand for cells; texts stand on a sheet of their own
    if (typeof target === "object")
      workbook.definedNames.add(`${quoted(layout.name)}!${absoluteAddress(target)}`, name);
  await sheet.protect("", FREE);
}

const DEFAULT_FONT = { name: FONT, size: 10, family: 2, charset: 134 };
const AUTHOR = "一指填报";
const WINDOW = {
  x: 0,
  y: 0,
  width: 24000,
  height: 14000,
  firstSheet: 0,
  activeTab: 0,
  visibility: "visible",
};

/** Writes layouts as an .xlsx file, with everything the Excel writer gives them. */
export async function writeWorkbook({ sheets, properties, created }: WorkbookFile): Promise<Uint8Array> {
  const { Workbook } = await loadXlsx();
  const workbook = new Workbook();
  // column widths count its characters
  workbook.model = Object.assign(workbook.model, { defaultFont: DEFAULT_FONT });
  const author = { creator: AUTHOR, lastModifiedBy: AUTHOR, created, modified: created };
  Object.assign(workbook, properties, author, { views: [WINDOW] });
  // results that were not written are calculated when the file is opened
  workbook.calcProperties.fullCalcOnLoad = true;
  for (const layout of sheets) await writeSheet(workbook, layout);
  return workbook.xlsx.writeBuffer();
}
