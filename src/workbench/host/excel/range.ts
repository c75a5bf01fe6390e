import { intersect, overlaps } from "../../engine/areas";
import type { Area, CellContent } from "../../engine/engine";
import { formatArea, MAX_COLUMNS, MAX_ROWS, parseArea, quoteSheet, sheetOf } from "../address";
import { HostError } from "../errors";
import { HostObject } from "../object";
import { typed, valueType } from "../typing";
import { ConditionalFormatCollection } from "./conditional-format";
import { copyCells } from "./copy";
import { DataValidation } from "./data-validation";
import { RangeFormat } from "./format";
import { RangeAreas } from "./range-areas";
import { bounded, checkEntry, checkFormat, type SheetAreas } from "./sheet-areas";
import { deleteCells, insertCells, isHidden, setHidden } from "./structure";
import { Worksheet } from "./worksheet";

/** A single value fills the whole area; a matrix must have its shape. */
function matrix(value: unknown, { rows, columns }: Area): unknown[][] {
  if (!Array.isArray(value)) return Array.from({ length: rows }, () => Array<unknown>(columns).fill(value));
  const fits = value.length === rows && value.every((row) => Array.isArray(row) && row.length === columns);
  if (!fits) throw new HostError("InvalidArgument", `a matrix of ${rows} × ${columns} is needed`);
  return value as unknown[][];
}

const allButFirst = ({ rows, columns }: Area): (CellContent | null)[][] =>
  Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => (r + c === 0 ? null : { value: null })),
  );

/** The smallest area that holds all content of some cells; null when they are blank. */
function filledPart(cells: CellContent[][]): Area | null {
  const filled = cells.map((line) =>
    line.map(({ value, formula }) => value !== null || formula !== undefined),
  );
  const rows = filled.flatMap((line, row) => (line.includes(true) ? [row] : []));
  const columns = (filled[0] ?? []).flatMap((_, c) => (filled.some((line) => line[c]) ? [c] : []));
  if (rows.length === 0) return null;
  const [row, column] = [rows[0]!, columns[0]!];
  return { row, column, rows: rows.at(-1)! - row + 1, columns: columns.at(-1)! - column + 1 };
}

/** Excel tells no more of them at once. */
const MANY_MERGES = 512;

type Size = "columnWidth" | "rowHeight";
type Sized = { format?: Partial<Record<Size, unknown>> } | null;

/** Names whatever else is asked of rows or columns. */
function checkSizeOnly(properties: unknown, size: Size): void {
  const { format, ...others } = (properties ?? {}) as Record<string, unknown>;
  const unknown = [...Object.keys(others), ...Object.keys(format ?? {}).filter((name) => name !== size)];
  if (unknown.length > 0) throw new HostError("ApiNotFound", `properties ${unknown.join()}`);
}

function sizes(values: unknown, size: Size, count: number): (number | undefined)[] {
  if (!Array.isArray(values) || values.length !== count)
    throw new HostError("InvalidArgument", `${count} objects are needed`);
  return (values as Sized[]).map((one) => {
    checkSizeOnly(one, size);
    const value = one?.format?.[size];
    return value === undefined || value === null ? undefined : Number(value);
  });
}

export class Range extends HostObject {
  readonly type = "Range";
  private readonly cells: SheetAreas;

  constructor(
    readonly worksheet: Worksheet,
    readonly area: Area,
  ) {
    super();
    this.cells = worksheet.cellsOf([area]);
  }

  /** The area with its size known, for reading and writing cells one by one. */
  private get table(): Area {
    const { row, column, rows, columns } = this.area;
    if (rows === MAX_ROWS || columns === MAX_COLUMNS)
      return bounded(this.cells, this.area) ?? { row, column, rows: 1, columns: 1 };
    return this.area;
  }

  private read(): CellContent[][] {
    return this.worksheet.engine.readCells(this.worksheet.id, this.table);
  }

  private write(value: unknown): void {
    checkEntry(this.cells);
    const contents = matrix(value, this.table).map((row) => row.map(typed));
    const styles = this.worksheet.engine.readStyles(this.worksheet.id, this.table);
    const asText = contents.map((row, r) =>
      row.map((content, c) => {
        const source = matrix(value, this.table)[r]![c];
        const isText = styles[r]![c]!.numberFormat === "@" && typeof source === "string" && source !== "";
        return isText && content !== null ? { value: source.replace(/^'/, "") } : content;
      }),
    );
    this.worksheet.engine.writeCells(this.worksheet.id, this.table, asText);
  }

  get Address(): string {
    return `${quoteSheet(this.worksheet.name)}!${formatArea(this.area)}`;
  }
  get RowIndex(): number {
    return this.area.row;
  }
  get ColumnIndex(): number {
    return this.area.column;
  }
  get RowCount(): number {
    return this.area.rows;
  }
  get ColumnCount(): number {
    return this.area.columns;
  }
  get CellCount(): number {
    return this.area.rows * this.area.columns;
  }
  get Values(): unknown[][] {
    return this.read().map((row) => row.map(({ value }) => value ?? ""));
  }
  set Values(value: unknown) {
    this.write(value);
  }
  get Formulas(): unknown[][] {
    return this.read().map((row) => row.map(({ value, formula }) => formula ?? value ?? ""));
  }
  set Formulas(value: unknown) {
    this.write(value);
  }
  get ValueTypes(): string[][] {
    return this.read().map((row) => row.map(valueType));
  }
  get Text(): string[][] {
    return this.worksheet.engine.readText(this.worksheet.id, this.table);
  }
  get NumberFormat(): string[][] {
    const styles = this.worksheet.engine.readStyles(this.worksheet.id, this.table);
    return styles.map((row) => row.map((style) => style.numberFormat ?? "General"));
  }
  set NumberFormat(value: unknown) {
    checkFormat(this.cells);
    const formats = matrix(value, this.table) as (string | null)[][];
    const styles = formats.map((row) =>
      row.map((f) => (f === null ? null : { numberFormat: f || "General" })),
    );
    this.worksheet.engine.writeStyles(this.worksheet.id, this.table, styles);
  }
  get RowHidden(): boolean | null {
    return isHidden(this.cells, this.area, "rows");
  }
  set RowHidden(value: unknown) {
    setHidden(this.cells, this.area, "rows", Boolean(value));
  }
  get ColumnHidden(): boolean | null {
    return isHidden(this.cells, this.area, "columns");
  }
  set ColumnHidden(value: unknown) {
    setHidden(this.cells, this.area, "columns", Boolean(value));
  }
  get Format(): RangeFormat {
    return new RangeFormat(this.cells);
  }
  get DataValidation(): DataValidation {
    return new DataValidation(this.cells);
  }
  get ConditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.cells);
  }
  get Worksheet(): Worksheet {
    return this.worksheet;
  }

  private inner(area: Area): Range {
    return new Range(this.worksheet, area);
  }
  GetCell(row: unknown, column: unknown): Range {
    return this.inner({
      row: this.area.row + Number(row),
      column: this.area.column + Number(column),
      rows: 1,
      columns: 1,
    });
  }
  GetRow(row: unknown): Range {
    return this.inner({ ...this.area, row: this.area.row + Number(row), rows: 1 });
  }
  GetColumn(column: unknown): Range {
    return this.inner({ ...this.area, column: this.area.column + Number(column), columns: 1 });
  }
  GetEntireRow(): Range {
    return this.inner({ ...this.area, column: 0, columns: MAX_COLUMNS });
  }
  GetEntireColumn(): Range {
    return this.inner({ ...this.area, row: 0, rows: MAX_ROWS });
  }
  GetBoundingRect(other: unknown): Range {
    const { area } = other instanceof Range ? other : { area: parseArea(String(other)) };
    const row = Math.min(this.area.row, area.row);
    const column = Math.min(this.area.column, area.column);
    return this.inner({
      row,
      column,
      rows: Math.max(this.area.row + this.area.rows, area.row + area.rows) - row,
      columns: Math.max(this.area.column + this.area.columns, area.column + area.columns) - column,
    });
  }
  /** Office.js asks once before it sends a large matrix in pieces. */
  _ValidateArraySize(rows: unknown, columns: unknown): void {
    if (rows !== this.area.rows || columns !== this.area.columns)
      throw new HostError("InvalidArgument", "matrix size");
  }
  Clear(applyTo: unknown): void {
    const what = applyTo ?? "All";
    if (what !== "All" && what !== "Contents" && what !== "Formats")
      throw new HostError("ApiNotFound", `Range.clear "${String(what)}"`);
    const { engine, id } = this.worksheet;
    if (what === "Contents") checkEntry(this.cells);
    else checkFormat(this.cells);
    const table = this.table;
    if (what !== "Formats")
      engine.writeCells(
        id,
        table,
        Array.from({ length: table.rows }, () => Array<CellContent>(table.columns).fill({ value: null })),
      );
    if (what !== "Contents") engine.clearStyles(id, table);
  }
  /** One cell, or across: one cell per row. Each keeps the content of its first only. */
  Merge(across: unknown): void {
    this.Unmerge();
    const { engine, id } = this.worksheet;
    const { merges } = engine.sheetState(id);
    const { row, rows } = this.area;
    const areas =
      across === true
        ? Array.from({ length: rows }, (_, r) => ({ ...this.area, row: row + r, rows: 1 }))
        : [this.area];
    for (const area of areas) engine.writeCells(id, area, allButFirst(area));
    engine.updateSheet(id, { merges: [...merges, ...areas] });
  }
  Unmerge(): void {
    checkFormat(this.cells);
    const { merges } = this.worksheet.engine.sheetState(this.worksheet.id);
    this.worksheet.engine.updateSheet(this.worksheet.id, {
      merges: merges.filter((m) => !overlaps(m, this.area)),
    });
  }
  /** The merged areas that it meets, whole. */
  GetMergedAreasOrNullObject(): RangeAreas | null {
    const { engine, id } = this.worksheet;
    const merges = engine.sheetState(id).merges.filter((merge) => overlaps(merge, this.area));
    if (merges.length > MANY_MERGES)
      throw new HostError("GeneralException", `over ${MANY_MERGES} merged areas`);
    return merges.length > 0 ? new RangeAreas(this.worksheet, merges) : null;
  }
  /** The new, blank cells. */
  Insert(shift: unknown): Range {
    insertCells(this.cells, this.area, shift);
    return this.inner(this.area);
  }
  Delete(shift: unknown): void {
    deleteCells(this.cells, this.area, shift);
  }
  Select(): void {
    this.worksheet.workbook.checkFront();
    this.worksheet.engine.select(this.worksheet.id, this.table);
  }
  /** The used part of this range; null object when nothing in it is used. */
  GetUsedRangeOrNullObject(valuesOnly: unknown): Range | null {
    const { engine, id } = this.worksheet;
    const used = engine.usedArea(id, valuesOnly === true);
    const [part] = used ? intersect(this.area, used) : [];
    if (!part || valuesOnly !== true) return part ? this.inner(part) : null;
    const filled = filledPart(engine.readCells(id, part));
    return (
      filled && this.inner({ ...filled, row: part.row + filled.row, column: part.column + filled.column })
    );
  }
  /** Of whole rows, columns and sheets the used part is copied, and no sizes. */
  CopyFrom(source: unknown, kind: unknown, skipBlanks: unknown, transpose: unknown): void {
    if (skipBlanks === true || transpose === true)
      throw new HostError("ApiNotFound", "Range.copyFrom with skipBlanks or transpose");
    const from = source instanceof Range ? source : this.sourceAt(String(source));
    copyCells(from.cells, this.cells, kind ?? "All");
  }
  private sourceAt(address: string): Range {
    const name = sheetOf(address);
    const sheet = name === null ? this.worksheet : this.worksheet.workbook.Worksheets.GetItem(name);
    return new Range(sheet, parseArea(address));
  }
  /** One object per column, with its width; nothing else is hosted. */
  GetColumnProperties(wanted: unknown): unknown[] {
    checkSizeOnly(wanted, "columnWidth");
    const { engine, id } = this.worksheet;
    const { column, columns } = this.table;
    return Array.from({ length: columns }, (_, i) => ({
      format: { columnWidth: engine.columnWidth(id, column + i) },
    }));
  }
  GetRowProperties(wanted: unknown): unknown[] {
    checkSizeOnly(wanted, "rowHeight");
    const { engine, id } = this.worksheet;
    const { row, rows } = this.table;
    return Array.from({ length: rows }, (_, i) => ({ format: { rowHeight: engine.rowHeight(id, row + i) } }));
  }
  SetColumnProperties(values: unknown): void {
    checkFormat(this.cells, "allowFormatColumns");
    const { engine, id } = this.worksheet;
    sizes(values, "columnWidth", this.table.columns).forEach((width, i) => {
      if (width !== undefined) engine.setColumnWidth(id, this.table.column + i, 1, width);
    });
  }
  SetRowProperties(values: unknown): void {
    checkFormat(this.cells, "allowFormatRows");
    const { engine, id } = this.worksheet;
    sizes(values, "rowHeight", this.table.rows).forEach((height, i) => {
      if (height !== undefined) engine.setRowHeight(id, this.table.row + i, 1, height);
    });
  }
}

/** What is hosted here, by Excel's class names. */
export const HOSTED = { Range };
