import type { Holdings } from "../excel";
import { shownPeriod } from "../plan";
import { planInUse } from "../plan/in-use";
import { periodsPart } from "./periods-loading";
import { periods, seen } from "./periods-state";
import { state } from "./state";

const periodIn = ({ held: { form, tasks } }: Holdings): string => shownPeriod(form?.period ?? tasks?.period);

/** What was read before of the same plan. */
const before = (): Holdings | null => (seen.plan === planInUse() ? seen.before : null);

/** Only what is kept, or a period that has changed, has anything to say. */
function hasMore(now: Holdings): boolean {
  const former = before();
  return (
    seen.wanted ||
    now.kept.form !== null ||
    now.kept.tasks !== null ||
    (former !== null && periodIn(former) !== periodIn(now))
  );
}

function keep(now: Holdings): void {
  Object.assign(seen, { before: now, plan: planInUse() });
}

/** Says it once of each change. */
function tell(words: string | null): void {
  if (words === seen.told) return;
  seen.told = words;
  if (words === null) return;
  const text = `${words}。`;
  state.set({ notice: { kind: "info", text, holds: () => seen.told === words } });
}

/** What was read, with what the ledgers say of it: whether the figures are of another period, and what the tab 往期 shows. */
export async function withPeriods(now: Holdings): Promise<Holdings> {
  if (!hasMore(now)) {
    keep(now);
    return now;
  }
  const { look } = await periodsPart();
  const plan = planInUse();
  const { isSettled, words, report, read } = look(now, before(), plan, seen.wanted);
  if (isSettled) keep(now);
  if (seen.wanted) periods.set({ read });
  tell(words);
  return { ...now, ...report };
}
