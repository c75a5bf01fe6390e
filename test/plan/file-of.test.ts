import { builtInPlan } from "../../src/plan/built-in";
import { fileOf, type Plan } from "../../src/plan";
import { openPlan } from "../../src/plan/open";
import { OTHER_PLANS } from "../plans/plans";

const PLANS = [["the built-in plan", builtInPlan], ...OTHER_PLANS].map(
  ([name, plan]) => [name, plan] as [string, Plan],
);

test.each(PLANS)("what is opened from the file of %s is the same plan", (_, plan) =>
  expect(openPlan(fileOf(plan))).toEqual(plan),
);
