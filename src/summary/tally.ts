import { type Status, STATUSES } from "../assessment";
import { type Share, sharesOf } from "./shares";
import { type IndicatorStanding, lags } from "./standing";
import { UNJUDGED, type Vocabulary } from "./vocabulary";

/** Indicators that stand alike, and what they are called. */
export interface Alike {
  id: string;
  word: string;
  items: readonly IndicatorStanding[];
}

/** Some indicators counted by how they stand. Each is in exactly one of `classes`, `unjudged` and `missing`. */
export interface Tally {
  all: readonly IndicatorStanding[];
  filled: readonly IndicatorStanding[];
  missing: readonly IndicatorStanding[];
  /** those that are in a class, and those in each class of the vocabulary, the best first, of these also what part they are */
  judged: readonly IndicatorStanding[];
  classes: readonly (Alike & { share: Share })[];
  /** filled in, but not to be judged: by the status that says why; without empty ones */
  unjudged: readonly Alike[];
  lagging: readonly IndicatorStanding[];
}

const NO_SHARE: Share = { percent: "", alone: "" };
const notJudged = (status: Status, items: readonly IndicatorStanding[]): Alike => ({
  id: status,
  word: STATUSES[status].word,
  items: items.filter((one) => one.status === status),
});

export function tallyOf(
  items: readonly IndicatorStanding[],
  { classes, classOf }: Pick<Vocabulary, "classes" | "classOf">,
  final: boolean,
): Tally {
  const ofClass = new Map<string | null, IndicatorStanding[]>();
  for (const item of items) {
    const id = classOf(item, final);
    ofClass.set(id, [...(ofClass.get(id) ?? []), item]);
  }
  const counted = classes(final).map((one) => ({ ...one, items: ofClass.get(one.id) ?? [] }));
  const shares = sharesOf(counted.map((one) => one.items.length));
  return {
    all: items,
    filled: items.filter(({ status }) => status !== "missing"),
    missing: items.filter(({ status }) => status === "missing"),
    judged: counted.flatMap((one) => one.items),
    classes: counted.map((one, i) => ({ ...one, share: shares[i] ?? NO_SHARE })),
    unjudged: UNJUDGED.map((status) => notJudged(status, items)).filter((one) => one.items.length > 0),
    lagging: items.filter(lags),
  };
}
