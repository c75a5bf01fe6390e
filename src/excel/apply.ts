import {
  absoluteAddress,
  area,
  areaAddress,
  joinRows,
  PRINT_MARGINS,
  type Area,
  type Cell,
  type ChartSpec,
  type SheetLayout,
  quoteName,
  type Style,
  widthInPoints,
} from "../grid";
import type { Beside } from "../tables";

/** A cell as Office.js takes it. What Excel takes for more than text differs by language, so every text is marked as such. */
export const encode = (cell: Cell | null): string | number | boolean | null => {
  if (cell === null || typeof cell === "number" || typeof cell === "boolean") return cell;
  if (typeof cell === "object") return cell.formula;
  return cell === "" ? cell : `'${cell}`;
};

const addressesOf = (areas: Area[]): string => areas.map(areaAddress).join(",");

/** One area is a Range, several are RangeAreas; both carry format and dataValidation. Each is asked for once per batch. */
class Canvas {
  private readonly known = new Map<string, Excel.Range | Excel.RangeAreas>();

  constructor(readonly sheet: Excel.Worksheet) {}

  cells(areas: Area[]): Excel.Range | Excel.RangeAreas {
    const address = addressesOf(areas);
    let cells = this.known.get(address);
    if (!cells) {
      cells = areas.length === 1 ? this.sheet.getRange(address) : this.sheet.getRanges(address);
      this.known.set(address, cells);
    }
    return cells;
  }

  range(one: Area): Excel.Range {
    return this.cells([one]) as Excel.Range;
  }

  whole({ cells, columnWidths }: SheetLayout): Excel.Range {
    return this.range(area(0, 0, cells.length, columnWidths.length));
  }
}

const OUTER = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;
type Edge = (typeof OUTER)[number] | "InsideHorizontal" | "InsideVertical";

function drawEdges(format: Excel.RangeFormat, edges: readonly Edge[], color: string): void {
  for (const edge of edges) format.borders.getItem(edge).set({ style: "Continuous", color });
}

/** Excel may refuse lines between the rows of a single row, or the columns of a single column. */
function drawGrid(canvas: Canvas, areas: Area[], color: string): void {
  const draw = (some: Area[], edges: readonly Edge[]): void => {
    if (some.length > 0) drawEdges(canvas.cells(some).format, edges, color);
  };
  draw(areas, OUTER);
  draw(
    areas.filter(({ rows }) => rows > 1),
    ["InsideHorizontal"],
  );
  draw(
    areas.filter(({ columns }) => columns > 1),
    ["InsideVertical"],
  );
}

function applyStyle(canvas: Canvas, areas: Area[], style: Style): void {
  const { format } = canvas.cells(areas);
  if (style.font) format.font.set(style.font);
  if (style.fill) format.fill.color = style.fill;
  if (style.horizontal) format.horizontalAlignment = style.horizontal;
  if (style.vertical) format.verticalAlignment = style.vertical;
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.locked !== undefined) format.protection.locked = style.locked;
  if (style.border) drawGrid(canvas, areas, style.border);
  if (style.underline) drawEdges(format, ["EdgeBottom"], style.underline);
}

function applySizes(canvas: Canvas, layout: SheetLayout): void {
  const whole = canvas.whole(layout);
  whole.setColumnProperties(
    layout.columnWidths.map((width) => ({ format: { columnWidth: widthInPoints(width) } })),
  );
  const heights = layout.cells.map((): Excel.SettableRowProperties => ({}));
  const own = layout.rowHeights.filter(({ height }) => height !== null);
  for (const { row, rows, height } of own) heights.fill({ format: { rowHeight: height! } }, row, row + rows);
  if (own.length > 0) whole.setRowProperties(heights);
}

/** Once the text stands in its columns. */
function fitRows(canvas: Canvas, { rowHeights }: SheetLayout): void {
  const fitted = rowHeights.filter(({ height }) => height === null);
  if (fitted.length > 0) canvas.cells(fitted.map(({ row, rows }) => area(row, 0, rows))).format.autofitRows();
}

/** Where a layout freezes nothing, what a user froze stays. */
function freeze(sheet: Excel.Worksheet, { frozenRows, frozenColumns = 0 }: SheetLayout): void {
  if (frozenRows + frozenColumns === 0) return;
  if (frozenColumns === 0) sheet.freezePanes.freezeRows(frozenRows);
  else sheet.freezePanes.freezeAt(areaAddress(area(0, 0, frozenRows, frozenColumns)));
}

function validationRule({ rule }: SheetLayout["validations"][number]): Excel.DataValidationRule {
  if (rule.type === "list") return { list: { inCellDropDown: true, source: rule.source.join(",") } };
  if (rule.type === "date") return { date: { formula1: rule.min, formula2: rule.max, operator: "Between" } };
  const limits =
    rule.max === undefined
      ? { formula1: rule.min, operator: "GreaterThanOrEqualTo" as const }
      : { formula1: rule.min, formula2: rule.max, operator: "Between" as const };
  return rule.type === "whole" ? { wholeNumber: limits } : { decimal: limits };
}

/** On cells without rules: Excel refuses a rule for cells that have different ones. */
function applyValidations(canvas: Canvas, layout: SheetLayout): void {
  for (const validation of layout.validations) {
    const { dataValidation } = canvas.cells(validation.areas);
    dataValidation.rule = validationRule(validation);
    dataValidation.prompt = { showPrompt: true, ...validation.prompt };
    dataValidation.errorAlert = validation.error
      ? { showAlert: true, style: "Stop", ...validation.error }
      : { showAlert: false, style: "Information", title: "", message: "" };
  }
}

/** Queues the removal of every highlight on the cells that the layout's lie on. */
export function clearHighlights(sheet: Excel.Worksheet, { highlights }: SheetLayout): void {
  const canvas = new Canvas(sheet);
  const addresses = new Map(highlights.map(({ areas }) => [addressesOf(areas), areas]));
  for (const areas of addresses.values()) canvas.cells(areas).conditionalFormats.clearAll();
}

/** Queues the layout's highlights, above those that are there. */
export const addHighlights = (sheet: Excel.Worksheet, layout: SheetLayout): void =>
  applyHighlights(layout, new Canvas(sheet));

/** Excel puts each new rule on top, so the weakest is added first. */
function applyHighlights(layout: SheetLayout, canvas: Canvas): void {
  for (const highlight of [...layout.highlights].reverse()) {
    const rule = canvas.cells(highlight.areas).conditionalFormats.add("Custom").custom;
    rule.rule.formula = highlight.formula;
    if (highlight.fill) rule.format.fill.color = highlight.fill;
    if (highlight.font) rule.format.font.set(highlight.font);
  }
}

function applyPrint(sheet: Excel.Worksheet, layout: SheetLayout): void {
  const { print } = layout;
  const page = sheet.pageLayout;
  page.orientation = print.orientation === "landscape" ? "Landscape" : "Portrait";
  page.paperSize = "A4";
  page.zoom = { horizontalFitToPages: 1, verticalFitToPages: print.pages ?? 0 };
  page.centerHorizontally = true;
  page.setPrintMargins("Centimeters", print.margins ?? PRINT_MARGINS);
  if (print.area) page.setPrintArea(areaAddress(print.area));
  if (print.title) page.setPrintTitleRows(`$${print.title.row + 1}:$${print.title.row + print.title.rows}`);
  if (print.footer !== "") page.headersFooters.defaultForAllPages.centerFooter = print.footer;
}

/** The formula behind a workbook name. */
export const nameFormula = (sheetName: string, target: Area | string): string =>
  typeof target === "string"
    ? `="${target.replace(/"/g, '""')}"`
    : `=${quoteName(sheetName)}!${absoluteAddress(target)}`;

/** Sets the layout's workbook names; `existing` are those the workbook has. Formulas need them, so they come first. */
export function applyNames(
  workbook: Excel.Workbook,
  layout: Pick<SheetLayout, "name" | "names">,
  existing: ReadonlySet<string>,
): void {
  for (const [name, target] of Object.entries(layout.names)) {
    const formula = nameFormula(layout.name, target);
    if (existing.has(name)) workbook.names.getItem(name).formula = formula;
    else workbook.names.add(name, formula);
  }
}

/** Names of the sheet's own that do not stand for what they should: name → formula. */
export function strayTwins(layout: SheetLayout, own: ReadonlyMap<string, string>): Map<string, string> {
  const wanted = Object.entries(layout.names).map(
    ([name, target]) => [name, nameFormula(layout.name, target)] as const,
  );
  return new Map(wanted.filter(([name, formula]) => own.has(name) && own.get(name) !== formula));
}

/** Sets names that the sheet has for itself. */
export const setTwins = ({ names }: Excel.Worksheet, formulas: ReadonlyMap<string, string>): void =>
  formulas.forEach((formula, name) => (names.getItem(name).formula = formula));

/** The smallest area that holds every number format of its own; the rest needs no writing. */
function formatted(formats: (string | null)[][]): Area | null {
  const own = formats.flatMap((row, r) =>
    row.flatMap((f, c) => (f === null || f === "General" ? [] : [{ r, c }])),
  );
  if (own.length === 0) return null;
  const [row, column] = [Math.min(...own.map(({ r }) => r)), Math.min(...own.map(({ c }) => c))];
  const [bottom, right] = [Math.max(...own.map(({ r }) => r)), Math.max(...own.map(({ c }) => c))];
  return area(row, column, bottom - row + 1, right - column + 1);
}

const part = <T>(matrix: T[][], { row, column, rows, columns }: Area): T[][] =>
  matrix.slice(row, row + rows).map((cells) => cells.slice(column, column + columns));

function applyCells(canvas: Canvas, layout: SheetLayout): void {
  const formats = formatted(layout.numberFormats);
  if (formats) canvas.range(formats).numberFormat = part(layout.numberFormats, formats);
  canvas.whole(layout).formulas = layout.cells.map((row) => row.map(encode));
}

/** Queues what a user keeps beside a table; it stays open to them. */
export function applyBeside(sheet: Excel.Worksheet, { area: place, cells, formats }: Beside): void {
  const range = sheet.getRange(areaAddress(place));
  range.numberFormat = formats;
  range.formulas = cells.map((row) => row.map(encode));
  range.format.protection.locked = false;
}

/**
 * Queues everything of a layout but its names and protection; the caller syncs once.
 * @param draw `applyCharts`, which comes with what makes layouts that have charts
 * @throws Error for charts that nobody draws
 */
export function applyLayout(
  sheet: Excel.Worksheet,
  layout: SheetLayout,
  withSizes = true,
  draw?: (sheet: Excel.Worksheet, charts: readonly ChartSpec[]) => void,
): void {
  const canvas = new Canvas(sheet);
  for (const { areas, style } of layout.styles) applyStyle(canvas, areas, style);
  for (const merge of joinRows(layout.merges)) canvas.range(merge).merge(merge.rows > 1);
  if (withSizes) applySizes(canvas, layout);
  applyCells(canvas, layout);
  fitRows(canvas, layout);
  applyValidations(canvas, layout);
  applyHighlights(layout, canvas);
  applyPrint(sheet, layout);
  freeze(sheet, layout);
  sheet.showGridlines = false;
  if (!layout.charts) return;
  if (!draw) throw new Error(`charts of ${layout.name} that nobody draws`);
  draw(sheet, layout.charts);
}
