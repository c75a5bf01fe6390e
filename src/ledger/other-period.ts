import { sameValue } from "../assessment";
import { readPeriod, samePeriod } from "../plan";
import type { AuditItem } from "../report";
import type { Scalar } from "../grid";
import type { FormData } from "../sheets";
import { type Compared, wordsOf } from "./compare";
import type { Current, Figure } from "./figures";
import { LEDGERS } from "./kinds";
import { archivedPeriods, latestOf, type Ledgers } from "./ledger";

/** Without a reading before, so many figures must be the same as archived, and so much of what is filled in. */
const LEAST = 3;
const SHARE = 1 / 3;
/** Where all that is filled in is the same, fewer do. */
const LEAST_WHOLE = 2;

/** The figures, or some of them, are as they were in another period than 报告期 says. */
export interface OtherPeriod {
  period: string;
  /** by what is archived of it; false: by what was read before */
  archived: boolean;
  /** nothing else is filled in: the sheets as they stand are that period's */
  whole: boolean;
  /** the figures that are still the same */
  alike: Figure[];
}

/** What says something of its own period: what is done stays done. */
const isFilled = ({ table, value, words }: Figure): boolean =>
  value !== "" && words !== null && !LEDGERS[table].lasts(value);

/** A task's state is often the same: only with its words it says something. */
const isAlike = ({ table, value, words }: Figure, was: Scalar, wasWords: string): boolean =>
  sameValue(value, was) && (table === "form" || sameValue(words ?? "", wasWords));

/**
 * The archived period whose figures these are, or some of them, where they are not what is archived of their own: someone
 * changed 报告期 by hand over figures that were filled in. A figure that stays the same over more periods does not count,
 * unless all are. Null where nothing says so.
 * @param compared figures of one period beside what is archived of it, and of last year's, which are passed over
 */
export function otherPeriod(
  compared: readonly Compared[],
  ledgers: Ledgers,
  period: string,
): OtherPeriod | null {
  const filled = compared
    .filter(({ figure }) => samePeriod(figure.period, period) && isFilled(figure))
    .map(({ figure, standing }) => ({ figure, isOwn: standing === "same" || standing === "note" }));
  const open = filled.filter(({ isOwn }) => !isOwn).map(({ figure }) => figure);
  if (open.length < LEAST_WHOLE) return null;
  const others = archivedPeriods(ledgers).filter(({ text }) => !samePeriod(text, period));
  const same = others.map((other) => ({
    text: other.text,
    alike: open.filter((figure) => {
      const row = latestOf(ledgers[figure.table], other.period, figure.key);
      return row !== undefined && isAlike(figure, row.cells.value ?? "", wordsOf(row));
    }),
  }));
  const times = new Map<Figure, number>();
  for (const figure of same.flatMap(({ alike }) => alike)) times.set(figure, (times.get(figure) ?? 0) + 1);
  for (const { text, alike } of same) {
    if (alike.length === filled.length) return { period: text, archived: true, whole: true, alike };
    const only = alike.filter((figure) => times.get(figure) === 1);
    if (only.length >= Math.max(LEAST, SHARE * filled.length))
      return { period: text, archived: true, whole: false, alike: only };
  }
  return null;
}

/**
 * The period that the figures were of when they were read before, where 报告期 says another now and any of them is still the
 * same: this tells of figures that were never archived. Null where nothing says so, or it was no period before.
 * @param isOwn true of a figure that is known to be of its period, as archived
 */
export function periodBefore(
  before: Current,
  now: Current,
  isOwn: (figure: Figure) => boolean = () => false,
): OtherPeriod | null {
  if (!readPeriod(before.period).ok || samePeriod(before.period, now.period)) return null;
  const known = new Map(before.figures.filter(isFilled).map((one) => [`${one.table}/${one.key}`, one]));
  const filled = now.figures.filter(isFilled);
  const alike = filled.filter((figure) => {
    const was = known.get(`${figure.table}/${figure.key}`);
    return was !== undefined && isAlike(figure, was.value, was.words ?? "") && !isOwn(figure);
  });
  if (alike.length === 0) return null;
  const whole = alike.length === filled.length && alike.length === known.size;
  return { period: before.period, archived: false, whole, alike };
}

/** `报告期为“2023年”，填的却是已归档的“2022年”的数`, or that some of it still is. */
export const otherPeriodWords = (here: string, { period, archived, whole }: OtherPeriod): string => {
  const theirs = `${archived ? "已归档的" : ""}“${period}”`;
  return `报告期为“${here}”，${whole ? `填的却是${theirs}的数` : `有的数仍与${theirs}的相同`}`;
};

/** What the audit says of it: 核实, beside what it finds itself. */
export const otherPeriodItem = (form: FormData, here: string, other: OtherPeriod): AuditItem => ({
  level: "核实",
  sheet: "form",
  code: "",
  indicator: "报告期",
  address: form.periodAddress,
  value: here,
  message: otherPeriodWords(here, other),
  remedy: other.whole
    ? `要填${here}的，请点“结转下期”；要看${other.period}的，请在“往期”中调阅；确实是同样的数，请在归档时确认`
    : `归档时会逐项列出；不是${here}的请改正或清空，确实是同样的数，请在归档时确认`,
});
