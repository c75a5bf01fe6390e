import { type Area, folded, type Grid, type Place, valueAt } from "../grid";
import { isNote } from "./leftovers";
import type { TableReading } from "./reading";
import type { Target } from "./target";

const at = (place: Place | undefined, row: number, column: number): boolean =>
  place === undefined || (place.row === row && place.column === column);

const contains = (m: Area, { row, column }: Place): boolean =>
  row >= m.row && row < m.row + m.rows && column >= m.column && column < m.column + m.columns;

const same = (a: Area, b: Area): boolean =>
  a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;

/** Merged areas that someone made among the sheet's cells. */
const foreignMerges = <R>(grid: Grid, { empty, frame }: Target<R>): Area[] =>
  (grid.merges ?? []).filter(
    (m) => m.row <= frame.note && m.column < frame.width && !empty.merges.some((ours) => same(ours, m)),
  );

/** True when the header, the rows wanted and the columns stand where they belong. */
export const tableStands = <R>(reading: TableReading, { sheet, frame, rows }: Target<R>): boolean =>
  reading.header === frame.header &&
  reading.duplicates.length === 0 &&
  reading.rows.size === rows.size &&
  [...rows].every(([key, row]) => reading.rows.get(key) === row) &&
  sheet.columns.every((c, i) => reading.columns.get(c.id) === i);

/** True when table and slots stand where they belong, and nothing would be written over or swallowed. */
export function isInPlace<R>(grid: Grid, reading: TableReading, target: Target<R>): boolean {
  const { sheet, frame, empty } = target;
  const others = [...reading.loose, ...reading.extraColumns.map((column) => ({ row: frame.header, column }))];
  const disturbs = (place: Place): boolean =>
    (empty.cells[place.row]?.[place.column] ?? null) !== null || empty.merges.some((m) => contains(m, place));
  const slotsStand = frame.slots.every(
    ({ row, slot: { id, columns, labelColumns } }) =>
      at(reading.slots.get(id), row, columns[0]) && at(reading.labels.get(id), row, labelColumns[0]),
  );
  const isOurs = (expected: unknown, value: unknown): boolean =>
    folded(expected) === folded(value) || (isNote(sheet, expected) && isNote(sheet, value));
  const wordsStand = reading.words.every(({ row, column }) =>
    isOurs(empty.cells[row]?.[column], valueAt(grid, row, column)),
  );
  return (
    tableStands(reading, target) &&
    wordsStand &&
    reading.strays.every((row) => row > frame.note) &&
    slotsStand &&
    !others.some(disturbs) &&
    foreignMerges(grid, target).length === 0
  );
}
