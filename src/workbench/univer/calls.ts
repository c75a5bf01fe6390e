import type { CellContent, FunctionCall, FunctionInvoker, FunctionResult } from "../engine/engine";
import type { Cell } from "./areas";

/** Excel's word for a result that is on its way; for an error of its own Univer has none. */
const AWAITED: CellContent[][] = [[{ value: "#GETTING_DATA", error: true }]];
/** Of kept results: characters of their arguments and cells of their values, together. */
const KEPT = 20_000_000;

export interface Place extends Cell {
  sheet: string;
}

/** Values one after the other, with the shape of each argument: what is different never has the same key. */
function keyOf({ name, args }: FunctionCall): string {
  const parts: unknown[] = [name];
  for (const matrix of args) {
    parts.push(matrix?.length ?? null, matrix?.[0]?.length ?? null);
    for (const row of matrix ?? []) for (const { value, error } of row) parts.push(error ? [value] : value);
  }
  return JSON.stringify(parts);
}

const sizeOf = (key: string, { cells }: FunctionResult): number =>
  key.length + cells.length * (cells[0]?.length ?? 0);

/**
 * Calls of functions whose results come later. As in Excel, a pass of the calculation asks for what is not known, all
 * of it is fetched at once, and the asking cells are calculated again. A cell that waits shows its last result, so
 * that nothing flickers. Functions are pure: the same arguments are asked for once.
 */
export class Calls {
  invoke: FunctionInvoker = () => undefined;
  private readonly known = new Map<string, FunctionResult>();
  private size = 0;
  private readonly last = new Map<string, CellContent[][]>();
  private readonly waiting = new Map<string, Place[]>();
  private unasked: { call: FunctionCall; key: string }[] = [];
  private arrived: Place[] = [];
  /** what was asked for before all was to be calculated anew */
  private readonly outdated = new Set<string>();
  /** what the round that is going on was started for */
  private recalculating: Place[] = [];

  /** @param again calculates cells again */
  constructor(private readonly again: (places: Place[]) => void) {}

  get pending(): boolean {
    return this.waiting.size > 0 || this.arrived.length > 0;
  }

  /** The call's result, as far as it is known. */
  result(call: FunctionCall): CellContent[][] {
    const key = keyOf(call);
    const { sheet, row, column, name } = call;
    const place = `${sheet} ${row} ${column} ${name}`;
    const known = this.known.get(key);
    if (known) {
      this.last.set(place, known.cells);
      return known.cells;
    }
    let places = this.waiting.get(key);
    if (!places) {
      this.unasked.push({ call, key });
      this.waiting.set(key, (places = []));
    }
    places.push({ sheet, row, column });
    return this.last.get(place) ?? AWAITED;
  }

  /** From now on functions may give other results than before. */
  forgetAll(): void {
    this.known.clear();
    this.size = 0;
    for (const key of this.waiting.keys()) this.outdated.add(key);
  }

  /** What the function that failed in a cell said, or null. */
  messageAt({ sheet, row, column }: Place): string | null {
    const cell = `${sheet} ${row} ${column} `;
    for (const [place, cells] of this.last)
      if (place.startsWith(cell) && cells[0]?.[0]?.message) return cells[0][0].message;
    return null;
  }

  /** Fetches what the pass that has ended asked for; or forgets what is too much, when nothing is awaited. */
  passed(): void {
    const calls = this.unasked;
    this.unasked = [];
    this.recalculating = [];
    const keys = new Map(calls.map(({ call, key }) => [call, key]));
    if (calls.length > 0)
      this.invoke([...keys.keys()], (call, result) => this.arrive(keys.get(call)!, result));
    else if (!this.pending) this.forget();
  }

  /** A round that is stopped for a change starts again without what this class started it for. */
  stopped(): void {
    if (this.recalculating.length > 0) this.again(this.recalculating);
  }

  private arrive(key: string, result: FunctionResult): void {
    const places = this.waiting.get(key);
    if (!places) return;
    this.waiting.delete(key);
    if (!this.outdated.delete(key)) {
      this.known.set(key, result);
      this.size += sizeOf(key, result);
    }
    if (this.arrived.length === 0) setTimeout(() => this.recalculate(), 0);
    this.arrived.push(...places);
  }

  private recalculate(): void {
    this.recalculating.push(...this.arrived.splice(0));
    this.again(this.recalculating);
  }

  private forget(): void {
    for (const [key, result] of this.known) {
      if (this.size <= KEPT && !result.transient) continue;
      this.known.delete(key);
      this.size -= sizeOf(key, result);
    }
    if (this.last.size > KEPT) this.last.clear();
  }
}
