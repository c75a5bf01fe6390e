import { DEFAULT_PARAMETERS, readParameters } from "../assessment";
import type { Holdings } from "../excel";
import { type Periods, periodsIn } from "../excel/ledger";
import {
  type ArchivedPeriod,
  archivedPeriods,
  changesOf,
  changeWords,
  compareFigures,
  courseOf,
  type Current,
  type Figure,
  followingPeriods,
  isToCome,
  issueLevel,
  ledgerMessage,
  type OtherPeriod,
  otherPeriod,
  otherPeriodItem,
  otherPeriodWords,
  periodBefore,
  writtenOf,
} from "../ledger";
import { indicatorsOf, parsePeriod, type Plan, samePeriod } from "../plan";
import { reportOf } from "../report";
import type { PerTable } from "../sheets";
import type { CourseLine, PeriodsRead } from "./periods-state";
import { mendable } from "./periods-restore";

/** Null where nothing says that the figures are another period's. @param before as read last, of the period that it said */
export function likelyPeriod(work: Periods, before: Holdings | null, plan: Plan): OtherPeriod | null {
  const current = work.current();
  // what is wrong with 报告期 itself is said first
  if (!parsePeriod(writtenOf(current), plan).ok) return null;
  const compared = compareFigures(current, work.ledgers);
  const archived = otherPeriod(compared, work.ledgers, current.period);
  if (archived?.whole) return archived;
  const former = before && periodsIn(before.held, before.kept, plan)?.current();
  const standings = new Map(compared.map(({ figure, standing }) => [figure, standing]));
  const isOwn = (figure: Figure): boolean => ["same", "note"].includes(standings.get(figure) ?? "");
  return (former && periodBefore(former, current, isOwn)) ?? archived;
}

/** The period that all of the figures are of; undefined: of the one that 报告期 says. */
export const wholly = (likely: OtherPeriod | null): string | undefined =>
  likely?.whole ? likely.period : undefined;

function coursesOf({ held, ledgers }: Periods, { period, parameters }: Current, plan: Plan): CourseLine[] {
  const read = readParameters(...parameters);
  const judged = read.ok ? read.value : DEFAULT_PARAMETERS;
  const now = new Map(held.form?.rows.map(({ code, actual }) => [code, actual]));
  return indicatorsOf(plan).flatMap((indicator): CourseLine[] => {
    const value = now.get(indicator.code);
    const shown = typeof value === "number" ? { period, value } : null;
    const course = courseOf(indicator, ledgers, shown, judged, plan);
    return course.points.length > 0 ? [{ code: indicator.code, name: indicator.name, ...course }] : [];
  });
}

/** The proposals for 结转下期: where 报告期 was changed over figures of another period, what it says now comes first. */
export function proposals({ ledgers, current }: Periods, likely: OtherPeriod | null, plan: Plan): string[] {
  const [here, isRead] = [current().period, parsePeriod(writtenOf(current()), plan).ok];
  if (!likely && !isRead) return [];
  const following = followingPeriods(wholly(likely) ?? here, archivedPeriods(ledgers), plan);
  if (!likely?.whole || !isRead) return following;
  return [here, ...following.filter((one) => !samePeriod(one, here))];
}

/** What to do, by the buttons' names. */
export function adviceWords(here: string, likely: OtherPeriod): string {
  const words = otherPeriodWords(here, likely);
  return likely.whole
    ? `${words}；要填${here}的，请点“结转下期”；要看${likely.period}的，请在“往期”中点“调阅”`
    : `${words}；不是${here}的请改正或清空，归档时会列出这些数请您确认`;
}

const countOf = (all: PerTable<readonly unknown[]>): number =>
  Object.values(all).reduce((sum, some) => sum + some.length, 0);

function readOf(work: Periods, likely: OtherPeriod | null, plan: Plan): PeriodsRead {
  const current = work.current();
  const theirs = work.current(wholly(likely));
  const { ledgers } = work;
  const read = readParameters(...current.parameters);
  const judged = read.ok ? read.value : DEFAULT_PARAMETERS;
  const { restorations, lost } = mendable(work, plan);
  const all = archivedPeriods(ledgers);
  const isShown = ({ text }: ArchivedPeriod): boolean => parsePeriod(text, plan).ok;
  const found = countOf(restorations) + lost.reduce((sum, { figures }) => sum + figures.length, 0);
  return {
    period: current.period,
    archived: all.filter(isShown),
    // such as what stands beside the first period's figures
    outside: all.filter((one) => !isShown(one)).map(({ text }) => text),
    following: proposals(work, likely, plan),
    unarchived: compareFigures(theirs, ledgers).filter(isToCome).length,
    courses: coursesOf(work, theirs, plan),
    changes: likely ? "" : changeWords(changesOf(current, ledgers, judged, plan)),
    issues: Object.values(ledgers).flatMap(({ issues }) =>
      issues.map((issue) => ({ level: issueLevel(issue), text: ledgerMessage(issue, plan) })),
    ),
    lost: found,
    otherPeriod: likely && adviceWords(current.period, likely),
    figuresOf: wholly(likely) ?? null,
  };
}

/** What there is to say of a reading. */
export function look(now: Holdings, before: Holdings | null, plan: Plan, whole: boolean) {
  const work = periodsIn(now.held, now.kept, plan);
  if (!work) return { isSettled: true, words: null, report: {}, read: null };
  const likely = likelyPeriod(work, before, plan);
  const current = work.current();
  const { period } = current;
  const { form } = now.held;
  return {
    /** the figures are of the period that is said: what is read next may be held against them */
    isSettled: likely === null && parsePeriod(writtenOf(current), plan).ok,
    words: likely && adviceWords(period, likely),
    report: likely && form ? reportOf(now.held, plan, [otherPeriodItem(form, period, likely)]) : {},
    read: whole ? readOf(work, likely, plan) : null,
  };
}
