import { fold } from "../plan";
import { cellAddress, type Cell, folded, formulaAt, isFormula, type TableReading, valueAt } from "../sheets";
import type { IncomingIssue } from "./incoming-issues";
import type { ReadSheet } from "./read";
import { placeOf } from "./read";
import type { ExchangeRecord, ExchangeTable } from "./tables";

/** A table found on a sheet of a returned file. */
export interface FoundTable {
  table: ExchangeTable;
  sheet: ReadSheet;
  reading: TableReading;
}

/** What a formula says, whatever its references have become on the way: programs quote and shift them differently. */
const skeleton = (formula: string): string =>
  fold(formula.replace(/\$?[A-Z]{1,3}\$?\d+/gi, "#"))
    .toUpperCase()
    .replace(/['$]|_XLFN\./g, "");

const text = (cell: unknown): string => (typeof cell === "string" ? cell : String(cell ?? ""));

function fixedCell(found: FoundTable, row: number, columnId: string, expected: Cell): IncomingIssue[] {
  const { table, sheet, reading } = found;
  const column = reading.columns.get(columnId);
  if (column === undefined) return [];
  const [value, formula] = [valueAt(sheet.grid, row, column), formulaAt(sheet.grid, row, column)];
  const header = table.columns.find((c) => c.id === columnId)!.header;
  const address = cellAddress(row, column);
  if (typeof expected === "object")
    return isFormula(value, formula) && skeleton(formula) === skeleton(expected.formula)
      ? []
      : [{ code: "formula-changed", address, header }];
  if (folded(value) === folded(expected)) return [];
  return [{ code: "plan-cell-changed", address, header, was: text(value), expected: text(expected) }];
}

/** Columns that someone moved: their order is not the sheet's. */
function moved({ table, reading }: FoundTable): boolean {
  const places = table.columns.flatMap(({ id }) => reading.columns.get(id) ?? []);
  return places.some((place, i) => i > 0 && place < places[i - 1]!);
}

function recordIssues(found: FoundTable, record: ExchangeRecord, own: boolean): IncomingIssue[] {
  const { table, sheet, reading } = found;
  const row = reading.rows.get(record.key);
  if (row === undefined) return own ? [{ code: "row-missing", key: record.key, name: record.name }] : [];
  const at = (id: string): number => reading.columns.get(id) ?? 0;
  if (!own) {
    const typed = table.entries
      .map(({ id }) => text(valueAt(sheet.grid, row, at(id))))
      .filter((value) => value !== "");
    const address = cellAddress(row, at(table.required));
    return typed.length === 0
      ? []
      : [{ code: "row-foreign", key: record.key, address, typed: typed.join("，") }];
  }
  const hidden: IncomingIssue[] = sheet.hiddenRows.has(row)
    ? [{ code: "row-hidden", address: cellAddress(row, at(table.required)), key: record.key }]
    : [];
  const merged = table.entries.flatMap(({ id }): IncomingIssue[] => {
    const master = sheet.swallowed.get(placeOf(row, at(id)));
    return master === undefined ? [] : [{ code: "merged", address: cellAddress(row, at(id)), master }];
  });
  const fixed = [...record.fixed].flatMap(([id, cell]) => fixedCell(found, row, id, cell));
  return [...hidden, ...merged, ...fixed];
}

/** How a returned table differs from what was handed out: rows, codes, headers, plan figures, formulas. */
export function alterations(found: FoundTable, owns: (record: ExchangeRecord) => boolean): IncomingIssue[] {
  const { table, sheet, reading } = found;
  const renamed = reading.renamed.map(({ column, was, header }): IncomingIssue => {
    if (was === "") return { code: "column-missing", header };
    return { code: "header-renamed", address: cellAddress(reading.header, column), was, header };
  });
  const missing = table.columns
    .filter(({ id }) => !reading.columns.has(id))
    .map(({ header }): IncomingIssue => ({ code: "column-missing", header }));
  const key = reading.columns.get(table.columns[0]!.id) ?? 0;
  return [
    ...renamed,
    ...missing,
    ...(moved(found) ? [{ code: "columns-moved" } as const] : []),
    ...reading.duplicates.map((d): IncomingIssue => ({
      code: "row-duplicate",
      key: d.key,
      address: cellAddress(d.row, key),
    })),
    ...reading.strays.map((row): IncomingIssue => {
      const content = (sheet.grid.values[row] ?? []).map(text).filter((value) => value !== "");
      return { code: "stray", address: cellAddress(row, key), text: content.join("，").slice(0, 80) };
    }),
    ...table.records.flatMap((record) => recordIssues(found, record, owns(record))),
  ];
}
