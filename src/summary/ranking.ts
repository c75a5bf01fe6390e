import { type Parameters, pointsWords } from "../assessment";
import { type IndicatorStanding, lags } from "./standing";
import { placesOf } from "./places";

/** A lagging indicator with its place, the farthest behind first. */
export interface Ranked {
  /** null where there is no distance: 未达标 of a target in words */
  place: number | null;
  /** percentage points behind schedule, or what is missing in percent of the target, as printed; "" where there is none */
  behind: string;
  standing: IndicatorStanding;
}

/** What is missing to a target of 0 is beyond any percentage of it. */
const BEYOND = "目标为0";
const printed = (points: number, parameters: Parameters): string =>
  Number.isFinite(points) ? pointsWords(points, parameters) : BEYOND;

/** The lagging indicators by points behind. Those that print alike share a place; those without points come last. */
export function rankingOf(items: readonly IndicatorStanding[], parameters: Parameters): Ranked[] {
  const lagging = items.filter(lags);
  const apart = lagging.flatMap((standing) =>
    standing.points === null ? [] : [{ standing, behind: printed(standing.points, parameters) }],
  );
  const numbers = apart.map(({ behind }) => (behind === BEYOND ? Infinity : Number(behind)));
  const places = placesOf(numbers);
  const ranked = apart.map((one, i): Ranked => ({ ...one, place: places[i]! }));
  const stated = lagging.filter(({ points }) => points === null);
  return [
    ...ranked.sort((a, b) => a.place! - b.place!),
    ...stated.map((standing): Ranked => ({ place: null, behind: "", standing })),
  ];
}
