import { folded, formulaAt, type Grid, isEmpty, isFormula, valueAt } from "../grid";
import type { TableReading } from "./reading";
import type { TableSheet } from "./table";

/*
 * Rows of another plan on a table that is brought up to date. Whatever people typed stays; what the table itself put
 * there, and nothing else in its row, goes with that plan.
 */

/** A record that the table made, of whatever plan: a key, and calculated cells that still calculate. */
function isRecord<R>(grid: Grid, { columns }: TableReading, { key }: TableSheet<R>, row: number): boolean {
  const calculates = [...columns.values()].some((column) => {
    const formula = formulaAt(grid, row, column);
    return isFormula(valueAt(grid, row, column), formula) && folded(formula).includes("YIZHI");
  });
  return calculates && !isEmpty(valueAt(grid, row, columns.get(key) ?? -1));
}

/** Nothing stands in it but what the table put there. */
function isUntouched<R>(grid: Grid, { columns }: TableReading, sheet: TableSheet<R>, row: number): boolean {
  const calculated = sheet.columns.filter(({ entry }) => !entry);
  const ours = new Set(calculated.map(({ id }) => columns.get(id)));
  return (grid.values[row - grid.row] ?? []).every((value, i) => ours.has(grid.column + i) || isEmpty(value));
}

/** Something that stands alone in a row merged over the whole table, as titles do. */
function isTitle<R>(grid: Grid, { columns }: TableSheet<R>, row: number): boolean {
  const filled = (grid.values[row - grid.row] ?? []).filter((value) => !isEmpty(value));
  const merges = grid.merges ?? [];
  return (
    filled.length === 1 && merges.some((m) => m.row === row && m.rows === 1 && m.columns >= columns.length)
  );
}

/** The same reading without titles of a plan before, and without its rows in which nobody typed. */
export function withoutFormer<R>(grid: Grid, reading: TableReading, sheet: TableSheet<R>): TableReading {
  const isFormer = (row: number): boolean =>
    (isTitle(grid, sheet, row) && isRecord(grid, reading, sheet, row + 1)) ||
    (isRecord(grid, reading, sheet, row) && isUntouched(grid, reading, sheet, row));
  const ofPlan = [...sheet.head, ...sheet.foot].flat().filter(({ id, elsewhere }) => {
    const place = reading.slots.get(id);
    return place && elsewhere?.test(String(valueAt(grid, place.row, place.column)));
  });
  const slots = new Map(reading.slots);
  for (const { id } of ofPlan) slots.delete(id);
  return {
    ...reading,
    slots,
    strays: reading.strays.filter((row) => !isFormer(row)),
    loose: reading.loose.filter(({ row }) => row > grid.row || !isTitle(grid, sheet, row)),
  };
}
