import { fold } from "../text";
import { area } from "./addresses";
import type { Area, Cell } from "./layout";

/** A cell of a sheet; rows and columns count from 0. */
export interface Place {
  row: number;
  column: number;
}

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
  /**
   * Workbook names: the cell of this sheet or the text that each stands for, null for a cell of another sheet; absent
   * where they were not read.
   */
  names?: ReadonlyMap<string, Place | string | null>;
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

/** The merged area a cell lies in, or the cell itself. */
export const mergedAt = ({ merges = [] }: Grid, row: number, column: number): Area =>
  merges.find(
    (m) => row >= m.row && row < m.row + m.rows && column >= m.column && column < m.column + m.columns,
  ) ?? area(row, column);

/** The cell of this sheet that a workbook name points at. */
export function namedCell({ names }: Grid, name: string | undefined): Place | undefined {
  const target = name === undefined ? undefined : names?.get(name);
  return typeof target === "object" && target !== null ? target : undefined;
}

/** One below the last row, and one right of the last column, that was read. */
export const bottomOf = (grid: Grid): number => grid.row + grid.values.length;
export const rightOf = (grid: Grid): number => grid.column + (grid.values[0]?.length ?? 0);

/** Every cell with content, row by row. */
export function* filledCells(grid: Grid): Generator<Place & { value: unknown }> {
  for (const [i, cells] of grid.values.entries())
    for (const [j, value] of cells.entries())
      if (!isEmpty(value)) yield { row: grid.row + i, column: grid.column + j, value };
}

/** For comparing: width, white space and case do not matter. */
export const folded = (value: unknown): string => fold(String(value ?? "")).toUpperCase();
/** Nothing, or only what nobody sees. */
export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || folded(value) === "";

/** Text that only looks like a formula reads back equal in values and formulas. */
export const isFormula = (value: unknown, formula: unknown): formula is string =>
  typeof formula === "string" && formula.startsWith("=") && formula !== value;

export const asCell = (value: unknown): Cell =>
  typeof value === "number" || typeof value === "boolean" ? value : String(value ?? "");

/** What was typed: a formula stays a formula. */
export const typedCell = (value: unknown, formula: unknown): Cell =>
  isFormula(value, formula) ? { formula } : asCell(value);
