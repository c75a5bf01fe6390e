import type {
  Area,
  Axis,
  CellContent,
  CellStyle,
  EngineEvent,
  SheetInfo,
  SheetState,
  SpreadsheetEngine,
} from "../../src/workbench/engine/engine";
import { BLANK } from "../../src/workbench/engine/snapshot";
import { fillCopy, shiftCells } from "../../src/workbench/engine/structure";

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

const DEFAULTS: CellStyle = {
  locked: true,
  numberFormat: "General",
  fill: null,
  bold: false,
  italic: false,
  wrap: false,
};
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

/** Every look there is, once; a cell holds its number. Number 0 is the default look. */
class Looks {
  private readonly numbers = new Map<string, number>();
  private readonly all: CellStyle[] = [];
  private readonly laid = new WeakMap<CellStyle, number[]>();

  constructor() {
    this.numberOf(DEFAULTS);
  }

  at(number: number): CellStyle {
    return this.all[number]!;
  }

  private numberOf({ borders, ...style }: CellStyle): number {
    const edges = Object.entries(borders ?? {}).filter(([, edge]) => edge);
    const own = Object.entries(style).filter(
      ([part, value]) => value !== undefined && value !== DEFAULTS[part as keyof CellStyle],
    );
    const key = JSON.stringify([own.sort(), edges.sort()]);
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.all.length;
      this.numbers.set(key, number);
      this.all.push({ ...DEFAULTS, ...Object.fromEntries(own), borders: Object.fromEntries(edges) });
    }
    return number;
  }

  /** The number of the look that a style laid over another makes. */
  lay(style: CellStyle, under: number): number {
    let known = this.laid.get(style);
    if (!known) this.laid.set(style, (known = []));
    const base = this.at(under);
    return (known[under] ??= this.numberOf({
      ...base,
      ...style,
      borders: { ...base.borders, ...style.borders },
    }));
  }
}

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

/** A workbook that holds everything and calculates nothing: quick enough to try every way in which a command can fail. */
export class PlainEngine implements SpreadsheetEngine {
  private book: Sheet[] = [];
  private active = "";
  private chosen: { sheet: string; area: Area };
  private defined = new Map<string, string>();
  private readonly looks = new Looks();
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
      inOrder({ ...state, highlights: state.highlights.map((rule) => ({ ...rule, id: "" })) }),
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
    this.active = this.of(id).id;
  }
  addSheet(name: string, place?: { id: string; index: number }): string {
    const { id, index } = place ?? { id: `plain-${this.nextId++}`, index: this.book.length };
    const empty = { contents: new Map(), styles: new Map(), widths: new Map(), heights: new Map() };
    this.book.splice(index, 0, { id, name, ...empty, state: freshState(), names: new Map() });
    return id;
  }
  removeSheet(id: string): void {
    const at = this.book.indexOf(this.of(id));
    this.book = this.book.filter((s) => s.id !== id);
    if (this.active === id) this.active = this.book[Math.min(at, this.book.length - 1)]!.id;
  }
  renameSheet(id: string, name: string): void {
    this.of(id).name = name;
  }
  copySheet(id: string, name: string, index: number): string {
    const copy = this.addSheet(name, { id: `plain-${this.nextId++}`, index });
    fillCopy(this, id, { id: copy, name });
    return copy;
  }
  insertCells(sheet: string, area: Area, moved: Axis): void {
    shiftCells(this, sheet, { kind: "inserted", area, moved });
  }
  deleteCells(sheet: string, area: Area, moved: Axis): void {
    shiftCells(this, sheet, { kind: "deleted", area, moved });
  }

  readCells(sheet: string, area: Area): CellContent[][] {
    const { contents } = this.of(sheet);
    return table(area, (row, column) => contents.get(row)?.get(column) ?? { value: null });
  }
  writeCells(sheet: string, area: Area, cells: (CellContent | null)[][]): void {
    const { contents } = this.of(sheet);
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
  }

  sheetState(sheet: string): Readonly<SheetState> {
    return this.of(sheet).state;
  }
  updateSheet(sheet: string, change: Partial<SheetState>): void {
    const found = this.of(sheet);
    found.state = { ...found.state, ...change };
  }

  private namesOf(sheet?: string): Map<string, string> {
    return sheet === undefined ? this.defined : this.of(sheet).names;
  }
  names(sheet?: string): ReadonlyMap<string, string> {
    return this.namesOf(sheet);
  }
  setName(name: string, formula: string, sheet?: string): void {
    this.namesOf(sheet).set(keyOf(this.namesOf(sheet), name), formula);
  }
  removeName(name: string, sheet?: string): void {
    this.namesOf(sheet).delete(keyOf(this.namesOf(sheet), name));
  }

  selection(): { sheet: string; area: Area } {
    return this.chosen;
  }
  select(sheet: string, area: Area): void {
    this.activateSheet(sheet);
    this.chosen = { sheet, area };
  }

  registerFunctions(): void {
    // nothing is calculated here
  }
  async settled(): Promise<void> {
    // nothing is ever under way
  }
  onEvent(_listener: (event: EngineEvent) => void): void {
    // nobody types here
  }
}
