import fc from "fast-check";
import { including, indicatorsOf } from "../../src/plan";
import { builtInPlan } from "../../src/plan/built-in";
import { compare, recalculating } from "./recalculating";
import { type Scenario, scenarios } from "./cases";

const plan = including(builtInPlan, true);
const fill = recalculating(plan);
const BOUND = ["TY03", "TY04", "BC01", "BC02", "YL07"];

/** Numbers at which checks hold and do not. */
const amount = fc.constantFrom<unknown>(
  0,
  7,
  10,
  11,
  42,
  42.5,
  55,
  19597,
  47143,
  58000,
  -1,
  10.5,
  "10家",
  null,
);
const bound: fc.Arbitrary<Record<string, unknown>> = fc.record(
  Object.fromEntries(BOUND.map((code) => [code, amount])),
);

test("plain formulas check indicators against each other as the assessment does, 补充指标 too", async () => {
  const random = fc.tuple(scenarios(indicatorsOf(plan)), bound);
  let said = 0;
  for (const [scenario, entries] of fc.sample(random, { numRuns: 12, seed: 2026 })) {
    for (const code of BOUND) scenario.rows[code]!.actual = entries[code];
    const shown = await fill(scenario);
    compare(plan, scenario, shown);
    said += [...shown.values()].filter(({ check }) => String(check).includes("应")).length;
  }
  expect(said).toBeGreaterThan(0);
});

test("what is found stands in the rows of all that the check names, in its words", async () => {
  const rows: Scenario["rows"] = Object.fromEntries(
    indicatorsOf(plan).map(({ code }) => [code, { actual: null, previous: null }]),
  );
  rows["TY03"] = { actual: 10, previous: null };
  rows["TY04"] = { actual: 12, previous: null };
  const shown = await fill({ period: "2023年", tolerance: 10, redline: 30, rows });
  const words = "核实：示范性婴幼儿照护服务机构数不应多于登记备案的托育机构数（TY04 为 12，TY03 为 10）";
  expect([shown.get("TY03")!.check, shown.get("TY04")!.check]).toEqual([words, words]);
});
