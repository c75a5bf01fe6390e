import {
  boundTo,
  crossChecks,
  crossFindings,
  crossWords,
  isBroken,
  soundNumber,
  type Values,
} from "../../src/assessment";
import { findIndicator, including, type Plan } from "../../src/plan";
import { builtInPlan } from "../../src/plan/built-in";
import { openPlan } from "../../src/plan/open";

type Entries = Readonly<Record<string, unknown>>;

const indicator = (code: string, fields: Record<string, unknown> = {}) => ({
  ...{ code, label: `${code}项 (家)`, baseline: "1", target: "10" },
  ...fields,
});

/** A plan of some indicators with the checks given. */
const planOf = (checks: unknown[], ...indicators: unknown[]): Plan =>
  openPlan({
    ...{ version: "1", name: "试", baselineYear: 2020, targetYear: 2025, tasks: [], bureaus: [], checks },
    ...{ indicatorTable: { title: "表", source: "试" }, taskTable: { title: "表", source: "试" } },
    sections: [{ title: "", field: "", indicators }],
  });
const ABC = ["A1", "A2", "A3"].map((code) => indicator(code));
const check = (left: string, comparison: string, right: string) => ({
  ...{ left, comparison, right, level: "核实" },
});

const valuesOf =
  (plan: Plan, entries: Entries): Values =>
  (code) => {
    const found = findIndicator(code, plan);
    return found.ok ? soundNumber(found.value, { value: entries[code] ?? null }) : NaN;
  };
const broken = (plan: Plan, entries: Entries): string[] =>
  crossChecks(plan)
    .filter((one) => isBroken(one, valuesOf(plan, entries)))
    .map((one) => crossWords(one, valuesOf(plan, entries)));

test.each<[string, string, string, Entries, boolean]>([
  ["A1", "≤", "A2", { A1: 2, A2: 2 }, true],
  ["A1", "≤", "A2", { A1: 3, A2: 2 }, false],
  ["A1", "<", "A2", { A1: 2, A2: 2 }, false],
  ["A1", "≥", "A2", { A1: 2, A2: 3 }, false],
  ["A1", ">", "A2", { A1: 3, A2: 3 }, false],
  ["A1", "≠", "A2", { A1: 3, A2: 3 }, false],
  ["A1+A2", "=", "A3", { A1: 1, A2: 2, A3: 3 }, true],
  ["A1+A2", "=", "A3", { A1: 1, A2: 2, A3: 4 }, false],
  ["A1÷A2×100", "=", "A3±1", { A1: 1, A2: 3, A3: 33 }, true],
  ["A1÷A2×100", "=", "A3±1", { A1: 1, A2: 3, A3: 30 }, false],
  // what is not there breaks nothing: blank, no number, out of bounds, not whole, divided by 0
  ["A1", "≤", "A2", { A1: 3 }, true],
  ["A1", "≤", "A2", { A1: 3, A2: "" }, true],
  ["A1", "≤", "A2", { A1: 3, A2: "2家" }, true],
  ["A1", "≤", "A2", { A1: 3, A2: -2 }, true],
  ["A1", "≤", "A2", { A1: 3, A2: 1.5 }, true],
  ["A1÷A2×100", "=", "A3±1", { A1: 1, A2: 0, A3: 30 }, true],
])("%s %s %s of %j holds: %p", (left, comparison, right, entries, holds) => {
  const plan = planOf([check(left, comparison, right)], ...ABC);
  expect(broken(plan, entries)).toHaveLength(holds ? 0 : 1);
});

test("it is said with its words or itself, and every value", () => {
  const plan = planOf(
    [check("A1+A2", "=", "A3"), { ...check("A1", "<", "A3"), words: "甲应少于丙", level: "强制" }],
    ...ABC,
  );
  expect(broken(plan, { A1: 4, A2: 1, A3: 3 })).toEqual([
    "应满足 A1+A2 = A3（A1 为 4，A2 为 1，A3 为 3）",
    "甲应少于丙（A1 为 4，A3 为 3）",
  ]);
  const values = valuesOf(plan, { A1: 4, A2: 1, A3: 3 });
  expect(crossFindings("A2", plan, values)).toEqual([
    { level: "核实", message: "应满足 A1+A2 = A3（A1 为 4，A2 为 1，A3 为 3）" },
  ]);
  expect(boundTo("A1", plan)).toEqual(["A2", "A3"]);
});

const part = (fields: Record<string, unknown>) => [
  indicator("A1"),
  indicator("A2", { partOf: "A1", ...fields }),
];

test("a part is no more than the whole", () =>
  expect(broken(planOf([], ...part({})), { A1: 3, A2: 4 })).toEqual([
    "“A2项”是“A1项”的其中项，不应大于它（A2 为 4，A1 为 3）",
  ]));

test.each([
  ["another unit", part({ label: "乙 (人)" })],
  ["another type of target", part({ target: "〔5〕" })],
  ["rates", [indicator("A1", { label: "甲率 (%)" }), indicator("A2", { label: "乙率 (%)", partOf: "A1" })]],
])("of %s a part may be more", (_, indicators) => expect(crossChecks(planOf([], ...indicators))).toEqual([]));

test("the built-in plan's checks ask for what is in use", () => {
  const codes = (plan: Plan) => crossChecks(plan).map((one) => one.codes);
  expect(codes(builtInPlan)).toEqual([["TY04", "TY03"]]);
  expect(codes(including(builtInPlan, true))).toEqual([
    ["TY04", "TY03"],
    ["BC02", "BC01", "YL07"],
    ["BC02", "BC01"],
  ]);
  // as printed: 19597 of 47143 is 42 %
  expect(broken(including(builtInPlan, true), { BC01: 47143, BC02: 19597, YL07: 42 })).toEqual([]);
});
