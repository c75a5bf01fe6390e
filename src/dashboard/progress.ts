import { basisOf, expected, isNumber, progress } from "../assessment";
import { type IndicatorStanding, rankingOf, scheduleClassOf, type Summary } from "../summary";

/** How far an indicator has come beside how far it should have. */
export interface ProgressLine {
  standing: IndicatorStanding;
  /** among those that lag; null for others, and where there is no distance */
  place: number | null;
  /** as printed; "" where it does not lag */
  behind: string;
  /** fractions of the way from baseline to target, or of the target; null where neither is a way */
  done: number | null;
  due: number | null;
}

const UNDRAWN = { done: null, due: null };

/** What is not judged, a limit, a range that is to be kept and a target in words are no way. */
function wayOf(
  { indicator, actual, status }: IndicatorStanding,
  { end, plan }: Summary,
): Pick<ProgressLine, "done" | "due"> {
  const { kind, baseline, target, sign, far } = basisOf(indicator);
  if (!isNumber(actual) || target === null || scheduleClassOf(status) === null) return UNDRAWN;
  const [done, due] = [progress(indicator, actual), expected(indicator, end, plan)];
  if (!done.ok) return UNDRAWN;
  if (kind === "growth" && due.ok)
    return { done: done.value, due: (due.value - baseline!) / (target - baseline!) };
  const isMore = far === null && sign * target > 0;
  return isMore ? { done: done.value, due: due.ok ? due.value / target : 1 } : UNDRAWN;
}

/** Percentage points ahead; those that reach their target come last. */
const ahead = ({ standing: { status, points }, done, due }: ProgressLine): number =>
  status === "met" ? Infinity : (points ?? (done === null || due === null ? Infinity : 100 * (done - due)));

/** The indicators that are filled in: those that lag in their places, then the others, the nearest to lag first. */
export function progressLines(summary: Summary): ProgressLine[] {
  const all = (summary.indicators ?? []).filter(({ status }) => status !== "missing" && status !== "invalid");
  const ranked = rankingOf(all, summary.parameters).map(({ place, behind, standing }): ProgressLine => ({
    standing,
    place,
    behind,
    ...wayOf(standing, summary),
  }));
  const lagging = new Set(ranked.map(({ standing }) => standing));
  const others = all
    .filter((standing) => !lagging.has(standing))
    .map((standing): ProgressLine => ({ standing, place: null, behind: "", ...wayOf(standing, summary) }))
    .filter(({ done }) => done !== null)
    // what is Infinity on both sides is alike
    .sort((a, b) => (ahead(a) === ahead(b) ? 0 : ahead(a) - ahead(b)));
  return [...ranked, ...others];
}
