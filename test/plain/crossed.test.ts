import fc from "fast-check";
import { allSectionsOf, fileOf, indicatorsOf } from "../../src/plan";
import { builtInPlan } from "../../src/plan/built-in";
import { openPlan } from "../../src/plan/open";
import { compare, recalculating } from "./recalculating";
import type { Scenario } from "./cases";

const BOUND = ["TY03", "TY04", "BC01", "BC02", "YL07"];

/** The built-in plan's indicators that checks name, 补充指标 too, with a check of each level. */
const plan = openPlan({
  ...fileOf(builtInPlan),
  sections: [
    {
      title: "",
      field: "",
      indicators: allSectionsOf(builtInPlan)
        .flatMap(({ indicators }) => indicators)
        .filter(({ code }) => BOUND.includes(code))
        .map(({ code, label, baseline, target, partOf }) => ({
          ...{ code, label, partOf },
          ...{ baseline: baseline.text, target: target.text, responsible: "" },
        })),
    },
  ],
  checks: [
    ...fileOf(builtInPlan).checks!,
    { left: "TY03+TY04", comparison: "<", right: "-(1-BC01)÷2", level: "强制", words: '合计"须"少于一半' },
    { left: "YL07", comparison: "≠", right: "42", level: "提示" },
  ],
});
const fill = recalculating(plan);

const scenario = (entries: Record<string, unknown>): Scenario => ({
  ...{ period: "2023年", tolerance: 10, redline: 30 },
  rows: Object.fromEntries(
    indicatorsOf(plan).map(({ code }) => [code, { actual: entries[code] ?? null, previous: null }]),
  ),
});

/** Numbers at which checks hold and do not, and what is none. */
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
const entries = fc.record(Object.fromEntries(BOUND.map((code) => [code, amount])));

test("plain formulas check indicators against each other as the assessment does", async () => {
  let said = 0;
  for (const one of fc.sample(entries, { numRuns: 25, seed: 2026 })) {
    const shown = await fill(scenario(one));
    compare(plan, scenario(one), shown);
    said += [...shown.values()].filter(({ check }) => /应|须/.test(String(check))).length;
  }
  expect(said).toBeGreaterThan(10);
});

test("what is found stands in the rows of all that the check names, in its words", async () => {
  const shown = await fill(scenario({ TY03: 10, TY04: 12 }));
  const words = "核实：示范性婴幼儿照护服务机构数不应多于登记备案的托育机构数（TY04 为 12，TY03 为 10）";
  expect([shown.get("TY03")!.check, shown.get("TY04")!.check]).toEqual([words, words]);
});
