import { bottomOf, cellAddress, folded, type Grid, isEmpty, rightOf, valueAt } from "../../grid";
import { fold } from "../../text";
import { findColumns, findHeader, findSlots, isNote, STRAYS_TITLE, type TableSheet } from "../../tables";
import type { PlanRow } from "./columns";
import { type PlanSheet, type PlanSheetIssue, RowCells } from "./cells";

/** A plan's sheet, found by its headers and labels wherever they stand. */
export interface FoundSheet {
  header: number;
  columns: Map<string, number>;
  rows: RowCells[];
  /** what stands beside a label of its head */
  slot(id: string): string;
  slotAddress(id: string): string;
}

/** The last row of the table: what follows the note, or what an earlier repair kept, belongs to nothing. */
function endOf(grid: Grid, sheet: TableSheet<PlanRow>, header: number): number {
  for (let row = header + 1; row < bottomOf(grid); row++)
    for (let column = grid.column; column < rightOf(grid); column++) {
      const value = valueAt(grid, row, column);
      if (isNote(sheet, value) || folded(value) === folded(STRAYS_TITLE)) return row;
    }
  return bottomOf(grid);
}

/** Null when it is not that sheet. @param more further columns, by what their headers say: id → column */
export function findSheet(
  read: PlanSheet,
  sheet: TableSheet<PlanRow>,
  issues: PlanSheetIssue[],
  more: (header: number, taken: ReadonlySet<number>) => ReadonlyMap<string, number> = () => new Map(),
): FoundSheet | null {
  const { grid } = read;
  const header = findHeader(grid, sheet);
  if (header === null) return null;
  const own = findColumns(grid, sheet, header).columns;
  const columns = new Map([...own, ...more(header, new Set(own.values()))]);
  const { slots } = findSlots(grid, sheet, ({ row }) => row >= header);
  const rows: RowCells[] = [];
  const end = endOf(grid, sheet, header);
  for (let row = header + 1; row < end; row++) {
    const filled = [...columns.values()].some((column) => !isEmpty(valueAt(grid, row, column)));
    if (filled) rows.push(new RowCells(read, columns, row, issues));
  }
  const place = (id: string) => slots.get(id);
  return {
    header,
    columns,
    rows,
    slot: (id) => {
      const at = place(id);
      return at ? String(valueAt(grid, at.row, at.column)).trim() : "";
    },
    slotAddress: (id) => {
      const at = place(id);
      return at ? cellAddress(at.row, at.column) : "";
    },
  };
}

const YEAR = /(?:19|20|21)\d\d/g;

/**
 * The columns of years, which every plan has others of: by the year in their header, or by what the header says.
 * Of several alike the first counts.
 */
export function yearColumns(
  grid: Grid,
  header: number,
  taken: ReadonlySet<number>,
  years: { baselineYear: number; targetYear: number },
): Map<string, number> {
  const found = new Map<string, number>();
  const headers = new Map<number, string>();
  for (let column = grid.column; column < rightOf(grid); column++) {
    const text = fold(String(valueAt(grid, header, column)));
    if (!taken.has(column) && text !== "") headers.set(column, text);
  }
  const take = (id: string, column: number): void => {
    if (!found.has(id)) found.set(id, column);
    headers.delete(column);
  };
  for (const [column, text] of headers) {
    const said = [...text.matchAll(YEAR)].map(([year]) => Number(year));
    const { baselineYear, targetYear } = years;
    if (said.includes(targetYear)) take("target", column);
    else if (said.includes(baselineYear)) take("baseline", column);
    else {
      const between = said.find((year) => year > baselineYear && year < targetYear);
      if (between !== undefined) take(`year ${between}`, column);
      else if (said.length > 0) headers.delete(column);
    }
  }
  for (const [column, text] of headers) {
    if (!found.has("baseline") && /基期|基准|现状|基数/.test(text)) take("baseline", column);
    else if (!found.has("target") && /目标/.test(text)) take("target", column);
  }
  return found;
}
