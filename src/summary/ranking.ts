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

/** What 落后 and 位次 mean, for readers of a ranking. */
export const RANKING_NOTE =
  "“落后”为落后序时进度的百分点，没有序时进度的为与目标相差的百分比；位次由多到少排列，相同的并列，人工判断的不排位次。";

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
