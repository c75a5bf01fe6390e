import { samePeriod } from "../plan";
import type { CellRecord, CellWrite, FileRecord, MergeRecord } from "../sheets";
import { has, LISTED, type Offer, optionsOf, type Source } from "./offers";
import { contentsOf, lastWord } from "./remembered";
import type { MergeItem, MergeReport } from "./report";
import { sameValue, told, type Value } from "./values";

/** For each item, by its id: the option to take, or null to take none. Absent: new and changed values are taken, else nothing is done. */
export type Decisions = Readonly<Record<string, string | null>>;

/** What is taken unless the user says otherwise: the option's id. */
export const usualChoice = ({ state, old, offers }: MergeItem): string | undefined =>
  state === "new" || state === "changed"
    ? optionsOf(offers.filter((offer) => !has(old, offer)))[0]?.id
    : undefined;

interface Outcome {
  writes: CellWrite[];
  records: CellRecord[];
}
const NOTHING: Outcome = { writes: [], records: [] };

/** Takes one of an item's options, or none; what is not taken is remembered, so that it is not asked again. */
function outcomeOf(item: MergeItem, choice: string | null, time: string, period: string): Outcome {
  const { table, key, column, kind, was, old, offers, format } = item;
  const option = optionsOf(offers).find(({ id }) => id === choice);
  if (choice !== null && !option) return NOTHING;
  const standing = option ? option.value : old;
  const line = (done: CellRecord["done"], before: Value, value: Value, from: Source[]): CellRecord => ({
    ...{ time, period, table, key, column, done },
    was: told(kind, before),
    value: told(kind, value),
    file: from.map(({ file }) => file).join(LISTED),
    bureau: [...new Set(from.map(({ bureau }) => bureau))].join(LISTED),
  });
  const written = option && !sameValue(option.value, old) ? option : undefined;
  // a value that means what stands there is not refused
  const refused = item.state === "decided" && !written ? [] : offers.filter((offer) => !has(standing, offer));
  return {
    writes: written ? [{ table, key, column, was, value: written.value, format }] : [],
    records: [
      ...(written ? [line("written", old, written.value, written.from)] : []),
      ...refused.map(({ value, from }: Offer) => line("refused", standing, value, from)),
    ],
  };
}

/** Files of which nothing else in the records tells what was done with them, now or before. */
export function fileRecords(
  report: Pick<MergeReport, "files" | "records">,
  cells: readonly CellRecord[],
  time: string,
  period: string,
) {
  const known = [...report.records.filter((record) => samePeriod(record.period, period)), ...cells];
  return report.files.flatMap((incoming): FileRecord[] => {
    const { refused, file, bureau, leftOut } = incoming;
    const last = lastWord(known, incoming);
    const line = { time, period, file, bureau };
    if (refused || last === (leftOut ? "left-out" : "told")) return [];
    return [
      leftOut ? { ...line, done: "left-out", contents: contentsOf(incoming) } : { ...line, done: "received" },
    ];
  });
}

/** What the decisions about some items come to; what nobody has decided yet is counted. */
export function outcomesOf(items: readonly MergeItem[], decisions: Decisions, time: string, period: string) {
  const choices = items.map((item) => (item.id in decisions ? decisions[item.id] : usualChoice(item)));
  const isOpen = ({ state }: MergeItem, i: number): boolean =>
    choices[i] === undefined && (state === "conflict" || state === "held");
  const outcomes = items.map((item, i) => {
    const choice = choices[i];
    return choice === undefined || item.state === "same" ? NOTHING : outcomeOf(item, choice, time, period);
  });
  return {
    writes: outcomes.flatMap(({ writes }) => writes),
    cells: outcomes.flatMap(({ records }) => records),
    open: items.filter(isOpen).length,
  };
}

/** What the user's decisions come to: the cells to write and the lines that tell where each came from. */
export function decided(
  report: MergeReport,
  decisions: Decisions,
  time: string,
  period: string,
): { writes: CellWrite[]; records: MergeRecord[]; open: number } {
  const { writes, cells, open } = outcomesOf(report.items, decisions, time, period);
  return { writes, records: [...cells, ...fileRecords(fileReport(report), cells, time, period)], open };
}

/** The files that are merged into the workbook's own period. */
const fileReport = ({ files, records }: MergeReport): Pick<MergeReport, "files" | "records"> => ({
  files: files.filter(({ past }) => !past),
  records,
});
