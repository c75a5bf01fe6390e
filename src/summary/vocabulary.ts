import { type Parameters, type Status, STATUSES } from "../assessment";
import { shown } from "../text";
import { type IndicatorStanding, lags } from "./standing";

/** What an indicator is counted as. */
export interface Class {
  id: string;
  word: string;
}

/** A way of saying how indicators stand: each that is judged is in one class. */
export interface Vocabulary {
  id: "schedule" | "midterm";
  /** the best first */
  classes: (final: boolean) => readonly Class[];
  /** the id of its class; null where it is not judged */
  classOf: (standing: IndicatorStanding, final: boolean) => string | null;
  /** what the classes mean, as a sentence with the thresholds */
  meaning: (parameters: Parameters, final: boolean) => string;
}

/** Statuses of what is filled in and yet says nothing of how the indicator stands. */
export const UNJUDGED: readonly Status[] = ["inProgress", "noBaseline", "notAssessed", "invalid"];

const points = (value: number): string => `${shown(value)}个百分点`;

const SCHEDULE_STATUSES: readonly { id: string; of: readonly Status[] }[] = [
  { id: "met", of: ["met"] },
  { id: "onSchedule", of: ["onSchedule"] },
  { id: "nearly", of: ["nearly"] },
  { id: "lagging", of: ["lagging", "notMet"] },
  { id: "severe", of: ["severe"] },
];

/** The class of a status; null where nothing is judged. */
export const scheduleClassOf = (status: Status): string | null =>
  SCHEDULE_STATUSES.find(({ of }) => of.includes(status))?.id ?? null;

/** 序时: the form's own words. 未达标 of a target in words counts as 滞后, as in all lists. */
export const SCHEDULE: Vocabulary = {
  id: "schedule",
  classes: () => SCHEDULE_STATUSES.map(({ id, of }) => ({ id, word: STATUSES[of[0]!].word })),
  classOf: ({ status }) => scheduleClassOf(status),
  meaning: ({ tolerance, redline }, final) =>
    final
      ? `规划期已满，达到目标的为已达标；没有达到的，落后不超过${points(redline)}的为滞后，超过的为严重滞后。`
      : `达到目标的为已达标，不落后于序时进度的为达到序时，落后不到${points(tolerance)}的为基本达到，落后${shown(tolerance)}至${points(redline)}的为滞后，落后超过${points(redline)}或劣于基期的为严重滞后；保持型指标与目标相差不超过${shown(tolerance)}%的为滞后，超过的为严重滞后。`,
};

/** From so many percentage points ahead of schedule an indicator is 快于预期; 滞后于预期 is what lags by the form's 容差. */
export const MIDTERM_AHEAD = 10;

const MIDTERM_CLASSES: readonly { id: string; word: string; final: string }[] = [
  { id: "early", word: "提前实现", final: "如期实现" },
  { id: "faster", word: "快于预期", final: "" },
  { id: "asExpected", word: "基本符合预期", final: "" },
  { id: "behind", word: "滞后于预期", final: "未实现" },
];

/** What is held at its target all the time is not early: it is as expected, until the plan ends. */
function midtermClass({ status, kind, points }: IndicatorStanding, final: boolean): string | null {
  if (lags({ status })) return "behind";
  if (status === "met") return kind === "maintain" && !final ? "asExpected" : "early";
  if (status === "onSchedule" || status === "nearly")
    return points !== null && points >= MIDTERM_AHEAD ? "faster" : "asExpected";
  return null;
}

/** The classes of mid-term evaluations, as the national plan's has them. */
export const MIDTERM: Vocabulary = {
  id: "midterm",
  classes: (final) =>
    MIDTERM_CLASSES.map(({ id, word, final: end }) => ({ id, word: final ? end : word })).filter(
      ({ word }) => word !== "",
    ),
  classOf: midtermClass,
  meaning: ({ tolerance }, final) =>
    final
      ? "规划期已满，达到目标的为如期实现，没有达到的为未实现。"
      : `提前达到目标的为提前实现，超前序时进度${points(MIDTERM_AHEAD)}及以上的为快于预期，落后${points(tolerance)}及以上、劣于基期和保持型指标没有达到目标的为滞后于预期，其余的和保持在目标水平的为基本符合预期。`,
};
