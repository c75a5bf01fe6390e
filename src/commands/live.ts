import { readHoldings, watchWorkbook } from "../excel";
import { burst } from "./burst";
import { failure } from "./job";
import { onRemembered } from "./memory";
import { state } from "./state";

/** A person's pause between two cells is longer, a pasted block's changes come closer together. */
const QUIET_MS = 150;

/** Reads the workbook's form again soon: one reading for a burst of calls. */
export const refresh = burst(async () => {
  try {
    state.set(await readHoldings());
  } catch (error) {
    state.set({ notice: failure(error) });
  }
}, QUIET_MS);

/** Shows what the workbook says, now and after every change. Call once. */
export async function followWorkbook(): Promise<void> {
  onRemembered("bureau", (bureau) => state.set({ bureau }));
  refresh();
  await watchWorkbook(refresh).catch(() => state.set({ live: false }));
}
