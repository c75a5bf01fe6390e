import { canonicalName, type Plan } from "../plan";
import type { Outstanding, TableId } from "../sheets";
import { bureausToServe } from "./distribute";
import { exchangeTables } from "./tables";

/** Bureaus and what they have not reported: an indicator counts as reported once any of its bureaus did. */
export function outstandingOf(
  plan: Plan,
  filled: (table: TableId, key: string) => boolean,
  returned: ReadonlySet<string>,
): Outstanding[] {
  const tables = exchangeTables(plan);
  return bureausToServe(plan)
    .map(({ name }): Outstanding => {
      const open = (id: TableId): { key: string; name: string }[] =>
        tables
          .find((table) => table.id === id)!
          .records.filter((r) => r.bureaus.some((b) => canonicalName(b, plan) === name) && !filled(id, r.key))
          .map((r) => ({ key: r.key, name: r.name }));
      return { bureau: name, returned: returned.has(name), indicators: open("form"), tasks: open("tasks") };
    })
    .filter(({ indicators, tasks, returned: has }) => !has || indicators.length + tasks.length > 0);
}
