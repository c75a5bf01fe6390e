import {
  baselineOf,
  expected,
  figureMessage,
  figureWords,
  gap,
  gapOf,
  gapWords,
  progress,
  progressOf,
  targetOf,
} from "../../src/assessment";
import type { Indicator } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import type { Result } from "../../src/text";
import { counted, indicator, period, printed } from "./samples";

const falling = counted("人", { direction: "lower", baseline: "60", target: "≤ 30" });
const toZero = counted("起", { direction: "lower", baseline: "0", target: "0" });
const fallingToZero = counted("起", { direction: "lower", baseline: "8", target: "0" });
const rounded = (figure: Result<number, unknown>) => figure.ok && Number(figure.value.toFixed(9));

const message = (figure: Result<unknown, Parameters<typeof figureMessage>[0]>): string => {
  if (figure.ok) throw new Error(JSON.stringify(figure.value));
  return figureMessage(figure.issue);
};

test("目标 and 基期 are the printed numbers without their comparators", () => {
  expect(targetOf(indicator("YL01"))).toEqual({ ok: true, value: 95 });
  expect(baselineOf(indicator("YL14"))).toEqual({ ok: true, value: 55 });
  expect(targetOf(toZero)).toEqual({ ok: true, value: 0 });
  expect(baselineOf(indicator("TY08"))).toEqual({ ok: true, value: 0 });
});

test.each<[string, Indicator, number, number | false, number | false]>([
  ["a rate on its way", indicator("YL07"), 49.8, 5.2, 0.6],
  ["one below its baseline", indicator("YL07"), 35.5, 19.5, -0.5],
  ["one beyond its target", indicator("YL07"), 61.5, -6.5, 1.5],
  ["one to be held", indicator("YL05"), 99, 1, 0.99],
  ["one without a baseline", indicator("YL16"), 0.6, 0.4, 0.6],
  ["one that shall fall", falling, 45, 15, 0.5],
  ["one that fell beyond its target", falling, 27, -3, 1.1],
  ["one that shall fall to nothing", fallingToZero, 2, 2, 0.75],
  ["one to be held at nothing", toZero, 3, 3, false],
  ["one without a target", indicator("YL03"), 3, false, false],
  ["a sum that differs in its last bits", indicator("YL05"), 12.1 + 66.1 + 21.8, 0, 1],
])("%s has its gap and its progress", (_, i, actual, missing, done) => {
  expect(rounded(gap(i, actual))).toBe(missing);
  expect(rounded(progress(i, actual))).toBe(done);
});

test.each<[string, string, Indicator, number | false]>([
  ["2023年", "a rate on its way", indicator("YL07"), 49.8],
  ["2023年上半年", "a rate on its way", indicator("YL07"), 48.5],
  ["2021年1月", "a rate on its way", indicator("YL07"), 42 + 13 / 60],
  ["2025年", "a rate on its way", indicator("YL07"), 55],
  ["2026年", "a rate after the target year", indicator("YL07"), 55],
  ["2021年", "one to be held", indicator("YL05"), 100],
  ["2023年", "one that began beyond its target", printed({ baseline: "80", target: "≥ 60" }), 60],
  ["2023年", "one that shall fall", falling, 42],
  ["2023年", "one without a baseline", indicator("YL16"), false],
  ["2023年", "one without a target", indicator("YL03"), false],
])("in %s, what is due of %s", (when, _, i, due) =>
  expect(rounded(expected(i, period(when), plan))).toBe(due === false ? false : Number(due.toFixed(9))),
);

const stage = (year: number, value: number) => ({ year, value, source: "规划正文" });

test.each([
  ["2021年", 55],
  ["2022年", 70],
  ["2023年上半年", 72.5],
  ["2023年", 75],
  ["2024年", 80],
  ["2025年6月", 90],
  ["2025年", 100],
  ["2026年", 100],
])("between milestones, whichever is printed first, the way is straight: %s %d", (when, due) => {
  const staged = printed({ baseline: "40", target: "100", milestones: [stage(2024, 80), stage(2022, 70)] });
  expect(rounded(expected(staged, period(when), plan))).toBe(due);
});

test("why there is no figure is said in words", () => {
  expect(message(targetOf(indicator("YL03")))).toBe(
    "“长期护理保险试点参保人数”的目标在计划中为“XX”，没有目标数值",
  );
  for (const figure of [gapOf(indicator("YL03")), progressOf(indicator("YL03")), gap(indicator("YL03"), 1)])
    expect(message(figure)).toBe(message(targetOf(indicator("YL03"))));
  expect(message(expected(indicator("YL03"), period("2023年"), plan))).toContain("没有目标数值");
  expect(message(baselineOf(indicator("YL16")))).toBe(
    "“每千名老年人配套社会工作者人数”的基期在计划中为“-”，没有基期数值",
  );
  expect(message(expected(indicator("TY07"), period("2023年"), plan))).toBe(
    "“社区托育服务覆盖率”的基期在计划中为“XX”，无法计算序时目标",
  );
  expect(message(progress(toZero, 1))).toBe("“某数”的目标为 0，无法计算完成进度");
});

test("what is typed wrongly is quoted, with what to type", () => {
  const typed = { code: "not-a-number", indicator: "某率", text: "约95" } as const;
  expect(figureMessage(typed)).toBe("“某率”的值“约95”不是数，请填不带单位和符号的数");
  expect(figureMessage({ ...typed, reading: 95 })).toBe(
    "“某率”的值“约95”不是数，请填不带单位和符号的数，例如 95",
  );
  expect(figureMessage({ code: "parameters", tolerance: "三", redline: "30" })).toBe(
    "容差“三”、红线“30”有误：须为不小于 0 的数（百分点），且红线不小于容差，例如 10 和 30",
  );
});

test.each([
  ["%", 7, "7个百分点"],
  ["‰", 0.5, "0.5个千分点"],
  ["‱", 2, "2个万分点"],
  ["人", 0.4, "0.4人"],
  ["万元", -12.3456789, "-12.34568万元"],
  ["个", 0.0000012, "0.000001个"],
  ["个", 0, "0个"],
])("a gap in %s: %d is %s", (unit, value, words) =>
  expect(gapWords(value, counted(unit, { max: undefined }))).toBe(words),
);

test.each<[string, number, string, object]>([
  ["YL07", 48, "2023年", { target: "55%", expected: "49.8%", actual: "48%", gap: "7个百分点" }],
  // to one decimal more than the indicator carries
  ["YL07", 48, "2023年1月", { expected: "47.42%" }],
  // and to more where it would else look like the actual value
  ["YL07", 47.42, "2023年1月", { expected: "47.417%", actual: "47.42%" }],
  ["TY03", 12, "2023年", { target: ">20家", expected: "14.8家", actual: "12家", gap: "8家" }],
  // where the target itself is due, it is not said twice
  ["YL07", 48, "2025年", { target: "55%", expected: null }],
  ["YL05", 99, "2023年", { target: "100%", expected: null, actual: "99%", gap: "1个百分点" }],
  ["YL16", 0.6, "2023年", { target: "≥ 1人", expected: null, actual: "0.6人", gap: "0.4人" }],
  ["YL03", 5, "2023年", { target: "XX人", expected: null, actual: "5人", gap: null }],
])("%s with %d in %s in words with units", (code, actual, when, words) =>
  expect(figureWords(indicator(code), actual, period(when), plan)).toMatchObject(words),
);
