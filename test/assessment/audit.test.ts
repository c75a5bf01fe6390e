import fc from "fast-check";
import { audit, describeFinding } from "../../src/assessment";
import { findIndicator, indicatorsOf, plan } from "../../src/plan";

const indicator = (code: string) => {
  const found = findIndicator(code, plan);
  if (!found.ok) throw new Error(code);
  return found.value;
};

test.each<[string, unknown, unknown, string[]]>([
  // code, 本期值, 上年同期, level and rule of each finding
  ["YL07", "９５％", "", ["强制 not-a-number"]],
  ["YL07", "未统计", "", ["强制 not-a-number"]],
  ["YL07", -1, "", ["强制 negative"]],
  ["YL07", 100.5, "", ["强制 above-max"]],
  ["YL13", 6.5, "", ["强制 not-whole"]],
  ["TY05", 1.62, "", []],
  ["YL07", 0.48, "", ["核实 fraction", "核实 below-baseline", "提示 decimals"]],
  ["YL07", 41, "", ["核实 below-baseline"]],
  ["YL07", 48, 43, []],
  ["YL07", 60, 43, ["核实 jump"]],
  ["YL12", 3001, "", ["核实 unit"]],
  ["YL03", 1200, "", ["提示 no-target"]],
  ["YL07", 49.812, "", ["提示 decimals"]],
  ["YL13", 7, 0, ["核实 jump-from-zero"]],
  ["TY08", 0, 0, []],
  ["YL07", "", 43, []],
  ["TY08", 0.5, "", ["核实 fraction"]],
])("%s with %p after %p", (code, actual, previous, expected) => {
  expect(audit(indicator(code), actual, previous).map((f) => `${f.level} ${f.rule}`)).toEqual(expected);
});

test("the words say what was received and what to do", () => {
  expect(audit(indicator("YL07"), "９５％").map(describeFinding)).toEqual([
    "强制：“９５％”不是数，请改为数 95",
  ]);
  expect(audit(indicator("YL07"), 60, 43).map(describeFinding)).toEqual([
    "核实：比上年同期 43 增长 39.5%，超过 30%，请核对；确实如此的，在“情况说明”写明原因",
  ]);
});

test("anything typed is audited without an exception", () => {
  const anything = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.object(),
  );
  fc.assert(
    fc.property(fc.constantFrom(...indicatorsOf(plan)), anything, anything, (i, actual, previous) => {
      // what is typed is quoted, whatever it is
      const typed = [actual, previous].filter((one) => typeof one === "string" && one !== "") as string[];
      for (const finding of audit(i, actual, previous)) {
        expect(finding.remedy).not.toBe("");
        const own = typed.reduce((message, text) => message.replaceAll(text, ""), finding.message);
        expect(own).not.toMatch(/NaN|undefined/);
      }
    }),
  );
});
