import { asCell, type Cell, type EntryColumn, type FormData } from "../sheets";
import { findForm } from "./check";
import { CommandError } from "./issues";
import { run, sync } from "./run";
import { shownFormula, syncOrUndo, type Undo } from "./undo";

/** A place on the form that people fill in: a row's entry, or one of the parameters. Found anew before each writing. */
export type Place = { code: string; column: EntryColumn } | { slot: "period" | "tolerance" | "redline" };

/** What is to be written to a place; with `only`, if that still stands there. */
export interface Entry {
  place: Place;
  content: Cell;
  only?: Cell;
}

/** What was written, with what stood there before. */
export interface Written {
  place: Place;
  address: string;
  content: Cell;
  before: Cell;
}

/** The cell of a place and what it holds; null when its row is gone. */
function cellOf(data: FormData, place: Place): { address: string; content: Cell } | null {
  if ("column" in place)
    return data.rows.find(({ indicator }) => indicator.code === place.code)?.cells[place.column] ?? null;
  const address = place.slot === "period" ? data.periodAddress : data.parameterAddresses[place.slot];
  return { address, content: asCell(data[place.slot]) };
}

const same = (a: Cell, b: Cell): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Text stays text: `95%`, `=1+1` and `2023-06` are written as typed. */
const asTyped = (content: Cell): string | number | boolean =>
  typeof content === "object"
    ? content.formula
    : typeof content === "string" && content
      ? `'${content}`
      : content;

/** Puts back what stood in the cells that were written, and only there. */
const undoEntries = (sheet: string, written: Written[]): Undo => ({
  failed: (details) => ({ code: "half-entered", addresses: written.map(({ address }) => address), details }),
  run: async (context) => {
    const { worksheets } = context.workbook;
    const cells = written.map((entry) => ({
      entry,
      now: worksheets.getItem(sheet).getRange(entry.address).load("formulas"),
    }));
    await sync(context);
    const done = cells.filter(({ entry: { content }, now }) => now.formulas[0]![0] === shownFormula(content));
    if (done.length === cells.length) return true;
    for (const { entry } of done)
      worksheets.getItem(sheet).getRange(entry.address).formulas = [[asTyped(entry.before)]];
    await sync(context);
    return false;
  },
});

/**
 * Writes to the form's entry cells, which are unlocked, so its protection stays. One reading, one writing request.
 * @returns what was written; entries whose row is gone, or that `only` held back, are missing from it
 * @throws CommandError when there is no form, or the host refuses
 */
export const writeEntries = (entries: readonly Entry[]): Promise<Written[]> =>
  run(async (context) => {
    const { sheet, table } = await findForm(context);
    const written: Written[] = [];
    for (const { place, content, only } of entries) {
      const cell = cellOf(table, place);
      if (!cell || (only !== undefined && !same(cell.content, only))) continue;
      sheet.getRange(cell.address).formulas = [[asTyped(content)]];
      written.push({ place, content, address: cell.address, before: cell.content });
    }
    await syncOrUndo(context, undoEntries(sheet.id, written));
    return written;
  });

/** Writes a formula into the selected cell, if that is empty and open. @returns its address, such as `Sheet1!B2` */
export const insertFormula = (formula: string): Promise<string> =>
  run(async (context) => {
    const cell = context.workbook.getActiveCell().load("address,formulas,format/protection/locked");
    const sheet = cell.worksheet.load("id,protection/protected");
    await sync(context);
    const { address } = cell;
    if (sheet.protection.protected && cell.format.protection.locked)
      throw new CommandError({ code: "cell-locked", address });
    if (cell.formulas[0]![0] !== "") throw new CommandError({ code: "cell-taken", address });
    // the selection may have moved meanwhile, so the cell is named
    const local = address.slice(address.lastIndexOf("!") + 1);
    context.workbook.worksheets.getItem(sheet.id).getRange(local).formulas = [[formula]];
    await sync(context);
    return address;
  });
