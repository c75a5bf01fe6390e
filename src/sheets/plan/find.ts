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

export const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/** What to do with a column that is not the plan's. */
export const OWN_COLUMN = "是自己加的列，请移到表的右边";

/** Columns that were not found while others, in which something stands, are in their place. */
function* writtenOver(
  grid: Grid,
  { columns: all }: TableSheet<PlanRow>,
  header: number,
  columns: ReadonlyMap<string, number>,
): Generator<{ column: number; header: string }> {
  const known = new Set(columns.values());
  const isUsed = (column: number): boolean =>
    range(header, bottomOf(grid)).some((row) => !isEmpty(valueAt(grid, row, column)));
  let free = grid.column;
  for (const [i, { id, header: words }] of all.entries()) {
    const at = columns.get(id);
    if (at !== undefined) free = at + 1;
    else {
      const next = all.slice(i + 1).find((one) => columns.has(one.id));
      const end = next ? columns.get(next.id)! : rightOf(grid);
      const column = range(free, end).find((one) => !known.has(one) && isUsed(one));
      if (column === undefined) continue;
      free = column + 1;
      yield { column, header: words };
    }
  }
}

/** Null when it is not that sheet. */
export function findSheet(
  read: PlanSheet,
  sheet: TableSheet<PlanRow>,
  issues: PlanSheetIssue[],
): FoundSheet | null {
  const { grid } = read;
  const header = findHeader(grid, sheet);
  if (header === null) return null;
  const { columns } = findColumns(grid, sheet, header);
  for (const { column, header: words } of writtenOver(grid, sheet, header, columns)) {
    const is = String(valueAt(grid, header, column)).trim();
    issues.push({
      sheet: read.name,
      address: cellAddress(header, column),
      words: `这一列的表头应为“${words}”，现在${is === "" ? "空着" : `是“${is}”`}，请改回；${OWN_COLUMN}`,
    });
  }
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
