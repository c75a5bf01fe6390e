import { area, areaAddress, asCell, type Cell, type SheetLayout } from "../grid";
import type { LedgerWrite } from "../ledger";
import { applyLayout, applyNames, encode, nameFormula } from "./apply";
import { sameName } from "./find";
import type { Block } from "./ledger-cells";
import { protectAgain, unprotect } from "./protection";
import { sync } from "./run";
import { type Now, putNames, readNow, shownFormula, type Undo } from "./undo";

/** Rows that are to stand below all that stands on the sheet of a list. */
export interface ListWrite extends Omit<LedgerWrite, "count" | "formats"> {
  /** null: as the cells are */
  formats: LedgerWrite["formats"] | null;
  /** null: nothing counts the rows */
  count: LedgerWrite["count"] | null;
  /** texts go over several lines */
  wrap?: true;
}

interface Append {
  write: ListWrite;
  /** null: it is to be made */
  sheet: Excel.Worksheet | null;
}

/** All that one request writes. */
export interface Change {
  appends: readonly Append[];
  blocks: readonly Block[];
  /** the workbook's before: name → formula */
  names: ReadonlyMap<string, string>;
  /** workbook names that are to say something of a sheet; absent: none */
  record?: Pick<SheetLayout, "name" | "names">;
}

export const isNothing = ({ appends, blocks }: Change): boolean => appends.length + blocks.length === 0;

/** Protected sheets that let not all of it through: number formats of tables, and whatever goes onto a list. */
function closed({ appends, blocks }: Change): Excel.Worksheet[] {
  const reformatted = blocks.filter(({ cells }) => cells.some(({ format, locked }) => format || locked));
  const sheets = new Set([
    ...reformatted.map(({ sheet }) => sheet),
    ...appends.flatMap(({ sheet }) => sheet ?? []),
  ]);
  return [...sheets].filter(({ protection }) => protection.protected);
}

const rangeOf = ({ worksheets }: Excel.Workbook, { sheet, area: at }: Block): Excel.Range =>
  worksheets.getItem(sheet.id).getRange(areaAddress(at));
const countAddress = ({ row, column }: LedgerWrite["count"]): string => areaAddress(area(row, column));
/** True where the header says what it said, or is to say. */
const isCounted = (count: Excel.Range | null, text: Cell): boolean =>
  count === null || asCell(count.values[0]![0]) === text;

function writeBlock(range: Excel.Range, { cells }: Block, which: "value" | "was"): void {
  const to = which === "value" ? "to" : "was";
  if (cells.some(({ format }) => format))
    range.numberFormat = cells.map(({ format }) => [format ? format[to] : null]);
  range.formulas = cells.map((cell) => [encode(cell[which])]);
}

/** Queues all of it; the headers that count the rows come last, and then the names that tell of it. Sheets are only unprotected where they must be: it empties what Excel can undo. */
export function queueChange({ workbook }: Excel.RequestContext, change: Change): void {
  const opened = closed(change);
  for (const sheet of opened) unprotect(sheet);
  const sheets = change.appends.map(({ write: { layout, name }, sheet }) => {
    if (sheet || !layout) return sheet!;
    const made = workbook.worksheets.add(name);
    applyNames(workbook, layout, new Set(change.names.keys()));
    applyLayout(made, layout);
    return made;
  });
  change.appends.forEach(({ write }, i) => {
    const range = sheets[i]!.getRange(areaAddress(write.area));
    if (write.formats) range.numberFormat = write.formats;
    range.format.set({
      font: write.font,
      verticalAlignment: "Center",
      ...(write.wrap && { wrapText: true }),
    });
    range.formulas = write.cells.map((line) => line.map(encode));
    if (write.wrap) range.format.autofitRows();
  });
  for (const block of change.blocks)
    writeBlock(block.sheet.getRange(areaAddress(block.area)), block, "value");
  change.appends.forEach(({ write: { count } }, i) => {
    if (count) sheets[i]!.getRange(countAddress(count)).formulas = [[encode(count.text)]];
  });
  if (change.record) applyNames(workbook, change.record, new Set(change.names.keys()));
  for (const { protection } of opened) protection.protect(protection.options);
}

/** What stands where something was to be written. */
class Looked {
  private readonly blocks: Excel.Range[];
  private readonly appends: ({
    sheet: Excel.Worksheet;
    rows: Excel.Range;
    count: Excel.Range | null;
  } | null)[];

  /** Queues the reading. */
  constructor(
    { workbook }: Excel.RequestContext,
    private readonly change: Change,
    private readonly now: Now,
  ) {
    this.blocks = change.blocks.map((block) => rangeOf(workbook, block).load("formulas,numberFormat"));
    this.appends = change.appends.map(({ write, sheet: old }) => {
      const sheet = now.sheets.find(({ id, name }) => (old ? id === old.id : sameName(name, write.name)));
      if (!sheet) return null;
      const rows = sheet.getRange(areaAddress(write.area)).load("values");
      const count = write.count && sheet.getRange(countAddress(write.count)).load("values");
      return { sheet, rows, count };
    });
  }

  private isShown(i: number, which: "value" | "was"): boolean {
    const [{ cells }, range] = [this.change.blocks[i]!, this.blocks[i]!];
    return cells.every(
      (cell, r) =>
        range.formulas[r]![0] === shownFormula(cell[which]) &&
        (!cell.format || range.numberFormat[r]![0] === cell.format[which === "value" ? "to" : "was"]),
    );
  }

  /** Rows are known by their 校验码, or by all they say where there is none, the header's count by what it says. */
  private isAppended({ write: { cells, count, area: at } }: Append, i: number): boolean {
    const there = this.appends[i];
    if (!there || !isCounted(there.count, count?.text ?? "")) return false;
    const check = count && count.column - at.column;
    return cells.every((line, r) =>
      line.every(
        (cell, c) =>
          cell === null || (check !== null && c !== check) || asCell(there.rows.values[r]![c]) === cell,
      ),
    );
  }

  isComplete(): boolean {
    const { appends, record } = this.change;
    return (
      appends.every((append, i) => this.isAppended(append, i)) &&
      this.blocks.every((_, i) => this.isShown(i, "value")) &&
      Object.entries(record?.names ?? {}).every(
        ([name, target]) => this.now.names.get(name) === nameFormula(record!.name, target),
      )
    );
  }

  /** The sheets on which something is to be put back, by id. */
  touched(): Set<string> {
    const blocks = this.blocks.flatMap((_, i) =>
      this.isShown(i, "was") ? [] : this.change.blocks[i]!.sheet.id,
    );
    const appends = this.change.appends.flatMap(({ sheet, write }, i) => {
      const there = this.appends[i];
      if (!sheet || !there) return [];
      const isEmpty = there.rows.values.every((row) => row.every((cell) => cell === ""));
      return isEmpty && isCounted(there.count, write.count?.was ?? "") ? [] : sheet.id;
    });
    return new Set([...blocks, ...appends]);
  }

  /** Queues the way back: ranges are named anew, since those that were read hold for their request only. */
  putBack({ workbook }: Excel.RequestContext, touched: ReadonlySet<string>): void {
    this.change.blocks.forEach((block, i) => {
      if (!this.isShown(i, "was")) writeBlock(rangeOf(workbook, block), block, "was");
    });
    const before = { ...BEFORE, names: this.change.names };
    if (this.change.record) putNames(workbook, this.change.record, before, this.now);
    this.change.appends.forEach(({ write, sheet: old }, i) => {
      const there = this.appends[i];
      const { count } = write;
      if (!old) {
        there?.sheet.delete();
        putNames(workbook, write.layout!, before, this.now);
      } else if (there && (touched.has(old.id) || !there.sheet.protection.protected)) {
        const sheet = workbook.worksheets.getItem(old.id);
        sheet.getRange(areaAddress(write.area)).clear();
        if (count && !isCounted(there.count, count.was))
          sheet.getRange(countAddress(count)).formulas = [[encode(count.was)]];
      }
    });
  }
}

const BEFORE = { sheets: [], structureLocked: false };

/** A change whose answer was lost may be complete; else rows, cells, headers and sheets are put back as they were. */
export const undoChange = (change: Change): Undo => ({
  failed: (details) => ({ code: "half-archived", details }),
  run: async (context) => {
    const now = await readNow(context);
    const looked = new Looked(context, change, now);
    await sync(context);
    const complete = looked.isComplete();
    const touched = complete ? new Set<string>() : looked.touched();
    const states = closed(change).flatMap((was) => {
      const sheet = now.sheets.find(({ id }) => id === was.id);
      if (!sheet) return [];
      const isOpen = !sheet.protection.protected || touched.has(was.id);
      if (isOpen && sheet.protection.protected) sheet.protection.unprotect();
      return [{ was, now: sheet, isOpen }];
    });
    if (!complete) looked.putBack(context, touched);
    await protectAgain(context, states);
    return complete;
  },
});
