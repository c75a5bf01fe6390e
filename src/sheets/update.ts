import { area, cellAddress } from "./grid";
import type { Area, Cell, SheetLayout } from "./layout";
import { isPlainFormula } from "./plain/sheet";
import {
  asCell,
  folded,
  formulaAt,
  type Grid,
  isFormula,
  keysWithEntries,
  readTable,
  type TableReading,
  valueAt,
} from "./reading";
import type { Repair } from "./repairs";
import { expandTable, type Frame, frameOf, type Kept, keyOf, type TableSheet } from "./table";

/** What to write over a sheet that is there already. */
export interface Update {
  layout: SheetLayout;
  repairs: Repair[];
  /** what to empty first, because rows or columns have to move; null when everything stands in its place */
  clear: Area | null;
}

type Place = { row: number; column: number };

interface Target<R> {
  sheet: TableSheet<R>;
  frame: Frame<R>;
  /** record key → row */
  rows: Map<string, number>;
}

function targetOf<R>(sheet: TableSheet<R>): Target<R> {
  const frame = frameOf(sheet);
  return { sheet, frame, rows: new Map(frame.records.map(({ row, record }) => [keyOf(sheet, record), row])) };
}

/** True when header, rows and columns stand where they belong and nothing foreign is among them. */
function inPlace<R>(reading: TableReading, { sheet, frame, rows }: Target<R>): boolean {
  return (
    reading.header === frame.header &&
    reading.duplicates.length === 0 &&
    reading.strays.every((row) => row > frame.note) &&
    reading.rows.size === rows.size &&
    [...rows].every(([key, row]) => reading.rows.get(key) === row) &&
    sheet.columns.every((c, i) => reading.columns.get(c.id) === i)
  );
}

/** Entries and slots in their new places. Where nothing moves they are left untouched. */
function keepTyped<R>(grid: Grid, reading: TableReading, target: Target<R>, staying: boolean) {
  const repairs: Repair[] = [];
  const move = (from: Place, to: Place): Cell | null => {
    if (staying) return null;
    const value = valueAt(grid, from.row, from.column);
    const formula = formulaAt(grid, from.row, from.column);
    if (!isFormula(value, formula)) return asCell(value);
    if (from.row === to.row && from.column === to.column) return { formula };
    repairs.push({ code: "formula-to-value", address: cellAddress(from.row, from.column), formula });
    return asCell(value);
  };
  const columnAt = new Map(target.sheet.columns.map((c, i) => [c.id, i]));
  const slotAt = new Map(
    target.frame.slots.map(({ row, slot }) => [slot.id, { row, column: slot.columns[0] }]),
  );
  const strayRows = [...reading.strays, ...reading.duplicates.map((d) => d.row)].sort((a, b) => a - b);
  const kept: Kept = {
    entry: (key, columnId) => {
      const [row, column] = [reading.rows.get(key), reading.columns.get(columnId)];
      if (row === undefined || column === undefined) return undefined;
      return move({ row, column }, { row: target.rows.get(key)!, column: columnAt.get(columnId)! });
    },
    slot: (id) => {
      const from = reading.slots.get(id);
      if (!from) return staying ? null : undefined;
      return move(from, slotAt.get(id)!);
    },
    strays: staying
      ? []
      : strayRows.map((row) => target.sheet.columns.map((_, i) => asCell(valueAt(grid, row, i)))),
  };
  return { kept, repairs };
}

/** What was wrong with the structure, each thing once. `expected` are the keys the form showed before. */
function structureRepairs<R>(
  reading: TableReading,
  target: Target<R>,
  staying: boolean,
  own: ReadonlySet<string>,
): Repair[] {
  const { sheet, rows } = target;
  const missing = [...rows.keys()].filter((key) => !reading.rows.has(key));
  const keptOn = [...rows.keys()].filter((key) => !own.has(key));
  return [
    ...missing.map((key): Repair => ({ code: "row-restored", key })),
    ...keptOn.map((key): Repair => ({ code: "row-kept", key })),
    ...reading.renamed.map(({ column, was, header }): Repair => {
      const address = cellAddress(reading.header, column);
      return was === ""
        ? { code: "column-restored", header }
        : { code: "header-restored", address, was, header };
    }),
    ...sheet.columns
      .filter((c) => !reading.columns.has(c.id))
      .map((c): Repair => ({ code: "column-restored", header: c.header })),
    ...reading.duplicates.map(({ key, row }): Repair => ({
      code: "duplicate-row",
      key,
      kept: reading.rows.get(key)! + 1,
      moved: row + 1,
    })),
    ...(staying ? [] : reading.strays.map((row): Repair => ({ code: "stray-kept", row: row + 1 }))),
    ...(staying ? [] : [{ code: "order-restored" } as Repair]),
  ];
}

const normal = (value: unknown): string =>
  folded(value)
    .replace(/_XLFN\.|_XLDUDF_/g, "")
    .replace("YIZHI_", "YIZHI.");

/** Cells of ours, in place, that someone wrote over; plain formulas are ours too, and named together. */
function changedCells(grid: Grid, rows: Iterable<number>, cells: SheetLayout["cells"]): Repair[] {
  let plain = false;
  const changed = [...rows].flatMap((row) =>
    (cells[row] ?? []).flatMap((cell, column): Repair[] => {
      if (cell === null) return [];
      const expected = typeof cell === "object" ? cell.formula : cell;
      const found = typeof cell === "object" ? formulaAt(grid, row, column) : valueAt(grid, row, column);
      if (normal(expected) === normal(found)) return [];
      if (isPlainFormula(found)) {
        plain = true;
        return [];
      }
      return [
        { code: "cell-restored", address: cellAddress(row, column), was: String(valueAt(grid, row, column)) },
      ];
    }),
  );
  return plain ? [{ code: "functions-restored" }, ...changed] : changed;
}

/**
 * Plans how to put a table sheet right without losing anything typed.
 * @param full the sheet with every record of the plan, by which the existing one is read
 * @param build gives the sheet that is wanted, with the given further records kept on it
 * @returns null when what was read is not our sheet
 */
export function planUpdate<R>(
  grid: Grid,
  full: TableSheet<R>,
  build: (keep: ReadonlySet<string>) => TableSheet<R>,
): Update | null {
  const reading = readTable(grid, full);
  if (!reading) return null;
  const own = targetOf(build(new Set())).rows;
  const target = targetOf(build(keysWithEntries(grid, reading, full)));
  const staying = inPlace(reading, target);
  const { kept, repairs } = keepTyped(grid, reading, target, staying);
  const layout = expandTable(target.sheet, kept);
  const last = Math.max(grid.row + grid.values.length, layout.cells.length);
  return {
    layout,
    repairs: [
      ...structureRepairs(reading, target, staying, new Set(own.keys())),
      ...(staying ? changedCells(grid, target.rows.values(), layout.cells) : []),
      ...repairs,
    ],
    clear: staying ? null : area(0, 0, last, target.frame.width),
  };
}
