import { DEFAULT_PARAMETERS, readParameters } from "../assessment";
import type { Holdings } from "../excel";
import { type Periods, periodsIn } from "../excel/ledger";
import {
  archivedPeriods,
  changesOf,
  changeWords,
  compareFigures,
  courseOf,
  type Current,
  followingPeriods,
  isToCome,
  issueLevel,
  ledgerMessage,
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

/** The period that the figures are of, where 报告期 says another. */
export interface Likely {
  period: string;
  /** by what is archived of it; false: by what was read before */
  archived: boolean;
}

/** Null where nothing says that the figures are another period's. @param before as read last, of the period that it said */
export function likelyPeriod(work: Periods, before: Holdings | null, plan: Plan): Likely | null {
  const current = work.current();
  const compared = compareFigures(current, work.ledgers);
  const archived = otherPeriod(compared, work.ledgers, current.period);
  if (archived !== null) return { period: archived, archived: true };
  const former = before && periodsIn(before.held, before.kept, plan)?.current();
  const isKnown = compared.some(({ standing }) => standing === "same") && !compared.some(isToCome);
  const period = former && !isKnown ? periodBefore(former, current) : null;
  return period === null ? null : { period, archived: false };
}

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
export function proposals({ ledgers, current }: Periods, likely: Likely | null, plan: Plan): string[] {
  const [here, isRead] = [current().period, parsePeriod(writtenOf(current()), plan).ok];
  if (!likely && !isRead) return [];
  const following = followingPeriods(likely?.period ?? here, archivedPeriods(ledgers), plan);
  if (!likely || !isRead) return following;
  return [here, ...following.filter((one) => !samePeriod(one, here))];
}

/** What to do, by the buttons' names. */
function adviceWords(here: string, { period, archived }: Likely): string {
  const words = otherPeriodWords(here, period, archived);
  return `${words}；要填${here}的，请点“结转下期”；要看${period}的，请在“往期”中点“调阅”`;
}

const countOf = (all: PerTable<readonly unknown[]>): number =>
  Object.values(all).reduce((sum, some) => sum + some.length, 0);

function readOf(work: Periods, likely: Likely | null, plan: Plan): PeriodsRead {
  const current = work.current();
  const { ledgers } = work;
  const read = readParameters(...current.parameters);
  const judged = read.ok ? read.value : DEFAULT_PARAMETERS;
  const { restorations, lost } = mendable(work, plan);
  const found = countOf(restorations) + lost.reduce((sum, { figures }) => sum + figures.length, 0);
  return {
    period: current.period,
    // what stands beside the first period's figures is older than the plan and cannot be shown
    archived: archivedPeriods(ledgers).filter(({ text }) => parsePeriod(text, plan).ok),
    following: proposals(work, likely, plan),
    unarchived: compareFigures(likely ? work.current(likely.period) : current, ledgers).filter(isToCome)
      .length,
    courses: coursesOf(work, current, plan),
    changes: likely ? "" : changeWords(changesOf(current, ledgers, judged, plan)),
    issues: Object.values(ledgers).flatMap(({ issues }) =>
      issues.map((issue) => ({ level: issueLevel(issue), text: ledgerMessage(issue, plan) })),
    ),
    lost: found,
    otherPeriod: likely && adviceWords(current.period, likely),
    figuresOf: likely && likely.period,
  };
}

/** What there is to say of a reading. */
export function look(now: Holdings, before: Holdings | null, plan: Plan, whole: boolean) {
  const work = periodsIn(now.held, now.kept, plan);
  if (!work) return { likely: null, words: null, report: {}, read: null };
  const likely = likelyPeriod(work, before, plan);
  const { period } = work.current();
  const { form } = now.held;
  return {
    likely,
    words: likely && adviceWords(period, likely),
    report:
      likely && form
        ? reportOf(now.held, plan, [otherPeriodItem(form, period, likely.period, likely.archived)])
        : {},
    read: whole ? readOf(work, likely, plan) : null,
  };
}
