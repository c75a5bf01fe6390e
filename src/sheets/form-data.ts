import { type Indicator, indicatorsOf, type Plan } from "../plan";
import { type Cell, cellAddress, formatAt, type Grid, mergedAt, valueAt } from "../grid";
import { readEntry } from "../assessment";
import {
  type Alterations,
  alterationsOf,
  entryOf,
  isOlder,
  readTable,
  type Scope,
  scopeOn,
  type TableReading,
  unsigned,
} from "../tables";
import { type FormFormulas, formSheet } from "./form";

/** The columns of the form that people type in. */
export type EntryColumn = "actual" | "previous" | "explanation";

/** The columns of the form that calculate. */
export type CalculatedColumn = keyof FormFormulas;

/** One row of the form as typed. Values are raw: a number, text, or "" when empty. */
export interface FormRow {
  indicator: Indicator;
  actual: unknown;
  previous: unknown;
  explanation: string;
  /** the cells themselves: address such as H12, content, a formula as formula, number format and what the form gives it */
  cells: Record<EntryColumn, { address: string; content: Cell; format: string; ownFormat: string }>;
  /** what the calculated cells show */
  calculated: Record<CalculatedColumn, { address: string; value: unknown }>;
}

/** What a form says: its parameters and its rows in the order of the sheet. */
export interface FormData {
  period: unknown;
  periodAddress: string;
  tolerance: unknown;
  redline: unknown;
  parameterAddresses: { tolerance: string; redline: string };
  bureau: string;
  rows: FormRow[];
  /** codes that stand on the form more than once, with the sheet's row number */
  duplicates: { code: string; row: number }[];
  /** headers that someone wrote over */
  renamed: { address: string; was: string; header: string }[];
  /** cells of ours that someone wrote over */
  alterations: Alterations;
  /** entry cells that lie under another cell of a merged area */
  merged: { address: string; first: string }[];
  scope: Scope;
  /** it was made from another template */
  older: boolean;
  /** the foot's empty places, by label */
  unsigned: string[];
}

const slotPlace = (reading: TableReading, id: string): { row: number; column: number } =>
  reading.slots.get(id) ?? { row: 0, column: 0 };

/** Reads a form by code and header; null when what was read is not the form. */
export function readForm(grid: Grid, plan: Plan): FormData | null {
  const sheet = formSheet(plan);
  const reading = readTable(grid, sheet);
  if (!reading) return null;
  const slot = (id: string): unknown => {
    const place = reading.slots.get(id);
    return place ? valueAt(grid, place.row, place.column) : "";
  };
  const slotAddress = (id: string): string => {
    const { row, column } = slotPlace(reading, id);
    return cellAddress(row, column);
  };
  const column = (id: string): number => reading.columns.get(id) ?? -1;
  const cell = (indicator: Indicator, row: number, id: EntryColumn) => ({
    address: cellAddress(row, column(id)),
    content: entryOf(grid, reading, indicator.code, id),
    format: formatAt(grid, row, column(id)),
    ownFormat: sheet.columns.find((c) => c.id === id)?.numberFormat?.(indicator) ?? "General",
  });
  const shown = (row: number, id: CalculatedColumn) => ({
    address: cellAddress(row, column(id)),
    value: valueAt(grid, row, column(id)),
  });
  const rows = indicatorsOf(plan).flatMap((indicator): FormRow[] => {
    const row = reading.rows.get(indicator.code);
    if (row === undefined) return [];
    return [
      {
        indicator,
        actual: valueAt(grid, row, column("actual")),
        previous: valueAt(grid, row, column("previous")),
        explanation: String(valueAt(grid, row, column("explanation"))),
        calculated: {
          expected: shown(row, "expected"),
          gap: shown(row, "gap"),
          progress: shown(row, "progress"),
          status: shown(row, "status"),
          check: shown(row, "check"),
        },
        cells: {
          actual: cell(indicator, row, "actual"),
          previous: cell(indicator, row, "previous"),
          explanation: cell(indicator, row, "explanation"),
        },
      },
    ];
  });
  const older = isOlder(grid, sheet);
  const scope = scopeOn(grid, reading, sheet);
  return {
    alterations: alterationsOf(grid, reading, sheet, older),
    merged: mergedEntries(grid, reading),
    scope,
    older,
    period: slot("period"),
    periodAddress: slotAddress("period"),
    tolerance: slot("tolerance"),
    redline: slot("redline"),
    parameterAddresses: { tolerance: slotAddress("tolerance"), redline: slotAddress("redline") },
    bureau: scope.bureau,
    rows,
    duplicates: reading.duplicates.map(({ key, row }) => ({ code: key, row: row + 1 })),
    renamed: reading.renamed.map(({ column, was, header }) => ({
      address: cellAddress(reading.header, column),
      was,
      header,
    })),
    unsigned: unsigned(grid, reading, formSheet(plan)),
  };
}

/** The row as it is judged: a percentage or a date in a number's place is no number. */
export function asJudged(row: FormRow): FormRow {
  const { indicator, actual, cells } = row;
  const reading = readEntry({ value: actual, format: cells.actual.format }, indicator);
  return reading.kind === "text" ? { ...row, actual: reading.text } : row;
}

const ENTRIES: EntryColumn[] = ["actual", "previous", "explanation"];

function mergedEntries(grid: Grid, { rows, columns }: TableReading): FormData["merged"] {
  return [...rows.values()].flatMap((row) =>
    ENTRIES.flatMap((id) => {
      const column = columns.get(id);
      if (column === undefined) return [];
      const first = mergedAt(grid, row, column);
      if (first.row === row && first.column === column) return [];
      return [{ address: cellAddress(row, column), first: cellAddress(first.row, first.column) }];
    }),
  );
}
