import type { Plan } from "../plan";
import {
  type Area,
  area,
  areaAddress,
  asCell,
  type Cell,
  cellAddress,
  formatAt,
  type FormatChange,
  formatChange,
  formulaAt,
  type Grid,
  typedCell,
  valueAt,
} from "../grid";
import {
  type CellWrite,
  type MergeRecord,
  perTable,
  type PerTable,
  type RecordsSheet,
  TABLES,
  tableOf,
} from "../sheets";
import { readTable, type TableReading } from "../tables";
import { applyLayout, encode } from "./apply";
import { findTables } from "./check";
import type { LedgerWrite } from "../ledger";
import { type Candidate, type Found, formulasOf, gridOf, sameName, View } from "./find";
import { CommandError } from "./issues";
import { forgetKept, type Kept, type KeptSheet, type OpenKept } from "./kept";
import { type Change, queueChange, undoChange } from "./ledger-change";
import { protectAgain, unprotect } from "./protection";
import { run, sync } from "./run";
import { shownFormula, syncOrUndo, type Undo } from "./undo";

/** What files are merged into. Tables the workbook does not have are null. */
export interface MergeTarget extends PerTable<Grid | null> {
  records: MergeRecord[];
  /** what is kept of other periods */
  ledgers: PerTable<KeptSheet | null>;
  /** of which a workbook name tells, though the sheet is not there */
  gone: readonly string[];
}

interface Read {
  tables: PerTable<Found<TableReading> | null>;
  /** the sheet 汇总记录; null when there is none */
  records: Candidate | null;
  ledgers: PerTable<OpenKept | null>;
  gone: readonly string[];
  /** the workbook's: name → formula */
  names: ReadonlyMap<string, string>;
  structureLocked: boolean;
}

/** Reads all tables and the sheet 汇总记录. */
async function readAll(
  context: Excel.RequestContext,
  plan: Plan,
  { layout }: RecordsSheet,
  signal?: AbortSignal,
): Promise<Read> {
  const view = await View.of(
    context,
    { kinds: TABLES, lists: [layout.name], kept: { remembered: false } },
    signal,
  );
  const kept = (await view.kept()) as Kept<OpenKept>;
  return {
    tables: await findTables(view, (kind) => {
      const sheet = kind.build(plan);
      return (grid) => readTable(grid, sheet);
    }),
    records: await view.list(layout.name),
    ledgers: perTable(({ id }) => kept[id] ?? null),
    gone: kept.gone ?? [],
    names: formulasOf(view.names),
    structureLocked: view.structureLocked,
  };
}

/** Reads what a merge is compared with. @param records is handed in, so that only those who use it load it */
export const readMergeTarget = (
  plan: Plan,
  recordsSheet: RecordsSheet,
  signal?: AbortSignal,
): Promise<MergeTarget> =>
  run(async (context) => {
    const { tables, records, ledgers, gone } = await readAll(context, plan, recordsSheet, signal);
    return {
      ...perTable(({ id }) => tables[id]?.grid ?? null),
      records: recordsSheet.read(gridOf(records), plan),
      ledgers,
      gone,
    };
  });

interface Placed {
  sheet: Excel.Worksheet;
  address: string;
  was: Cell;
  value: Cell;
  /** where the cell's own number format would show something else, such as 9500% */
  format: FormatChange | null;
}

/** Where each write goes; null when its row or column is gone. */
function place(read: Read, write: CellWrite): (Placed & { now: unknown }) | null {
  const { table, key, column, value } = write;
  const at = read.tables[table];
  const [row, to] = [at?.table.rows.get(key), at?.table.columns.get(column)];
  if (!at || row === undefined || to === undefined) return null;
  const now = valueAt(at.grid, row, to);
  const was = typedCell(now, formulaAt(at.grid, row, to));
  const format = at.grid.formats ? formatChange(formatAt(at.grid, row, to), write.format) : null;
  return { sheet: at.sheet, address: cellAddress(row, to), now, was, value, format };
}

/** @throws CommandError when a cell no longer holds what the report showed */
const placeAll = (read: Read, writes: readonly CellWrite[]): Placed[] =>
  writes.map((write) => {
    const placed = place(read, write);
    if (placed?.now === write.was) return placed;
    const at = `${tableOf(write.table).name} ${placed?.address ?? write.key}`;
    throw new CommandError({ code: "changed-meanwhile", place: at });
  });

type Line = Cell[];

/** True when a merge whose answer was lost has already done all of this; only the time, in front, is another. */
function alreadyDone(read: Read, writes: readonly CellWrite[], lines: Line[]): boolean {
  const last = gridOf(read.records)?.values.slice(-lines.length) ?? [];
  return (
    writes.every((write) => place(read, write)?.now === write.value) &&
    lines.every((line, i) => line.every((cell, c) => c === 0 || asCell(last[i]?.[c]) === cell))
  );
}

const ledgerNamed = ({ ledgers }: Read, wanted: string): OpenKept | null =>
  Object.values(ledgers).find((kept) => kept && sameName(kept.name, wanted)) ?? null;

const countShown = ({ grid }: OpenKept, { count }: LedgerWrite): unknown =>
  asCell(valueAt(grid, count.row, count.column));

/** The rows stand there already. */
const isArchived = (read: Read, archive: readonly LedgerWrite[]): boolean =>
  archive.every((write) => {
    const kept = ledgerNamed(read, write.name);
    return kept !== null && countShown(kept, write) === write.count.text;
  });

/** @throws CommandError when a ledger is no longer as it was when this was decided */
function changeOf(read: Read, archive: readonly LedgerWrite[]): Change | null {
  const appends = archive.map((write) => {
    const kept = ledgerNamed(read, write.name);
    const isSame = write.layout
      ? kept === null
      : kept !== null && kept.bottom <= write.area.row && countShown(kept, write) === write.count.was;
    if (!isSame) throw new CommandError({ code: "changed-meanwhile", place: write.name });
    return { write, sheet: kept?.sheet ?? null };
  });
  return appends.length > 0 ? { appends, blocks: [], names: read.names } : null;
}

interface Merge {
  placed: Placed[];
  lines: Line[];
  recordsSheet: RecordsSheet;
  /** the sheet 汇总记录 before */
  records: Candidate | null;
  /** rows for the ledgers; null: none */
  change: Change | null;
}

const below = (records: Candidate | null): number => {
  const grid = gridOf(records);
  return grid ? grid.row + grid.values.length : 1;
};
/** The last line stands in its place, by what it says of itself; what people typed may come back from Excel another way. */
function isWritten(now: Grid | null, { records, lines }: Merge): boolean {
  const row = below(records) + lines.length - 1;
  const [time, period, sheet, key] = lines.at(-1)!;
  return now !== null && [time, period, sheet, key].every((cell, c) => asCell(valueAt(now, row, c)) === cell);
}
const areaOf = ({ records, lines }: Merge): string =>
  areaAddress(area(below(records), 0, lines.length, lines[0]!.length));

/** Protected sheets of which cells get another number format, which protection does not let through. */
const reformatted = ({ placed }: Merge): Excel.Worksheet[] =>
  [...new Set(placed.filter(({ format }) => format).map(({ sheet }) => sheet))].filter(
    ({ protection }) => protection.protected,
  );

/** Headers that a sheet of an earlier version does not have yet; null when it has them all. */
function lackingHeaders({
  records,
  recordsSheet: { layout },
}: Merge): { area: Area; headers: string[] } | null {
  const grid = gridOf(records);
  const headers = layout.cells[0]!.map(String);
  const first = headers.findIndex((_, column) => !grid || asCell(valueAt(grid, 0, column)) === "");
  if (!grid || first < 0) return null;
  return { area: area(0, first, 1, headers.length - first), headers: headers.slice(first) };
}

function addHeaders(sheet: Excel.Worksheet, merge: Merge): void {
  const lacking = lackingHeaders(merge);
  if (!lacking) return;
  const range = sheet.getRange(areaAddress(lacking.area));
  range.format.set({ font: { ...merge.recordsSheet.font, bold: true }, horizontalAlignment: "Center" });
  range.formulas = [lacking.headers.map(encode)];
}

/**
 * Queues the cells and, last, the record's new lines below the old ones; the sheet is made when there is none. It is not
 * protected, as earlier versions had it: to lift that for a line would empty what Excel can undo.
 */
function queueMerge(context: Excel.RequestContext, merge: Merge): void {
  const { workbook } = context;
  const old = merge.records?.sheet;
  const { layout, font } = merge.recordsSheet;
  const sheet = old ?? workbook.worksheets.add(layout.name);
  const closed = reformatted(merge);
  for (const table of closed) unprotect(table);
  if (old?.protection.protected) old.protection.unprotect();
  if (old) addHeaders(sheet, merge);
  else applyLayout(sheet, layout);
  for (const { sheet: table, address, value, format } of merge.placed) {
    const cell = table.getRange(address);
    if (format) cell.numberFormat = [[format.to]];
    cell.formulas = [[encode(value)]];
  }
  for (const table of closed) table.protection.protect(table.protection.options);
  const range = sheet.getRange(areaOf(merge));
  range.format.set({ font, horizontalAlignment: "Left", verticalAlignment: "Center", wrapText: true });
  range.formulas = merge.lines.map((line) => line.map(encode));
  range.format.autofitRows();
  if (merge.change) queueChange(context, merge.change);
}

/** What is written last, the ledgers' rows or the record's lines, completes the merge; else every cell gets back what it held. */
const undoMerge = (merge: Merge): Undo => ({
  failed: (details) => ({ code: "half-merged", details }),
  run: async (context) => {
    const { workbook } = context;
    const { layout } = merge.recordsSheet;
    const archived = merge.change && (await undoChange(merge.change).run(context));
    const records = await (await View.of(context, { lists: [layout.name] })).list(layout.name);
    const cellOf = ({ sheet, address }: Placed): Excel.Range =>
      workbook.worksheets.getItem(sheet.id).getRange(address);
    const now = merge.placed.map((one) => cellOf(one).load("formulas,numberFormat"));
    const closed = reformatted(merge).map((was) => ({
      was,
      now: workbook.worksheets.getItem(was.id).load("protection/protected"),
    }));
    await sync(context);
    const complete = archived ?? isWritten(gridOf(records), merge);
    const sheet = records?.sheet;
    const isReformatted = ({ format }: Placed, i: number): boolean =>
      !complete && format !== null && now[i]!.numberFormat[0]![0] !== format.was;
    const states = closed.map(({ was, now: table }) => {
      const isOpen =
        !table.protection.protected ||
        merge.placed.some((one, i) => one.sheet.id === was.id && isReformatted(one, i));
      if (isOpen && table.protection.protected) table.protection.unprotect();
      return { was, now: table, isOpen };
    });
    if (!complete) {
      merge.placed.forEach((one, i) => {
        if (now[i]!.formulas[0]![0] !== shownFormula(one.was)) cellOf(one).formulas = [[encode(one.was)]];
        if (isReformatted(one, i)) cellOf(one).numberFormat = [[one.format!.was]];
      });
      if (sheet && takeBackLines(sheet, merge))
        states.push({ was: merge.records!.sheet, now: sheet, isOpen: true });
    }
    await protectAgain(context, states);
    return complete;
  },
});

/** @returns whether the sheet stays and has lost its protection */
function takeBackLines(sheet: Excel.Worksheet, merge: Merge): boolean {
  const old = merge.records?.sheet;
  if (!old) {
    sheet.delete();
    return false;
  }
  // still protected: the lines were never reached
  if (old.protection.protected && sheet.protection.protected) return false;
  if (sheet.protection.protected) sheet.protection.unprotect();
  sheet.getRange(areaOf(merge)).clear();
  const lacking = lackingHeaders(merge);
  if (lacking) sheet.getRange(areaAddress(lacking.area)).clear();
  return old.protection.protected;
}

/**
 * Writes merged values into the entry cells and tells of them, and of what was decided, in the sheet 汇总记录. One reading,
 * one writing request.
 * @param archive rows for the ledgers, decided on what the last reading showed
 * @returns false when all of this is written already, by a merge whose answer was lost
 * @throws CommandError when a cell has changed since it was read, or the host refuses: then the workbook is as before
 */
export const writeMerge = (
  plan: Plan,
  writes: readonly CellWrite[],
  records: readonly MergeRecord[],
  recordsSheet: RecordsSheet,
  signal?: AbortSignal,
  archive: readonly LedgerWrite[] = [],
): Promise<boolean> =>
  run(async (context) => {
    const read = await readAll(context, plan, recordsSheet, signal);
    const lines = recordsSheet.lines(records, plan);
    if (alreadyDone(read, writes, lines) && isArchived(read, archive)) return false;
    const change = changeOf(read, archive);
    const merge = { placed: placeAll(read, writes), lines, recordsSheet, records: read.records, change };
    const makes = !read.records || archive.some(({ layout }) => layout !== null);
    if (makes && read.structureLocked) throw new CommandError({ code: "workbook-protected" });
    const grid = gridOf(read.records);
    if (read.records && !(grid && recordsSheet.recognizes(grid)))
      throw new CommandError({ code: "foreign-sheet", sheet: recordsSheet.layout.name });
    queueMerge(context, merge);
    await syncOrUndo(context, undoMerge(merge)).finally(() => forgetKept());
    return true;
  });
