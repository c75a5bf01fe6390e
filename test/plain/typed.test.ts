import fc from "fast-check";
import { indicatorsOf } from "../../src/plan";
import { typedPlan } from "../plans/typed";
import { scenarios } from "./cases";
import { compare, recalculating } from "./recalculating";

test("plain formulas give what the assessment gives for 480 random rows of targets of every type", async () => {
  const plan = typedPlan();
  const fill = recalculating(plan);
  for (const scenario of fc.sample(scenarios(indicatorsOf(plan)), { numRuns: 20, seed: 2027 }))
    compare(plan, scenario, await fill(scenario));
});
