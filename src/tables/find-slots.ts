import {
  type Area,
  filledCells,
  folded,
  type Grid,
  isEmpty,
  mergedAt,
  namedCell,
  type Place,
  rightOf,
  valueAt,
} from "../grid";
import type { Slot, TableSheet } from "./table";
import { earlierNames } from "./template";

/** The labelled places of a sheet, by slot id. */
export interface Slots {
  /** the first cell of each value; absent where nothing stands between its label and the next */
  slots: Map<string, Place>;
  /** the cells of the labels; absent where they are gone */
  labels: Map<string, Place>;
}

/** `报告期` and `报告期：` are the same label. */
const labelText = (value: unknown): string => folded(value).replace(/[:：]$/, "");

/** The cells or merged areas that follow a label in its row, up to the next label. */
function following(grid: Grid, label: Place, isLabel: (value: unknown) => boolean): Area[] {
  const areas: Area[] = [];
  const own = mergedAt(grid, label.row, label.column);
  for (let column = own.column + own.columns; column < rightOf(grid);) {
    if (isLabel(valueAt(grid, label.row, column))) break;
    const next = mergedAt(grid, label.row, column);
    areas.push(next);
    column = next.column + next.columns;
  }
  return areas;
}

/** Where an empty slot is taken to be when nothing tells which cells are merged. */
const standardPlace = ({ labelColumns, columns }: Slot, label: Place): Place => ({
  row: label.row,
  column: label.column + columns[0] - labelColumns[0],
});

/**
 * The place of a label's value: what is filled in between this label and the next; where nothing is, or more than one
 * cell, the merged area, if the slot has one.
 */
function valuePlace(
  grid: Grid,
  slot: Slot,
  label: Place,
  isLabel: (value: unknown) => boolean,
): Place | undefined {
  const areas = following(grid, label, isLabel);
  const filled = areas.filter(({ row, column }) => !isEmpty(valueAt(grid, row, column)));
  if (areas.length === 0) return undefined;
  if (filled.length === 0 && !grid.merges) return standardPlace(slot, label);
  const candidates = filled.length > 0 ? filled : areas;
  const wide = slot.columns[1] > slot.columns[0] ? candidates.find(({ columns }) => columns > 1) : undefined;
  const { row, column } = wide ?? candidates[0]!;
  return { row, column };
}

/**
 * A slot's value: where its workbook name points, if that stands beside its label; a name that points elsewhere counts
 * only where nothing stands beside the label.
 */
function placeOf(
  grid: Grid,
  slot: Slot,
  label: Place | undefined,
  isLabel: (value: unknown) => boolean,
  isOurs: (place: Place) => boolean,
): Place | undefined {
  const named = namedCell(grid, slot.name);
  if (!label) return named;
  const beside = valuePlace(grid, slot, label, isLabel);
  if (!named || !beside) return named ?? beside;
  const areas = following(grid, label, isLabel);
  if (areas.some(({ row, column }) => row === named.row && column === named.column)) return named;
  const isMoved =
    isEmpty(valueAt(grid, beside.row, beside.column)) &&
    !isEmpty(valueAt(grid, named.row, named.column)) &&
    !isOurs(named) &&
    !isLabel(valueAt(grid, named.row, named.column));
  return isMoved ? named : beside;
}

/** Slots by their workbook name and label. `isOurs` tells the table's own cells, in which no label stands. */
export function findSlots<R>(grid: Grid, sheet: TableSheet<R>, isOurs: (place: Place) => boolean): Slots {
  const slots = [...sheet.head, ...sheet.foot].flat();
  const byId = new Map(slots.map((slot) => [slot.id, slot]));
  const byLabel = new Map([
    ...earlierNames(sheet, "labels").flatMap(([was, id]) => {
      const slot = byId.get(id);
      return slot ? [[labelText(was), slot] as const] : [];
    }),
    ...slots.map((slot) => [labelText(slot.label), slot] as const),
  ]);
  const isLabel = (value: unknown): boolean => typeof value === "string" && byLabel.has(labelText(value));
  const labels = new Map<string, Place>();
  for (const { row, column, value } of filledCells(grid)) {
    const slot = isLabel(value) && !isOurs({ row, column }) ? byLabel.get(labelText(value))! : null;
    if (slot && !labels.has(slot.id)) labels.set(slot.id, { row, column });
  }
  const found = new Map<string, Place>();
  for (const slot of slots) {
    const place = placeOf(grid, slot, labels.get(slot.id), isLabel, isOurs);
    if (place) found.set(slot.id, place);
  }
  return { slots: found, labels };
}
