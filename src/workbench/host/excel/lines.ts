import type { SpreadsheetEngine } from "../../engine/engine";
import { HostError } from "../errors";
import type { Cells, Member, Members } from "../model";
import { object } from "../object";
import { checkFormat } from "./cells";
import { tableOf } from "./contents";
import { areaOf } from "./places";
import { deleteCells, insertCells, isHidden, setHidden } from "./structure";

type Size = "columnWidth" | "rowHeight";
type Sized = { format?: Partial<Record<Size, unknown>> } | null;

/** Names whatever else is asked of rows or columns. */
function checkSizeOnly(properties: unknown, size: Size): void {
  const { format, ...others } = (properties ?? {}) as Record<string, unknown>;
  const unknown = [...Object.keys(others), ...Object.keys(format ?? {}).filter((name) => name !== size)];
  if (unknown.length > 0) throw new HostError("ApiNotFound", `properties ${unknown.join()}`);
}

function sizes(values: unknown, size: Size, count: number): (number | undefined)[] {
  if (!Array.isArray(values) || values.length !== count)
    throw new HostError("InvalidArgument", `${count} objects are needed`);
  return (values as Sized[]).map((one) => {
    checkSizeOnly(one, size);
    const value = one?.format?.[size];
    return value === undefined || value === null ? undefined : Number(value);
  });
}

/** Neighbours of one size together. */
function runs<T>(values: T[]): { at: number; lines: number; value: T }[] {
  const all: { at: number; lines: number; value: T }[] = [];
  values.forEach((value, at) => {
    const last = all.at(-1);
    if (last && last.value === value) last.lines++;
    else all.push({ at, lines: 1, value });
  });
  return all;
}

/** Rows and columns differ in nothing but names. */
const LINES = {
  rowHeight: { first: "row", count: "rows", allowedBy: "allowFormatRows", set: "setRowHeight" },
  columnWidth: { first: "column", count: "columns", allowedBy: "allowFormatColumns", set: "setColumnWidth" },
} as const;

const sizeOf = (engine: SpreadsheetEngine, size: Size, sheet: string, line: number): number =>
  size === "rowHeight" ? engine.rowHeight(sheet, line) : engine.columnWidth(sheet, line);

/** One object per row or column, with its size; nothing else is hosted. */
const get = (size: Size): Member<Cells> => ({
  call: (cells, wanted) => {
    checkSizeOnly(wanted, size);
    const { first, count } = LINES[size];
    const table = tableOf(cells);
    return Array.from({ length: table[count] }, (_, i) => ({
      format: { [size]: sizeOf(cells.book.engine, size, cells.sheet, table[first] + i) },
    }));
  },
});

const set = (size: Size): Member<Cells> => ({
  call: (cells, values) => {
    const { first, count, allowedBy, set: setter } = LINES[size];
    checkFormat(cells, allowedBy);
    const table = tableOf(cells);
    for (const { at, lines, value } of runs(sizes(values, size, table[count])))
      if (value !== undefined) cells.book.engine[setter](cells.sheet, table[first] + at, lines, value);
  },
});

const hidden = (axis: "rows" | "columns"): Member<Cells> => ({
  read: (cells) => isHidden(cells, areaOf(cells), axis),
  write: (cells, value) => setHidden(cells, areaOf(cells), axis, Boolean(value)),
});

/** Rows and columns of a range, and cells that come and go. */
export const LINES_AND_CELLS: Members<Cells> = {
  rowHidden: hidden("rows"),
  columnHidden: hidden("columns"),
  getRowProperties: get("rowHeight"),
  getColumnProperties: get("columnWidth"),
  setRowProperties: set("rowHeight"),
  setColumnProperties: set("columnWidth"),
  // gives the new, blank cells
  insert: {
    call: (cells, shift) => {
      insertCells(cells, areaOf(cells), shift);
      return object("Range", cells);
    },
  },
  delete: { call: (cells, shift) => deleteCells(cells, areaOf(cells), shift) },
};
