import type { CellWrite, MergeRecord } from "../sheets";
import { LISTED, type MergeReport, sameValue } from "./report";

/** For each conflict, by the item's id: which offer to take, or null to leave the workbook's value. Absent: left as it is. */
export type Decisions = Readonly<Record<string, number | null>>;

/** What the user's decisions come to: the cells to write and the lines that tell where each came from. */
export function decided(
  report: MergeReport,
  decisions: Decisions,
  time: string,
  period: string,
): { writes: CellWrite[]; records: MergeRecord[] } {
  const writes: CellWrite[] = [];
  const records: MergeRecord[] = [];
  for (const item of report.items) {
    if (item.state === "same") continue;
    const choice = item.state === "conflict" ? (decisions[item.id] ?? null) : 0;
    const offer = choice === null ? undefined : item.offers[choice];
    if (!offer || sameValue(offer.value, item.old)) continue;
    const { table, key, column, old } = item;
    writes.push({ table, key, column, was: old, value: offer.value });
    records.push({
      time,
      period,
      table,
      key,
      column,
      was: old,
      value: offer.value,
      file: offer.from.map(({ file }) => file).join(LISTED),
      bureau: [...new Set(offer.from.map(({ bureau }) => bureau))].join(LISTED),
    });
  }
  return { writes, records };
}
