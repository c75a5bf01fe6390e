import { fold } from "../plan";
import type { Area, Cell } from "./layout";
import { keyOf, STRAYS_TITLE, type TableSheet } from "./table";

/** A used range as read: rows × columns, its top-left cell at (row, column). Empty cells are "". */
export interface Grid {
  row: number;
  column: number;
  values: unknown[][];
  formulas: unknown[][];
  /** number formats as Excel gives them, such as `0%` or `yyyy-mm-dd`; absent where they were not read */
  formats?: string[][];
  /** merged areas of the sheet, counted from its A1; absent where they were not read */
  merges?: Area[];
}

const at = (grid: Grid, matrix: unknown[][], row: number, column: number): unknown =>
  matrix[row - grid.row]?.[column - grid.column] ?? "";
/** The raw value of a cell; "" outside what was read. */
export const valueAt = (grid: Grid, row: number, column: number): unknown =>
  at(grid, grid.values, row, column);
/** The formula of a cell, or its value where it has none. */
export const formulaAt = (grid: Grid, row: number, column: number): unknown =>
  at(grid, grid.formulas, row, column);

/** The number format of a cell; "General" where none was read. */
export const formatAt = (grid: Grid, row: number, column: number): string =>
  grid.formats?.[row - grid.row]?.[column - grid.column] ?? "General";

/** For comparing: width, white space and case do not matter. */
export const folded = (value: unknown): string => fold(String(value ?? "")).toUpperCase();
const isEmpty = (value: unknown): boolean => value === "" || value === null || value === undefined;

/** Text that only looks like a formula reads back equal in values and formulas. */
export const isFormula = (value: unknown, formula: unknown): formula is string =>
  typeof formula === "string" && formula.startsWith("=") && formula !== value;

export const asCell = (value: unknown): Cell =>
  typeof value === "number" || typeof value === "boolean" ? value : isEmpty(value) ? "" : String(value);

/** What was typed: a formula stays a formula. */
export const typedCell = (value: unknown, formula: unknown): Cell =>
  isFormula(value, formula) ? { formula } : asCell(value);

/** A table sheet found on a sheet: where its columns and rows are, what was typed. Rows and columns count from 0 on the sheet. */
export interface TableReading {
  header: number;
  /** column id → column; ids whose header is gone are absent */
  columns: Map<string, number>;
  /** record key → row; the first of duplicates */
  rows: Map<string, number>;
  duplicates: { key: string; row: number }[];
  /** slot id → row and column of its value */
  slots: Map<string, { row: number; column: number }>;
  /** rows with content that belong to no part of the form */
  strays: number[];
  renamed: { column: number; was: string; header: string }[];
}

const LOOK_DOWN = 30;

/** The row with most of the sheet's headers; null when fewer than half are there, so the sheet is not ours. */
function findHeader<R>(grid: Grid, sheet: TableSheet<R>): number | null {
  const headers = new Set(sheet.columns.map((c) => folded(c.header)));
  let best: { row: number; hits: number } | null = null;
  for (let row = grid.row; row < Math.min(grid.row + grid.values.length, LOOK_DOWN); row++) {
    const hits = new Set((grid.values[row - grid.row] ?? []).map(folded).filter((text) => headers.has(text)))
      .size;
    if (!best || hits > best.hits) best = { row, hits };
  }
  return best && best.hits * 2 >= headers.size ? best.row : null;
}

/** Columns by header; one that was renamed is taken at its standard place when nothing else claims that place. */
function findColumns<R>(
  grid: Grid,
  sheet: TableSheet<R>,
  header: number,
): Pick<TableReading, "columns" | "renamed"> {
  const columns = new Map<string, number>();
  const width = grid.column + (grid.values[0]?.length ?? 0);
  const wanted = new Map(sheet.columns.map((c) => [folded(c.header), c.id]));
  for (let column = 0; column < width; column++) {
    const id = wanted.get(folded(valueAt(grid, header, column)));
    if (id && !columns.has(id)) columns.set(id, column);
  }
  const taken = new Set(columns.values());
  const renamed: TableReading["renamed"] = [];
  sheet.columns.forEach((c, column) => {
    if (columns.has(c.id) || taken.has(column)) return;
    columns.set(c.id, column);
    renamed.push({ column, was: String(valueAt(grid, header, column)), header: c.header });
  });
  return { columns, renamed };
}

function findRows(grid: Grid, header: number, column: number, keys: ReadonlySet<string>) {
  const rows = new Map<string, number>();
  const duplicates: TableReading["duplicates"] = [];
  for (let row = header + 1; row < grid.row + grid.values.length; row++) {
    const key = folded(valueAt(grid, row, column));
    if (!keys.has(key)) continue;
    if (rows.has(key)) duplicates.push({ key, row });
    else rows.set(key, row);
  }
  return { rows, duplicates };
}

function findSlots<R>(grid: Grid, sheet: TableSheet<R>): TableReading["slots"] {
  const places = new Map<string, { row: number; column: number }>();
  const slots = [...sheet.head, ...sheet.foot].flat();
  const byLabel = new Map(slots.map((slot) => [folded(slot.label), slot]));
  grid.values.forEach((cells, i) =>
    cells.forEach((value, j) => {
      const slot = byLabel.get(folded(value));
      const column = grid.column + j + (slot ? slot.columns[0] - slot.labelColumns[0] : 0);
      if (slot && !places.has(slot.id)) places.set(slot.id, { row: grid.row + i, column });
    }),
  );
  return places;
}

function findStrays<R>(grid: Grid, sheet: TableSheet<R>, reading: Omit<TableReading, "strays">): number[] {
  const ours = new Set(
    [...sheet.groups.map((g) => g.title ?? ""), sheet.title, sheet.note, STRAYS_TITLE].map(folded),
  );
  const used = new Set([
    ...reading.rows.values(),
    ...reading.duplicates.map((d) => d.row),
    ...[...reading.slots.values()].map((s) => s.row),
  ]);
  const rows: number[] = [];
  for (let row = reading.header + 1; row < grid.row + grid.values.length; row++) {
    const content = sheet.columns.map((_, i) => valueAt(grid, row, i)).filter((value) => !isEmpty(value));
    const known = used.has(row) || (content.length === 1 && ours.has(folded(content[0])));
    if (content.length > 0 && !known) rows.push(row);
  }
  return rows;
}

/** Finds a table sheet in what was read; null when the sheet is not ours. `sheet` must hold every record of the plan. */
export function readTable<R>(grid: Grid, sheet: TableSheet<R>): TableReading | null {
  const header = findHeader(grid, sheet);
  if (header === null) return null;
  const { columns, renamed } = findColumns(grid, sheet, header);
  const keys = new Set(sheet.groups.flatMap((g) => g.records.map((r) => keyOf(sheet, r))));
  const { rows, duplicates } = findRows(grid, header, columns.get(sheet.key) ?? 0, keys);
  const found = { header, columns, renamed, rows, duplicates, slots: findSlots(grid, sheet) };
  return { ...found, strays: findStrays(grid, sheet, found) };
}

/** The typed cell of a record; "" when empty or when the row or column is gone. */
export function entryOf(grid: Grid, reading: TableReading, key: string, columnId: string): Cell {
  const row = reading.rows.get(key);
  const column = reading.columns.get(columnId);
  if (row === undefined || column === undefined) return "";
  return typedCell(valueAt(grid, row, column), formulaAt(grid, row, column));
}

/** Keys of the records in which something is typed. */
export function keysWithEntries<R>(grid: Grid, reading: TableReading, sheet: TableSheet<R>): Set<string> {
  const entries = sheet.columns.filter((c) => c.entry).map((c) => c.id);
  return new Set(
    [...reading.rows.keys()].filter((key) => entries.some((id) => entryOf(grid, reading, key, id) !== "")),
  );
}
