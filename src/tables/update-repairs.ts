import { alterationsOf } from "./alterations";
import { type Area, areaAddress, cellAddress, folded, type Grid, type Place, valueAt } from "../grid";
import { endOfTable } from "./find-columns";
import type { TableReading } from "./reading";
import type { Repair } from "./repairs";
import { recordIn } from "./record-in";
import type { TableSheet } from "./table";
import type { Target } from "./target";

const addressOf = ({ row, column }: Place): string => cellAddress(row, column);

export const without = (keys: Iterable<string>, others: { has: (key: string) => boolean }): string[] =>
  [...keys].filter((key) => !others.has(key));

/** Rows and columns that were missing, renamed, doubled or changed places. @param expected keys of the rows it showed */
export function structureRepairs<R>(
  reading: TableReading,
  { sheet, rows }: Target<R>,
  own: { has: (key: string) => boolean },
  expected: { has: (key: string) => boolean },
): Repair[] {
  return [
    ...without(rows.keys(), reading.rows)
      .filter((key) => expected.has(key))
      .map((key): Repair => ({ code: "row-restored", key })),
    ...without(rows.keys(), own).map((key): Repair => ({ code: "row-kept", key })),
    ...without(without(reading.rows.keys(), rows), expected).map((key): Repair => ({
      code: "row-removed",
      key,
    })),
    ...reading.renamed.map(({ column, was, header }): Repair => {
      return { code: "header-restored", address: cellAddress(reading.header, column), was, header };
    }),
    ...sheet.columns
      .filter((c) => !reading.columns.has(c.id))
      .map((c): Repair => ({ code: "column-restored", header: c.header })),
    ...reading.duplicates.map(({ key, row }): Repair => {
      return { code: "duplicate-row", key, kept: reading.rows.get(key)! + 1, moved: row + 1 };
    }),
  ];
}

/** Merged areas over cells of records, of which the sheet has none. */
const recordMerges = ({ merges = [] }: Grid, { rows, header }: TableReading): Area[] =>
  merges.filter((m) => [header, ...rows.values()].some((row) => row >= m.row && row < m.row + m.rows));

/** What belongs to no part of the sheet and so was moved. */
export function movedRepairs<R>(grid: Grid, reading: TableReading, sheet: TableSheet<R>): Repair[] {
  const end = endOfTable(grid);
  return [
    ...recordMerges(grid, reading).map((merge): Repair => ({
      code: "unmerged",
      address: areaAddress(merge),
    })),
    ...reading.strays
      .filter((row) => row < end)
      .map((row): Repair => {
        const record = recordIn(grid, reading, sheet, row);
        return record ? { code: "record-below", ...record } : { code: "stray-kept", row: row + 1 };
      }),
    ...reading.loose.map((place): Repair => ({ code: "cell-kept", address: addressOf(place) })),
    ...reading.extraColumns.map((column): Repair => {
      const header = String(valueAt(grid, reading.header, column));
      return { code: "column-kept", address: cellAddress(reading.header, column), header };
    }),
  ];
}

/** Cells beside the records that hold other words than ours: titles, labels, notes. */
function alteredWords<R>(grid: Grid, { sheet, frame, empty }: Target<R>): Repair[] {
  const records = new Set([frame.header, ...frame.records.map(({ row }) => row)]);
  const open = new Set(
    frame.slots.filter(({ slot }) => !slot.locked).map(({ row, slot }) => `${row},${slot.columns[0]}`),
  );
  const bureau = frame.slots.find(({ slot }) => slot.id === sheet.scope);
  return empty.cells.flatMap((cells, row) =>
    records.has(row)
      ? []
      : cells.flatMap((cell, column): Repair[] => {
          if (cell === null || typeof cell === "object" || open.has(`${row},${column}`)) return [];
          if (bureau?.row === row && bureau.slot.columns[0] === column) return [];
          const was = valueAt(grid, row, column);
          return folded(was) === folded(cell)
            ? []
            : [{ code: "cell-restored", address: cellAddress(row, column), was: String(was) }];
        }),
  );
}

/** Cells of ours that someone wrote over; what one conversion or an older template explains is named once. */
export function cellRepairs<R>(
  grid: Grid,
  reading: TableReading,
  target: Target<R>,
  { staying, older }: { staying: boolean; older: boolean },
): Repair[] {
  const { conversion, cells } = alterationsOf(grid, reading, target.sheet, older);
  return [
    ...(conversion === null ? [] : [{ code: "functions-restored", from: conversion } as const]),
    ...cells.map(({ was, formula, address, header, expected }): Repair => {
      // of an older template nobody can tell what its own words were
      return older && formula === undefined && typeof expected !== "object"
        ? { code: "cell-updated", address, header, was: String(was), now: String(expected) }
        : { code: "cell-restored", address, was: formula ?? String(was) };
    }),
    ...(staying && !older ? alteredWords(grid, target) : []),
  ];
}
