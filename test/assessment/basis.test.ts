import { compare, kindOf, isNotWhole, outOfBounds, targetComparator, targetTest } from "../../src/assessment";
import { counted, indicator, printed } from "./samples";

test.each([
  ["higher", "55", "60", "growth"],
  ["higher", "60", "60", "maintain"],
  ["higher", "65", "60", "maintain"],
  ["higher", "60", "> 60", "maintain"],
  ["higher", "≥ 60", "≥ 60", "maintain"],
  // a bound is not a measured number
  ["higher", "≥ 55", "≥ 60", "noBaseline"],
  ["higher", "> 65", "≥ 60", "noBaseline"],
  ["higher", "-", "60", "noBaseline"],
  ["higher", "XX", "60", "noBaseline"],
  ["higher", "55", "XX", "noTarget"],
  ["higher", "-", "-", "noTarget"],
  ["lower", "60", "30", "growth"],
  ["lower", "20", "30", "maintain"],
  ["lower", "0", "0", "maintain"],
  ["lower", "5", "0", "growth"],
])("%s is better, from %s to %s: %s", (direction, baseline, target, kind) =>
  expect(kindOf(printed({ direction, baseline, target }))).toBe(kind),
);

test.each([
  ["higher", "60", "≥"],
  ["lower", "60", "≤"],
  ["lower", "< 60", "<"],
  ["higher", "> 60", ">"],
  ["higher", "XX", "≥"],
])("%s is better: the target %s asks for %s", (direction, target, comparator) =>
  expect(targetComparator(printed({ direction, target }))).toBe(comparator),
);

test.each([
  ["> 60", [false, false, true]],
  ["≥ 60", [false, true, true]],
  ["60", [false, true, true]],
  ["< 60", [true, false, false]],
  ["≤ 60", [true, true, false]],
  ["XX", [false, false, false]],
  ["-", [false, false, false]],
])("the target %s is met by 59.9, 60 and 60.1: %p", (target, met) => {
  const meets = targetTest(printed({ target, direction: "higher" }));
  expect([59.9, 60, 60.1].map(meets)).toEqual(met);
});

test.each([
  [100, 12.1 + 66.1 + 21.8, 0],
  [0.3, 0.1 + 0.2, 0],
  [1, 1 + 1e-11, 0],
  [1, 1 + 1e-9, -1],
  [1 + 2e-10, 1, 1],
  [1, 1 + 2e-10, -1],
  [60, 59.9, 1],
  [-5, 5, -1],
  // beyond what rounding can hold
  [2e300, 1e300, 1],
  [1e300, 2e300, -1],
  // half of the tenth decimal goes up, as in Excel, whatever its binary is
  [100.00000000005, 100, 1],
  [-0.00000000005, 0, -1],
])("%d against %d, to 10 decimals: %d", (a, b, sign) => expect(Math.sign(compare(a, b))).toBe(sign));

test.each([
  ["a rate", 0, false, printed({})],
  ["a rate", -0.1, true, printed({})],
  ["a rate", 100, false, printed({})],
  ["a rate", 100.1, true, printed({})],
  ["a rate", 100 + 1e-12, false, printed({})],
  ["a count", 1e9, false, counted("个", {})],
  ["a count", -1, true, counted("个", {})],
  ["a growth", -20, false, printed({ min: -20, max: 30 })],
  ["a growth", 31, true, printed({ min: -20, max: 30 })],
])("%s of %d is out of bounds: %p", (_, actual, out, i) => expect(outOfBounds(i, actual)).toBe(out));

test("a count is whole, an average need not be", () => {
  expect([7, 7 + 1e-12, 6.5].map((actual) => isNotWhole(indicator("YL13"), actual))).toEqual([
    false,
    false,
    true,
  ]);
  expect(isNotWhole(indicator("YL16"), 6.5)).toBe(false);
});
