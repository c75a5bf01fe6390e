import { filledCells, folded, type Grid, type Place } from "../grid";
import type { Columns, Rows } from "./find-columns";
import type { Slots } from "./find-slots";
import { STRAYS_TITLE, type TableSheet } from "./table";

/** What stands on a table's sheet and belongs to no part of it. */
export interface Leftovers {
  /** columns beside or between ours that hold something in the table's rows */
  extraColumns: number[];
  /** rows below the header with content of which nothing is ours */
  strays: number[];
  /** single cells beside labels, titles and slots */
  loose: Place[];
  /** titles, notes and other words of the sheet's own */
  words: Place[];
}

/** `填报说明：`: by how it begins the note is known in whatever template's words. */
export const isNote = <R>({ note }: TableSheet<R>, value: unknown): boolean =>
  folded(value).startsWith(folded(note.slice(0, note.indexOf("：") + 1)));

const keyOfPlace = ({ row, column }: Place): string => `${row},${column}`;

/** Sorts everything with content that is no part of the sheet into columns, rows and single cells. */
export function findLeftovers<R>(
  grid: Grid,
  sheet: TableSheet<R>,
  header: number,
  { columns }: Columns,
  { rows, duplicates }: Rows,
  { slots, labels }: Slots,
): Leftovers {
  const words = new Set([...sheet.groups.map((g) => g.title ?? ""), sheet.title, sheet.note].map(folded));
  const ourColumns = new Set(columns.values());
  const recordRows = new Set([header, ...rows.values()]);
  const copies = new Set(duplicates.map(({ row }) => row));
  const labelled = [...labels.values(), ...slots.values()];
  const places = new Set(labelled.map(keyOfPlace));
  const known = new Set<number>(labelled.map(({ row }) => row));
  const extra = new Set<number>();
  const others: Place[] = [];
  const own: Place[] = [];
  for (const { row, column, value } of filledCells(grid)) {
    if (copies.has(row)) continue;
    if (recordRows.has(row)) {
      if (!ourColumns.has(column)) extra.add(column);
    } else if (folded(value) === folded(STRAYS_TITLE)) known.add(row);
    else if (words.has(folded(value)) || isNote(sheet, value)) {
      known.add(row);
      own.push({ row, column });
    } else if (!places.has(keyOfPlace({ row, column }))) others.push({ row, column });
  }
  const isStray = ({ row }: Place): boolean => row > header && !known.has(row);
  return {
    extraColumns: [...extra].sort((a, b) => a - b),
    strays: [...new Set(others.filter(isStray).map(({ row }) => row))],
    loose: others.filter((place) => !isStray(place)),
    words: own,
  };
}
