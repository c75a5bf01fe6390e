import {
  type Cell,
  cellAddress,
  folded,
  formulaAt,
  type Grid,
  isFormula,
  type Place,
  valueAt,
} from "../grid";
import { isNote } from "./leftovers";
import { isPlainFormula } from "./plain-formulas";
import type { TableReading } from "./reading";
import { type At, keyOf, type TableSheet } from "./table";

/** A cell of ours that does not hold what the sheet puts there. */
export interface AlteredCell extends Place {
  key: string;
  columnId: string;
  header: string;
  /** such as J9 */
  address: string;
  /** what it shows */
  was: unknown;
  /** its formula, where it has one */
  formula?: string;
  expected: Cell;
}

/** What a formula says, however Excel, a file or an engine writes it. */
const normalFormula = (formula: unknown): string =>
  folded(formula)
    .replace(/_XLFN\.|_XLDUDF_|_XLWS\.|['$]/g, "")
    .replace(/\b(TRUE|FALSE)\(\)/g, "$1")
    .replace(/YIZHI_(?=[A-Z]+\()/g, "YIZHI.");

/** Addresses in a row as the sheet stands now; a column that is gone has none. */
const atOf =
  ({ columns }: TableReading, row: number): At =>
  (id) => {
    const column = columns.get(id);
    return column === undefined ? "#REF!" : `$${cellAddress(row, column)}`;
  };

const holds = (expected: Cell, value: unknown, formula: unknown): boolean =>
  typeof expected === "object"
    ? isFormula(value, formula) && normalFormula(formula) === normalFormula(expected.formula)
    : !isFormula(value, formula) && folded(value) === folded(expected);

/**
 * The record cells of ours that someone wrote over. They are looked for where their rows and columns stand now, and
 * formulas must refer to those, so that an inserted column or a sorted row is no alteration.
 */
export function alteredCells<R>(grid: Grid, reading: TableReading, sheet: TableSheet<R>): AlteredCell[] {
  const records = sheet.groups.flatMap((g) => g.records);
  return records.flatMap((record) => {
    const key = keyOf(sheet, record);
    const row = reading.rows.get(key);
    if (row === undefined) return [];
    const at = atOf(reading, row);
    return sheet.columns.flatMap((column): AlteredCell[] => {
      const place = reading.columns.get(column.id);
      if (place === undefined || !column.cell) return [];
      const expected = column.cell(record, at);
      const [value, formula] = [valueAt(grid, row, place), formulaAt(grid, row, place)];
      // what refers to a column that is gone cannot be told
      const isUntold = typeof expected === "object" && expected.formula.includes("#REF!");
      if (isUntold || holds(expected, value, formula)) return [];
      return [
        {
          row,
          column: place,
          key,
          columnId: column.id,
          header: column.header,
          address: cellAddress(row, place),
          was: value,
          ...(isFormula(value, formula) && { formula }),
          expected,
        },
      ];
    });
  });
}

/** Functions of ours, of whatever template. */
const isOurFunction = (formula: string | undefined): boolean =>
  formula !== undefined && normalFormula(formula).includes("YIZHI.");

/** How the calculated cells that hold no YIZHI function came to that: all by one conversion, or one by one. */
export type Conversion = "formulas" | "values" | null;

/** Whether the form was turned into plain formulas or values as a whole. */
function conversionOf<R>(
  altered: readonly AlteredCell[],
  reading: TableReading,
  sheet: TableSheet<R>,
): Conversion {
  const calculated = altered.filter(({ expected }) => typeof expected === "object");
  if (calculated.some(({ formula }) => isPlainFormula(formula))) return "formulas";
  const all = reading.rows.size * calculatedColumns(sheet);
  const values = calculated.filter(({ formula, was }) => formula === undefined && folded(was) !== "");
  const isValue = (row: number): boolean => values.some((cell) => cell.row === row);
  const none = calculated.every(({ formula }) => formula === undefined);
  return all > 0 && calculated.length === all && none && [...reading.rows.values()].every(isValue)
    ? "values"
    : null;
}

const calculatedColumns = <R>({ columns, groups }: TableSheet<R>): number => {
  const [record] = groups.flatMap((g) => g.records);
  if (record === undefined) return 0;
  return columns.filter((column) => typeof column.cell?.(record, () => "") === "object").length;
};

/** How a sheet's record cells differ from what the sheet puts there. */
export interface Alterations {
  conversion: Conversion;
  /** cells that neither a conversion nor an older template explains */
  cells: AlteredCell[];
  /** headers of columns that are gone */
  columns: string[];
  /** titles and labels that are gone or were written over */
  words: string[];
}

/** Titles and labels of the sheet that stand nowhere on it. */
function missingWords<R>(grid: Grid, reading: TableReading, sheet: TableSheet<R>): string[] {
  const there = new Set(reading.words.map(({ row, column }) => folded(valueAt(grid, row, column))));
  const isShown = (records: R[]): boolean => records.some((r) => reading.rows.has(keyOf(sheet, r)));
  const titles = sheet.groups.flatMap(({ title, records }) => (title && isShown(records) ? [title] : []));
  const labels = [...sheet.head, ...sheet.foot].flat().filter(({ id }) => !reading.labels.has(id));
  const hasNote = reading.words.some(({ row, column }) => isNote(sheet, valueAt(grid, row, column)));
  return [
    ...[sheet.title, ...titles].filter((title) => !there.has(folded(title))),
    ...(hasNote ? [] : [sheet.note.slice(0, sheet.note.indexOf("："))]),
    ...labels.map(({ label }) => label),
  ];
}

/** @param older the sheet was made from another template, whose functions read otherwise */
export function alterationsOf<R>(
  grid: Grid,
  reading: TableReading,
  sheet: TableSheet<R>,
  older: boolean,
): Alterations {
  const altered = alteredCells(grid, reading, sheet);
  const conversion = conversionOf(altered, reading, sheet);
  const isExplained = ({ expected, formula }: AlteredCell): boolean =>
    typeof expected === "object" &&
    (conversion === "values" || isPlainFormula(formula) || (older && isOurFunction(formula)));
  return {
    conversion,
    cells: altered.filter((cell) => !isExplained(cell)),
    columns: sheet.columns.filter(({ id }) => !reading.columns.has(id)).map(({ header }) => header),
    words: older ? [] : missingWords(grid, reading, sheet),
  };
}
