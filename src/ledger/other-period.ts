import { sameValue } from "../assessment";
import { samePeriod } from "../plan";
import type { AuditItem } from "../report";
import type { FormData } from "../sheets";
import type { Compared } from "./compare";
import type { Current, Figure } from "./figures";
import { archivedPeriods, latestOf, type Ledgers } from "./ledger";

/** Of what is filled in, and of what the other period has, so much must be the same; and no fewer than so many figures. */
const MOST = 0.8;
const LEAST = 2;

/**
 * The archived period whose figures these are, where they are not what is archived of their own: someone changed 报告期 by
 * hand over figures that were filled in. Null where nothing says so.
 * @param compared figures of one period beside what is archived of it, and of last year's, which are passed over
 */
export function otherPeriod(compared: readonly Compared[], ledgers: Ledgers, period: string): string | null {
  const own = compared.filter(({ figure }) => samePeriod(figure.period, period));
  const filled = own.filter(({ figure }) => figure.value !== "" && figure.words !== null);
  const changed = filled.filter(({ standing }) => standing !== "same" && standing !== "note");
  if (changed.length < Math.max(LEAST, MOST * filled.length)) return null;
  for (const other of archivedPeriods(ledgers)) {
    if (samePeriod(other.text, period)) continue;
    let [theirs, alike] = [0, 0];
    for (const { figure } of own) {
      const row = latestOf(ledgers[figure.table], other.period, figure.key);
      if (!row || (row.cells.value ?? "") === "") continue;
      theirs++;
      if (figure.words !== null && figure.value !== "" && sameValue(figure.value, row.cells.value!)) alike++;
    }
    if (alike >= Math.max(LEAST, MOST * theirs, MOST * filled.length)) return other.text;
  }
  return null;
}

/**
 * The period that the figures were of when they were read before, where 报告期 says another now and most of them are still
 * the same: this tells of figures that were never archived. Null where nothing says so.
 */
export function periodBefore(before: Current, now: Current): string | null {
  if (before.period === "" || samePeriod(before.period, now.period)) return null;
  const filled = (figures: readonly Figure[]): Figure[] =>
    figures.filter(({ value, words }) => value !== "" && words !== null);
  const known = new Map(
    filled(before.figures).map((figure) => [`${figure.table}/${figure.key}`, figure.value]),
  );
  const alike = filled(now.figures).filter(({ table, key, value }) => {
    const was = known.get(`${table}/${key}`);
    return was !== undefined && sameValue(was, value);
  });
  return alike.length > 0 && alike.length >= MOST * known.size ? before.period : null;
}

/** @param archived false: it is known by what was read before */
export const otherPeriodWords = (here: string, likely: string, archived: boolean): string =>
  `报告期为“${here}”，填的却是${archived ? "已归档的" : ""}“${likely}”的数`;

/** What the audit says of it: 核实, beside what it finds itself. */
export const otherPeriodItem = (
  form: FormData,
  here: string,
  likely: string,
  archived = true,
): AuditItem => ({
  level: "核实",
  sheet: "form",
  code: "",
  indicator: "报告期",
  address: form.periodAddress,
  value: here,
  message: otherPeriodWords(here, likely, archived),
  remedy: `要填${here}的，请点“结转下期”；要看${likely}的，请在“往期”中调阅；确实是同样的数，请在归档时确认`,
});
