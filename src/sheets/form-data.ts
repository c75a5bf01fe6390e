import { type Indicator, indicatorsOf, type Plan } from "../plan";
import { cellAddress, type Grid, mergedAt } from "../grid";
import { readEntry } from "../assessment";
import type { TableReading } from "../tables";
import { formSheet } from "./form";
import type { EntryCell, FormFormulas, RecordWords, TableData, TableRow } from "./kind";
import { tableContents } from "./table-data";

/** The columns of the form that people type in. */
export type EntryColumn = "actual" | "previous" | "explanation";
const ENTRIES: readonly EntryColumn[] = ["actual", "previous", "explanation"];

/** The columns of the form that calculate. */
export type CalculatedColumn = keyof FormFormulas;
const CALCULATED: readonly CalculatedColumn[] = ["expected", "gap", "progress", "status", "check"];

/** One row of the form as typed. Values are raw: a number, text, or "" when empty. */
export interface FormRow extends TableRow {
  indicator: Indicator;
  actual: unknown;
  previous: unknown;
  explanation: string;
  cells: Record<EntryColumn, Required<EntryCell>>;
  /** what the calculated cells show */
  calculated: Record<CalculatedColumn, { address: string; value: unknown }>;
}

/** What a form says: its parameters and its rows in the order of the sheet. */
export interface FormData extends TableData {
  tolerance: unknown;
  redline: unknown;
  parameterAddresses: { tolerance: string; redline: string };
  rows: FormRow[];
  /** entry cells that lie under another cell of a merged area */
  merged: { address: string; first: string }[];
}

const each = <Id extends string, T>(ids: readonly Id[], of: (id: Id) => T): Record<Id, T> =>
  Object.fromEntries(ids.map((id) => [id, of(id)])) as Record<Id, T>;

export const indicatorWords = (indicator: Indicator): RecordWords => ({
  name: indicator.name,
  bureaus: indicator.bureaus,
  indicator,
});

/** Reads a form by code and header; null when what was read is not the form. */
export function readForm(grid: Grid, plan: Plan): FormData | null {
  const sheet = formSheet(plan);
  const contents = tableContents(grid, sheet, (key) => key);
  if (!contents) return null;
  const { common, reading, slot, slotAddress, valueOf, addressOf, entryCell } = contents;
  const ownFormat = (indicator: Indicator, id: EntryColumn): string =>
    sheet.columns.find((c) => c.id === id)?.numberFormat?.(indicator) ?? "General";
  const rows = indicatorsOf(plan).flatMap((indicator): FormRow[] => {
    const { code } = indicator;
    const row = reading.rows.get(code);
    if (row === undefined) return [];
    return [
      {
        indicator,
        code,
        words: indicatorWords(indicator),
        reported: valueOf(row, "actual"),
        actual: valueOf(row, "actual"),
        previous: valueOf(row, "previous"),
        explanation: String(valueOf(row, "explanation")),
        calculated: each(CALCULATED, (id) => ({ address: addressOf(row, id), value: valueOf(row, id) })),
        cells: each(ENTRIES, (id) => ({
          ...entryCell(code, row, id),
          ownFormat: ownFormat(indicator, id),
        })),
      },
    ];
  });
  return {
    ...common,
    merged: mergedEntries(grid, reading),
    tolerance: slot("tolerance"),
    redline: slot("redline"),
    parameterAddresses: each(["tolerance", "redline"], slotAddress),
    rows,
  };
}

/** The row as it is judged: a percentage or a date in a number's place is no number. */
export function asJudged(row: FormRow): FormRow {
  const { indicator, actual, cells } = row;
  const reading = readEntry({ value: actual, format: cells.actual.format }, indicator);
  return reading.kind === "text" ? { ...row, actual: reading.text } : row;
}

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
