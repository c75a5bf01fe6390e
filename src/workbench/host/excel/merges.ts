import { overlaps } from "../../engine/areas";
import type { Area, CellContent } from "../../engine/engine";
import { HostError } from "../errors";
import type { Cells, Members } from "../model";
import { type HostObject, object } from "../object";
import { checkFormat } from "./cells";
import { areaOf } from "./places";

/** Excel tells no more of them at once. */
const MANY = 512;

const mergesOf = ({ book, sheet }: Cells): Area[] => book.engine.sheetState(sheet).merges;

const allButFirst = ({ rows, columns }: Area): (CellContent | null)[][] =>
  Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => (r + c === 0 ? null : { value: null })),
  );

function unmerge(cells: Cells): void {
  checkFormat(cells);
  const merges = mergesOf(cells).filter((merge) => !overlaps(merge, areaOf(cells)));
  cells.book.engine.updateSheet(cells.sheet, { merges });
}

/** One cell, or across: one cell per row. Each keeps the content of its first only. */
function merge(cells: Cells, across: unknown): void {
  unmerge(cells);
  const { engine } = cells.book;
  const area = areaOf(cells);
  const areas =
    across === true
      ? Array.from({ length: area.rows }, (_, r) => ({ ...area, row: area.row + r, rows: 1 }))
      : [area];
  for (const one of areas) engine.writeCells(cells.sheet, one, allButFirst(one));
  engine.updateSheet(cells.sheet, { merges: [...mergesOf(cells), ...areas] });
}

/** Those that the range meets, whole. */
function met(cells: Cells): HostObject | null {
  const areas = mergesOf(cells).filter((one) => overlaps(one, areaOf(cells)));
  if (areas.length > MANY) throw new HostError("GeneralException", `over ${MANY} merged areas`);
  return areas.length > 0 ? object("RangeAreas", { ...cells, areas }) : null;
}

export const MERGES: Members<Cells> = {
  merge: { call: merge },
  unmerge: { call: unmerge },
  getMergedAreasOrNullObject: { call: met },
};
