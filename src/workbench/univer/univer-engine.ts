import {
  CellValueType,
  type ICellData,
  type Injector,
  type IObjectMatrixPrimitiveType,
  type Nullable,
  mergeWorksheetSnapshotWithDefault,
  numfmt,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { FWorkbook } from "@univerjs/sheets/facade";
import type {
  Area,
  CellContent,
  CellEdit,
  CellStyle,
  EngineFunction,
  SheetInfo,
  SheetState,
  SpreadsheetEngine,
} from "../engine/engine";
import { registerFunction } from "./functions";
import { highlightAt, judgeHighlights } from "./highlights";
import { toHighlight, toRange, toValidation } from "./rules";
import { fromUniver, toUniver } from "./styles";

const ERROR_TEXT = /^#(N\/A|VALUE!|REF!|NAME\?|NUM!|NULL!|DIV\/0!|SPILL!|CALC!|BUSY!|CONNECT!|GETTING_DATA)$/;
const PIXELS_PER_POINT = 4 / 3;

const freshState = (): SheetState => ({
  validations: [],
  highlights: [],
  merges: [],
  protection: null,
  frozenRows: 0,
  frozenColumns: 0,
  gridlines: true,
  tabColor: "",
  visible: true,
  page: {},
});

const contentOf = (cell: Nullable<ICellData>, spilled: Nullable<ICellData>): CellContent => {
  const raw = cell?.v ?? spilled?.v ?? null;
  const isText = (cell?.t ?? spilled?.t) === CellValueType.STRING;
  const value =
    raw !== null && (cell?.t ?? spilled?.t) === CellValueType.BOOLEAN ? Boolean(Number(raw)) : raw;
  const calculated = Boolean(cell?.f ?? cell?.si) || !cell;
  const error = calculated && isText && typeof value === "string" && ERROR_TEXT.test(value);
  return { value, ...(cell?.f && { formula: cell.f }), ...(error && { error }) };
};

const typeOf = (value: CellContent["value"]): CellValueType | undefined =>
  typeof value === "number"
    ? CellValueType.NUMBER
    : typeof value === "boolean"
      ? CellValueType.BOOLEAN
      : typeof value === "string"
        ? CellValueType.STRING
        : undefined;

/** Univer under the host. Cells, styles, sizes, merges and rules live in Univer; what it cannot hold is kept beside it. */
export class UniverEngine implements SpreadsheetEngine {
  private readonly states = new Map<string, SheetState>();
  private readonly nameFormulas = new Map<string, string>();
  private readonly listeners: ((edit: CellEdit) => void)[] = [];
  private readonly book: FWorkbook;
  private ours = 0;
  private nextId = 1;
  private edits = 0;
  private pending: Promise<void> | null = null;

  constructor(
    private readonly api: FUniver,
    private readonly injector: Injector,
  ) {
    this.book = api.getActiveWorkbook()!;
    api.addEvent(api.Event.CommandExecuted, ({ id, params }) => {
      if (id !== SET_VALUES || (params as { trigger?: string }).trigger === FORMULA_RESULT) return;
      this.noticeEdit(params as never);
      this.noticeCalculation();
    });
  }

  private get model(): Workbook {
    return this.book.getWorkbook();
  }

  private sheet(id: string): Worksheet {
    const sheet = this.model.getSheetBySheetId(id);
    if (!sheet) throw new Error(`no sheet ${id}`);
    return sheet;
  }

  private execute(id: string, params: object): void {
    this.ours++;
    try {
      if (!this.api.syncExecuteCommand(id, { unitId: this.model.getUnitId(), ...params }))
        throw new Error(`Univer refused ${id}`);
    } finally {
      this.ours--;
    }
  }

  private noticeEdit(params: { subUnitId: string; cellValue?: IObjectMatrixPrimitiveType<ICellData> }): void {
    const rows = Object.keys(params.cellValue ?? {}).map(Number);
    if (rows.length === 0) return;
    const columns = rows.flatMap((row) => Object.keys(params.cellValue![row] ?? {}).map(Number));
    if (columns.length === 0) return;
    const [row, column] = [Math.min(...rows), Math.min(...columns)];
    const area = {
      row,
      column,
      rows: Math.max(...rows) - row + 1,
      columns: Math.max(...columns) - column + 1,
    };
    const source = this.ours > 0 ? "api" : "user";
    this.listeners.forEach((listener) => listener({ sheet: params.subUnitId, area, source }));
  }

  private noticeCalculation(): void {
    this.edits++;
    this.pending ??= this.calculated().finally(() => (this.pending = null));
  }

  /** Edits of one turn are calculated together; one that comes while Univer calculates needs another round. */
  private async calculated(): Promise<void> {
    let seen: number;
    do {
      await Promise.resolve();
      seen = this.edits;
      await this.api.getFormula().onCalculationResultApplied();
    } while (seen !== this.edits);
    await judgeHighlights(this.api, this.injector, this.model.getUnitId());
  }

  sheets(): SheetInfo[] {
    return this.model.getSheets().map((s) => ({ id: s.getSheetId(), name: s.getName() }));
  }

  activeSheet(): string {
    return this.model.getActiveSheet().getSheetId();
  }

  activateSheet(id: string): void {
    this.book.setActiveSheet(id);
  }

  addSheet(name: string): string {
    const id = `sheet-${this.nextId++}`;
    this.execute("sheet.mutation.insert-sheet", {
      index: this.model.getSheetSize(),
      sheet: mergeWorksheetSnapshotWithDefault({ id, name, rowCount: 200, columnCount: 26 }),
    });
    return id;
  }

  removeSheet(id: string): void {
    const next = this.sheets().find((s) => s.id !== id);
    if (next && this.activeSheet() === id) this.activateSheet(next.id);
    this.execute("sheet.mutation.remove-sheet", { subUnitId: id, subUnitName: this.sheet(id).getName() });
    this.states.delete(id);
  }

  renameSheet(id: string, name: string): void {
    this.execute("sheet.mutation.set-worksheet-name", { subUnitId: id, name });
  }

  readCells(sheet: string, area: Area): CellContent[][] {
    const worksheet = this.sheet(sheet);
    return grid(area, (row, column) =>
      contentOf(worksheet.getCellRaw(row, column), worksheet.getCell(row, column)),
    );
  }

  writeCells(sheet: string, area: Area, cells: (CellContent | null)[][]): void {
    this.ensureSize(sheet, area);
    const cellValue = matrix(area, (r, c) => {
      const cell = cells[r]![c] ?? null;
      if (cell === null) return undefined;
      if (cell.formula) return { f: cell.formula, v: null, t: null, si: null, p: null };
      return { v: cell.value, t: typeOf(cell.value) ?? null, f: null, si: null, p: null };
    });
    this.execute(SET_VALUES, { subUnitId: sheet, cellValue });
  }

  readText(sheet: string, area: Area): string[][] {
    const styles = this.readStyles(sheet, area);
    return this.readCells(sheet, area).map((row, r) =>
      row.map(({ value }, c) => {
        const pattern = styles[r]![c]!.numberFormat ?? "General";
        if (value === null) return "";
        return typeof value === "number" ? numfmt.format(pattern, value) : String(value);
      }),
    );
  }

  usedArea(sheet: string): Area | null {
    const cells = this.sheet(sheet).getCellMatrix();
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    cells.forValue((row, column, cell) => {
      if ((cell?.v ?? null) === null && !cell?.f) return;
      [top, left] = [Math.min(top, row), Math.min(left, column)];
      [bottom, right] = [Math.max(bottom, row), Math.max(right, column)];
    });
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  readStyles(sheet: string, area: Area): CellStyle[][] {
    const worksheet = this.sheet(sheet);
    const styles = this.model.getStyles();
    return grid(area, (row, column) => {
      const cell = worksheet.getCellRaw(row, column);
      const locked = (cell?.custom as { locked?: boolean } | undefined)?.locked ?? true;
      return fromUniver(cell ? styles.getStyleByCell(cell) : null, locked);
    });
  }

  readShownStyles(sheet: string, area: Area): CellStyle[][] {
    const shown = highlightAt(this.injector, this.model.getUnitId(), sheet);
    return this.readStyles(sheet, area).map((row, r) =>
      row.map((own, c) => ({ ...own, ...shown(area.row + r, area.column + c) })),
    );
  }

  writeStyle(sheet: string, areas: Area[], style: CellStyle): void {
    const s = toUniver(style);
    for (const area of areas) {
      this.ensureSize(sheet, area);
      const custom = style.locked === undefined ? {} : { custom: { locked: style.locked } };
      this.execute(SET_VALUES, {
        subUnitId: sheet,
        cellValue: matrix(area, () => ({ s: { ...s }, ...custom })),
      });
    }
  }

  writeNumberFormats(sheet: string, area: Area, formats: (string | null)[][]): void {
    this.ensureSize(sheet, area);
    const cellValue = matrix(area, (r, c) => {
      const format = formats[r]![c];
      return format === null || format === undefined ? undefined : { s: toUniver({ numberFormat: format }) };
    });
    this.execute(SET_VALUES, { subUnitId: sheet, cellValue });
  }

  clearStyles(sheet: string, area: Area): void {
    this.execute(SET_VALUES, {
      subUnitId: sheet,
      cellValue: matrix(area, () => ({ s: null, custom: null })),
    });
  }

  columnWidth(sheet: string, column: number): number {
    return this.sheet(sheet).getColumnWidth(column) / PIXELS_PER_POINT;
  }

  setColumnWidth(sheet: string, column: number, count: number, width: number): void {
    this.execute("sheet.mutation.set-worksheet-col-width", {
      subUnitId: sheet,
      ranges: [toRange({ row: 0, column, rows: 1, columns: count })],
      colWidth: Math.round(width * PIXELS_PER_POINT),
    });
  }

  rowHeight(sheet: string, row: number): number {
    return this.sheet(sheet).getRowHeight(row) / PIXELS_PER_POINT;
  }

  setRowHeight(sheet: string, row: number, count: number, height: number): void {
    const ranges = [toRange({ row, column: 0, rows: count, columns: 1 })];
    this.execute("sheet.mutation.set-worksheet-row-height", {
      subUnitId: sheet,
      ranges,
      rowHeight: Math.round(height * PIXELS_PER_POINT),
    });
    this.execute("sheet.mutation.set-worksheet-row-is-auto-height", {
      subUnitId: sheet,
      ranges,
      autoHeightInfo: 0,
    });
  }

  sheetState(sheet: string): Readonly<SheetState> {
    let state = this.states.get(sheet);
    if (!state) this.states.set(sheet, (state = freshState()));
    return state;
  }

  updateSheet(sheet: string, change: Partial<SheetState>): void {
    const before = this.sheetState(sheet);
    const after = { ...before, ...change };
    this.states.set(sheet, after);
    if (change.merges) this.showMerges(sheet, before.merges, after.merges);
    if (change.validations) this.showValidations(sheet, before, after);
    if (change.highlights) this.showHighlights(sheet, before, after);
    if (change.frozenRows !== undefined || change.frozenColumns !== undefined) this.showFreeze(sheet, after);
    if (change.gridlines !== undefined)
      this.execute("sheet.mutation.toggle-gridlines", {
        subUnitId: sheet,
        showGridlines: change.gridlines ? 1 : 0,
      });
    if (change.tabColor !== undefined)
      this.execute("sheet.mutation.set-tab-color", { subUnitId: sheet, color: change.tabColor });
  }

  private showMerges(sheet: string, before: Area[], after: Area[]): void {
    if (before.length > 0)
      this.execute("sheet.mutation.remove-worksheet-merge", {
        subUnitId: sheet,
        ranges: before.map(toRange),
      });
    if (after.length > 0)
      this.execute("sheet.mutation.add-worksheet-merge", { subUnitId: sheet, ranges: after.map(toRange) });
  }

  private showValidations(sheet: string, before: SheetState, after: SheetState): void {
    before.validations.forEach((_, i) =>
      this.execute("data-validation.mutation.removeRule", {
        subUnitId: sheet,
        ruleId: `${sheet}-v${i}`,
        source: "command",
      }),
    );
    after.validations.forEach((rule, i) =>
      this.execute("data-validation.mutation.addRule", {
        subUnitId: sheet,
        rule: toValidation(rule, `${sheet}-v${i}`),
        source: "command",
      }),
    );
  }

  /** Univer puts each new rule on top, so the weakest goes first. */
  private showHighlights(sheet: string, before: SheetState, after: SheetState): void {
    for (const { id } of before.highlights.filter((r) => r.formula !== ""))
      this.execute("sheet.mutation.delete-conditional-rule", { subUnitId: sheet, cfId: id });
    for (const rule of after.highlights.filter((r) => r.formula !== "").reverse())
      this.execute("sheet.mutation.add-conditional-rule", { subUnitId: sheet, rule: toHighlight(rule) });
  }

  private showFreeze(sheet: string, { frozenRows, frozenColumns }: SheetState): void {
    this.execute("sheet.mutation.set-frozen", {
      subUnitId: sheet,
      startRow: frozenRows || -1,
      startColumn: frozenColumns || -1,
      xSplit: frozenColumns,
      ySplit: frozenRows,
    });
  }

  names(): ReadonlyMap<string, string> {
    return this.nameFormulas;
  }

  setName(name: string, formula: string): void {
    if (this.nameFormulas.has(name)) this.book.deleteDefinedName(name);
    this.nameFormulas.set(name, formula);
    this.book.insertDefinedName(name, formula.replace(/^=/, ""));
  }

  removeName(name: string): void {
    this.nameFormulas.delete(name);
    this.book.deleteDefinedName(name);
  }

  selection(): { sheet: string; area: Area } {
    const range = this.book.getActiveRange()?.getRange();
    const area = range
      ? {
          row: range.startRow,
          column: range.startColumn,
          rows: range.endRow - range.startRow + 1,
          columns: range.endColumn - range.startColumn + 1,
        }
      : { row: 0, column: 0, rows: 1, columns: 1 };
    return { sheet: this.activeSheet(), area };
  }

  select(sheet: string, { row, column, rows, columns }: Area): void {
    this.activateSheet(sheet);
    const range = this.book.getSheetBySheetId(sheet)!.getRange(row, column, rows, columns);
    this.book.setActiveRange(range);
  }

  registerFunction(name: string, _description: string, compute: EngineFunction): void {
    registerFunction(this.injector, name, compute);
  }

  async settled(): Promise<void> {
    while (this.pending) await this.pending;
  }

  onEdit(listener: (edit: CellEdit) => void): void {
    this.listeners.push(listener);
  }

  private ensureSize(sheet: string, { row, column, rows, columns }: Area): void {
    const worksheet = this.sheet(sheet);
    if (worksheet.getRowCount() < row + rows)
      this.execute("sheet.mutation.set-worksheet-row-count", { subUnitId: sheet, rowCount: row + rows });
    if (worksheet.getColumnCount() < column + columns)
      this.execute("sheet.mutation.set-worksheet-column-count", {
        subUnitId: sheet,
        columnCount: column + columns,
      });
  }
}

const SET_VALUES = "sheet.mutation.set-range-values";
/** Univer marks the values it calculated itself. */
const FORMULA_RESULT = "formula.mutation.set-formula-calculation-result";

function grid<T>({ row, column, rows, columns }: Area, read: (row: number, column: number) => T): T[][] {
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => read(row + r, column + c)),
  );
}

function matrix<T>({ row, column, rows, columns }: Area, make: (r: number, c: number) => T | undefined) {
  const out: Record<number, Record<number, T>> = {};
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const value = make(r, c);
      if (value !== undefined) (out[row + r] ??= {})[column + c] = value;
    }
  return out;
}
