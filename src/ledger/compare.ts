import { sameValue } from "../assessment";
import { type Period, readPeriod } from "../plan";
import type { Scalar } from "../grid";
import type { Current, Figure } from "./figures";
import { NATURES } from "./kinds";
import { latestOf, type LedgerRow, type Ledgers } from "./ledger";

/** How a figure stands to what is archived of it. */
type Standing =
  /** nothing is archived, or only that there was none */
  | "first"
  /** another value is: that wants a reason */
  | "revision"
  /** the same value with other words, or not yet 核定 */
  | "note"
  | "same"
  /** there is one in the ledger, and none here: the ledger keeps it */
  | "cleared"
  /** nothing here, nothing there */
  | "blank";

/** A figure beside what is archived of it. */
export interface Compared {
  figure: Figure;
  period: Period;
  was: LedgerRow | undefined;
  standing: Standing;
}

const valueOf = (row: LedgerRow): Scalar => row.cells.value ?? "";
export const wordsOf = (row: LedgerRow): string => String(row.cells.words ?? "");

function standingOf({ value, words }: Figure, was: LedgerRow | undefined, approved: boolean): Standing {
  const isNothing = value === "" && (words === null || words.trim() === "");
  if (!was) return isNothing ? "blank" : "first";
  if (isNothing) return "cleared";
  const sameWords = words === null || sameValue(words, wordsOf(was));
  if (sameValue(value, valueOf(was))) {
    const final = approved && words !== null && value !== "" && was.cells.nature !== NATURES.approved;
    return sameWords && !final ? "same" : "note";
  }
  if (value === "" && sameWords) return "cleared";
  return valueOf(was) === "" && was.cells.nature === NATURES.first ? "first" : "revision";
}

/** How every figure stands to the ledger; those whose period cannot be read are left out. */
export function compareFigures({ figures }: Current, ledgers: Ledgers, approved = false): Compared[] {
  return figures.flatMap((figure): Compared[] => {
    const period = readPeriod(figure.period);
    if (!period.ok) return [];
    const was = latestOf(ledgers[figure.table], period.value, figure.key);
    return [{ figure, period: period.value, was, standing: standingOf(figure, was, approved) }];
  });
}

/** True for what archiving would append a row for. */
export const isToCome = ({ standing }: Compared): boolean =>
  standing === "first" || standing === "revision" || standing === "note";
