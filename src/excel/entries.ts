import { asCell, type Cell, type FormatChange, formatChange } from "../grid";
import type { Plan } from "../plan";
import { type EntryCell, type EntryColumn, FORM, type TableRow, type TaskColumn } from "../sheets";
import { encode } from "./apply";
import { isEmptyOf, readTables, type Tables } from "./check";
import { CommandError } from "./issues";
import { protectAgain, unprotect } from "./protection";
import { run, sync } from "./run";
import { shownFormula, syncOrUndo, type Undo } from "./undo";

/** A place that people fill in: an indicator's or a task's entry, or one of the form's parameters. Found anew before each writing. */
export type Place = { code: string; column: EntryColumn | TaskColumn } | { slot: Slot };
type Slot = "period" | "tolerance" | "redline";

/** What is to be written to a place; with `only`, if that still stands there. */
export interface Entry {
  place: Place;
  content: Cell;
  only?: Cell;
  /** absent: the column's own, where the cell's would show another number */
  format?: string;
}

/** What was written, with what stood there before. */
export interface Written {
  place: Place;
  /** the sheet's id */
  sheet: string;
  address: string;
  content: Cell;
  before: Cell;
  format: FormatChange | null;
}

/** An entry cell of a sheet. */
interface SheetCell extends EntryCell {
  sheet: Excel.Worksheet;
}

/** The cell of a place and what it holds, in the first table that has it; null when its row or its sheet is gone. */
function cellOf(tables: Tables, place: Place): SheetCell | null {
  for (const { sheet, table } of Object.values(tables).filter((found) => found !== null)) {
    if ("slot" in place) {
      const slot = table.slots[place.slot];
      if (slot) return { sheet, address: slot.address, content: asCell(slot.value) };
      continue;
    }
    const rows: readonly TableRow[] = table.rows;
    const row = rows.find(({ code, cells }) => code === place.code && place.column in cells);
    if (row) return { sheet, ...row.cells[place.column]! };
  }
  return null;
}

const same = (a: Cell, b: Cell): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Puts back what stood in the cells that were written, and only there. @param opened sheets whose protection is taken off meanwhile */
const undoEntries = (written: Written[], opened: readonly Excel.Worksheet[]): Undo => ({
  failed: (details) => ({ code: "half-entered", addresses: written.map(({ address }) => address), details }),
  run: async (context) => {
    const { worksheets } = context.workbook;
    const cells = written.map((entry) => ({
      entry,
      now: worksheets.getItem(entry.sheet).getRange(entry.address).load("formulas,numberFormat"),
    }));
    const sheets = opened.map((was) => ({
      was,
      now: worksheets.getItem(was.id).load("protection/protected"),
    }));
    await sync(context);
    const done = cells.filter(({ entry: { content }, now }) => now.formulas[0]![0] === shownFormula(content));
    const complete = done.length === cells.length;
    const reformatted = cells.filter(
      ({ entry: { format }, now }) => !complete && format && now.numberFormat[0]![0] !== format.was,
    );
    const states = sheets.map(({ was, now }) => {
      const isOpen = !now.protection.protected || reformatted.some(({ entry }) => entry.sheet === was.id);
      if (isOpen && now.protection.protected) now.protection.unprotect();
      return { was, now, isOpen };
    });
    const rangeOf = ({ sheet, address }: Written): Excel.Range => worksheets.getItem(sheet).getRange(address);
    if (!complete) for (const { entry } of done) rangeOf(entry).formulas = [[encode(entry.before)]];
    for (const { entry } of reformatted) rangeOf(entry).numberFormat = [[entry.format!.was]];
    await protectAgain(context, states);
    return complete;
  },
});

/** The change of format that an entry brings. */
function changeOf({ content, format }: Entry, cell: SheetCell): FormatChange | null {
  const was = cell.format ?? "General";
  if (format !== undefined) return format === was ? null : { was, to: format };
  return typeof content === "number" ? formatChange(was, cell.ownFormat) : null;
}

/** Sheets that are protected, which lets no number format through. */
const toOpen = (tables: Tables, written: readonly Written[]): Excel.Worksheet[] =>
  Object.values(tables)
    .flatMap((found) => found?.sheet ?? [])
    .filter(
      ({ id, protection }) =>
        protection.protected && written.some((entry) => entry.sheet === id && entry.format !== null),
    );

/**
 * Writes to entry cells, which are unlocked, so the sheets' protection stays, but where a cell's number format would show
 * another number. One reading, one writing request.
 * @returns what was written; entries whose row is gone, or that `only` held back, are missing from it
 * @throws CommandError when there is neither form nor tasks, or the host refuses
 */
export const writeEntries = (plan: Plan, entries: readonly Entry[]): Promise<Written[]> =>
  run(async (context) => {
    const tables = await readTables(context, plan);
    if (isEmptyOf(tables)) throw new CommandError({ code: "no-form", sheet: FORM.name });
    const written = entries.flatMap((entry): Written[] => {
      const { place, content, only } = entry;
      const cell = cellOf(tables, place);
      if (!cell || (only !== undefined && !same(cell.content, only))) return [];
      const { sheet, address, content: before } = cell;
      return [{ place, sheet: sheet.id, content, address, before, format: changeOf(entry, cell) }];
    });
    const opened = toOpen(tables, written);
    for (const sheet of opened) unprotect(sheet);
    for (const { sheet, address, content, format } of written) {
      const range = context.workbook.worksheets.getItem(sheet).getRange(address);
      if (format) range.numberFormat = [[format.to]];
      range.formulas = [[encode(content)]];
    }
    for (const { protection } of opened) protection.protect(protection.options);
    await syncOrUndo(context, undoEntries(written, opened));
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
