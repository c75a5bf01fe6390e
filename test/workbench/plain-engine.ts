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
  SpreadsheetEngine,
} from "../../src/workbench/engine/engine";
import { BLANK } from "../../src/workbench/engine/snapshot";
import { SnapshotHistory } from "../../src/workbench/engine/snapshot-history";
import type { Shift } from "../../src/workbench/engine/shift";
import { fillCopy, shiftCells } from "../../src/workbench/engine/structure";
import { PlainCalculation, type Place } from "./plain-calculation";
import { Looks } from "./plain-looks";
import { plainUndo } from "./plain-undo";

interface Sheet extends SheetInfo {
  /** row → column → cell */
  contents: Map<number, Map<number, CellContent>>;
  /** numbers of looks */
  styles: Map<number, Map<number, number>>;
  widths: Map<number, number>;
  heights: Map<number, number>;
  state: SheetState;
  names: Map<string, string>;
}

const SIZE = { width: 48, height: 15 };

const freshState = (): SheetState => structuredClone(BLANK.state);

function eachCell({ row, column, rows, columns }: Area, visit: (row: number, column: number) => void): void {
  for (let r = row; r < row + rows; r++) for (let c = column; c < column + columns; c++) visit(r, c);
}

const put = <T>(cells: Map<number, Map<number, T>>, row: number, column: number, value: T | null): void => {
  let line = cells.get(row);
  if (!line) cells.set(row, (line = new Map()));
  if (value === null) line.delete(column);
  else line.set(column, value);
};

const table = <T>({ row, column, rows, columns }: Area, read: (row: number, column: number) => T): T[][] =>
  Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => read(row + r, column + c)),
  );

const lines = <T>(cells: Map<number, Map<number, T>>): [number, [number, T][]][] =>
  [...cells]
    .map(([row, line]) => [row, [...line].sort(([a], [b]) => a - b)] as [number, [number, T][]])
    .filter(([, line]) => line.length > 0)
    .sort(([a], [b]) => a - b);

const sorted = <T>(map: Map<number, T>): [number, T][] => [...map].sort(([a], [b]) => a - b);

/** The name as it is known, whatever its case. */
const keyOf = (names: ReadonlyMap<string, string>, name: string): string =>
  [...names.keys()].find((known) => known.toLowerCase() === name.toLowerCase()) ?? name;

/** The same object whatever order its keys were written in. */
function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, inner]) => [key, inOrder(inner)]);
}

/**
 * A workbook that holds everything, and calculates once it has functions of an add-in: quick enough to try every way in
 * which a command can fail, and enough of an engine for the whole page.
 */
export class PlainEngine implements SpreadsheetEngine {
  private book: Sheet[] = [];
  private active = "";
  private chosen: { sheet: string; area: Area };
  private defined = new Map<string, string>();
  private readonly looks = new Looks();
  private readonly calculation = new PlainCalculation({
    sheets: () => this.sheets(),
    names: (sheet) => this.names(sheet),
    readCells: (sheet, area) => this.readCells(sheet, area),
    formulas: () => this.formulas(),
    store: ({ sheet, row, column }, result) => {
      const line = this.of(sheet).contents.get(row)!;
      line.set(column, { ...result, formula: line.get(column)!.formula! });
    },
    changed: () => this.changed(),
  });
  private readonly listeners: ((event: EngineEvent) => void)[] = [];
  private readonly changes: (() => void)[] = [];
  /** cells are written that nobody edits */
  private moving = false;
  readonly history: History = new SnapshotHistory(this, plainUndo());
  private nextId = 1;

  constructor() {
    this.active = this.addSheet("Sheet1");
    this.chosen = { sheet: this.active, area: { row: 0, column: 0, rows: 1, columns: 1 } };
  }

  private of(id: string): Sheet {
    const sheet = this.book.find((s) => s.id === id);
    if (!sheet) throw new Error(`no sheet ${id}`);
    return sheet;
  }

  /** Everything it holds, as text; without the ids of sheets and rules, which mean nothing. */
  digest(): string {
    const sheets = this.book.map(({ name, contents, styles, widths, heights, state, names }) => [
      ...[name, sorted(widths), sorted(heights), lines(styles), [...names].sort()],
      ...lines(contents).map(([row, line]) => [
        row,
        line.map(([column, c]) => [column, c.formula ?? "", c.value]),
      ]),
      inOrder({
        ...state,
        highlights: state.highlights.map((rule) => ({ ...rule, id: "" })),
        charts: state.charts.map((chart) => ({ ...chart, id: "" })),
      }),
    ]);
    const { name } = this.of(this.active);
    return JSON.stringify({ sheets, active: name, names: [...this.defined].sort() });
  }

  /** A copy of everything, to be put back with `restore`. */
  save(): unknown {
    const { book, active, chosen, defined } = this;
    return structuredClone({ book, active, chosen, defined });
  }
  restore(saved: unknown): void {
    Object.assign(this, structuredClone(saved));
  }

  sheets(): SheetInfo[] {
    return this.book.map(({ id, name }) => ({ id, name }));
  }
  activeSheet(): string {
    return this.active;
  }
  activateSheet(id: string): void {
    const before = this.active;
    this.active = this.of(id).id;
    if (before === id) return;
    this.tell({ kind: "deactivated", sheet: before });
    this.tell({ kind: "activated", sheet: id });
    this.changed();
  }
  addSheet(name: string, place?: { id: string; index: number }): string {
    const { id, index } = place ?? { id: `plain-${this.nextId++}`, index: this.book.length };
    const empty = { contents: new Map(), styles: new Map(), widths: new Map(), heights: new Map() };
    this.book.splice(index, 0, { id, name, ...empty, state: freshState(), names: new Map() });
    this.tell({ kind: "added", sheet: id });
    this.changed();
    return id;
  }
  removeSheet(id: string): void {
    const at = this.book.indexOf(this.of(id));
    this.book = this.book.filter((s) => s.id !== id);
    this.tell({ kind: "removed", sheet: id });
    if (this.active === id) this.activateSheet(this.book[Math.min(at, this.book.length - 1)]!.id);
    this.changed();
  }
  renameSheet(id: string, name: string): void {
    this.of(id).name = name;
    this.changed();
  }
  copySheet(id: string, name: string, index: number): string {
    const copy = this.addSheet(name, { id: `plain-${this.nextId++}`, index });
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
  private move(act: () => void): void {
    this.moving = true;
    act();
    this.moving = false;
  }

  readCells(sheet: string, area: Area): CellContent[][] {
    const { contents } = this.of(sheet);
    return table(area, (row, column) => contents.get(row)?.get(column) ?? { value: null });
  }
  writeCells(sheet: string, area: Area, cells: (CellContent | null)[][]): void {
    const { contents } = this.of(sheet);
    const [[first]] = this.readCells(sheet, area) as [[CellContent]];
    eachCell(area, (row, column) => {
      const cell = cells[row - area.row]![column - area.column];
      if (!cell) return;
      const blank = cell.value === null && !cell.formula;
      put(
        contents,
        row,
        column,
        blank
          ? null
          : {
              value: cell.value,
              ...(cell.formula && { formula: cell.formula }),
              ...(cell.error && { error: true }),
            },
      );
    });
    const before = area.rows * area.columns === 1 ? { before: first } : {};
    if (!this.moving) this.tell({ kind: "edited", sheet, areas: [area], source: "api", ...before });
    this.calculation.change();
    this.changed();
  }
  private formulas(): Place[] {
    return this.book.flatMap(({ id: sheet, contents }) =>
      lines(contents).flatMap(([row, line]) =>
        line.filter(([, { formula }]) => formula).map(([column]) => ({ sheet, row, column })),
      ),
    );
  }
  readText(sheet: string, area: Area): string[][] {
    return this.readCells(sheet, area).map((row) => row.map(({ value }) => String(value ?? "")));
  }
  usedArea(sheet: string, valuesOnly = false): Area | null {
    const { contents, styles } = this.of(sheet);
    const used = valuesOnly ? lines(contents) : [...lines(contents), ...lines(styles)];
    if (used.length === 0) return null;
    const rows = used.map(([row]) => row);
    const columns = used.flatMap(([, line]) => [line[0]![0], line.at(-1)![0]]);
    const [row, column] = [Math.min(...rows), Math.min(...columns)];
    return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
  }

  readStyles(sheet: string, area: Area): CellStyle[][] {
    const { styles } = this.of(sheet);
    return table(area, (row, column) => this.looks.at(styles.get(row)?.get(column) ?? 0));
  }
  readShownStyles(sheet: string, area: Area): CellStyle[][] {
    return this.readStyles(sheet, area);
  }
  writeStyle(sheet: string, areas: Area[], style: CellStyle): void {
    for (const area of areas) this.lay(sheet, area, () => style);
  }
  writeStyles(sheet: string, area: Area, wanted: (CellStyle | null)[][]): void {
    this.lay(sheet, area, (row, column) => wanted[row - area.row]![column - area.column]);
  }
  private lay(
    sheet: string,
    area: Area,
    styleAt: (row: number, column: number) => CellStyle | null | undefined,
  ): void {
    const { styles } = this.of(sheet);
    eachCell(area, (row, column) => {
      const style = styleAt(row, column);
      if (style) put(styles, row, column, this.looks.lay(style, styles.get(row)?.get(column) ?? 0) || null);
    });
    this.changed();
  }
  clearStyles(sheet: string, area: Area): void {
    const { styles } = this.of(sheet);
    eachCell(area, (row, column) => put(styles, row, column, null));
  }

  columnWidth(sheet: string, column: number): number {
    return this.of(sheet).widths.get(column) ?? SIZE.width;
  }
  setColumnWidth(sheet: string, column: number, count: number, width: number): void {
    for (let c = column; c < column + count; c++)
      if (width === SIZE.width) this.of(sheet).widths.delete(c);
      else this.of(sheet).widths.set(c, width);
    this.changed();
  }
  rowHeight(sheet: string, row: number): number {
    return this.of(sheet).heights.get(row) ?? SIZE.height;
  }
  hasOwnHeight(sheet: string, row: number): boolean {
    return this.of(sheet).heights.has(row);
  }
  setRowHeight(sheet: string, row: number, count: number, height: number | null): void {
    for (let r = row; r < row + count; r++)
      if (height === null) this.of(sheet).heights.delete(r);
      else this.of(sheet).heights.set(r, height);
    this.changed();
  }

  sheetState(sheet: string): Readonly<SheetState> {
    return this.of(sheet).state;
  }
  updateSheet(sheet: string, change: Partial<SheetState>): void {
    const found = this.of(sheet);
    found.state = { ...found.state, ...change };
    if (change.charts) this.tell({ kind: "charted", sheet });
    this.changed();
  }

  private namesOf(sheet?: string): Map<string, string> {
    return sheet === undefined ? this.defined : this.of(sheet).names;
  }
  names(sheet?: string): ReadonlyMap<string, string> {
    return this.namesOf(sheet);
  }
  setName(name: string, formula: string, sheet?: string): void {
    this.namesOf(sheet).set(keyOf(this.namesOf(sheet), name), formula);
    this.calculation.change();
    this.changed();
  }
  removeName(name: string, sheet?: string): void {
    this.namesOf(sheet).delete(keyOf(this.namesOf(sheet), name));
    this.calculation.change();
    this.changed();
  }

  selection(): { sheet: string; area: Area } {
    return this.chosen;
  }
  select(sheet: string, area: Area): void {
    this.activateSheet(sheet);
    this.chosen = { sheet, area };
    this.tell({ kind: "selected", sheet, areas: [area] });
    this.changed();
  }

  registerFunctions(names: string[], invoke: FunctionInvoker): void {
    this.calculation.register(names, invoke);
  }
  calculateAll(): void {
    this.calculation.change();
  }
  knowsFunction(name: string): boolean {
    return this.calculation.knows(name);
  }
  messageAt(sheet: string, row: number, column: number): string | null {
    return this.of(sheet).contents.get(row)?.get(column)?.message ?? null;
  }
  settled(): Promise<void> {
    return this.calculation.settled();
  }
  onEvent(listener: (event: EngineEvent) => void): void {
    this.listeners.push(listener);
  }
  onChange(listener: () => void): void {
    this.changes.push(listener);
  }

  private tell(event: EngineEvent): void {
    this.listeners.forEach((listener) => listener(event));
  }
  private changed(): void {
    this.changes.forEach((listener) => listener());
  }
}
