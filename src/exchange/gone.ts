import { folded } from "../grid";
import { STRAYS_TITLE } from "../tables";
import type { FoundTable } from "./found-table";
import type { TypedRow } from "./incoming-issues";
import { cellWords } from "./outside";

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

function typedRow(found: Found, row: number): TypedRow {
  const { table } = found;
  return {
    code: textAt(found, row, table.columns[0]!.id),
    name: textAt(found, row, table.subject),
    typed: table.entries.flatMap(({ id, header }) => {
      const text = textAt(found, row, id);
      return text === "" ? [] : [`${header} ${text}`];
    }),
  };
}

/** What stands in the rows that today's plan no longer has. */
export const goneRecords = (found: Found): TypedRow[] => goneRows(found).map((row) => typedRow(found, row));

/** Everything typed on a table, of today's plan or not. */
export const typedRecords = (found: Found): TypedRow[] =>
  [...found.reading.rows.values(), ...goneRows(found)]
    .sort((a, b) => a - b)
    .map((row) => typedRow(found, row))
    .filter(({ typed }) => typed.length > 0);
