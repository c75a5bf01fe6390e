import type { MergeRecord, TableId } from "../sheets";
import { isCellRecord } from "../sheets";
import type { Incoming } from "./incoming";
import type { EntryKind } from "./tables";
import { sameValue, told, type Value } from "./values";

/** Where an offered value stands. */
export interface Source {
  file: string;
  bureau: string;
  address: string;
}

/** A value that files offer for a cell, with the files that agree on it. */
export interface Offer {
  value: Value;
  from: Source[];
  /** why it is not to be written unasked; empty where it may be */
  held: string[];
  /** what a held value most likely means */
  reading?: Value;
}

/** One way to decide about a cell. */
export interface Option {
  /** the same for the same value */
  id: string;
  value: Value;
  from: Source[];
  /** as offered in the file, or what that most likely means */
  kind: "offered" | "reading";
  /** why the audit holds it back; empty where it does not */
  held: string[];
}

/** Parts several bureaus or files in one line of the records. */
export const LISTED = "；";

export const cellId = (table: TableId, key: string, column: string): string => `${table}/${key}/${column}`;
export const optionId = (value: Value): string => JSON.stringify(value);

/** What the files offer, by cell. */
export function offersOf(files: readonly Incoming[]): Map<string, Offer[]> {
  const offers = new Map<string, Offer[]>();
  for (const { file, bureau, entries, leftOut } of files)
    for (const { table, key, column, value, address, held, reading } of leftOut ? [] : entries) {
      const id = cellId(table, key, column);
      const list = offers.get(id) ?? [];
      const agreeing = list.find((offer) => sameValue(offer.value, value));
      if (agreeing) agreeing.from.push({ file, bureau, address });
      else
        list.push({
          value,
          from: [{ file, bureau, address }],
          held,
          ...(reading !== undefined && { reading }),
        });
      offers.set(id, list);
    }
  return offers;
}

/** Everything that can be chosen of some offers, each value once. */
export function optionsOf(offers: readonly Offer[]): Option[] {
  const options: Option[] = [];
  const add = (option: Option): void => {
    const known = options.find(({ id }) => id === option.id);
    if (known) known.from = [...known.from, ...option.from];
    else options.push(option);
  };
  for (const { value, from, held, reading } of offers) {
    add({ id: optionId(value), value, from, kind: "offered", held });
    if (reading !== undefined)
      add({ id: optionId(reading), value: reading, from, kind: "reading", held: [] });
  }
  return options;
}

/** True when the workbook has what is offered, or what it means. */
export const has = (standing: Value, { value, reading }: Offer): boolean =>
  sameValue(value, standing) || (reading !== undefined && sameValue(reading, standing));

/** Lines about one cell. */
export const linesAbout = (records: readonly MergeRecord[], id: string) =>
  records.filter(isCellRecord).filter((r) => cellId(r.table, r.key, r.column) === id);

type Lines = ReturnType<typeof linesAbout>;

const sayingValue = (lines: Lines, kind: EntryKind, { value }: Offer): Lines =>
  lines.filter((line) => sameValue(line.value as Value, told(kind, value)));

/**
 * True when the last word about this very value from each of its bureaus was no, whatever the workbook has meanwhile.
 * @param lines of the period
 */
export function isRefused(lines: Lines, kind: EntryKind, offer: Offer): boolean {
  const about = sayingValue(lines, kind, offer);
  return offer.from.every(
    ({ bureau }) =>
      about.filter((line) => line.bureau.split(LISTED).includes(bureau)).at(-1)?.done === "refused",
  );
}

/** True when this very value was written before and another has been written since: it may come from an older file. */
export function isReplaced(lines: Lines, kind: EntryKind, offer: Offer): boolean {
  const written = lines.filter(({ done }) => done === "written");
  return sayingValue(written.slice(0, -1), kind, offer).length > 0;
}
