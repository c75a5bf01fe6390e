import fc from "fast-check";
import {
  assess,
  gap,
  kindOf,
  progress,
  readActual,
  type Status,
  STATUSES,
  statusOf,
} from "../../src/assessment";
import { findIndicator, indicatorsOf, parsePeriod } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { typedPlan } from "../plans/typed";

const indicator = (code: string) => {
  const found = findIndicator(code, plan);
  if (!found.ok) throw new Error(code);
  return found.value;
};
const period = (text: string) => {
  const read = parsePeriod(text, plan);
  if (!read.ok) throw new Error(text);
  return read.value;
};
const judge = (code: string, when: string, actual: unknown) =>
  assess(indicator(code), actual, period(when), plan);

test.each([
  ["maintain", "YL01 YL02 YL05 YL06 YL10 YL14 TY01 TY02"],
  ["growth", "YL04 YL07 YL08 YL09 YL11 YL12 YL13 YL15 YL17 YL18 YL19 YL20 TY03 TY04 TY05 TY06 TY08"],
  ["noBaseline", "YL16 TY07 TY09"],
  ["noTarget", "YL03"],
])("%s: %s", (kind, codes) => {
  const found = indicatorsOf(plan).filter((i) => kindOf(i) === kind);
  expect(found.map((i) => i.code).join(" ")).toBe(codes);
});

test.each([
  ["YL07", "2023年", 49.8, "达到序时", "序时进度应完成60.0%，实际60.0%"],
  ["YL07", "2023年", 48, "滞后", "序时进度应完成60.0%，实际46.2%，落后13.8个百分点"],
  ["YL07", "2023年", 43, "严重滞后", "序时进度应完成60.0%，实际7.7%，落后52.3个百分点"],
  [
    "YL07",
    "2021年",
    41,
    "严重滞后",
    "倒退：当前41，劣于基期42；序时进度应完成20.0%，实际-7.7%，落后27.7个百分点",
  ],
  ["YL07", "2021年", 55, "已达标", "须不低于55，当前55"],
  ["YL01", "2023年", 95, "滞后", "须大于95，当前95"],
  ["YL02", "2023年", 95, "已达标", "须不低于95，当前95"],
  ["YL05", "2023年", 99, "滞后", "须不低于100，当前99，差1个百分点"],
  ["YL05", "2023年", 80, "严重滞后", "须不低于100，当前80，差20个百分点"],
  ["YL16", "2023年", 0.6, "无基期", "无基期数值，不比较序时进度；须不低于1，当前0.6，为目标的60.0%"],
  ["YL16", "2025年", 0.6, "严重滞后", "须不低于1，当前0.6，差0.4人，相当于目标的40%"],
  ["YL01", "2023年", 85.5, "滞后", "须大于95，当前85.5，差9.5个百分点，相当于目标的10%"],
  ["TY08", "2022年", 2.9, "严重滞后", "序时进度应完成40.0%，实际7.3%，落后32.8个百分点"],
  ["YL07", "2023年", 49.799, "基本达到", "序时进度应完成60.00%，实际59.99%，落后0.01个百分点"],
  ["TY08", "2022年", 16, "达到序时", "序时进度应完成40.0%，实际40.0%"],
  ["TY08", "2022年", 12.1, "基本达到", "序时进度应完成40.0%，实际30.3%，落后9.8个百分点"],
  ["TY08", "2022年", 12, "滞后", "序时进度应完成40.0%，实际30.0%，落后10个百分点"],
  ["TY05", "2023年", 1.62, "滞后", "序时进度应完成60.0%，实际38.0%，落后22个百分点"],
  ["YL03", "2023年", 100, "不评价", "计划的目标为“XX”，不评价"],
  ["TY03", "2025年", 20, "滞后", "须大于20，当前20，序时进度应完成100.0%，实际100.0%"],
  ["YL07", "2023年", "", "未填报", ""],
  [
    "YL13",
    "2021年",
    0,
    "严重滞后",
    "倒退：当前0，劣于基期6；序时进度应完成20.0%，实际-150.0%，落后170个百分点",
  ],
  ["YL05", "2023年", 100.5, "数据有误", "须在0至100之间，当前100.5"],
  ["TY08", "2022年", 12.0004, "基本达到", "序时进度应完成40.0%，实际30.0%，落后9.999个百分点"],
  ["YL07", "2023年", "９５％", "数据有误", "“９５％”不是数，可能是95"],
  ["YL07", "2023年", -1, "数据有误", "须在0至100之间，当前-1"],
])("%s in %s with %p is %s", (code, when, actual, word, reason) => {
  const { status, reason: said } = judge(code, when, actual);
  expect(STATUSES[status].word).toBe(word);
  expect(said).toBe(reason);
});

test.each([
  ["48", 48],
  ["１，２３４", 1234],
])("text %s reads as %d, whatever the unit", (text, reading) =>
  expect(readActual(text)).toMatchObject({ kind: "text", text, reading }),
);

test.each(["95%", "12家", "2万"])("text %s has no reading without its indicator", (text) =>
  expect(readActual(text)).not.toHaveProperty("reading"),
);

test.each([NaN, Infinity, -Infinity, {}, []])("%p is an error value", (input) =>
  expect(readActual(input)).toMatchObject({ kind: "text", text: "错误值" }),
);

const anyIndicator = fc.constantFrom(...indicatorsOf(plan));
const ofAnyType = fc.constantFrom(...indicatorsOf(plan), ...indicatorsOf(typedPlan()));
const anyPeriod = fc.constantFrom("2021年", "2022H1", "2023年", "2024Q3", "2025年").map(period);
const anything = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.object(),
);

test("anything typed is judged, never an exception or NaN", () => {
  fc.assert(
    fc.property(
      ofAnyType,
      anyPeriod,
      fc.oneof(anything, fc.integer({ min: -50, max: 150 })),
      (i, when, input) => {
        const { status, points, reason } = assess(i, input, when, plan);
        expect(Object.keys(STATUSES)).toContain(status);
        expect(points === null || !Number.isNaN(points)).toBe(true);
        // what is typed is quoted, whatever it is
        const own = typeof input === "string" && input !== "" ? reason.replaceAll(input, "") : reason;
        expect(own).not.toMatch(/NaN|undefined/);
      },
    ),
  );
});

test("the status alone is that of the whole assessment", () => {
  fc.assert(
    fc.property(
      ofAnyType,
      anyPeriod,
      fc.oneof(fc.double({ min: -1, max: 120 }), fc.constantFrom("达标", "推进中"), anything),
      (i, when, input) => expect(statusOf(i, when, plan)(input)).toBe(assess(i, input, when, plan).status),
    ),
    { numRuns: 1000 },
  );
});

/** From worst to best, among statuses that a number within bounds can get at one period. */
const ORDER: Status[] = ["severe", "lagging", "noBaseline", "nearly", "onSchedule", "met"];

test("more is never worse: the status is monotonic in the actual value", () => {
  const value = fc.double({ min: 0, max: 100, noNaN: true });
  fc.assert(
    fc.property(anyIndicator, anyPeriod, value, value, (i, when, a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)].map((v) => assess(i, v, when, plan).status);
      if (low === "notAssessed") return;
      expect(ORDER.indexOf(high!)).toBeGreaterThanOrEqual(ORDER.indexOf(low!));
    }),
    { numRuns: 1000 },
  );
});

test("gap and progress agree with the status", () => {
  fc.assert(
    fc.property(anyIndicator, anyPeriod, fc.double({ min: 0, max: 100, noNaN: true }), (i, when, actual) => {
      const { status } = assess(i, actual, when, plan);
      const missing = gap(i, actual);
      if (!missing.ok) return expect(status).toBe("notAssessed");
      if (status === "met") expect(missing.value).toBeLessThanOrEqual(0);
      else expect(missing.value).toBeGreaterThanOrEqual(0);
      const done = progress(i, actual);
      if (done.ok && missing.value < 0) expect(done.value).toBeGreaterThanOrEqual(1);
    }),
    { numRuns: 1000 },
  );
});
