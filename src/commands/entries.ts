import { type Entry, type Written, writeEntries } from "../excel";
import { planInUse } from "../plan/in-use";
import { working } from "./job";
import { refresh } from "./live";
import type { Notice } from "./state";

/** Writes what was typed in the pane to where it belongs, and says what came of it. */
export async function write(
  doing: string,
  entries: Entry[],
  told: (written: Written[]) => Notice | null,
): Promise<void> {
  await working(doing, async () => ({ notice: told(await writeEntries(planInUse(), entries)) }));
  refresh();
}
