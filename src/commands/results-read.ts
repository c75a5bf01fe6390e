import type { Holdings } from "../excel";
import { type Periods, periodsIn } from "../excel/ledger";
import { bookIn, madeIn, type MadeId, type MadeRecord } from "../excel/results";
import { type Briefing, briefingOf } from "../briefing";
import { changesOf } from "../ledger";
import { type Plan, shownPeriod } from "../plan";
import { NO_BUREAU, type Report } from "../report";
import {
  type Book,
  type BookRow,
  isOpen,
  pressing,
  reminding,
  returnGroups,
  returning,
  updateOf,
  valueOf,
} from "../supervision";
import { fingerprintOf, type Summary, summaryOf } from "../summary";
import { adviceWords, likelyPeriod } from "./periods-read";
import { seen } from "./periods-state";
import { chosen, type Letter, type Made, results, type ResultsRead } from "./results-state";

/** What was chosen for the last that was made holds until something else is chosen. */
export function adoptChoices(made: (id: MadeId) => MadeRecord | null): void {
  const [briefing, book] = [made("briefing"), made("book")];
  if (!chosen.vocabulary && briefing)
    results.set({ vocabulary: briefing.choice === "midterm" ? "midterm" : "schedule" });
  if (!chosen.firstLeads && book) results.set({ firstLeads: book.choice === FIRST_LEADS });
}

/** As a record says it. */
export const FIRST_LEADS = "first";

/** Why 报告期 may be another one than that of the figures, and what to do; null where it is theirs. */
export function doubtOf(work: Periods, plan: Plan): string | null {
  const likely = likelyPeriod(work, seen.plan === plan ? seen.before : null, plan);
  return likely && adviceWords(work.current().period, likely);
}

/** The bulletin as the figures are now. */
export function briefingNow(work: Periods, summary: Summary): Briefing {
  const { plan, parameters } = summary;
  const changes = changesOf(work.current(), work.ledgers, parameters, plan);
  return briefingOf(summary, { vocabulary: results.get().vocabulary, changes });
}

/** Who is written to, and what: who has not reported, what lags, what is to be mended. */
function lettersOf(report: Report, book: Book, plan: Plan): Letter[] {
  const occasion = { plan, period: report.period };
  const all = <T extends { bureau: string; items: unknown[] }>(
    kind: Letter["kind"],
    groups: readonly T[],
    write: (group: T) => string,
  ): Letter[] =>
    groups
      .filter(({ bureau }) => bureau !== NO_BUREAU)
      .map((group) => ({ kind, bureau: group.bureau, text: write(group), count: group.items.length }));
  return [
    ...all("催报", report.missing, (group) => reminding(group, occasion)),
    ...all("督办", report.lagging, (group) => pressing(group, occasion, book.rows)),
    ...all("退回修改", returnGroups(report.findings, plan), (group) => returning(group, occasion)),
  ];
}

const matterOf = ({ cells }: BookRow): string => String(valueOf(cells.matter));
const openOf = (row: BookRow): ResultsRead["open"][number] => ({
  matter: matterOf(row),
  streak: Number(valueOf(row.cells.streak)) || 0,
  level: String(valueOf(row.cells.level)),
  lead: String(valueOf(row.cells.lead)),
});

/** What the book proposes to close. */
export function recoveredIn(work: Periods, book: Book, summary: Summary): ResultsRead["recovered"] {
  const { recovered } = updateOf(book, summary, work.ledgers, { date: "" });
  return recovered.map(({ row, words }) => ({ row: row.row!, matter: matterOf(row), words }));
}

/** What there is to say of a reading. */
export function look(now: Holdings, plan: Plan): ResultsRead {
  const summary = summaryOf(now.held, plan);
  const mark = summary.ok ? fingerprintOf(summary.value) : "";
  const made = (id: MadeId): Made | null => {
    const record = madeIn(now.names, now.sheets, id);
    if (!record) return null;
    const { time, period, sheet, fingerprint } = record;
    return { time, period, sheet, changed: fingerprint !== mark };
  };
  adoptChoices((id) => madeIn(now.names, now.sheets, id));
  const book = bookIn(now.kept.book, plan);
  const work = periodsIn(now.held, now.kept, plan);
  const recovered = work && summary.ok ? recoveredIn(work, book, summary.value) : [];
  const isRecovered = ({ row }: BookRow): boolean => recovered.some((one) => one.row === row);
  const doubt = work && summary.ok ? doubtOf(work, plan) : null;
  return {
    period: shownPeriod(now.held.form?.period ?? now.held.tasks?.period),
    ...{ dashboard: made("dashboard"), briefing: made("briefing"), book: made("book") },
    open: book.rows.filter((row) => isOpen(row) && row.record !== null && !isRecovered(row)).map(openOf),
    recovered,
    letters: now.report ? lettersOf(now.report, book, plan) : [],
    issues: [...(summary.ok ? [] : [summary.issue]), ...(doubt === null ? [] : [doubt]), ...book.issues],
    hasBriefing: work !== null && summary.ok,
  };
}
