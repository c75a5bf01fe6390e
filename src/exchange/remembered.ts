import { hash } from "../text";
import { samePeriod } from "../plan";
import { isCellRecord, type MergeRecord } from "../sheets";
import type { Incoming } from "./incoming";
import { LISTED } from "./offers";

/** Tells a file's entries from others, whatever the file is called. */
export const contentsOf = ({ entries }: Incoming): string =>
  hash(JSON.stringify(entries.map(({ table, key, column, value }) => [table, key, column, value])));

const names = (listed: string, name: string): boolean => listed.split(LISTED).includes(name);

const isLeftOut = (record: MergeRecord, incoming: Incoming): boolean =>
  !isCellRecord(record) &&
  record.done === "left-out" &&
  record.bureau === incoming.bureau &&
  record.contents === contentsOf(incoming);

/**
 * The last thing that was recorded of a file: `left-out` with the same entries, under whatever name, or `told` by a line
 * that names the file; undefined when nothing was.
 * @param records of the period
 */
export function lastWord(
  records: readonly MergeRecord[],
  incoming: Incoming,
): "left-out" | "told" | undefined {
  const { file, bureau } = incoming;
  return records
    .flatMap((record) => {
      if (isLeftOut(record, incoming)) return ["left-out" as const];
      return names(record.file, file) && names(record.bureau, bureau) ? ["told" as const] : [];
    })
    .at(-1);
}

/** A file with what was decided about it before in this period: left out, it stays so until its entries change. */
export function remembered(incoming: Incoming, records: readonly MergeRecord[], period: string): Incoming {
  const ofPeriod = records.filter((record) => samePeriod(record.period, period));
  return !incoming.refused && lastWord(ofPeriod, incoming) === "left-out"
    ? { ...incoming, leftOutBefore: true }
    : incoming;
}
