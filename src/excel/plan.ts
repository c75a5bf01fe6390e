import { PROTECTION, type SheetLayout } from "../grid";
import type { PlanSheet } from "../sheets/plan";
import { beginsLikePlan } from "../sheets/plan/recognized";
import { PLAN_SHEETS, type PlanSheetId } from "../sheets/plan/words";
import { gridOf, View } from "./find";
import { applyLayout, applyNames } from "./apply";
import { namesFor } from "./insert";
import { CommandError } from "./issues";
import { type PlanRead, planRead } from "./plan-state";
import { isRepeated, isUntouched, noteWritten } from "./untouched";
import { run, sync } from "./run";
import {
  asideNames,
  beforeOf,
  FORMER,
  type Former,
  goingOf,
  putMarkers,
  putSheetNames,
  queueSet,
  type SheetSet,
  undoSet,
} from "./sheet-set";
import { type Before, freeName, readNow, syncOrUndo, type Undo, undoCreate } from "./undo";

/** What was written. */
export interface WrittenPlan {
  /** names of the plan's sheets */
  sheets: string[];
  /** what stands on them */
  read: PlanRead;
  /** names of sheets of the plan before, on which something stands that the new ones do not have */
  kept: string[];
  /** names of sheets of still earlier plans that are gone, on which nobody had typed */
  gone: string[];
}

const STOPPED = "停用";

/** All names under which sheets of a plan before may stand. */
const EARLIER = PLAN_SHEETS.map(({ id, name }) => ({
  id,
  former: asideNames(name, FORMER),
  stopped: asideNames(name, STOPPED),
}));

/** The workbook with the plan's sheets as they stand. @throws CommandError when no sheet may be added or renamed */
async function lookAround(context: Excel.RequestContext, signal?: AbortSignal) {
  const lists = EARLIER.flatMap(({ former, stopped }) => [...former, ...stopped]);
  const view = await View.of(context, { anyPlan: true, lists, whole: true }, signal);
  if (view.structureLocked) throw new CommandError({ code: "workbook-protected" });
  return { view, before: beforeOf(view), found: view.planSheets() };
}

interface Outlived {
  id: string;
  name: string;
}

/**
 * Sheets of plans before that give way: where a set is kept now, those of earlier ones that nobody has typed on, and any
 * that says nothing else than the new ones.
 */
async function outlivedOf(
  view: View,
  layouts: readonly SheetLayout[],
  isFollowed: boolean,
): Promise<Outlived[]> {
  const found: Outlived[] = [];
  const there = new Set(view.sheets.items.map(({ name }) => name.toLowerCase()));
  for (const [i, { id, former, stopped }] of EARLIER.entries())
    for (const name of [...former, ...stopped].filter((one) => there.has(one.toLowerCase()))) {
      const one = await view.list(name);
      const grid = gridOf(one);
      if (!one || !grid || !beginsLikePlan(id, grid)) continue;
      const goes = isRepeated(one, layouts[i]) || (isFollowed && former.includes(name) && isUntouched(one));
      if (goes) found.push({ id: one.sheet.id, name: one.sheet.name });
    }
  return found;
}

/** What will be read of a sheet that was just written. */
function sheetRead({ name, cells }: SheetLayout): PlanSheet {
  const values = cells.map((row) => row.map((cell) => cell ?? ""));
  return { name, grid: { row: 0, column: 0, values, formulas: values } };
}

function readOf(layouts: readonly SheetLayout[], template: string): PlanRead {
  const sheets = layouts.map((layout, i) => [PLAN_SHEETS[i]!.id, sheetRead(layout)] as const);
  return planRead(Object.fromEntries(sheets), template);
}

/**
 * Puts a plan into the workbook: all of its sheets or none. Those of the plan before give way; one on which something
 * stands that the new one does not have is kept under another name, and then earlier ones go that nobody has typed on.
 * Foreign sheets of these names stay as they are.
 * @param layouts of 规划指标, 规划任务, 规划单位 and, where the plan has one, 规划校核, in this order
 * @param spared what need not be kept of the plan before, since it can be had again
 * @param shown the sheet that is shown then
 */
export const writePlan = (
  layouts: readonly SheetLayout[],
  signal?: AbortSignal,
  spared: readonly SheetLayout[] = [],
  shown: PlanSheetId = PLAN_SHEETS[0].id,
): Promise<WrittenPlan> =>
  run(async (context) => {
    const { view, before, found } = await lookAround(context, signal);
    const taken = [...before.sheets];
    const take = (names: string[]): string => {
      const name = freeName(names, taken);
      taken.push(name);
      return name;
    };
    const former: Former[] = [];
    const named = layouts.map((layout, i): SheetLayout => {
      const { id, name } = PLAN_SHEETS[i]!;
      const old = found[id];
      if (!old) return { ...layout, name: take(namesFor(name)) };
      const kept = !isRepeated(old, layout, spared[i]);
      former.push({ id: old.sheet.id, name: old.sheet.name, kept, aside: take(asideNames(name, FORMER)) });
      return { ...layout, name: old.sheet.name };
    });
    const gone = PLAN_SHEETS.slice(layouts.length);
    for (const [i, { id, name }] of gone.entries()) {
      const old = found[id];
      if (!old) continue;
      const kept = !isRepeated(old, spared[layouts.length + i]);
      former.push({ id: old.sheet.id, name: old.sheet.name, kept, aside: take(asideNames(name, FORMER)) });
    }
    const markers = markersOf(before, gone);
    const others = new Set(view.sheets.items.map(({ id }) => id));
    const isFollowed = former.some(({ kept }) => kept);
    const outlived = await outlivedOf(view, named, isFollowed);
    const set: SheetSet = {
      layouts: named,
      former,
      before,
      others,
      outlived: outlived.map(({ id }) => id),
      markers,
      shown: PLAN_SHEETS.findIndex(({ id }) => id === shown),
    };
    queueSet(context, set, noteWritten);
    await syncOrUndo(context, undoSet(set));
    return {
      read: readOf(named, view.template),
      sheets: named.map(({ name }) => name),
      kept: former.filter(({ kept }) => kept).map(({ aside }) => aside),
      gone: outlived.map(({ name }) => name),
    };
  });

/** The workbook names of a plan's sheets, as far as the workbook has them. */
const markersOf = ({ names }: Before, sheets: readonly { marker: string }[] = PLAN_SHEETS): string[] =>
  sheets.map(({ marker }) => marker).filter((marker) => names.has(marker));

/** All is done once the names are gone; before that everything goes back. */
const undoRemoval = (former: readonly Former[], before: Before): Undo => ({
  failed: (details) => ({ code: "half-made", sheet: former[0]!.aside, details }),
  run: async (context) => {
    const now = await readNow(context);
    const markers = markersOf(before);
    const complete =
      former.every(({ id, aside, kept }) => {
        const sheet = now.sheets.find((one) => one.id === id);
        return sheet ? sheet.name === aside : !kept;
      }) && markers.every((marker) => !now.names.has(marker));
    if (complete)
      now.sheets.filter(({ id }) => goingOf(former).includes(id)).forEach((sheet) => sheet.delete());
    else {
      putSheetNames(now, former);
      await putMarkers(context, markers, before);
    }
    await sync(context);
    return complete;
  },
});

/**
 * Takes the plan out of use. Its sheets stay, with all that stands on them, under other names: renamed back, they are the
 * workbook's plan again.
 * @param spared what need not be kept, since it can be had again: sheets that say nothing else go
 * @returns their names now; empty where none stay, as where the workbook has no plan of its own
 */
export const removePlan = (signal?: AbortSignal, spared: readonly SheetLayout[] = []): Promise<string[]> =>
  run(async (context) => {
    const { before, found } = await lookAround(context, signal);
    const taken = [...before.sheets];
    // a workbook has one sheet at least
    const isLast = before.sheets.length === Object.keys(found).length;
    const former = (Object.keys(found) as PlanSheetId[]).map((id): Former => {
      const { sheet } = found[id]!;
      const at = PLAN_SHEETS.findIndex((one) => one.id === id);
      const aside = freeName(asideNames(PLAN_SHEETS[at]!.name, STOPPED), taken);
      taken.push(aside);
      return { id: sheet.id, name: sheet.name, aside, kept: isLast || !isRepeated(found[id]!, spared[at]) };
    });
    if (former.length === 0) return [];
    for (const { id, aside } of former) context.workbook.worksheets.getItem(id).name = aside;
    for (const marker of markersOf(before)) context.workbook.names.getItem(marker).delete();
    for (const id of goingOf(former)) context.workbook.worksheets.getItem(id).delete();
    await syncOrUndo(context, undoRemoval(former, before));
    return former.filter(({ kept }) => kept).map(({ aside }) => aside);
  });

/**
 * Adds a sheet to the workbook's plan, beside those that are there; where it is one of these, shows it.
 * @returns what the plan's sheets hold then; null where nothing was added
 */
export const addPlanSheet = (
  id: PlanSheetId,
  layout: SheetLayout,
  signal?: AbortSignal,
): Promise<PlanRead | null> =>
  run(async (context) => {
    const view = await View.of(context, { anyPlan: true }, signal);
    const [before, there] = [beforeOf(view), view.planSheets()[id]];
    if (there) {
      there.sheet.activate();
      await sync(context);
      return null;
    }
    if (view.structureLocked) throw new CommandError({ code: "workbook-protected" });
    const named = { ...layout, name: freeName(namesFor(layout.name), before.sheets) };
    const sheet = context.workbook.worksheets.add(named.name);
    applyNames(context.workbook, named, new Set(before.names.keys()));
    applyLayout(sheet, named);
    noteWritten(sheet, named);
    sheet.protection.protect(PROTECTION);
    sheet.activate();
    await syncOrUndo(context, undoCreate(named, before));
    return planRead({ ...view.plan().sheets, [id]: sheetRead(named) }, view.template);
  });
