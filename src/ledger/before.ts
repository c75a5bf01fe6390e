import { type Period, readPeriod, shownPeriod } from "../plan";
import type { Scalar } from "../grid";
import { archivedPeriods, latestOf, type Ledger, type Ledgers, monthsOf } from "./ledger";
import { sameLastYear } from "./period-words";
import type { TableId } from "../sheets";

/** What earlier periods say of a record, for the form of a period. */
export interface Before {
  /** 上年同期; "" for none */
  lastYear: Scalar;
  /** the last period with a value, and that value; null: none */
  last: { period: string; value: Scalar } | null;
}

/** The values of a record in all periods, oldest first; those without a value are left out. */
export function valuesOf(
  ledger: Ledger,
  key: string,
  periods: readonly Period[],
): { period: Period; text: string; value: Scalar }[] {
  return periods.flatMap((period) => {
    const cells = latestOf(ledger, period, key)?.cells;
    const value = cells?.value ?? "";
    return value === "" ? [] : [{ period, text: shownPeriod(cells!.period), value }];
  });
}

/** The archived periods, oldest first. */
export const periodsBefore = (ledgers: Ledgers, end = Infinity): Period[] =>
  archivedPeriods(ledgers)
    .map(({ period }) => period)
    .filter((period) => monthsOf(period) < end)
    .reverse();

/** Tells of each record what a form of this period has beside 本期值; blank where the period cannot be read. */
export function beforeOf(
  ledgers: Ledgers,
  periodText: string,
  table: TableId = "form",
): (code: string) => Before {
  const read = readPeriod(periodText);
  if (!read.ok) return () => ({ lastYear: "", last: null });
  const [periods, yearAgo] = [periodsBefore(ledgers, monthsOf(read.value)), sameLastYear(read.value)];
  return (code) => {
    const last = valuesOf(ledgers[table], code, periods).at(-1);
    return {
      lastYear: latestOf(ledgers[table], yearAgo, code)?.cells.value ?? "",
      last: last ? { period: last.text, value: last.value } : null,
    };
  };
}
