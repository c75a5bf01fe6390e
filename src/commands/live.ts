import { CommandError, type Holdings, readHoldings, watchWorkbook } from "../excel";
import { planInUse } from "../plan/in-use";
import { burst } from "./burst";
import { choice, settle } from "./choice";
import { failure } from "./job";
import { onRemembered, recall } from "./memory";
import { withPeriods } from "./periods-live";
import { dropUntrue, state } from "./state";
import { workbook } from "./workbook";
import { calculateOutdated, onPlan } from "./workbook-plan";

/** A person's pause between two cells is longer, a pasted block's changes come closer together. */
const QUIET_MS = 150;
/** Editing a cell takes a while. */
const AGAIN_MS = 5_000;

/** Excel answers once the user has finished editing a cell: nothing is wrong, and nobody has asked. */
const isWaiting = (error: unknown): boolean =>
  error instanceof CommandError &&
  error.issue.code === "host-refused" &&
  ["NoAnswer", "InvalidOperationInCellEditMode"].includes(error.issue.hostCode);

/** Said already, when the plan was read. */
const isFaultyPlan = (error: unknown): boolean =>
  error instanceof CommandError && error.issue.code === "plan-faulty";

/** Who else makes something of each reading. */
const listeners: ((read: Holdings) => Promise<void>)[] = [];
export const onReading = (listener: (read: Holdings) => Promise<void>): void => void listeners.push(listener);

/** Reads the workbook, and lets go of what is no longer true. Never rejects. */
export async function readAgain(): Promise<void> {
  try {
    const read = await onPlan(() => readHoldings(planInUse(), undefined, false));
    // what does not load now, the next reading tries again
    const known = await withPeriods(read).catch(() => read);
    workbook.set(known);
    for (const listener of listeners) await listener(known);
    await calculateOutdated();
    settle();
    dropUntrue();
  } catch (error) {
    if (isWaiting(error)) setTimeout(refresh, AGAIN_MS);
    else if (isFaultyPlan(error)) dropUntrue();
    // the next reading that succeeds takes it away
    else state.set({ notice: { ...failure(error), holds: () => false } });
  }
}

/** Reads the workbook again soon: one reading for a burst of calls. */
export const refresh = burst(readAgain, QUIET_MS);

/** Shows what the workbook says, now and after every change. Call once. */
export async function followWorkbook(): Promise<void> {
  state.set({ view: recall("view") ?? state.get().view });
  choice.set({ bureau: recall("bureau") });
  onRemembered("bureau", (bureau) => choice.set({ bureau }));
  refresh();
  await watchWorkbook(refresh).catch(() => workbook.set({ live: false }));
}
