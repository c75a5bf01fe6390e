import { folded, valueAt } from "../grid";
import { STRAYS_TITLE } from "../tables";
import type { FoundTable } from "./found-table";
import type { TypedRow } from "./incoming-issues";
import { cellWords } from "./outside";
import { isGivenTo } from "./tables";

type Found = Pick<FoundTable, "table" | "sheet" | "reading">;

const textAt = ({ sheet, reading }: Found, row: number, columnId: string): string => {
  const column = reading.columns.get(columnId);
  return column === undefined ? "" : cellWords(sheet, row, column);
};

/** The rows of records that today's plan no longer has: a code and a name, and neither is of a record. */
export function goneRows(found: Found): number[] {
  const { table, sheet, reading } = found;
  const [key] = table.columns;
  const isTitle = (row: number): boolean =>
    (sheet.grid.values[row] ?? []).some((value) => folded(value) === folded(STRAYS_TITLE));
  const end = sheet.grid.values.findIndex((_, row) => isTitle(row));
  return reading.strays.filter(
    (row) =>
      (end < 0 || row < end) &&
      textAt(found, row, key!.id) !== "" &&
      textAt(found, row, table.subject) !== "",
  );
}

/** What is typed in a record's entry, in words; "" where nothing is, or what the plan gave. */
export function typedAt(found: Found, row: number, columnId: string, key = ""): string {
  const at = found.reading.columns.get(columnId);
  const given = at !== undefined && isGivenTo(found.table, key, columnId, valueAt(found.sheet.grid, row, at));
  return given ? "" : textAt(found, row, columnId);
}

function typedRow(found: Found, row: number, key?: string): TypedRow {
  const { table } = found;
  return {
    code: textAt(found, row, table.columns[0]!.id),
    name: textAt(found, row, table.subject),
    typed: table.entries.flatMap(({ id, header }) => {
      const text = typedAt(found, row, id, key);
      return text === "" ? [] : [`${header} ${text}`];
    }),
  };
}

/** What stands in the rows that today's plan no longer has. */
export const goneRecords = (found: Found): TypedRow[] => goneRows(found).map((row) => typedRow(found, row));

/** Everything typed on a table, of today's plan or not. */
export const typedRecords = (found: Found): TypedRow[] =>
  [...found.reading.rows, ...goneRows(found).map((row) => [undefined, row] as const)]
    .sort(([, a], [, b]) => a - b)
    .map(([key, row]) => typedRow(found, row, key))
    .filter(({ typed }) => typed.length > 0);
