import { isBlank } from "../text";
import { CALCULATION_SHEET, STRAYS_TITLE } from "../tables";
import { cellAddress, folded, formatAt, formulaAt, type Grid, type Place, valueAt } from "../grid";
import { LEDGERS, recognizesLedger } from "../ledger";
import { isReminders, RECORDS, REMINDERS_SHEET } from "../sheets";
import { beginsLikePlan } from "../sheets/plan/recognized";
import { PLAN_SHEETS } from "../sheets/plan/words";
import { AUDIT_SHEET, isAuditSheet } from "./audit-sheet";
import type { FoundTable } from "./found-table";
import { isUntouchedLast } from "./given";
import { IDENTITY_SHEET } from "./identity";
import type { IncomingIssue, Told } from "./incoming-issues";
import { MOST, placeOf, type ReadSheet, type ReadWorkbook } from "./read";
import { shownAs } from "./shown";
import type { Value } from "./values";

/** What stands in a cell, in words for a person; a formula that brought no result is its formula. */
export function cellWords({ grid, uncalculated }: ReadSheet, row: number, column: number): string {
  const text = uncalculated.has(placeOf(row, column))
    ? String(formulaAt(grid, row, column))
    : shownAs(valueAt(grid, row, column) as Value, formatAt(grid, row, column));
  return text.replace(/\s+/g, " ").trim();
}

/** Every cell with something in it, in words, in the order of reading. */
const toldCells = (sheet: ReadSheet): (Told & Place)[] =>
  sheet.grid.values.flatMap((cells, row) =>
    cells.flatMap((value, column) =>
      isBlank(value) && !sheet.uncalculated.has(placeOf(row, column))
        ? []
        : [{ row, column, address: cellAddress(row, column), text: cellWords(sheet, row, column) }],
    ),
  );

/** Explanations below the tables begin so, in every version of the sheets. */
const NOTE = /^填[报写]说明[:：]/;

/**
 * Cells of a table's sheet that are no part of the table: columns that were added, words beside, above and below.
 * @param gone rows that were of the table in the version of the plan that the file was made from
 */
export function outsideCells(found: FoundTable, gone: readonly number[]): Told[] {
  const { table, sheet, reading } = found;
  const columns = new Set(reading.columns.values());
  const rows = new Set([...reading.rows.values(), ...reading.duplicates.map(({ row }) => row), ...gone]);
  const slots = new Set(
    [...reading.slots.values(), ...reading.labels.values()].map(({ row, column }) =>
      cellAddress(row, column),
    ),
  );
  const isUntouched = isUntouchedLast(found);
  const ours = ({ row, column, address, text }: ReturnType<typeof toldCells>[number]): boolean =>
    isUntouched({ row, column }) ||
    ((rows.has(row) || row === reading.header) && columns.has(column)) ||
    slots.has(address) ||
    table.words.has(folded(text)) ||
    folded(text) === folded(STRAYS_TITLE) ||
    NOTE.test(text);
  return toldCells(sheet)
    .filter((cell) => !ours(cell))
    .map(({ address, text }) => ({ address, text }));
}

/** What bureaus filled in above and below the table, such as 填表人; it is told, and never merged. */
export function signatures({ table, sheet, reading }: FoundTable): string[] {
  const elsewhere = new Set(["bureau", "period", "basis"]);
  return table.slots.flatMap(({ id, label, value }) => {
    const place = elsewhere.has(id) ? undefined : reading.slots.get(id);
    if (!place) return [];
    const text = cellWords(sheet, place.row, place.column);
    return text === "" || folded(text) === folded(value) ? [] : [`${label}${text}`];
  });
}

/** Sheets that we make beside the form; a sheet of such a name that someone else made is none. */
const OURS = new Map<string, (grid: Grid) => boolean>([
  [IDENTITY_SHEET, () => true],
  [CALCULATION_SHEET, () => true],
  [RECORDS.layout.name, RECORDS.recognizes],
  [REMINDERS_SHEET, isReminders],
  [AUDIT_SHEET, isAuditSheet],
  ...PLAN_SHEETS.map(({ id, name }) => [name, (grid: Grid) => beginsLikePlan(id, grid)] as const),
]);

/** How many rows a sheet has that is somebody's ledger; null where it is none. */
function ledgerRows({ grid }: ReadSheet): number | null {
  const kind = Object.values(LEDGERS).find((one) => recognizesLedger(grid, one));
  return kind ? Math.max(0, grid.values.length - 1) : null;
}

/** Sheets that are not of the form: what stands on them is counted and begun, not read. */
export function otherSheets({ sheets }: ReadWorkbook, taken: ReadonlySet<ReadSheet>): IncomingIssue[] {
  const ours = ({ name, grid }: ReadSheet): boolean => OURS.get(name)?.(grid) ?? false;
  return sheets.flatMap((sheet): IncomingIssue[] => {
    if (taken.has(sheet) || ours(sheet)) return [];
    const cells = toldCells(sheet);
    const [first] = cells;
    const rows = ledgerRows(sheet);
    if (rows !== null) return rows > 0 ? [{ code: "ledger-sheet", sheet: sheet.name, rows }] : [];
    return first ? [{ code: "other-sheet", sheet: sheet.name, cells: cells.length, first }] : [];
  });
}

/** Sheets of the form on which something stands far beyond the form. */
export const beyondIssues = (tables: readonly FoundTable[]): IncomingIssue[] =>
  tables.flatMap(({ sheet }): IncomingIssue[] =>
    sheet.beyond ? [{ code: "beyond", sheet: sheet.name, ...MOST }] : [],
  );

/** 批注, wherever they stand. */
export const noteIssues = ({ sheets }: ReadWorkbook): IncomingIssue[] =>
  sheets.flatMap(({ name, notes }) =>
    [...notes].flatMap(([address, text]): IncomingIssue[] =>
      isBlank(text) ? [] : [{ code: "note", sheet: name, address, text: text.replace(/\s+/g, " ").trim() }],
    ),
  );
