import { type Area, area, bottomOf, type Grid, rightOf, type SheetLayout } from "../grid";
import { withoutFormer } from "./former";
import { isInPlace, tableStands } from "./in-place";
import { type Beside, keepInPlace, keepMoved } from "./keep";
import { keysWithEntries, readTable, type TableReading } from "./reading";
import type { Repair } from "./repairs";
import { scopeOn } from "./scope";
import { returnedRows } from "./returned";
import { rowChanges } from "./row-changes";
import type { TableSheet } from "./table";
import { type Target, targetOf } from "./target";
import { type Age, ageOf } from "./template";
import { cellRepairs, movedRepairs, structureRepairs, without } from "./update-repairs";

/** The sheet is another bureau's from now on. Keys of the rows that came and went. */
export interface Rescope {
  from: string;
  to: string;
  added: string[];
  removed: string[];
}

/** What to write over a sheet that is there already. */
export interface Update {
  /** how the sheet that is there stands to today's */
  age: Age;
  layout: SheetLayout;
  /** what stands beside the table and moves with its rows; null when everything stays in its place */
  beside: Beside | null;
  repairs: Repair[];
  rescope: Rescope | null;
  /** rows or columns of the table do not stand where they belong */
  moved: boolean;
  /** false where widths and heights stay as the user has set them, hidden ones too */
  withSizes: boolean;
  /** what to empty first, because rows or columns have to move; null when everything stays in its place */
  clear: Area | null;
}

const scopeOf = <R>({ head, scope }: TableSheet<R>): string =>
  String(head.flat().find(({ id }) => id === scope)?.value ?? "");

function rescopeOf<R>(
  from: string,
  reading: TableReading,
  before: Target<R>,
  target: Target<R>,
): Rescope | null {
  const to = scopeOf(target.sheet);
  if (scopeOf(before.sheet) === to) return null;
  return {
    from,
    to,
    added: without(without(target.rows.keys(), reading.rows), before.rows),
    removed: without(reading.rows.keys(), target.rows),
  };
}

/**
 * Plans how to put a table sheet right without losing anything typed.
 * @param full the sheet with every record of the plan, by which the existing one is read
 * @param build gives the sheet that is wanted, with the given further records kept on it
 * @param scoped gives the sheet as it was for the bureau that it names; absent: for the same bureau
 * @returns null when what was read is not our sheet
 */
export function planUpdate<R>(
  grid: Grid,
  full: TableSheet<R>,
  build: (keep: ReadonlySet<string>) => TableSheet<R>,
  scoped: (bureau: string) => TableSheet<R> = () => build(new Set()),
): Update | null {
  const found = readTable(grid, full);
  if (!found) return null;
  const age = ageOf(grid, full);
  const reading = age === "other" ? withoutFormer(grid, found, full) : found;
  const anew = new Set(without(found.slots.keys(), reading.slots));
  const own = targetOf(build(new Set()));
  const returned = returnedRows(grid, reading, full, own.rows);
  const target = targetOf(build(new Set([...keysWithEntries(grid, reading, full), ...returned.rows.keys()])));
  const scope = scopeOn(grid, reading, full);
  const before = targetOf(scoped(scope.bureau));
  const stands = isInPlace(grid, reading, target);
  const staying = stands && returned.rows.size === 0;
  const older = age !== "current";
  const { layout, beside, repairs } = staying
    ? keepInPlace(grid, target, anew)
    : keepMoved(grid, reading, target, returned.rows);
  const rescope = rescopeOf(scope.bureau, reading, before, target);
  // rows that another plan did not have were never missing
  const structure = structureRepairs(reading, target, own.rows, before.rows).filter(
    ({ code }) => age !== "other" || code !== "row-restored",
  );
  const moved = staying ? [] : movedRepairs(grid, reading, full);
  const damaged = [...structure, ...moved].some(({ code }) => code !== "row-kept");
  const reordered = !stands && !older && (!rescope || damaged);
  return {
    age,
    layout,
    beside,
    rescope,
    moved: !tableStands(reading, target),
    withSizes: !staying || older,
    repairs: [
      ...(older ? [{ code: age === "other" ? "plan-followed" : "template-updated" } as const] : []),
      ...rowChanges(grid, { found, reading, returned, target, full, isOther: age === "other" }),
      ...structure,
      ...moved,
      ...(reordered ? [{ code: "order-restored" } as const] : []),
      ...(scope.altered ? [{ code: "cell-restored", address: scope.address, was: scope.text } as const] : []),
      ...cellRepairs(grid, reading, target, { staying, older }),
      ...repairs,
    ],
    clear: staying ? null : clearance(grid, layout, beside, target.frame.width),
  };
}

/** Everything that was read, and all that is to be written. */
function clearance(grid: Grid, layout: SheetLayout, beside: Beside | null, width: number): Area {
  const rows = Math.max(bottomOf(grid), layout.cells.length);
  return area(0, 0, rows, Math.max(rightOf(grid), width + (beside?.area.columns ?? 0)));
}
