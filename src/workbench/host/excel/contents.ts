import type { Area, CellContent } from "../../engine/engine";
import { isUnbounded } from "../../engine/locks";
import { HostError } from "../errors";
import type { Cells, Members } from "../model";
import { typed, valueType } from "../typing";
import { bounded, checkEntry, checkFormat } from "./cells";
import { areaOf } from "./places";

/** The area with its size known, for reading and writing cells one by one. */
export function tableOf(cells: Cells): Area {
  const area = areaOf(cells);
  if (!isUnbounded(area)) return area;
  return bounded(cells, area) ?? { ...area, rows: 1, columns: 1 };
}

/** A single value fills the whole area; a matrix must have its shape. */
function matrix(value: unknown, { rows, columns }: Area): unknown[][] {
  if (!Array.isArray(value)) return Array.from({ length: rows }, () => Array<unknown>(columns).fill(value));
  const fits = value.length === rows && value.every((row) => Array.isArray(row) && row.length === columns);
  if (!fits) throw new HostError("InvalidArgument", `a matrix of ${rows} × ${columns} is needed`);
  return value as unknown[][];
}

export const blanks = ({ rows, columns }: Area): CellContent[][] =>
  Array.from({ length: rows }, () => Array<CellContent>(columns).fill({ value: null }));

const read = <T>(cells: Cells, of: (cell: CellContent) => T): T[][] =>
  cells.book.engine.readCells(cells.sheet, tableOf(cells)).map((row) => row.map(of));

/** Text stays text in cells of the format for text. */
function write(cells: Cells, value: unknown): void {
  checkEntry(cells);
  const { engine } = cells.book;
  const table = tableOf(cells);
  const values = matrix(value, table);
  const styles = engine.readStyles(cells.sheet, table);
  const contents = values.map((row, r) =>
    row.map((one, c) => {
      const isText = styles[r]![c]!.numberFormat === "@" && typeof one === "string" && one !== "";
      return isText ? { value: one.replace(/^'/, "") } : typed(one);
    }),
  );
  engine.writeCells(cells.sheet, table, contents);
}

function setFormats(cells: Cells, value: unknown): void {
  checkFormat(cells);
  const table = tableOf(cells);
  const formats = matrix(value, table) as (string | null)[][];
  const styles = formats.map((row) => row.map((f) => (f === null ? null : { numberFormat: f || "General" })));
  cells.book.engine.writeStyles(cells.sheet, table, styles);
}

function clear(cells: Cells, applyTo: unknown): void {
  const what = applyTo ?? "All";
  if (what !== "All" && what !== "Contents" && what !== "Formats")
    throw new HostError("ApiNotFound", `Range.clear "${String(what)}"`);
  if (what === "Contents") checkEntry(cells);
  else checkFormat(cells);
  const { engine } = cells.book;
  const table = tableOf(cells);
  if (what !== "Formats") engine.writeCells(cells.sheet, table, blanks(table));
  if (what !== "Contents") engine.clearStyles(cells.sheet, table);
}

/** Office.js asks once before it sends a large matrix in pieces. */
function checkSize(cells: Cells, rows: unknown, columns: unknown): void {
  const area = areaOf(cells);
  if (rows !== area.rows || columns !== area.columns) throw new HostError("InvalidArgument", "matrix size");
}

/** What the cells of a range hold. */
export const CONTENTS: Members<Cells> = {
  values: { read: (cells) => read(cells, ({ value }) => value ?? ""), write },
  formulas: { read: (cells) => read(cells, ({ value, formula }) => formula ?? value ?? ""), write },
  valueTypes: { read: (cells) => read(cells, valueType) },
  text: { read: (cells) => cells.book.engine.readText(cells.sheet, tableOf(cells)) },
  numberFormat: {
    read: ({ book, ...cells }) =>
      book.engine
        .readStyles(cells.sheet, tableOf({ book, ...cells }))
        .map((row) => row.map(({ numberFormat }) => numberFormat ?? "General")),
    write: setFormats,
  },
  clear: { call: clear },
  _ValidateArraySize: { call: checkSize },
};
