import { PROTECTION, type SheetLayout } from "../grid";
import { applyLayout, applyNames } from "./apply";
import { formulasOf, sameName, type View } from "./find";
import { sync } from "./run";
import { type Before, type Now, putNames, readNow, type Undo } from "./undo";

/** A sheet whose place a new one takes. */
export interface Former {
  id: string;
  name: string;
  /** what it is called while the new one is made, and from then on where something stands on it alone */
  aside: string;
  kept: boolean;
}

/** Sheets that are made together: all of them or none. */
export interface SheetSet {
  /** the first is shown in the end */
  layouts: readonly SheetLayout[];
  former: readonly Former[];
  before: Before;
  /** ids of all sheets that are there before */
  others: ReadonlySet<string>;
  /** ids of further sheets that give way */
  outlived?: readonly string[];
  /** workbook names of former sheets that no new one takes the place of */
  markers?: readonly string[];
  /** which of the layouts is shown then; absent: the first */
  shown?: number;
}

/** What a former sheet is called beside the new one. */
export const FORMER = "原";

export const asideNames = (name: string, word: string): string[] =>
  Array.from({ length: 9 }, (_, i) => `${name}（${word}${i === 0 ? "" : i + 1}）`);

export const beforeOf = (view: View): Before => ({
  sheets: view.sheets.items.map(({ name }) => name),
  names: formulasOf(view.names),
  structureLocked: view.structureLocked,
});

/** Ids of the sheets that go. */
export const goingOf = (former: readonly Former[], outlived: readonly string[] = []): string[] => [
  ...former.filter(({ kept }) => !kept).map(({ id }) => id),
  ...outlived,
];

/**
 * Queues the making.
 * @param note queues what else belongs on a sheet
 * @param draw `applyCharts`, for sheets with charts
 * @returns the new sheets, with their ids once it is sent
 */
export function queueSet(
  { workbook }: Excel.RequestContext,
  { layouts, former, before, outlived, markers = [], shown = 0 }: SheetSet,
  note: (sheet: Excel.Worksheet, layout: SheetLayout) => void,
  draw?: Parameters<typeof applyLayout>[3],
): Excel.Worksheet[] {
  for (const { id, aside } of former) workbook.worksheets.getItem(id).name = aside;
  for (const marker of markers) workbook.names.getItem(marker).delete();
  const made = layouts.map((layout) => {
    const sheet = workbook.worksheets.add(layout.name);
    applyNames(workbook, layout, new Set(before.names.keys()));
    applyLayout(sheet, layout, true, draw);
    note(sheet, layout);
    return sheet;
  });
  for (const sheet of made) sheet.protection.protect(PROTECTION);
  for (const id of goingOf(former, outlived)) workbook.worksheets.getItem(id).delete();
  made[shown]!.activate();
  return made;
}

/** All is written once every new sheet is protected, which comes last; before that everything goes back. */
export const undoSet = ({
  layouts,
  former,
  before,
  others,
  outlived,
  markers = [],
  shown = 0,
}: SheetSet): Undo => ({
  failed: (details) => ({ code: "half-made", sheet: layouts[0]!.name, details }),
  run: async (context) => {
    const now = await readNow(context);
    const made = now.sheets.filter(({ id }) => !others.has(id));
    const wholes = layouts.map(({ name }) =>
      made.find((sheet) => sameName(sheet.name, name) && sheet.protection.protected),
    );
    const complete = wholes.every((sheet) => sheet !== undefined);
    if (complete) finish(now, goingOf(former, outlived), wholes[shown]!);
    else {
      made.forEach((sheet) => sheet.delete());
      putSheetNames(now, former);
      for (const layout of layouts) putNames(context.workbook, layout, before, now);
      if (markers.length > 0) await putMarkers(context, markers, before);
    }
    await sync(context);
    return complete;
  },
});

function finish({ sheets }: Now, going: readonly string[], shown: Excel.Worksheet): void {
  for (const sheet of sheets) if (going.includes(sheet.id)) sheet.delete();
  shown.activate();
}

export function putSheetNames({ sheets }: Now, former: readonly Pick<Former, "id" | "name">[]): void {
  for (const { id, name } of former) {
    const sheet = sheets.find((one) => one.id === id);
    if (sheet && sheet.name !== name) sheet.name = name;
  }
}

/** Names point at their sheets again, once these are called as before. */
export async function putMarkers(
  context: Excel.RequestContext,
  markers: readonly string[],
  before: Before,
): Promise<void> {
  const names = Object.fromEntries(markers.map((marker) => [marker, ""]));
  await sync(context);
  putNames(context.workbook, { names }, before, await readNow(context));
}
