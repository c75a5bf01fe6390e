import type { Direction } from "./better";
import type { Meaning } from "./meaning";
import type { TargetType } from "./target-type";

/* Which of the ways to understand a target holds. */

type Ways = readonly Meaning[];

const WORDS: Meaning = { type: "words", notation: { kind: "words" } };

/** What a plan states of a target beside what it prints. */
export interface Stated {
  readonly type?: TargetType;
  readonly direction?: Direction;
}

/** A printed number judged as a level, a sum or an average is each of these, if the plan says so. */
const NUMBERS: readonly TargetType[] = ["level", "cumulative", "average"];

function ofType(ways: Ways, type: TargetType): Ways {
  if (type === "words") return [WORDS];
  const fitting = ways.filter((way) => way.type === type);
  if (fitting.length > 0) return fitting;
  if (type === "none") return [{ type, notation: { kind: "none" } }];
  if (!NUMBERS.includes(type)) return [];
  return ways.flatMap((way) => (way.notation.kind === "value" ? [{ ...way, type }] : []));
}

/** The ways that are left where the plan states type and direction; one settles it. */
export function settled(ways: Ways, { type, direction }: Stated): Ways {
  const typed = type === undefined ? ways : ofType(ways, type);
  const directed = typed.filter((way) => way.direction === direction);
  const left = direction === undefined || directed.length === 0 ? typed : directed;
  // of a stated kind the likeliest holds, unless it is open which is better
  const open = left.some((way) => way.direction !== left[0]!.direction);
  return type === undefined || open ? left : left.slice(0, 1);
}
