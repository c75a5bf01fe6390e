import { folded } from "../grid";
import type { FoundTable } from "./found-table";
import type { ExchangeRecord } from "./tables";

type Owns = (record: ExchangeRecord) => boolean;

const quoted = (value: unknown): string => (folded(value) === "" ? "空" : `“${String(value)}”`);

/** What another version of the plan prints otherwise of a file's own records. */
function printedOtherwise({ table, sheet, reading }: FoundTable, owns: Owns) {
  const own = new Map(table.records.filter(owns).map(({ key, code }) => [key, code]));
  return table
    .altered(sheet.grid, reading, "plain")
    .filter(({ key, expected }) => own.has(key) && typeof expected !== "object")
    .map(({ key, columnId, header, was, expected }) => ({
      key,
      columnId,
      words: `${own.get(key)} 的“${header}”原为${quoted(was)}，现为${quoted(expected)}`,
    }));
}

/** Records that only today's version has. */
const added = ({ table, reading }: FoundTable, owns: Owns): string[] =>
  table.records
    .filter((record) => owns(record) && !reading.rows.has(record.key))
    .map(({ code, name }) => `现在另有 ${code} ${name}，文件中没有`);

/** How the version of the plan that a file was made from differs from today's, as far as its tables show, in words. */
export const versionChanges = (tables: readonly FoundTable[], owns: Owns): string[] =>
  tables.flatMap((found) => [
    ...printedOtherwise(found, owns).map(({ words }) => words),
    ...added(found, owns),
  ]);

/** Records of which a number may have meant something else under another version: by key, what they were. */
export function meantOtherwise(found: FoundTable): Map<string, string> {
  const meanings = new Map<string, string>();
  for (const { key, columnId, words } of printedOtherwise(found, () => true))
    if (columnId === found.table.subject || columnId === "unit")
      meanings.set(key, [meanings.get(key) ?? [], words].flat().join("，"));
  return meanings;
}
