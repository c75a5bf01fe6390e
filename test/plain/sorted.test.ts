import fc from "fast-check";
import { indicatorsOf } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { scenarios } from "./cases";
import { compare, recalculating } from "./recalculating";

test("rows that were sorted or stand twice are judged by their own code; of two rows the first", async () => {
  const fill = recalculating(plan, (form) => {
    const records = form.groups.flatMap((group) => group.records).reverse();
    return { ...form, groups: [{ title: null, records: [...records, records[3]!] }] };
  });
  for (const scenario of fc.sample(scenarios(indicatorsOf(plan)), { numRuns: 3, seed: 11 }))
    compare(plan, scenario, await fill(scenario));
});
