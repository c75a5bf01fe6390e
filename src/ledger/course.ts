import { expected, isNumber, type Parameters, statusOf, STATUSES, targetText, unitOf } from "../assessment";
import { rounded, shown } from "../text";
import { type Indicator, parsePeriod, type Period, type Plan, type PlanYears } from "../plan";
import type { Scalar } from "../grid";
import { periodsBefore, valuesOf } from "./before";
import { type Ledgers, monthsOf } from "./ledger";

/** An indicator in one period. */
export interface CoursePoint {
  period: string;
  /** share of the plan's time at the period's end: 0 at its beginning, 1 at its end; beyond them below 0 or above 1 */
  at: number;
  /** 本期值, in the indicator's unit */
  value: number;
  /** 序时目标; null where the plan has none then */
  due: number | null;
  /** 状态 in a word; empty in a period that the plan does not run through */
  status: string;
}

/** An indicator's course over the periods, as a line beside its schedule, and in words. */
export interface Course {
  /** oldest first */
  points: CoursePoint[];
  /** the schedule's line: from the plan's beginning to its end, through milestones; empty where there is none */
  schedule: { at: number; value: number }[];
  /** for those who do not see the line; empty without points */
  text: string;
}

const shareOf = (period: Period, { baselineYear, targetYear }: PlanYears): number =>
  (monthsOf(period) - (baselineYear * 12 + 12)) / ((targetYear - baselineYear) * 12);

function pointOf(
  indicator: Indicator,
  { period, text, value }: { period: Period; text: string; value: Scalar },
  parameters: Parameters,
  plan: Plan,
): CoursePoint[] {
  if (!isNumber(value)) return [];
  const due = expected(indicator, period, plan);
  const inPlan = parsePeriod(text, plan).ok;
  return [
    {
      period: text,
      at: shareOf(period, plan),
      value,
      due: inPlan && due.ok ? due.value : null,
      status: inPlan ? STATUSES[statusOf(indicator, period, plan, parameters)(value)].word : "",
    },
  ];
}

/** Every year's end of the plan, its beginning too: the schedule turns only there. */
function scheduleOf(indicator: Indicator, plan: Plan): Course["schedule"] {
  const years = Array.from({ length: plan.targetYear - plan.baselineYear + 1 }, (_, i): Period => ({
    year: plan.baselineYear + i,
    month: 12,
  }));
  return years.flatMap((period) => {
    const due = expected(indicator, period, plan);
    return due.ok ? [{ at: shareOf(period, plan), value: due.value }] : [];
  });
}

const dueWords = ({ due, status }: CoursePoint, decimals: number): string => {
  const parts = [due === null ? "" : `序时${rounded(due, decimals + 1)}`, status];
  const told = parts.filter((part) => part !== "").join("，");
  return told === "" ? "" : `（${told}）`;
};

/** `护理型床位占比（%）：2022年47（序时47.2，基本达到）；2023年48（序时49.8，滞后）。目标55。` */
function textOf(indicator: Indicator, points: readonly CoursePoint[]): string {
  if (points.length === 0) return "";
  const [{ name, decimals }, unit, target] = [indicator, unitOf(indicator), targetText(indicator)];
  const told = points.map((point) => `${point.period}${shown(point.value)}${dueWords(point, decimals)}`);
  return `${name}${unit === "" ? "" : `（${unit}）`}：${told.join("；")}。${target === "" ? "" : `目标${target}。`}`;
}

/**
 * An indicator's course.
 * @param now what the form says of its own period, in place of what is archived of it
 */
export function courseOf(
  indicator: Indicator,
  ledgers: Ledgers,
  now: { period: string; value: Scalar } | null,
  parameters: Parameters,
  plan: Plan,
): Course {
  const read = now === null ? null : parsePeriod(now.period, plan);
  const current = read?.ok && now ? [{ period: read.value, text: now.period, value: now.value }] : [];
  const at = current.map(({ period }) => monthsOf(period));
  const archived = valuesOf(ledgers.form, indicator.code, periodsBefore(ledgers));
  const points = [...archived.filter(({ period }) => !at.includes(monthsOf(period))), ...current]
    .sort((a, b) => monthsOf(a.period) - monthsOf(b.period))
    .flatMap((one) => pointOf(indicator, one, parameters, plan));
  return { points, schedule: scheduleOf(indicator, plan), text: textOf(indicator, points) };
}
