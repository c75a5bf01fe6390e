import type {
  Area,
  CellContent,
  FunctionCall,
  FunctionInvoker,
  SheetInfo,
} from "../../src/workbench/engine/engine";
import { parseArea, sheetOf } from "../../src/workbench/host/address";
import { BUILT_IN, errorOf, evaluate, type Matrix } from "./plain-formula";

const AWAITED = errorOf("#GETTING_DATA");

/** A cell with a formula. */
export interface Place {
  sheet: string;
  row: number;
  column: number;
}

/** The workbook that is calculated. */
export interface Book {
  sheets(): SheetInfo[];
  names(sheet?: string): ReadonlyMap<string, string>;
  readCells(sheet: string, area: Area): Matrix;
  formulas(): Place[];
  /** Keeps what the formula of a cell gave. */
  store(place: Place, result: CellContent): void;
  changed(): void;
}

const keyOf = ({ sheet, row, column }: Place): string => `${sheet} ${row} ${column}`;

/** Calculates every formula anew after each change, again when results of the add-in's functions have come. */
export class PlainCalculation {
  private readonly names = new Set<string>();
  private invoke: FunctionInvoker = () => undefined;
  private readonly known = new Map<string, Matrix>();
  private readonly unasked = new Map<string, FunctionCall>();
  private awaited = 0;
  private due: Promise<void> | null = null;
  private values = new Map<string, CellContent>();

  constructor(private readonly book: Book) {}

  register(names: string[], invoke: FunctionInvoker): void {
    names.forEach((name) => this.names.add(name.toUpperCase()));
    this.invoke = invoke;
  }

  knows(name: string): boolean {
    return name in BUILT_IN || this.names.has(name);
  }

  /** Without functions of an add-in nothing is calculated. */
  change(): void {
    if (this.names.size === 0) return;
    this.known.clear();
    this.expect();
  }

  async settled(): Promise<void> {
    while (this.due || this.awaited > 0) await (this.due ?? new Promise((resolve) => setTimeout(resolve, 1)));
  }

  private expect(): void {
    this.due ??= new Promise((resolve) => setTimeout(resolve, 0)).then(() => {
      this.due = null;
      this.round();
    });
  }

  private round(): void {
    this.values = new Map();
    for (const place of this.book.formulas()) this.book.store(place, this.valueAt(place));
    this.book.changed();
    const calls = [...this.unasked];
    this.unasked.clear();
    this.awaited += calls.length;
    const keys = new Map(calls.map(([key, call]) => [call, key]));
    if (calls.length === 0) return;
    this.invoke([...keys.keys()], (call, { cells }) => {
      this.known.set(keys.get(call)!, cells);
      this.awaited--;
      if (this.awaited === 0) this.expect();
    });
  }

  private valueAt(place: Place): CellContent {
    const key = keyOf(place);
    const known = this.values.get(key);
    if (known) return known;
    const { sheet, row, column } = place;
    const cell = this.book.readCells(sheet, { row, column, rows: 1, columns: 1 })[0]![0]!;
    if (!cell.formula) return cell;
    // one that refers to itself
    this.values.set(key, { value: 0 });
    const value = this.evaluate(cell.formula, place)[0]![0]!;
    const result = { ...value, value: value.value ?? 0 };
    this.values.set(key, result);
    return result;
  }

  private evaluate(formula: string, place: Place): Matrix {
    return evaluate(formula, {
      refer: (text) => this.refer(text, place),
      call: (name, args) => this.call({ name, args, ...place }),
    });
  }

  private refer(text: string, place: Place): Matrix {
    const sheets = this.book.sheets();
    const named = sheetOf(text);
    const sheet = named === null ? place.sheet : sheets.find(({ name }) => name === named)?.id;
    if (sheet === undefined) return errorOf("#REF!");
    const local = text.slice(text.lastIndexOf("!") + 1);
    const formula = this.book.names(sheet).get(local) ?? this.book.names().get(local);
    if (formula !== undefined) return this.evaluate(formula, { ...place, sheet });
    if (!/\d/.test(local)) return errorOf("#NAME?");
    const { row, column, rows, columns } = parseArea(local);
    return Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_, c) => this.valueAt({ sheet, row: row + r, column: column + c })),
    );
  }

  private call(call: FunctionCall): Matrix {
    if (!this.names.has(call.name)) return errorOf("#NAME?");
    const single = call.args.filter((arg) => arg?.length === 1 && arg[0]!.length === 1);
    const failed = single.map((arg) => arg![0]![0]!).find(({ error }) => error);
    if (failed) return [[failed]];
    const key = JSON.stringify([call.name, call.args]);
    const known = this.known.get(key);
    if (!known) this.unasked.set(key, call);
    return known ?? AWAITED;
  }
}
