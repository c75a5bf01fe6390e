import { folded } from "../grid";
import { codesIn, type Plan } from "../plan";
import { planChanges } from "../plan/changes";
import { FORM, type TableId, TASKS } from "../sheets";
import { goneRecords } from "./gone";
import type { FoundTable } from "./found-table";
import { type ExchangeRecord, exchangeTables } from "./tables";

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

/** As far as a file's tables show. */
const shownChanges = (tables: readonly FoundTable[], owns: Owns): string[] =>
  tables.flatMap((found) => [
    ...printedOtherwise(found, owns).map(({ words }) => words),
    ...added(found, owns),
    ...goneRecords(found).map(({ code, name }) => `现在已没有 ${code} ${name}`),
  ]);

/** A plan with nothing in it but the records that count. */
function ownPart(plan: Plan, counts: (table: TableId, key: string) => boolean): Plan {
  const sections = plan.sections.map((section) => ({
    ...section,
    indicators: section.indicators.filter(({ code }) => counts(FORM.id, code)),
  }));
  const tasks = plan.tasks.filter(({ number }) => counts(TASKS.id, String(number)));
  const checks = (plan.checks ?? []).filter(({ terms }) =>
    [terms.left, terms.right].flatMap(codesIn).every((code) => counts(FORM.id, code)),
  );
  return { ...plan, sections, tasks, bureaus: [], checks };
}

/** All that is otherwise of what a file's owner answers for in either version. */
function allChanges(before: Plan, today: Plan, owns: Owns): string[] {
  const own = new Set(
    [before, today].flatMap((plan) =>
      exchangeTables(plan).flatMap(({ id, records }) =>
        records.filter(owns).map(({ key }) => `${id}/${key}`),
      ),
    ),
  );
  const counts = (table: TableId, key: string): boolean => own.has(`${table}/${key}`);
  return planChanges(ownPart(before, counts), ownPart(today, counts));
}

/**
 * How the version of the plan that a file was made from differs from today's for its owner, in words.
 * @param before the plan that the file carries; null: its tables tell what they show
 */
export const versionChanges = (
  tables: readonly FoundTable[],
  owns: Owns,
  before: Plan | null,
  today: Plan,
): string[] => (before ? allChanges(before, today, owns) : shownChanges(tables, owns));

/** Records of which a number may have meant something else under another version: by key, what they were. */
export function meantOtherwise(found: FoundTable): Map<string, string> {
  const meanings = new Map<string, string>();
  for (const { key, columnId, words } of printedOtherwise(found, () => true))
    if (columnId === found.table.subject || columnId === "unit")
      meanings.set(key, [meanings.get(key) ?? [], words].flat().join("，"));
  return meanings;
}
