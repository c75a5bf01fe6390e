import type { CourseLine } from "../../commands";

/** In percent of the drawing's width and height, from its top left. */
export interface Place {
  x: number;
  y: number;
}

/** A course as it is drawn. */
export interface Drawing {
  /** from one value to the next; none across a period without a value */
  line: [Place, Place][];
  values: Place[];
  /** what is due by when */
  schedule: [Place, Place][];
  /** 阶段目标 and the target itself */
  milestones: Place[];
}

/** Marks at the edge are seen whole. */
const EDGE = 6;
const FLAT = 50;

/** Where a number of a range stands between the edges; a range of one number is in the middle. */
const onScale = (all: readonly number[]): ((one: number) => number) => {
  const [least, most] = [Math.min(...all), Math.max(...all)];
  return (one) => (most === least ? FLAT : EDGE + ((one - least) / (most - least)) * (100 - 2 * EDGE));
};

const pairs = <T>(all: readonly T[]): [T, T][] => all.slice(1).map((one, i) => [all[i]!, one]);

/** Ends of years are the same share of the plan up to rounding. */
const sameTime = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

/**
 * A course as a line beside its schedule. Larger values stand higher, whichever way is better.
 * @param orderOf the place of a period among all that have something archived, or are shown
 * @param milestones as shares of the plan's time
 */
export function drawingOf(
  { points, schedule }: Pick<CourseLine, "points" | "schedule">,
  orderOf: (period: string) => number,
  milestones: readonly number[],
): Drawing {
  const across = onScale([...schedule, ...points].map(({ at }) => at));
  const up = onScale([...schedule, ...points].map(({ value }) => value));
  const place = ({ at, value }: { at: number; value: number }): Place => ({
    x: across(at),
    y: 100 - up(value),
  });
  const isNext = ([from, to]: readonly { period: string }[]): boolean =>
    orderOf(to!.period) - orderOf(from!.period) === 1;
  return {
    line: pairs(points)
      .filter(isNext)
      .map(([from, to]) => [place(from), place(to)]),
    values: points.map(place),
    schedule: pairs(schedule.map(place)),
    milestones: schedule.filter(({ at }) => milestones.some((one) => sameTime(one, at))).map(place),
  };
}
