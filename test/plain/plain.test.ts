import fc from "fast-check";
import { indicatorsOf } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { calculationLayout, PLAIN_FORMULAS } from "../../src/plain";
import { expandTable } from "../../src/tables";
import { formSheet } from "../../src/sheets";
import { typedPlan } from "../plans/typed";
import { type Scenario, scenarios, TEXTS } from "./cases";
import { compare, recalculating } from "./recalculating";

const codes = indicatorsOf(plan).map((i) => i.code);
const fill = recalculating(plan);

test("plain formulas give what the assessment gives for 348 random rows of the built-in plan", async () => {
  for (const scenario of fc.sample(scenarios(indicatorsOf(plan)), { numRuns: 12, seed: 2025 }))
    compare(plan, scenario, await fill(scenario));
});

test("text in place of a number is read as the assessment reads it", async () => {
  for (let from = 0; from < TEXTS.length; from += codes.length) {
    const rows = Object.fromEntries(
      codes.map((code, i) => [code, { actual: TEXTS[from + i] ?? null, previous: null }]),
    );
    const scenario: Scenario = { period: "2023年", tolerance: 10, redline: 30, rows };
    compare(plan, scenario, await fill(scenario));
  }
});

/** Levels of brackets, and so of functions, outside of texts. */
const depthOf = (formula: string): number => {
  let [depth, most] = [0, 0];
  for (const sign of formula.replace(/"[^"]*"/g, "")) {
    if (sign === "(") most = Math.max(most, ++depth);
    if (sign === ")") depth--;
  }
  return most;
};

test.each([
  ["the built-in plan", plan],
  ["every type of target", typedPlan()],
])(
  "every cell of %s stays within Excel's 8192 characters and 64 levels, and asks for no function newer than Excel 2016",
  (_, of) => {
    const sheet = formSheet(of, { formulas: PLAIN_FORMULAS });
    const formulas = [expandTable(sheet), calculationLayout(sheet, of)]
      .flatMap(({ cells }) => cells.flat())
      .flatMap((cell) => (typeof cell === "object" && cell !== null ? [cell.formula] : []));
    expect(formulas.length).toBeGreaterThan(indicatorsOf(of).length * 5);
    expect(Math.max(...formulas.map((formula) => formula.length))).toBeLessThan(8192);
    expect(Math.max(...formulas.map(depthOf))).toBeLessThanOrEqual(64);
    for (const formula of formulas)
      expect(formula).not.toMatch(
        /\b(LET|LAMBDA|XLOOKUP|IFS|SWITCH|TEXTJOIN|CONCAT|FILTER|UNIQUE)\(|YIZHI\./,
      );
  },
);
