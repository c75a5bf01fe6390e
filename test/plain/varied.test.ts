import fc from "fast-check";
import { indicatorsOf } from "../../src/plan";
import { scenarios, variedPlan } from "./cases";
import { compare, recalculating } from "./recalculating";

test("plain formulas give what the assessment gives for 203 random rows with milestones, lower-is-better and zero targets", async () => {
  const plan = variedPlan();
  const fill = recalculating(plan);
  for (const scenario of fc.sample(scenarios(indicatorsOf(plan)), { numRuns: 7, seed: 2026 }))
    compare(plan, scenario, await fill(scenario));
});
