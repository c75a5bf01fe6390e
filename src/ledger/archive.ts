import { DEFAULT_PARAMETERS, isExplained, readParameters, sameValue, TRIAL_MARK } from "../assessment";
import { parsePeriod, type Plan, planMessage } from "../plan";
import { type PerTable, perTable, tableOf } from "../sheets";
import type { AuditItem } from "../report";
import { type Compared, compareFigures, isToCome, wordsOf } from "./compare";
import { describe } from "./describe";
import { type Figure, type Current, writtenOf } from "./figures";
import { goneIn } from "./gone";
import { issueLevel, type LedgerIssue } from "./issues";
import { NATURES } from "./kinds";
import { archivedPeriods, type Ledger, type LedgerRow, type Ledgers, monthsOf, withRows } from "./ledger";
import { type OtherPeriod, otherPeriod } from "./other-period";

/** What stands in the way of archiving. Nothing is written as long as there is any. */
export type Obstacle =
  /** 报告期 cannot be read */
  | { code: "period"; words: string }
  /** nothing is filled in, and nothing archived */
  | { code: "nothing" }
  /** a ledger's columns are not what they were */
  | { code: "ledger"; issues: LedgerIssue[] }
  /** a ledger's sheet is gone: another one would begin anew */
  | { code: "gone"; issues: LedgerIssue[] }
  /** the figures are those of another period, by what is archived of it or was read before */
  | ({ code: "other-period"; here: string } & OtherPeriod)
  /** the audit wants something: of figures, and of the sheets themselves */
  | { code: "audit"; figures: Figure[]; others: readonly AuditItem[] }
  /** figures that 试填 made up: what is archived stays */
  | { code: "trial"; figures: Figure[] }
  /** 修订原因 is to be written, once for all */
  | { code: "reason"; revisions: Compared[] };

/** What comes of 归档本期: rows to append, or what is missing. */
export interface Archive {
  period: string;
  /** none as long as anything stands in the way */
  rows: PerTable<LedgerRow[]>;
  obstacles: Obstacle[];
  /** every figure beside what is archived of it */
  compared: Compared[];
  /** what the audit does not let pass, left out where only what is clean is archived */
  withheld: Figure[];
}

export interface ArchiveHow {
  /** 归档时间, `2023-07-05 14:30` */
  time: string;
  /** 修订原因 */
  reason?: string;
  /** archive what is clean and leave out the rest */
  cleanOnly?: boolean;
  /** the figures are final: 核定 */
  approved?: boolean;
  /** what was asked is so: the figures are of this period, or 试填 made them up; a ledger that is gone is begun anew */
  confirmed?: boolean;
  /** the other period that they look like, by what was read before; absent: what is archived tells */
  doubt?: OtherPeriod | null;
}

/** 修订原因 where only the words beside a figure are other. */
const wordsChanged = ({ table }: Figure): string => `${tableOf(table).explains.header}有改动`;

/** 数据性质 and 修订原因 of a row to come. */
function natureOf({ standing, was, figure }: Compared, { reason = "", approved = false }: ArchiveHow) {
  const final = approved && figure.words !== null;
  const said = reason.trim();
  if (standing === "first") return { nature: final ? NATURES.approved : NATURES.first, reason: "" };
  if (standing === "revision") return { nature: final ? NATURES.approved : NATURES.revised, reason: said };
  const kept = String(was!.cells.nature || NATURES.first);
  const isNoted = figure.words !== null && !sameValue(figure.words, wordsOf(was!));
  return { nature: final ? NATURES.approved : kept, reason: isNoted ? said || wordsChanged(figure) : said };
}

/** What keeps a ledger from being read and written. */
export const brokenIn = (ledgers: Ledgers): LedgerIssue[] =>
  Object.values(ledgers).flatMap(({ issues }) => issues.filter((issue) => issueLevel(issue) === "强制"));

function obstaclesOf(
  current: Current,
  ledgers: Ledgers,
  compared: readonly Compared[],
  withheld: Figure[],
  how: ArchiveHow,
  plan: Plan,
): Obstacle[] {
  const read = parsePeriod(writtenOf(current), plan);
  if (!read.ok) return [{ code: "period", words: planMessage(read.issue) }];
  const broken = brokenIn(ledgers);
  const revisions = compared.filter(
    ({ standing, figure }) => standing === "revision" && !withheld.includes(figure),
  );
  const { others } = current;
  const gone = how.confirmed ? [] : goneIn(ledgers);
  const likely = how.confirmed ? null : (how.doubt ?? otherPeriod(compared, ledgers, current.period));
  const isTrial = ({ words }: Figure): boolean => words !== null && sameValue(words, TRIAL_MARK);
  const trial = how.confirmed
    ? []
    : compared
        .filter((one) => isToCome(one) && isTrial(one.figure) && !withheld.includes(one.figure))
        .map(({ figure }) => figure);
  return [
    ...(compared.every(({ standing }) => standing === "blank") ? [{ code: "nothing" } as const] : []),
    ...(broken.length > 0 ? [{ code: "ledger", issues: broken } as const] : []),
    ...(gone.length > 0 ? [{ code: "gone", issues: gone } as const] : []),
    ...(likely ? [{ code: "other-period", here: current.period, ...likely } as const] : []),
    ...(!how.cleanOnly && withheld.length + others.length > 0
      ? [{ code: "audit", figures: withheld, others } as const]
      : []),
    ...(trial.length > 0 ? [{ code: "trial", figures: trial } as const] : []),
    ...(revisions.length > 0 && !isExplained(how.reason) ? [{ code: "reason", revisions } as const] : []),
  ];
}

/** The rows to come of one ledger, numbered on; a period keeps the words that it has there, for those who add up by them. */
function rowsFor(
  ledger: Ledger,
  toCome: readonly Compared[],
  known: ReadonlyMap<number, string>,
  { parameters }: Current,
  how: ArchiveHow,
  plan: Plan,
): LedgerRow[] {
  const read = readParameters(...parameters);
  const judged = read.ok ? read.value : DEFAULT_PARAMETERS;
  return toCome
    .filter(({ figure }) => figure.table === ledger.kind.table)
    .map((one, i) => {
      const words = one.figure.words ?? (one.was ? wordsOf(one.was) : "");
      const period = known.get(monthsOf(one.period)) ?? one.figure.period;
      const told = { ...one.figure, period, words, time: how.time, ...natureOf(one, how) };
      return describe(told, one.period, ledger, ledger.last + 1 + i, judged, plan);
    });
}

/**
 * What archiving would append: a row for every figure that is new, other than archived (with the reason), or whose words are
 * other. The same figures again give nothing; what is not filled gives nothing; no row is ever changed.
 */
export function archiveOf(current: Current, ledgers: Ledgers, how: ArchiveHow, plan: Plan): Archive {
  const compared = compareFigures(current, ledgers, how.approved);
  const withheld = compared
    .filter((one) => isToCome(one) && one.figure.against.length > 0)
    .map(({ figure }) => figure);
  const obstacles = obstaclesOf(current, ledgers, compared, withheld, how, plan);
  const left = new Set(withheld);
  const toCome = obstacles.length > 0 ? [] : compared.filter((c) => isToCome(c) && !left.has(c.figure));
  const known = new Map(archivedPeriods(ledgers).map(({ period, text }) => [monthsOf(period), text]));
  return {
    period: current.period,
    rows: perTable(({ id }) => rowsFor(ledgers[id], toCome, known, current, how, plan)),
    obstacles,
    compared,
    withheld,
  };
}

/** The ledgers once an archive has been written. */
export const withArchive = (ledgers: Ledgers, { rows }: Pick<Archive, "rows">): Ledgers =>
  perTable(({ id }) => withRows(ledgers[id], rows[id]));
