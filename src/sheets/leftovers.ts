import { filledCells, folded, type Grid, mergedAt, type Place } from "./cells";
import type { Columns, Rows } from "./find-columns";
import type { FoundSlot } from "./find-slots";
import { STRAYS_TITLE, type TableSheet } from "./table";

/** What stands on a table's sheet and belongs to no part of it. */
export interface Leftovers {
  /** columns beside or between ours that hold something in the table's rows */
  extraColumns: number[];
  /** rows below the header with content of which nothing is ours */
  strays: number[];
  /** single cells beside labels, titles and slots */
  loose: Place[];
}

const keyOfPlace = ({ row, column }: Place): string => `${row},${column}`;

/** Sorts everything with content that is no part of the sheet into columns, rows and single cells. */
export function findLeftovers<R>(
  grid: Grid,
  sheet: TableSheet<R>,
  header: number,
  { columns }: Columns,
  { rows, duplicates }: Rows,
  slots: ReadonlyMap<string, FoundSlot>,
): Leftovers {
  const words = new Set(
    [...sheet.groups.map((g) => g.title ?? ""), sheet.title, sheet.note, STRAYS_TITLE].map(folded),
  );
  const ourColumns = new Set(columns.values());
  const recordRows = new Set([header, ...rows.values()]);
  const copies = new Set(duplicates.map(({ row }) => row));
  const labels = [...slots.values()].flatMap(({ label }) => label ?? []);
  const places = new Set([...labels, ...slots.values()].map(keyOfPlace));
  const known = new Set<number>([...labels, ...slots.values()].map(({ row }) => row));
  const extra = new Set<number>();
  const others: Place[] = [];
  for (const { row, column, value } of filledCells(grid)) {
    if (copies.has(row)) continue;
    if (recordRows.has(row)) {
      if (!ourColumns.has(column)) extra.add(column);
    } else if (words.has(folded(value))) known.add(row);
    else if (!places.has(keyOfPlace({ row, column }))) others.push({ row, column });
  }
  const isStray = ({ row }: Place): boolean => row > header && !known.has(row);
  return {
    extraColumns: [...extra].sort((a, b) => a - b),
    strays: [...new Set(others.filter(isStray).map(({ row }) => row))],
    loose: others.filter((place) => !isStray(place)),
  };
}

/** What a merged area would swallow: cells with content beside its first. */
export const swallowed = (grid: Grid, places: Place[]): Place[] =>
  places.filter(({ row, column }) => {
    const merged = mergedAt(grid, row, column);
    return merged.row !== row || merged.column !== column;
  });
