import { plan } from "../plan";
import {
  area,
  areaAddress,
  type Cell,
  cellAddress,
  type CellWrite,
  FORM_SHEET,
  formSheet,
  type Grid,
  isRecords,
  type MergeRecord,
  NAMES,
  readRecords,
  readTable,
  RECORDS_SHEET,
  recordRows,
  recordsLayout,
  type TableId,
  type TableReading,
  TASKS_SHEET,
  taskSheet,
  valueAt,
} from "../sheets";
import { applyLayout, encode, PROTECTION } from "./apply";
import { type Candidate, gridOf, queueCandidates, queueSheet } from "./find";
import { CommandError } from "./issues";
import { run, sync } from "./run";
import { syncOrPutBack } from "./put-back";

/** What files are merged into. Tables the workbook does not have are null. */
export interface MergeTarget {
  form: Grid | null;
  tasks: Grid | null;
  records: MergeRecord[];
}

interface Found {
  candidate: Candidate;
  grid: Grid;
  reading: TableReading;
}

const TABLES = {
  form: { marker: NAMES.period, name: FORM_SHEET, read: (grid: Grid) => readTable(grid, formSheet(plan)) },
  tasks: { marker: NAMES.tasks, name: TASKS_SHEET, read: (grid: Grid) => readTable(grid, taskSheet(plan)) },
} as const;

function found(candidates: Candidate[], id: TableId): Found | null {
  for (const candidate of candidates) {
    const grid = gridOf(candidate);
    const reading = grid && TABLES[id].read(grid);
    if (reading) return { candidate, grid, reading };
  }
  return null;
}

/** Queues the reading of both tables and of the sheet 汇总记录. */
function queue({ workbook }: Excel.RequestContext) {
  const of = (id: TableId): Candidate[] => queueCandidates(workbook, TABLES[id].marker, TABLES[id].name);
  const candidates = { form: of("form"), tasks: of("tasks"), records: queueSheet(workbook, RECORDS_SHEET) };
  workbook.worksheets.load("items/name");
  workbook.protection.load("protected");
  return () => ({
    form: found(candidates.form, "form"),
    tasks: found(candidates.tasks, "tasks"),
    records: candidates.records,
    structureLocked: workbook.protection.protected,
  });
}
type Read = ReturnType<ReturnType<typeof queue>>;

/** Reads what a merge is compared with, in one request. */
export const readMergeTarget = (): Promise<MergeTarget> =>
  run(async (context) => {
    const read = queue(context);
    await sync(context);
    const { form, tasks, records } = read();
    return {
      form: form?.grid ?? null,
      tasks: tasks?.grid ?? null,
      records: readRecords(gridOf(records), plan),
    };
  });

interface Placed {
  sheet: Excel.Worksheet;
  address: string;
  was: unknown;
  value: Cell;
}

/** Where each write goes; refuses when a cell no longer holds what the report showed. */
function place(read: Read, writes: readonly CellWrite[]): Placed[] {
  return writes.map(({ table, key, column, was, value }) => {
    const at = read[table];
    const [row, to] = [at?.reading.rows.get(key), at?.reading.columns.get(column)];
    if (!at || row === undefined || to === undefined)
      throw new CommandError({ code: "changed-meanwhile", place: `${TABLES[table].name} ${key}` });
    const address = cellAddress(row, to);
    if (valueAt(at.grid, row, to) !== was)
      throw new CommandError({ code: "changed-meanwhile", place: `${TABLES[table].name} ${address}` });
    return {
      sheet: at.candidate.sheet,
      address,
      was: at.grid.formulas[row - at.grid.row]![to - at.grid.column],
      value,
    };
  });
}

const protect = (sheet: Excel.Worksheet): void => sheet.protection.protect(PROTECTION);

/** Queues the record's new lines below the old ones; the sheet is made when there is none. @returns how to take them back */
function queueRecords(context: Excel.RequestContext, read: Read, records: readonly MergeRecord[]) {
  const { worksheets } = context.workbook;
  const grid = gridOf(read.records);
  const isNew = read.records.sheet.isNullObject;
  if (isNew && read.structureLocked) throw new CommandError({ code: "workbook-protected" });
  if (!isNew && grid && !isRecords(grid))
    throw new CommandError({ code: "foreign-sheet", sheet: RECORDS_SHEET });
  const layout = recordsLayout();
  const sheet = isNew ? worksheets.add(RECORDS_SHEET) : read.records.sheet;
  if (isNew || !grid) applyLayout(sheet, layout);
  else if (sheet.protection.protected) sheet.protection.unprotect();
  const rows = recordRows(records, plan);
  const first = grid ? grid.row + grid.values.length : 1;
  const lines = area(first, 0, rows.length, layout.columnWidths.length);
  const range = sheet.getRange(areaAddress(lines));
  range.format.set({ font: { name: layout.styles[0]!.style.font!.name!, size: 10 } });
  range.formulas = rows.map((row) => row.map(encode));
  protect(sheet);
  return (again: Excel.RequestContext): void => {
    const made = again.workbook.worksheets.getItem(RECORDS_SHEET);
    if (isNew) return made.delete();
    made.protection.unprotect();
    made.getRange(areaAddress(lines)).clear();
    protect(made);
  };
}

/**
 * Writes merged values into the entry cells and tells of each in the sheet 汇总记录. One reading, one writing request.
 * @throws CommandError when a cell has changed since it was read, or the host refuses: then the workbook is as before
 */
export const writeMerge = (writes: readonly CellWrite[], records: readonly MergeRecord[]): Promise<void> =>
  run(async (context) => {
    const queued = queue(context);
    await sync(context);
    const read = queued();
    const placed = place(read, writes);
    const takeBack = queueRecords(context, read, records);
    for (const { sheet, address, value } of placed) sheet.getRange(address).formulas = [[encode(value)]];
    await syncOrPutBack(context, [
      ...placed.map(({ sheet, address, was }) => (again: Excel.RequestContext) => {
        again.workbook.worksheets.getItem(sheet.id).getRange(address).formulas = [[was]];
      }),
      takeBack,
    ]);
  });
