import { FORM_SHEET, type Grid, NAMES, type Place, readAreas, readReference, TASKS_SHEET } from "../sheets";
import { sync } from "./run";
import { sameName } from "./undo";

/** Where a table sheet is looked for. */
export interface Kind {
  /** workbook name that points at the sheet */
  marker: string;
  /** its own name; copies of it have names that begin so */
  sheetName: string;
}

export const FORM_KIND: Kind = { marker: NAMES.period, sheetName: FORM_SHEET };
export const TASKS_KIND: Kind = { marker: NAMES.tasks, sheetName: TASKS_SHEET };

/** What every search looks at: names, sheets, the open one and how it begins. Queued once per batch. */
export interface Overview {
  workbook: Excel.Workbook;
  names: Excel.NamedItemCollection;
  sheets: Excel.WorksheetCollection;
  active: Excel.Worksheet;
  beginning: Excel.Range;
}

/** A sheet that may hold our table, with everything loaded to read it. */
export interface Candidate {
  sheet: Excel.Worksheet;
  used: Excel.Range;
  /** null where this Excel does not tell which cells are merged */
  merged: Excel.RangeAreas | null;
  names: Excel.NamedItemCollection | null;
}

/** A table that was found. */
export interface Found<T> extends Candidate {
  grid: Grid;
  table: T;
}

/** Headers of a form stand in it, even after a user has put some lines and columns before them. */
const BEGINNING = "A1:AZ40";
const CELLS = "rowIndex,columnIndex,values,formulas,numberFormat";

/** Range.getMergedAreasOrNullObject */
const tellsMerges = (): boolean => Office.context.requirements.isSetSupported("ExcelApi", "1.13");

export function queueOverview(workbook: Excel.Workbook): Overview {
  const { names, worksheets: sheets } = workbook;
  const active = sheets.getActiveWorksheet();
  names.load("items/name,items/formula");
  sheets.load("items/id,items/name");
  active.load("id");
  const beginning = beginningOf(active);
  return { workbook, names, sheets, active, beginning };
}

function candidate(sheet: Excel.Worksheet, names: Excel.NamedItemCollection | null): Candidate {
  const used = sheet.getUsedRangeOrNullObject(true);
  sheet.load("id,name,protection/protected,protection/options");
  used.load(CELLS);
  const merged = tellsMerges() ? used.getMergedAreasOrNullObject().load("address") : null;
  return { sheet, used, merged, names };
}

/** Queues the loads for a sheet by its name. */
export const queueSheet = (workbook: Excel.Workbook, sheetName: string): Candidate =>
  candidate(workbook.worksheets.getItemOrNullObject(sheetName), null);

/** What the workbook's names stand for, as far as that is a cell of this sheet or a text. */
function namesOn(sheetName: string, names: Excel.NamedItemCollection): Map<string, Place | string | null> {
  const known = new Map<string, Place | string | null>();
  for (const { name, formula } of names.items) {
    const [, text] = /^="(.*)"$/s.exec(String(formula)) ?? [];
    const cell = readReference(String(formula));
    if (text !== undefined) known.set(name, text.replace(/""/g, '"'));
    else if (cell)
      known.set(name, sameName(cell.sheet, sheetName) ? { row: cell.row, column: cell.column } : null);
  }
  return known;
}

/** What was read of a candidate; null when there is no such sheet or nothing on it. */
export function gridOf({ sheet, used, merged, names }: Candidate): Grid | null {
  if (sheet.isNullObject || used.isNullObject) return null;
  const { rowIndex: row, columnIndex: column, values, formulas } = used;
  return {
    row,
    column,
    values,
    formulas,
    formats: used.numberFormat as string[][],
    ...(merged && { merges: merged.isNullObject ? [] : readAreas(merged.address) }),
    ...(names && { names: namesOn(sheet.name, names) }),
  };
}

/** A search under way: queued by `queueSearch`, to be asked once the batch was sent. */
export interface Search {
  /**
   * The table that is meant: on the open sheet, else where its workbook name points, else on a sheet named like ours, else,
   * if it is looked for everywhere, on any sheet that begins like ours. Sends more requests only where the first did not
   * show it.
   */
  find: <T>(
    read: (grid: Grid) => T | null,
    signal?: AbortSignal,
    everywhere?: boolean,
  ) => Promise<Found<T> | null>;
}

/** So many sheets are looked at when none of ours is where it should be. */
const MOST_SHEETS = 50;

const BEGINNING_CELLS = "rowIndex,columnIndex,values,formulas";
const beginningOf = (sheet: Excel.Worksheet): Excel.Range => sheet.getRange(BEGINNING).load(BEGINNING_CELLS);
const asGrid = ({ rowIndex: row, columnIndex: column, values, formulas }: Excel.Range): Grid => ({
  row,
  column,
  values,
  formulas,
});

function tableOn<T>(one: Candidate, read: (grid: Grid) => T | null): Found<T> | null {
  const grid = gridOf(one);
  const table = grid && read(grid);
  return grid && table !== null ? { ...one, grid, table } : null;
}

/** Queues the reading of where the table is most likely. @param also queues what else is to be read of a sheet that may hold it */
export function queueSearch(
  context: Excel.RequestContext,
  overview: Overview,
  { marker, sheetName }: Kind,
  also?: (sheet: Excel.Worksheet) => void,
): Search {
  const { workbook, names, sheets, active, beginning } = overview;
  const queue = (sheet: Excel.Worksheet): Candidate => {
    also?.(sheet);
    return candidate(sheet, names);
  };
  const byId = ({ id }: Excel.Worksheet): Excel.Worksheet => workbook.worksheets.getItem(id);
  const marked = queue(names.getItemOrNullObject(marker).getRangeOrNullObject().worksheet);
  return {
    find: async (read, signal, everywhere = false) => {
      const among = async (some: Excel.Worksheet[]) => {
        if (some.length === 0) return null;
        const candidates = some.map((sheet) => queue(byId(sheet)));
        await sync(context, signal);
        for (const one of candidates) {
          const found = tableOn(one, read);
          if (found) return found;
        }
        return null;
      };
      const first = tableOn(marked, read);
      const open = sheets.items.find(({ id }) => id === active.id)!;
      if (first?.sheet.id === open.id) return first;
      const isOpenOurs = read(asGrid(beginning)) !== null;
      const others = sheets.items.filter(({ id }) => id !== open.id);
      const isAlike = ({ name }: Excel.Worksheet): boolean =>
        name.toLowerCase().startsWith(sheetName.toLowerCase());
      const found = await among([...(isOpenOurs ? [open] : []), ...(first ? [] : others.filter(isAlike))]);
      if (found || first || !everywhere) return found ?? first;
      const unlike = others.filter((sheet) => !isAlike(sheet)).slice(0, MOST_SHEETS);
      if (unlike.length === 0) return null;
      const beginnings = unlike.map((sheet) => beginningOf(byId(sheet)));
      await sync(context, signal);
      return among(unlike.filter((_, i) => read(asGrid(beginnings[i]!)) !== null));
    },
  };
}
