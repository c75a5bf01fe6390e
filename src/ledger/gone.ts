import { isCellRecord, type MergeRecord, type PerTable, type TableId } from "../sheets";
import type { LedgerIssue } from "./issues";
import type { Ledger, Ledgers } from "./ledger";

/** What in the workbook still speaks of a ledger. A form has figures as a rule where its tasks have been archived. */
function tracesOf(
  id: TableId,
  { form, tasks }: Ledgers,
  records: readonly MergeRecord[],
  named: boolean,
): string[] {
  const isRecorded = (record: MergeRecord): boolean =>
    isCellRecord(record) && record.done === "archived" && record.table === id;
  return [
    ...(named ? [{ form, tasks }[id].kind.marker] : []),
    ...(records.some(isRecorded) ? ["汇总记录"] : []),
    ...(id === "form" && tasks.index.size > 0 ? [tasks.kind.name] : []),
  ];
}

/** The ledgers, with word of those whose sheet is gone. @param named a workbook name still points at where it was */
export function withGone(
  ledgers: Ledgers,
  records: readonly MergeRecord[],
  named: PerTable<boolean>,
): Ledgers {
  // a table that has no ledger is in no period
  const word = ([id, ledger]: [TableId, Ledger]): [TableId, Ledger] => {
    const names = ledger.place || ledger.issues.length > 0 ? [] : tracesOf(id, ledgers, records, named[id]);
    if (names.length === 0) return [id, ledger];
    return [id, { ...ledger, issues: [{ code: "gone", sheet: ledger.kind.name, names }] }];
  };
  return Object.fromEntries((Object.entries(ledgers) as [TableId, Ledger][]).map(word)) as Ledgers;
}

/** Word that a ledger's sheet is gone. */
export const goneOf = ({ issues }: Ledger): LedgerIssue[] => issues.filter(({ code }) => code === "gone");

/** Word of ledgers whose sheet is gone. */
export const goneIn = (ledgers: Ledgers): LedgerIssue[] => Object.values(ledgers).flatMap(goneOf);
