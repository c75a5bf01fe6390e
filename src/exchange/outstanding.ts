import { canonicalName, type Plan } from "../plan";
import { isAwaited, type Outstanding, perTable, type TableId } from "../sheets";
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
    .map(({ name }): Outstanding => ({
      bureau: name,
      returned: returned.has(name),
      open: perTable(({ id }) =>
        tables
          .find((table) => table.id === id)!
          .records.filter((r) => r.bureaus.some((b) => canonicalName(b, plan) === name))
          .filter((r) => isAwaited(r) && !filled(id, r.key))
          .map((r) => ({ key: r.key, name: r.name })),
      ),
    }))
    .filter(({ open, returned: has }) => !has || Object.values(open).some((records) => records.length > 0));
}
