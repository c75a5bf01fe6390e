import { type Area, areaAddress, type Cell, type SheetLayout } from "../grid";
import { setTwins } from "./apply";
import { BACKUP, formulasOf, sameName } from "./find";
import { CommandError, type CommandIssue, detailsOf, refusedWith } from "./issues";
import { protectAgain, unprotect } from "./protection";
import { patience, run, sync } from "./run";
import { readSetup, type Setup } from "./setup";

/** As Excel gives it back among formulas. */
export const shownFormula = (content: Cell): string | number | boolean =>
  typeof content === "object" ? content.formula : content;

/** The workbook before a command. */
export interface Before {
  sheets: string[];
  /** name, in capital letters → formula */
  names: ReadonlyMap<string, string>;
  structureLocked: boolean;
  /** the sheet's own names that the command changes, likewise */
  twins?: ReadonlyMap<string, string>;
}

/** The first of the names that no sheet has. @throws CommandError when all are taken */
export function freeName(names: string[], taken: string[]): string {
  const free = names.find((name) => !taken.some((other) => sameName(name, other)));
  if (!free) throw new CommandError({ code: "no-free-name", sheet: names[0]! });
  return free;
}

const MOST_BACKUPS = 9;
const backupNames = (): string[] =>
  Array.from({ length: MOST_BACKUPS }, (_, i) => `${BACKUP}${i === 0 ? "" : i + 1}`);

/** The workbook as a failed command left it. */
export interface Now {
  sheets: Excel.Worksheet[];
  names: ReadonlyMap<string, string>;
  /** id of the sheet that is open */
  open: string;
}

export async function readNow(context: Excel.RequestContext): Promise<Now> {
  const { worksheets, names } = context.workbook;
  worksheets.load("items/id,items/name,items/protection/protected");
  names.load("items/name,items/formula");
  const active = worksheets.getActiveWorksheet().load("id");
  await sync(context);
  return { sheets: worksheets.items, names: formulasOf(names), open: active.id };
}

/** Changed names get their formula back, new ones go. */
export function putNames(
  workbook: Excel.Workbook,
  layout: Pick<SheetLayout, "names">,
  before: Before,
  now: Now,
): void {
  for (const name of Object.keys(layout.names)) {
    const [was, is] = [before.names.get(name), now.names.get(name)];
    if (was === is) continue;
    if (was === undefined) workbook.names.getItem(name).delete();
    else if (is === undefined) workbook.names.add(name, was);
    else workbook.names.getItem(name).formula = was;
  }
}

/** How a half-done command is undone; runs after the failure, in a context of its own. */
export interface Undo {
  /** true when the command is complete after all: only its answer was lost, or only its end was missing */
  run: (context: Excel.RequestContext) => Promise<boolean>;
  /** what to tell the user should even this fail */
  failed: (details: string) => CommandIssue;
}

/** Undoes the making of a sheet. The sheet is protected last, so a protected one is complete and only to be shown. */
export const undoCreate = (layout: SheetLayout, before: Before): Undo => ({
  failed: (details) => ({ code: "half-made", sheet: layout.name, details }),
  run: async (context) => {
    const now = await readNow(context);
    const made = now.sheets.find(({ name }) => sameName(name, layout.name));
    const complete = made?.protection.protected === true;
    if (complete) made.activate();
    else {
      made?.delete();
      putNames(context.workbook, layout, before, now);
    }
    await sync(context);
    return complete;
  },
});

const DRAFT = "…";

/** A copy of a part of a sheet that stands in the workbook while a command writes over it. */
export class Backup implements Undo {
  private readonly name: string;
  private readonly setup: Setup;
  private readonly active: Excel.Worksheet;
  private readonly leftoverName: string;

  /**
   * Queues the showing of the sheet, the end of its protection and the copying, before anything else is queued: what
   * refuses a command refuses it here, with nothing changed. The copy gets its name when it is whole.
   * @param touched all cells that the command changes; Excel is not asked to copy a whole sheet
   * @param leftover a sheet that the command makes needless, with id and name loaded
   */
  constructor(
    private readonly workbook: Excel.Workbook,
    private readonly sheet: Excel.Worksheet,
    private readonly layout: SheetLayout,
    private readonly touched: Area,
    private readonly before: Before,
    private readonly leftover: Excel.Worksheet | null,
  ) {
    this.name = freeName(backupNames(), before.sheets);
    this.leftoverName = leftover?.name ?? "";
    this.active = workbook.worksheets.getActiveWorksheet().load("id");
    sheet.activate();
    unprotect(sheet);
    this.setup = readSetup(sheet, layout);
    const copy = workbook.worksheets.add(this.name + DRAFT);
    this.partOf(copy).copyFrom(this.partOf(sheet), "All");
    copy.name = this.name;
  }

  private partOf(sheet: Excel.Worksheet): Excel.Range {
    return sheet.getRange(areaAddress(this.touched));
  }

  /** Queues the removal of the copy, and of the sheet that is needless then; the last thing a command does. */
  discard(): void {
    const { leftover } = this;
    if (leftover) leftover.name = this.leftoverName + DRAFT;
    this.workbook.worksheets.getItem(this.name).delete();
    leftover?.delete();
  }

  readonly failed = (details: string): CommandIssue => ({ code: "half-written", backup: this.name, details });

  readonly run = async (context: Excel.RequestContext): Promise<boolean> => {
    const now = await readNow(context);
    const copy = now.sheets.find(({ name }) => name === this.name);
    const sheet = now.sheets.find(({ id }) => id === this.sheet.id);
    const left = now.sheets.find(({ id }) => id === this.leftover?.id);
    // the leftover is marked before the copy goes and is gone last, so it tells how far the end has come
    const complete = !copy && this.leftover !== null && left?.name !== this.leftoverName;
    now.sheets.find(({ name }) => name === this.name + DRAFT)?.delete();
    if (complete) left?.delete();
    else if (left && left.name !== this.leftoverName) left.name = this.leftoverName;
    if (copy && sheet) await this.putBack(context, copy, sheet, now);
    if (!complete) this.showFormer(context, now);
    const isOpen = !complete && sheet?.protection.protected === false;
    await protectAgain(context, sheet ? [{ was: this.sheet, now: sheet, isOpen: isOpen || !!copy }] : []);
    return complete;
  };

  /** Not known where the batch did not come so far, or did all and only its answer was lost. */
  private showFormer({ workbook }: Excel.RequestContext, { sheets, open }: Now): void {
    const { id } = this.active.toJSON();
    if (id !== undefined && id !== open && sheets.some((sheet) => sheet.id === id))
      workbook.worksheets.getItem(id).activate();
  }

  private async putBack(
    context: Excel.RequestContext,
    copy: Excel.Worksheet,
    sheet: Excel.Worksheet,
    now: Now,
  ): Promise<void> {
    const { workbook } = context;
    if (sheet.protection.protected) sheet.protection.unprotect();
    const all = this.partOf(sheet);
    all.unmerge();
    all.conditionalFormats.clearAll();
    all.dataValidation.clear();
    all.copyFrom(this.partOf(copy), "All");
    this.setup.put(sheet);
    putNames(workbook, this.layout, this.before, now);
    setTwins(sheet, this.before.twins ?? new Map());
    await sync(context);
    this.setup.putHeights(sheet);
    copy.delete();
  }
}

/** Codes of a request that was refused, or lost, as a whole. */
const WHOLE = ["InvalidOperationInCellEditMode", "NoAnswer"];

const TRY_AGAIN_MS = 1000;

/** Whom to tell, in words for the user, that something is waited for that only they can do. */
export const waiting = { tell: (_words: string): void => undefined };

/** Takes back what is half done. Sheets can be deleted and shown only while the workbook is in front, so that is waited for. */
async function takeBack(undo: Undo): Promise<boolean> {
  let isTold = false;
  for (const end = Date.now() + patience.front; ;)
    try {
      return await run(undo.run);
    } catch (error) {
      if (!refusedWith(error, "GeneralException") || Date.now() > end) throw error;
      if (!isTold) waiting.tell("写入被打断，请切回本工作簿，正在恢复…");
      isTold = true;
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
    }
}

/**
 * Sends a command's writing batch. When it fails, the workbook is put back as it was.
 * @returns whether the answer came; a command that is complete without one has learnt nothing of what it made
 * @throws CommandError for the failure, or that the workbook could not be put back
 */
export async function syncOrUndo(context: Excel.RequestContext, undo: Undo): Promise<boolean> {
  try {
    await sync(context);
    return true;
  } catch (error) {
    const complete = await takeBack(undo).catch((again: unknown) => {
      if (WHOLE.some((code) => refusedWith(error, code) && refusedWith(again, code))) throw error;
      if (again instanceof CommandError && again.issue.code === "left-unprotected") throw again;
      throw new CommandError(undo.failed(detailsOf(error)));
    });
    if (!complete) throw error;
    return false;
  }
}
