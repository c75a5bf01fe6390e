import {
  canonicalName,
  findBureau,
  isWhole,
  parsePeriod,
  type Plan,
  readPeriod,
  samePeriod,
  shownPeriod,
} from "../plan";
import { isBlank } from "../text";
import { cellAddress, valueAt } from "../grid";
import { TABLES } from "../sheets";
import type { FoundTable } from "./found-table";
import type { Identity } from "./identity";
import type { Said } from "./incoming-issues";
import { placeOf } from "./read";

/** What a cell says, as shown; with what a number such as 2023.1 may mean. */
function saidIn(value: unknown): Omit<Said, "where"> {
  if (isBlank(value)) return { text: "" };
  const [text, read] = [shownPeriod(value), readPeriod(value)];
  if (read.ok || read.issue.code !== "period-ambiguous") return { text };
  const { year } = read.issue;
  return { text, means: [`${year}年1月`, `${year}年10月`] };
}

/** What each place of a file says its 填报单位, or its 报告期, is. The first is the one that people see and fill in. */
function said(tables: readonly FoundTable[], slot: string, identity: string | undefined): Said[] {
  const cells = tables.flatMap(({ table, sheet, reading }, i): Said[] => {
    const place = reading.slots.get(slot);
    const where = `“${sheet.name}”${place ? ` ${cellAddress(place.row, place.column)}` : ""}`;
    // only the first table must say it: the other may be of a version that has no such place
    if (!place) return i === 0 && table.id === TABLES[0].id ? [{ where, text: "" }] : [];
    if (sheet.uncalculated.has(placeOf(place.row, place.column))) return [];
    const value = valueAt(sheet.grid, place.row, place.column);
    return [{ where, ...saidIn(value) }];
  });
  return identity ? [...cells, { where: "文件信息", text: identity }] : cells;
}

/** What a file's places say of one thing. */
export interface Source {
  /** as the first place says it */
  text: string;
  /** all that is said, each where it stands */
  says: Said[];
  /** false where two places differ, one is empty, or what one says may mean several things */
  agreed: boolean;
}

const sourceOf = (says: Said[], same: (a: string, b: string) => boolean): Source => ({
  text: says[0]?.text ?? "",
  says,
  agreed: says.every(({ text, means }) => text !== "" && !means && same(text, says[0]!.text)),
});

export const periodSource = (tables: readonly FoundTable[], identity: Identity | null): Source =>
  sourceOf(said(tables, "period", identity?.period), samePeriod);

export const bureauSource = (tables: readonly FoundTable[], identity: Identity | null, plan: Plan): Source =>
  sourceOf(
    said(tables, "bureau", identity?.bureau),
    (a, b) => canonicalName(a, plan) === canonicalName(b, plan),
  );

/** A bureau's canonical name, the word for the whole place, or "" for one the plan does not know. */
export function knownBureau(text: string, plan: Plan): string {
  const found = findBureau(text, plan);
  return found.ok ? found.value.name : isWhole(text, plan) ? plan.place.whole : "";
}

/** The places that say something, each thing once. */
const distinct = (says: readonly Said[], same: (a: string, b: string) => boolean): Said[] =>
  says.filter(({ text }, i) => text !== "" && says.findIndex((one) => same(one.text, text)) === i);

/** The bureaus as which a file may be merged, with the place that says so. */
export const bureausOf = ({ says }: Source, plan: Plan): (Said & { bureau: string })[] =>
  distinct(says, (a, b) => canonicalName(a, plan) === canonicalName(b, plan))
    .map((one) => ({ ...one, bureau: knownBureau(one.text, plan) }))
    .filter(({ bureau }) => bureau !== "");

/** The periods of which a file may be, with the place that says so, the workbook's own first. */
export function periodsOf({ says }: Source, own: string, plan: Plan): (Said & { period: string })[] {
  const all = says.flatMap((one) => (one.means ?? [one.text]).map((period) => ({ ...one, period })));
  return all
    .filter(({ period }) => parsePeriod(period, plan).ok)
    .filter(({ period }, i, some) => some.findIndex((one) => samePeriod(one.period, period)) === i)
    .sort((a, b) => Number(samePeriod(b.period, own)) - Number(samePeriod(a.period, own)));
}
