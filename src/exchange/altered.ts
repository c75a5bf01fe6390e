import { cellAddress } from "../grid";
import { TABLES } from "../sheets";
import type { IncomingIssue } from "./incoming-issues";
import type { FoundTable } from "./found-table";
import { typedAt } from "./gone";
import { placeOf } from "./read";
import { calculationOf, type ExchangeRecord } from "./tables";

/** Where a cell is, for a person: on the first table by its address alone. */
export const where = ({ table, sheet }: FoundTable, address: string): string =>
  table.id === TABLES[0].id ? address : `“${sheet.name}”${address}`;

const columnOf = ({ reading }: FoundTable, id: string): number => reading.columns.get(id) ?? 0;

/** What is typed in a row's entries. */
const typedIn = (found: FoundTable, row: number, key: string): string =>
  found.table.entries
    .map(({ id }) => typedAt(found, row, id, key))
    .filter((text) => text !== "")
    .join("，");

/** Columns that someone moved: their order is not the sheet's. */
function moved({ table, reading }: FoundTable): boolean {
  const places = table.columns.flatMap(({ id }) => reading.columns.get(id) ?? []);
  return places.some((place, i) => i > 0 && place < places[i - 1]!);
}

function columnIssues(found: FoundTable): IncomingIssue[] {
  const { table, sheet, reading } = found;
  const gone = (header: string): IncomingIssue => ({ code: "column-missing", sheet: sheet.name, header });
  return [
    ...reading.renamed.map(({ column, was, header }): IncomingIssue => {
      if (was === "") return gone(header);
      return {
        code: "header-renamed",
        address: where(found, cellAddress(reading.header, column)),
        was,
        header,
      };
    }),
    ...table.columns.filter(({ id }) => !reading.columns.has(id)).map(({ header }) => gone(header)),
    ...(moved(found) ? [{ code: "columns-moved", sheet: sheet.name } as const] : []),
  ];
}

/** Entry cells that a merge has swallowed, by the merge that did. */
function mergedIssues(found: FoundTable, rows: readonly number[]): IncomingIssue[] {
  const byMaster = new Map<string, string[]>();
  for (const row of rows)
    for (const { id } of found.table.entries) {
      const master = found.sheet.swallowed.get(placeOf(row, columnOf(found, id)));
      if (master === undefined || !found.reading.columns.has(id)) continue;
      byMaster.set(master, [...(byMaster.get(master) ?? []), cellAddress(row, columnOf(found, id))]);
    }
  return [...byMaster].map(([master, addresses]) => ({
    code: "merged",
    addresses: addresses.map((address) => where(found, address)),
    master,
  }));
}

function rowIssues(
  found: FoundTable,
  owns: (record: ExchangeRecord) => boolean,
  { sameVersion }: Made,
): IncomingIssue[] {
  const { table, sheet, reading } = found;
  const own = table.records.filter(owns);
  const missing = own.filter(({ key }) => !reading.rows.has(key));
  const present = own.flatMap(({ key }) => reading.rows.get(key) ?? []);
  const hidden = own.filter(({ key }) => sheet.hiddenRows.has(reading.rows.get(key) ?? -1));
  const first = (row: number): string =>
    where(found, cellAddress(row, columnOf(found, table.columns[0]!.id)));
  const foreign = table.records.flatMap((record): IncomingIssue[] => {
    const row = reading.rows.get(record.key);
    const typed = row === undefined || owns(record) ? "" : typedIn(found, row, record.key);
    const address = where(found, cellAddress(row ?? 0, columnOf(found, table.required)));
    return typed === "" ? [] : [{ code: "row-foreign", key: record.key, address, typed }];
  });
  return [
    ...(sameVersion && missing.length > 0 ? [{ code: "row-missing", rows: missing } as const] : []),
    ...reading.duplicates.map(({ key, row }): IncomingIssue => ({
      code: "row-duplicate",
      key,
      address: first(row),
      typed: typedIn(found, row, key),
    })),
    ...(hidden.length > 0
      ? [
          {
            code: "row-hidden",
            rows: hidden.map(({ key }) => `${first(reading.rows.get(key)!)}（${key}）`),
          } as const,
        ]
      : []),
    ...mergedIssues(found, present),
    ...foreign,
  ];
}

/** From what a file was made. */
interface Made {
  /** false for a file of another version of the sheets, whose formulas are not today's */
  sameTemplate: boolean;
  /** false for a file of another version of the plan, whose rows and figures are not today's */
  sameVersion: boolean;
}

/** Cells of ours that someone wrote over, each kind once for the file. */
function cellIssues(found: FoundTable, { sameTemplate, sameVersion }: Made): IncomingIssue[] {
  const { table, sheet, reading } = found;
  const calculates = table.calculates ? calculationOf(sheet.grid, reading) : "plain";
  const altered = table.altered(sheet.grid, reading, calculates ?? "plain");
  const formulas = altered.filter(({ expected }) => typeof expected === "object");
  const figures = altered.filter(({ expected }) => typeof expected !== "object");
  const issues: IncomingIssue[] = [];
  if (sameVersion && figures.length > 0)
    issues.push({
      code: "plan-cell-changed",
      cells: figures.map(({ address, header, was, formula, expected }) => ({
        address: where(found, address),
        header,
        was: formula ?? String(was),
        expected: String(expected),
      })),
    });
  if (calculates === null) issues.push({ code: "values-only" });
  else if (sameTemplate && formulas.length > 0)
    issues.push({
      code: "formula-changed",
      addresses: formulas.map(({ address }) => where(found, address)),
    });
  return issues;
}

/** How a returned table differs from what was handed out: rows, codes, headers, plan figures, formulas. */
export const alterations = (
  found: FoundTable,
  owns: (record: ExchangeRecord) => boolean,
  made: Made,
): IncomingIssue[] => [...columnIssues(found), ...rowIssues(found, owns, made), ...cellIssues(found, made)];
