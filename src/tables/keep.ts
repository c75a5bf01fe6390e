import {
  area,
  type Area,
  asCell,
  type Cell,
  cellAddress,
  folded,
  formatAt,
  formulaAt,
  type Grid,
  isEmpty,
  isFormula,
  isMisleading,
  type Place,
  rightOf,
  type SheetLayout,
  valueAt,
} from "../grid";
import { isPlainFormula } from "./plain-formulas";
import type { TableReading } from "./reading";
import type { Repair } from "./repairs";
import { type Column, expandTable, type Kept } from "./table";
import type { Target } from "./target";

/** Cells that stand to the right of a table. */
export interface Beside {
  area: Area;
  /** rows × columns; null keeps */
  cells: (Cell | null)[][];
  formats: (string | null)[][];
}

/** A sheet's layout with everything that was on it, and what could not be kept as it was. */
export interface KeptLayout {
  layout: SheetLayout;
  beside: Beside | null;
  repairs: Repair[];
}

/** Everything stays as it is: entries and slots are not written, nor are their formats; only what the plan gives for an empty entry is. @param anew slots that are made anew */
export function keepInPlace<R>(
  grid: Grid,
  { sheet, frame, rows }: Target<R>,
  anew: ReadonlySet<string> = new Set(),
): KeptLayout {
  const slot = (id: string): null | undefined => (anew.has(id) ? undefined : null);
  const given = new Map(sheet.columns.flatMap((c, i) => (c.given ? [[c.id, i] as const] : [])));
  const entry = (key: string, columnId: string): null | undefined => {
    const column = given.get(columnId);
    return column !== undefined && isEmpty(formulaAt(grid, rows.get(key)!, column)) ? undefined : null;
  };
  const layout = expandTable(sheet, { entry, slot, strays: [] });
  const numberFormats = layout.numberFormats.map((row) => [...row]);
  for (const { row, slot } of frame.slots) numberFormats[row]![slot.columns[0]] = null;
  for (const { row } of frame.records)
    sheet.columns.forEach((column, c) => {
      if (column.entry && isMisleading(formatAt(grid, row, c))) numberFormats[row]![c] = null;
    });
  return { layout: { ...layout, numberFormats }, beside: null, repairs: [] };
}

/** A figure that the table itself calculates: for a record that the plan does not have there is none any more. */
const isFigure = <R>({ entry }: Column<R>, value: unknown, formula: unknown): boolean =>
  !entry && isFormula(value, formula) && (folded(formula).includes("YIZHI") || isPlainFormula(formula));

/** What a figure last showed; an error tells nothing. */
const lastShown = (value: unknown): Cell => (String(value).startsWith("#") ? "" : asCell(value));

/**
 * Everything moves to where it belongs; what belongs to no part is put below the table, or beside it in its row.
 * @param returned record key → row below the table whose cells go back to the record's row, where that is empty
 */
export function keepMoved<R>(
  grid: Grid,
  reading: TableReading,
  target: Target<R>,
  returned: ReadonlyMap<string, number> = new Map(),
): KeptLayout {
  const { sheet, frame, rows } = target;
  const repairs: Repair[] = [];
  const move = (from: Place, to?: Place): Cell => {
    const value = valueAt(grid, from.row, from.column);
    const formula = formulaAt(grid, from.row, from.column);
    if (!isFormula(value, formula)) return asCell(value);
    if (to && from.row === to.row && from.column === to.column) return { formula };
    repairs.push({ code: "formula-to-value", address: cellAddress(from.row, from.column), formula });
    return asCell(value);
  };
  const columnAt = new Map(sheet.columns.map((c, i) => [c.id, i]));
  const entryFrom = (key: string, columnId: string): Place | null => {
    const column = reading.columns.get(columnId);
    if (column === undefined) return null;
    const [row, below] = [reading.rows.get(key), returned.get(key)];
    const isBack = below !== undefined && (row === undefined || !isEmpty(valueAt(grid, below, column)));
    const from = isBack ? below : row;
    return from === undefined ? null : { row: from, column };
  };
  const slotAt = new Map(frame.slots.map(({ row, slot }) => [slot.id, { row, column: slot.columns[0] }]));
  const values = new Map(frame.slots.map(({ slot }) => [slot.id, slot.value]));
  /** a formula that the sheet itself puts there is made anew */
  const isOwn = (id: string, { row, column }: Place): boolean => {
    const value = values.get(id);
    return typeof value === "object" && folded(value.formula) === folded(formulaAt(grid, row, column));
  };
  const back = new Set(returned.values());
  const strays = [...reading.strays, ...reading.duplicates.map((d) => d.row)]
    .filter((row) => !back.has(row))
    .sort((a, b) => a - b);
  const kept: Kept = {
    entry: (key, columnId) => {
      const from = entryFrom(key, columnId);
      const isBlank = from && isEmpty(formulaAt(grid, from.row, from.column));
      return from && !isBlank
        ? move(from, { row: rows.get(key)!, column: columnAt.get(columnId)! })
        : undefined;
    },
    slot: (id) => {
      const from = reading.slots.get(id);
      return from && !isOwn(id, from) ? move(from, slotAt.get(id)) : undefined;
    },
    strays: [
      ...strays.map((row) =>
        sheet.columns.map((one): Cell => {
          const column = reading.columns.get(one.id);
          if (column === undefined) return "";
          const value = valueAt(grid, row, column);
          return isFigure(one, value, formulaAt(grid, row, column))
            ? lastShown(value)
            : move({ row, column });
        }),
      ),
      ...reading.loose.map((place): Cell[] => [
        `原 ${cellAddress(place.row, place.column)}`,
        "",
        move(place),
      ]),
    ],
  };
  const layout = expandTable(sheet, kept);
  const numberFormats = layout.numberFormats.map((row) => [...row]);
  for (const [key, row] of rows)
    sheet.columns.forEach((column, c) => {
      const from = column.entry && entryFrom(key, column.id);
      const format = from ? formatAt(grid, from.row, from.column) : "General";
      if (isMisleading(format)) numberFormats[row]![c] = format;
    });
  const firstStray = layout.cells.length - kept.strays.length;
  strays.forEach((row, i) =>
    sheet.columns.forEach(({ id }, c) => {
      const column = reading.columns.get(id);
      if (column !== undefined) numberFormats[firstStray + i]![c] = formatAt(grid, row, column);
    }),
  );
  const lines: [from: number, to: number][] = [
    [reading.header, frame.header],
    ...[...rows].flatMap(([key, to]): [number, number][] => {
      const from = [reading.rows.get(key), returned.get(key)];
      return from.flatMap((row): [number, number][] => (row === undefined ? [] : [[row, to]]));
    }),
    ...strays.map((row, i): [number, number] => [row, firstStray + i]),
  ];
  return {
    layout: { ...layout, numberFormats },
    beside: besideOf(grid, reading, frame.width, lines, move),
    repairs,
  };
}

/** The columns that are none of ours, in their order right of the table, each cell in the row it goes with. */
function besideOf(
  grid: Grid,
  { columns }: TableReading,
  left: number,
  lines: [from: number, to: number][],
  move: (from: Place, to: Place) => Cell,
): Beside | null {
  const ours = new Set(columns.values());
  const holds = (column: number): boolean => lines.some(([from]) => !isEmpty(valueAt(grid, from, column)));
  const wide = Array.from({ length: rightOf(grid) }, (_, column) => column).filter(
    (column) => !ours.has(column) && holds(column),
  );
  if (wide.length === 0) return null;
  const rows = Math.max(...lines.map(([, to]) => to)) + 1;
  const table = <T>(): (T | null)[][] => Array.from({ length: rows }, () => wide.map(() => null));
  const [cells, formats] = [table<Cell>(), table<string>()];
  for (const [from, to] of lines)
    wide.forEach((column, i) => {
      if (isEmpty(valueAt(grid, from, column))) return;
      cells[to]![i] = move({ row: from, column }, { row: to, column: left + i });
      formats[to]![i] = formatAt(grid, from, column);
    });
  return { area: area(0, left, rows, wide.length), cells, formats };
}
