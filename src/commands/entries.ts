import type { Entry, Written } from "../excel";
import { planInUse } from "../plan/in-use";
import { working } from "./job";
import { refresh } from "./live";
import { loadedOnce } from "./loading";
import type { Notice } from "./state";

/** What writes into cells, when something is first typed or pressed in the pane. */
export const entering = loadedOnce(() => import(/* webpackChunkName: "entries" */ "../excel/entries"));

/** Writes what was typed in the pane to where it belongs, and says what came of it. */
export async function write(
  doing: string,
  entries: Entry[],
  told: (written: Written[]) => Notice | null,
): Promise<void> {
  await working(doing, async () => {
    const { writeEntries } = await entering();
    return { notice: told(await writeEntries(planInUse(), entries)) };
  });
  refresh();
}
