import type { Area, CellContent } from "../../engine/engine";
import { contains, formatArea, MAX_COLUMNS, MAX_ROWS, overlaps, parseArea, quoteSheet } from "../address";
import { HostError } from "../errors";
import { HostObject } from "../object";
import { typed, valueType } from "../typing";
import { ConditionalFormatCollection } from "./conditional-format";
import { DataValidation } from "./data-validation";
import { RangeFormat } from "./format";
import { bounded, checkEntry, checkFormat, type SheetAreas } from "./sheet-areas";
import { Worksheet } from "./worksheet";

/** A single value fills the whole area; a matrix must have its shape. */
function matrix(value: unknown, { rows, columns }: Area): unknown[][] {
  if (!Array.isArray(value)) return Array.from({ length: rows }, () => Array<unknown>(columns).fill(value));
  const fits = value.length === rows && value.every((row) => Array.isArray(row) && row.length === columns);
  if (!fits) throw new HostError("InvalidArgument", `a matrix of ${rows} × ${columns} is needed`);
  return value as unknown[][];
}

export class Range extends HostObject {
  readonly type = "Range";
  private readonly cells: SheetAreas;

  constructor(
    readonly worksheet: Worksheet,
    readonly area: Area,
  ) {
    super();
    this.cells = { engine: worksheet.engine, sheet: worksheet.id, areas: [area] };
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
    this.worksheet.engine.writeNumberFormats(this.worksheet.id, this.table, formats);
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
  /** One cell, or across: one cell per row. */
  Merge(across: unknown): void {
    this.Unmerge();
    const { merges } = this.worksheet.engine.sheetState(this.worksheet.id);
    const { row, rows } = this.area;
    const areas =
      across === true
        ? Array.from({ length: rows }, (_, r) => ({ ...this.area, row: row + r, rows: 1 }))
        : [this.area];
    this.worksheet.engine.updateSheet(this.worksheet.id, { merges: [...merges, ...areas] });
  }
  Unmerge(): void {
    checkFormat(this.cells);
    const { merges } = this.worksheet.engine.sheetState(this.worksheet.id);
    this.worksheet.engine.updateSheet(this.worksheet.id, {
      merges: merges.filter((m) => !overlaps(m, this.area)),
    });
  }
  Select(): void {
    this.worksheet.engine.select(this.worksheet.id, this.table);
  }
  GetUsedRangeOrNullObject(): Range | null {
    const used = this.worksheet.engine.usedArea(this.worksheet.id);
    return used && contains(this.area, used) ? this.inner(used) : null;
  }
}

export class RangeAreas extends HostObject {
  readonly type = "RangeAreas";
  private readonly cells: SheetAreas;

  constructor(
    private readonly worksheet: Worksheet,
    private readonly areas: Area[],
  ) {
    super();
    this.cells = { engine: worksheet.engine, sheet: worksheet.id, areas };
  }
  get Address(): string {
    return this.areas.map((area) => new Range(this.worksheet, area).Address).join(",");
  }
  get AreaCount(): number {
    return this.areas.length;
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
}
