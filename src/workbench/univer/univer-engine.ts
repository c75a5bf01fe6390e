import {
  type ICellData,
  ICommandService,
  type IExecutionOptions,
  type Injector,
  mergeWorksheetSnapshotWithDefault,
  RANGE_TYPE,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { FormulaDataModel, IFunctionService } from "@univerjs/engine-formula";
import type { FWorkbook } from "@univerjs/sheets/facade";
import type {
  Area,
  Axis,
  CellContent,
  CellStyle,
  EngineEvent,
  FunctionInvoker,
  History,
  SheetInfo,
  SheetState,
  Source,
  SpreadsheetEngine,
} from "../engine/engine";
import { SnapshotHistory } from "../engine/snapshot-history";
import type { Shift } from "../engine/shift";
import { fillCopy, shiftCells } from "../engine/structure";
import { Calculation } from "./calculation";
import { Calls } from "./calls";
import { compareAnew } from "./comparisons";
import { contentOf, grid, matrix, typeOf, usedArea } from "./cells";
import { registerFunctions } from "./functions";
import { plainLinks } from "./links";
import { undoStack } from "./undo-stack";
import { highlightAt, judgeHighlights } from "./highlights";
import { replaceNames } from "./name-meanings";
import { Names } from "./names";
import { roundAsExcel, shownAs } from "./rounding";
import { renaming } from "./renaming";
import { RowFit } from "./row-fit";
import { fromRange } from "./rules";
import { type Execute, SheetStates } from "./sheet-states";
import { Sizes } from "./sizes";
import { fromUniver, toUniver } from "./styles";
import { completeUserCopies } from "./user-copies";
import { Watch } from "./watch";

/** Of a new sheet; it grows with what is written, but not for what a formula spills: that must find its place. */
export const FIRST_SIZE = { rowCount: 1000, columnCount: 100 };

/** Univer under the host. Cells, styles, sizes, merges and rules live in Univer; what it cannot hold is kept beside it. */
export class UniverEngine implements SpreadsheetEngine {
  private readonly states: SheetStates;
  private readonly defined: Names;
  private readonly sizes: Sizes;
  private readonly watch: Watch;
  private readonly calls: Calls;
  private readonly calculation: Calculation;
  private readonly rowFit: RowFit;
  private readonly listeners: ((event: EngineEvent) => void)[] = [];
  private readonly book: FWorkbook;
  readonly history: History;
  private ours = 0;
  /** cells are written that nobody edits */
  private moving = false;
  private nextId = 1;

  constructor(
    readonly api: FUniver,
    private readonly injector: Injector,
  ) {
    this.book = api.getActiveWorkbook()!;
    const { unitId } = this;
    const execute: Execute = (id, params) => this.execute(id, params);
    this.states = new SheetStates(
      injector,
      () => this.model,
      execute,
      (event) => this.tell(event),
    );
    this.defined = new Names(injector, unitId, execute);
    compareAnew();
    plainLinks(injector);
    replaceNames(injector, { unitId, sheets: () => this.sheets(), names: (sheet) => this.names(sheet) });
    this.sizes = new Sizes((id) => this.sheet(id), execute);
    this.watch = new Watch(injector, {
      source: () => this.source,
      activeSheet: () => this.activeSheet(),
      read: (sheet, area) => this.readCells(sheet, area),
      tell: (event) => this.tell(event),
    });
    this.calls = new Calls((places) => this.calculation.again(places));
    this.history = new SnapshotHistory(this, undoStack(injector, unitId));
    const judge = (): boolean => judgeHighlights(injector, this.model);
    this.calculation = new Calculation(injector, unitId, this.calls, judge);
    roundAsExcel(injector);
    completeUserCopies(injector, this);
    this.rowFit = new RowFit(injector, unitId, execute);
  }

  /** who makes the change that is under way */
  get source(): Source {
    return this.ours > 0 ? "api" : "user";
  }

  private get unitId(): string {
    return this.model.getUnitId();
  }

  private get model(): Workbook {
    return this.book.getWorkbook();
  }

  private sheet(id: string): Worksheet {
    const sheet = this.model.getSheetBySheetId(id);
    if (!sheet) throw new Error(`no sheet ${id}`);
    return sheet;
  }

  private execute(id: string, params: object, how?: IExecutionOptions): void {
    this.ours++;
    try {
      if (!this.api.syncExecuteCommand(id, { unitId: this.unitId, ...params }, how))
        throw new Error(`Univer refused ${id}`);
    } finally {
      this.ours--;
    }
  }

  private tell(event: EngineEvent): void {
    if (this.moving && event.kind === "edited") return;
    if ("moved" in event && event.source === "user") this.states.movePage(event.sheet, event);
    this.listeners.forEach((listener) => listener(event));
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

  /** Univer would show a new sheet at once, were it not from elsewhere. */
  addSheet(name: string, { id, index } = { id: this.freeId(), index: this.model.getSheetSize() }): string {
    const sheet = mergeWorksheetSnapshotWithDefault({ id, name, ...FIRST_SIZE });
    this.execute("sheet.mutation.insert-sheet", { index, sheet }, { fromCollab: true });
    return id;
  }

  private freeId(): string {
    while (this.model.getSheetBySheetId(`sheet-${this.nextId}`)) this.nextId++;
    return `sheet-${this.nextId++}`;
  }

  removeSheet(id: string): void {
    const next = this.sheets().find((s) => s.id !== id);
    if (next && this.activeSheet() === id) this.activateSheet(next.id);
    for (const name of this.names(id).keys()) this.removeName(name, id);
    this.execute("sheet.mutation.remove-sheet", { subUnitId: id, subUnitName: this.sheet(id).getName() });
    this.states.delete(id);
  }

  renameSheet(id: string, name: string): void {
    for (const step of renaming(this.injector, { unitId: this.unitId, subUnitId: id, name }))
      this.execute(step.id, step.params);
  }

  private move(act: () => void): void {
    this.moving = true;
    try {
      act();
    } finally {
      this.moving = false;
    }
  }

  copySheet(id: string, name: string, index: number): string {
    const copy = this.addSheet(name, { id: this.freeId(), index });
    this.move(() => fillCopy(this, id, { id: copy, name }));
    return copy;
  }

  insertCells(sheet: string, area: Area, moved: Axis): void {
    this.shift(sheet, { kind: "inserted", area, moved });
  }

  deleteCells(sheet: string, area: Area, moved: Axis): void {
    this.shift(sheet, { kind: "deleted", area, moved });
  }

  private shift(sheet: string, shift: Shift): void {
    this.move(() => shiftCells(this, sheet, shift));
    this.tell({ ...shift, sheet, source: "api" });
  }

  readCells(sheet: string, area: Area): CellContent[][] {
    const worksheet = this.sheet(sheet);
    const formulas = this.injector.get(FormulaDataModel);
    return grid(area, (row, column) => {
      const cell = worksheet.getCellRaw(row, column);
      const shared = cell?.si && !cell.f;
      const formula = shared ? formulas.getFormulaStringByCell(row, column, sheet, this.unitId) : cell?.f;
      return contentOf(cell, worksheet.getCell(row, column), formula);
    });
  }

  writeCells(sheet: string, area: Area, cells: (CellContent | null)[][]): void {
    this.ensureSize(sheet, area);
    const cellValue = matrix(area, (r, c) => {
      const cell = cells[r]![c] ?? null;
      if (cell === null) return undefined;
      if (cell.formula) return { f: cell.formula, v: null, t: null, si: null, p: null };
      return { v: cell.value, t: typeOf(cell) ?? null, f: null, si: null, p: null };
    });
    const single = area.rows * area.columns === 1;
    const before = single ? { before: this.readCells(sheet, area)[0]![0]! } : {};
    this.execute(SET_VALUES, { subUnitId: sheet, cellValue });
    this.tell({ kind: "edited", sheet, areas: [area], source: "api", ...before });
  }

  readText(sheet: string, area: Area): string[][] {
    const styles = this.readStyles(sheet, area);
    return this.readCells(sheet, area).map((row, r) =>
      row.map(({ value }, c) => shownAs(value, styles[r]![c]!.numberFormat)),
    );
  }

  usedArea(sheet: string, valuesOnly = false): Area | null {
    return usedArea(this.sheet(sheet).getCellMatrix(), valuesOnly);
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
    const shown = highlightAt(this.injector, this.unitId, sheet);
    return this.readStyles(sheet, area).map((row, r) =>
      row.map((own, c) => ({ ...own, ...shown(area.row + r, area.column + c) })),
    );
  }

  writeStyle(sheet: string, areas: Area[], style: CellStyle): void {
    for (const area of areas) this.lay(sheet, area, () => styled(style));
  }

  writeStyles(sheet: string, area: Area, styles: (CellStyle | null)[][]): void {
    this.lay(sheet, area, (r, c) => styles[r]![c] && styled(styles[r]![c]));
  }

  clearStyles(sheet: string, area: Area): void {
    this.lay(sheet, area, () => ({ s: null, custom: null }));
  }

  /** Univer takes a cell that is given a look alone for one without a formula, unless its formulas are not told. */
  private lay(sheet: string, area: Area, look: (r: number, c: number) => ICellData | null | undefined): void {
    this.ensureSize(sheet, area);
    const cellValue = matrix(area, (r, c) => look(r, c) ?? undefined);
    this.execute(SET_VALUES, { subUnitId: sheet, cellValue }, { onlyLocal: true });
  }

  columnWidth(sheet: string, column: number): number {
    return this.sizes.width(sheet, column);
  }

  setColumnWidth(sheet: string, column: number, count: number, width: number): void {
    this.sizes.setWidth(sheet, column, count, width);
  }

  rowHeight(sheet: string, row: number): number {
    return this.sizes.height(sheet, row);
  }

  hasOwnHeight(sheet: string, row: number): boolean {
    return this.sizes.hasOwnHeight(sheet, row);
  }

  setRowHeight(sheet: string, row: number, count: number, height: number | null): void {
    this.sizes.setHeight(sheet, row, count, height);
  }

  sheetState(sheet: string): Readonly<SheetState> {
    return this.states.of(sheet);
  }

  updateSheet(sheet: string, change: Partial<SheetState>): void {
    this.states.update(sheet, change);
  }

  names(sheet?: string): ReadonlyMap<string, string> {
    return this.defined.all(sheet);
  }

  setName(name: string, formula: string, sheet?: string): void {
    this.defined.set(name, formula, sheet);
  }

  removeName(name: string, sheet?: string): void {
    this.defined.remove(name, sheet);
  }

  selection(): { sheet: string; area: Area } {
    const range = this.book.getActiveRange()?.getRange();
    const area = range
      ? fromRange({ ...range, rangeType: RANGE_TYPE.NORMAL })
      : { row: 0, column: 0, rows: 1, columns: 1 };
    return { sheet: this.activeSheet(), area };
  }

  select(sheet: string, { row, column, rows, columns }: Area): void {
    this.activateSheet(sheet);
    const range = this.book.getSheetBySheetId(sheet)!.getRange(row, column, rows, columns);
    this.book.setActiveRange(range);
  }

  registerFunctions(names: string[], invoke: FunctionInvoker): void {
    this.calls.invoke = invoke;
    registerFunctions(this.injector, names, this.calls);
  }

  calculateAll(): void {
    this.calls.forgetAll();
    this.calculation.all();
  }

  knowsFunction(name: string): boolean {
    return this.injector.get(IFunctionService).hasExecutor(name);
  }

  messageAt(sheet: string, row: number, column: number): string | null {
    // a selection is told a moment later: its sheet may be gone
    if (!this.model.getSheetBySheetId(sheet)) return null;
    const [[cell]] = this.readCells(sheet, { row, column, rows: 1, columns: 1 }) as [[CellContent]];
    return cell.error ? this.calls.messageAt({ sheet, row, column }) : null;
  }

  async settled(): Promise<void> {
    await this.watch.settled();
    await this.calculation.settled();
    await this.rowFit.settled();
  }

  onEvent(listener: (event: EngineEvent) => void): void {
    this.listeners.push(listener);
  }

  onChange(listener: () => void): void {
    this.injector.get(ICommandService).onCommandExecuted(({ id }) => {
      if (id.includes(".mutation.")) listener();
    });
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

const styled = (style: CellStyle): ICellData => ({
  s: toUniver(style),
  ...(style.locked !== undefined && { custom: { locked: style.locked } }),
});

const SET_VALUES = "sheet.mutation.set-range-values";
