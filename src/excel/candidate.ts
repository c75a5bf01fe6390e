import { type Grid, type Place, readAreas, readReference } from "../grid";

/** A sheet that may hold our table, with everything loaded to read it. */
export interface Candidate {
  sheet: Excel.Worksheet;
  used: Excel.Range;
  /** null where this Excel does not tell which cells are merged */
  merged: Excel.RangeAreas | null;
  /** the workbook's; null: names say nothing about it */
  names: Excel.NamedItemCollection | null;
  /** those that the sheet has for itself, as a copy has: twins of the workbook's */
  own: Excel.NamedItemCollection | null;
  /** all in which something stands, also beyond what is read; null: not asked */
  extent: Excel.Range | null;
}

/** A table that was found. */
export interface Found<T> extends Candidate {
  grid: Grid;
  table: T;
}

const CELLS = "rowIndex,columnIndex,values,formulas,numberFormat";
const EXTENT = "rowIndex,columnIndex,rowCount,columnCount";

/** Range.getMergedAreasOrNullObject */
const tellsMerges = (): boolean => Office.context.requirements.isSetSupported("ExcelApi", "1.13");

/** Excel tells names, of sheets and of cells, apart without regard to case. */
export const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The workbook's names with their formulas. Ours are in capital letters, whatever somebody made of them. */
export const formulasOf = ({ items }: Excel.NamedItemCollection): Map<string, string> =>
  new Map(items.map(({ name, formula }) => [name.toUpperCase(), String(formula)]));

/** Queues the reading of a window of a sheet. @param names the workbook's, where they may point at it @param whole with what stands beyond the window */
export function candidate(
  sheet: Excel.Worksheet,
  window: string,
  names: Excel.NamedItemCollection | null,
  whole: boolean,
): Candidate {
  sheet.load("id,name,protection/protected,protection/options");
  const range = sheet.getRange(window);
  const used = range.getUsedRangeOrNullObject(true).load(CELLS);
  const merged = names && tellsMerges() ? range.getMergedAreasOrNullObject().load("address") : null;
  const own = names || whole ? sheet.names.load("items/name,items/formula") : null;
  const extent = whole ? sheet.getUsedRangeOrNullObject(true).load(EXTENT) : null;
  return { sheet, used, merged, names, own, extent };
}

/** The text for which a name stands; undefined where it stands for something else. */
export const textOf = (formula: string): string | undefined =>
  /^="(.*)"$/s.exec(formula)?.[1]?.replace(/""/g, '"');

/** What the workbook's names stand for, as far as that is a cell of this sheet or a text. */
function namesOn(sheetName: string, names: Excel.NamedItemCollection): Map<string, Place | string | null> {
  const known = new Map<string, Place | string | null>();
  for (const [name, formula] of formulasOf(names)) {
    const text = textOf(formula);
    const cell = readReference(formula);
    if (text !== undefined) known.set(name, text);
    else if (cell)
      known.set(name, sameName(cell.sheet, sheetName) ? { row: cell.row, column: cell.column } : null);
  }
  return known;
}

/** What was read of a candidate; null when there is no such sheet or nothing on it. */
export function gridOf(one: Candidate | null): Grid | null {
  if (!one || one.used.isNullObject) return null;
  const { sheet, used, merged, names } = one;
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
