import {
  basisOf,
  judgeOf,
  type Kind,
  kindOf,
  outOfBounds,
  DEFAULT_PARAMETERS,
  type Parameters,
  STATEMENTS,
  type Status,
  TRIAL_MARK,
} from "../../assessment";
import {
  type Indicator,
  indicatorsOf,
  offeredPeriods,
  parsePeriod,
  type Period,
  type Plan,
  timeShare,
} from "../../plan";

/** What 试填 types into an indicator's row. */
export interface TrialEntry {
  actual: number | string;
  /** absent: 上年同期 stays blank */
  previous?: number | string;
  explanation: string;
}

export interface Trial {
  /** 报告期 */
  period: string;
  /** by code; what is left out stays 未填报 */
  entries: ReadonlyMap<string, TrialEntry>;
}

/** What the indicators of one kind show, one after the other, then from the beginning. */
const SHOWN: Readonly<Record<Kind, readonly Status[]>> = {
  growth: ["onSchedule", "lagging", "nearly", "met", "onSchedule", "severe", "missing"],
  maintain: ["met", "invalid", "met", "lagging", "met", "met", "lagging", "met"],
  noBaseline: ["noBaseline", "noBaseline", "met"],
  noTarget: ["notAssessed"],
  words: ["inProgress", "met", "notMet"],
};

/** 上年同期 lies by this part of the way done nearer to the baseline. */
const LAST_YEAR = 0.1;
/** A 上年同期 of this part of 本期值 calls for 核实. */
const JUMP = 0.7;
/** How far the way goes on behind the target, as a part of it: a target such as > 85 is met only there. */
const BEYOND = 0.1;
/** How far below its target an indicator without a way of its own may be, as a part of the target. */
const BELOW = 0.4;
const STEPS = 200;
/** Three of five years: growth indicators that stand still lag. */
const SHARE = 0.6;

const shareOf = (text: string, plan: Plan): number => {
  const period = parsePeriod(text, plan);
  return period.ok ? timeShare(period.value, plan) : 1;
};

/** The offered period nearest to three fifths of the plan's time, before its end. */
function trialPeriod(plan: Plan): string {
  const far = (text: string): number => Math.abs(shareOf(text, plan) - SHARE);
  return offeredPeriods(plan).reduce((best, text) => (far(text) < far(best) - 1e-9 ? text : best));
}

const rounded = (value: number, { decimals }: Indicator): number => Number(value.toFixed(decimals));

/** From the baseline to a little beyond the target, as numbers that the indicator can be. */
function wayOf(indicator: Indicator): number[] {
  const { kind, baseline, target, sign } = basisOf(indicator);
  if (target === null)
    return [rounded(baseline ?? (indicator.min ?? 0) + (indicator.max ?? 100) / 2, indicator)];
  const start = kind === "growth" ? baseline! : target - sign * BELOW * Math.max(Math.abs(target), 1);
  const all = Array.from({ length: STEPS + 1 }, (_, i) =>
    rounded(start + (i / STEPS) * (1 + BEYOND) * (target - start), indicator),
  );
  return [...new Set(all)].filter((value) => !outOfBounds(indicator, value));
}

type Judged = Partial<Record<Status, number | string>>;

/** For each status that the indicator can have on its way, the value in the middle of those that have it. */
function valuesOf(indicator: Indicator, period: Period, plan: Plan, parameters: Parameters): Judged {
  if (indicator.type === "words") return STATEMENTS;
  const { status } = judgeOf(indicator, period, plan, parameters);
  const by = new Map<Status, number[]>();
  for (const value of wayOf(indicator)) by.set(status(value), [...(by.get(status(value)) ?? []), value]);
  return Object.fromEntries([...by].map(([one, values]) => [one, values[Math.floor(values.length / 2)]!]));
}

function previousOf(indicator: Indicator, actual: number | string): number | string {
  if (typeof actual === "string") return actual;
  const { kind, baseline } = basisOf(indicator);
  const from = kind === "growth" ? baseline! : actual;
  return rounded(actual - LAST_YEAR * (actual - from), indicator);
}

/** Half of the last decimal more, for 提示; in the good direction, so that the status stays. */
function withMoreDecimals(indicator: Indicator, value: number | string): number | string {
  if (typeof value === "string") return value;
  const more = value + basisOf(indicator).sign * 0.5 * 10 ** -indicator.decimals;
  const finer = Number(more.toFixed(indicator.decimals + 1));
  return indicator.whole || outOfBounds(indicator, finer) ? value : finer;
}

/** Hands out the statuses of {@link SHOWN} by an indicator's place among those of its kind; the first joint one lags. */
function statusesFor(indicators: readonly Indicator[], jointLags: (i: Indicator) => boolean): Status[][] {
  const places = new Map<Kind, number>();
  const joint = indicators.find((i) => i.bureaus.length > 1 && jointLags(i));
  return indicators.map((indicator) => {
    const kind = kindOf(indicator);
    const place = places.get(kind) ?? 0;
    places.set(kind, place + 1);
    const shown = SHOWN[kind];
    const turned = shown.map((_, i) => shown[(place + i) % shown.length]!);
    return indicator === joint ? ["lagging", ...turned] : turned;
  });
}

/**
 * What 试填 types: values between baseline and target by which every status, a joint indicator that lags, and findings
 * of each level occur, as far as the plan's indicators can have them. The same for the same plan every time.
 * @param indicators those on the form
 * @param given a 报告期 that stands there already; one that cannot be read counts as none
 * @param parameters 容差 and 红线 by which the form judges
 */
export function trialEntries(
  plan: Plan,
  indicators = indicatorsOf(plan),
  given = "",
  parameters = DEFAULT_PARAMETERS,
): Trial {
  const read = parsePeriod(given, plan);
  const period = read.ok ? given : trialPeriod(plan);
  const at = parsePeriod(period, plan);
  if (!at.ok) throw new Error(`the plan offers ${period}, which it cannot read`);
  const values = indicators.map((indicator) => valuesOf(indicator, at.value, plan, parameters));
  const statuses = statusesFor(indicators, (i) => values[indicators.indexOf(i)]!.lagging !== undefined);
  const entries = new Map<string, TrialEntry>();
  let [jumps, isFiner] = [false, false];
  indicators.forEach((indicator, i) => {
    const can = values[i]!;
    const any = Object.values(can)[0];
    const status = statuses[i]!.find((s) => s === "missing" || s === "invalid" || can[s] !== undefined);
    if (status === "missing" || any === undefined) return;
    const explanation = TRIAL_MARK;
    if (status === "invalid")
      return entries.set(indicator.code, { actual: `约${can.met ?? any}`, explanation });
    const value = (status && can[status]) ?? any;
    const actual = status === "nearly" && !isFiner ? withMoreDecimals(indicator, value) : value;
    isFiner ||= actual !== value;
    const isFirst = status === "onSchedule" && !jumps && typeof value === "number";
    jumps ||= isFirst;
    const previous = isFirst ? rounded(value * JUMP, indicator) : previousOf(indicator, value);
    entries.set(indicator.code, { actual, previous, explanation });
  });
  return { period, entries };
}
