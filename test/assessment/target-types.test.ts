import {
  assess,
  audit,
  auditWords,
  basisOf,
  DEFAULT_PARAMETERS,
  expected,
  figureMessage,
  figureWords,
  gap,
  kindOf,
  laggingRows,
  progress,
  STATUSES,
  statusOf,
  targetOf,
} from "../../src/assessment";
import type { Indicator } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { change, meant, period, range, value, words } from "./samples";

/* How each kind of target that real plans print is judged, in a plan from 2020 to 2025: at the end of 2023, 60 % of its time has passed. */

const lower = { direction: "lower" } as const;
const milestone = (year: number, due: number) => ({ year, value: due });

// levels
const jobs = meant("26万人以上", "level", value(26, "≥"), { unit: "万人" });
const unemployment = meant("控制在5%以内", "level", value(5, "≤"), { baseline: "5.2", unit: "%", ...lower });
const floor = meant("100", "level", value(100), { baseline: "119.6", unit: "万吨" });
const fall = meant("100", "level", value(100), { baseline: "119.6", unit: "万吨", ...lower });
const literacy = meant("≥30", "level", value(30, "≥"), {
  baseline: "14.18",
  unit: "%",
  milestones: [milestone(2022, 22)],
});
const income = meant("2万元以上，力争2.2万元", "level", value(20000, "≥", 22000), {
  baseline: "10874",
  unit: "元",
});
const noAccidents = meant("0", "level", value(0), { baseline: "8", unit: "起", ...lower });
const held = meant("100", "level", value(100), { baseline: "100", unit: "%" });
const twoYears = meant("1.7", "level", value(1.7), { unit: "万张", milestones: [milestone(2023, 1.35)] });
// ranges
const growth = meant("4.5%至5%", "range", range(4.5, 5), { unit: "%" });
const growthFrom = (baseline: string): Indicator =>
  meant("4.5%至5%", "range", range(4.5, 5), { unit: "%", baseline });
const grain = meant("1.45左右", "range", range(1.3775, 1.5225), { unit: "万亿斤" });
// what adds up
const carbon = meant("〔17〕", "cumulative", value(17), { unit: "%", baseline: "—" });
const trees = meant("17.3", "cumulative", value(17.3), { baseline: "28.4", unit: "万亩" });
// averages
const research = meant(">7", "average", value(7, ">"), { baseline: "9.1", unit: "%" });
// changes from the baseline
const dust = meant("较2020年下降30%", "change", change(-30, "percent"), {
  baseline: "50",
  unit: "微克/立方米",
  ...lower,
});
const beds = meant("提高6个百分点", "change", change(6, "unit"), { baseline: "68", unit: "%" });
const use = meant("1.3倍以内", "change", change(1.3, "times", "≤"), {
  baseline: "100",
  unit: "万吨",
  ...lower,
});
const ammonia = meant("较2020年下降30%", "change", change(-30, "percent"), { unit: "吨", ...lower });
const nurseries = meant("提高6个百分点", "change", change(6, "unit"), { unit: "百分点" });
const multiple = meant("1.3倍以内", "change", change(1.3, "times", "≤"), { unit: "万吨", ...lower });
// no number
const ecology = meant("完成省下达的目标任务", "words", words, { unit: "" });
const secret = meant("XX", "none", { kind: "undisclosed" }, { unit: "张" });
const none = meant("—", "none", { kind: "none" }, { unit: "%", baseline: "9.1" });

const rounded = (figure: { ok: true; value: number } | { ok: false }): number | null =>
  figure.ok ? Number(figure.value.toFixed(6)) : null;

test.each<[Indicator, string, number, string, [number | null, number | null, number | null], string]>([
  [jobs, "2023年", 18, "noBaseline", [null, 8, 0.692308], "无基期"],
  [jobs, "2025年", 26, "noBaseline", [null, 0, 1], "已达标"],
  [unemployment, "2023年", 5.1, "growth", [5.08, 0.1, 0.5], "滞后"],
  [unemployment, "2023年", 4.9, "growth", [5.08, -0.1, 1.5], "已达标"],
  [floor, "2023年", 110, "maintain", [100, -10, 1.1], "已达标"],
  [floor, "2023年", 95, "maintain", [100, 5, 0.95], "滞后"],
  [fall, "2023年", 110, "growth", [107.84, 10, 0.489796], "滞后"],
  [fall, "2023年", 107, "growth", [107.84, 7, 0.642857], "达到序时"],
  [literacy, "2022年", 21, "growth", [22, 9, 0.4311], "基本达到"],
  [literacy, "2023年", 25, "growth", [24.666667, 5, 0.683944], "达到序时"],
  [twoYears, "2022年", 1.2, "noBaseline", [null, 0.5, 0.705882], "无基期"],
  [twoYears, "2023年", 1.35, "noBaseline", [1.35, 0.35, 0.794118], "达到序时"],
  [twoYears, "2023年", 1.3, "noBaseline", [1.35, 0.4, 0.764706], "基本达到"],
  [twoYears, "2024年", 1.3, "noBaseline", [1.525, 0.4, 0.764706], "滞后"],
  [twoYears, "2024年", 1, "noBaseline", [1.525, 0.7, 0.588235], "严重滞后"],
  [twoYears, "2025年", 1.3, "noBaseline", [1.7, 0.4, 0.764706], "滞后"],
  [noAccidents, "2023年", 3, "growth", [3.2, 3, 0.625], "达到序时"],
  [noAccidents, "2025年", 1, "growth", [0, 1, 0.875], "滞后"],
  [held, "2023年", 99, "maintain", [100, 1, 0.99], "滞后"],
  [growth, "2023年", 4.7, "noBaseline", [null, 0, null], "已达标"],
  [growth, "2023年", 5.2, "noBaseline", [null, 0.2, null], "无基期"],
  [growth, "2025年", 5.2, "noBaseline", [null, 0.2, null], "滞后"],
  [growth, "2025年", 3, "noBaseline", [null, 1.5, null], "严重滞后"],
  [growthFrom("3.9"), "2023年", 4.26, "growth", [4.26, 0.24, 0.6], "达到序时"],
  [growthFrom("3.9"), "2023年", 4.5, "growth", [4.26, 0, 1], "已达标"],
  [growthFrom("3.9"), "2023年", 5, "growth", [4.26, 0, 1.833333], "已达标"],
  [growthFrom("3.9"), "2023年", 5.5, "growth", [4.26, 0.5, 2.666667], "滞后"],
  [growthFrom("3.9"), "2023年", 5.6, "growth", [4.26, 0.6, 2.833333], "严重滞后"],
  [growthFrom("3.9"), "2025年", 5.6, "growth", [4.5, 0.6, 2.833333], "滞后"],
  [growthFrom("6"), "2023年", 5.4, "growth", [5.4, 0.4, 0.6], "达到序时"],
  [growthFrom("6"), "2023年", 6.1, "growth", [5.4, 1.1, -0.1], "严重滞后"],
  [growthFrom("6"), "2023年", 4, "growth", [5.4, 0.5, 2], "严重滞后"],
  [growthFrom("4.8"), "2023年", 4.6, "maintain", [null, 0, null], "已达标"],
  [growthFrom("4.8"), "2023年", 5.2, "maintain", [null, 0.2, null], "滞后"],
  [grain, "2023年", 1.5, "noBaseline", [null, 0, null], "已达标"],
  [carbon, "2023年", 9, "growth", [10.2, 8, 0.529412], "基本达到"],
  [carbon, "2023年", -1, "growth", [10.2, 18, -0.058824], "严重滞后"],
  [trees, "2023年", 10.38, "growth", [10.38, 6.92, 0.6], "达到序时"],
  [trees, "2023年", 5, "growth", [10.38, 12.3, 0.289017], "严重滞后"],
  [research, "2021年", 8, "maintain", [7, -1, 1.142857], "已达标"],
  [research, "2021年", 7, "maintain", [7, 0, 1], "滞后"],
  [research, "2021年", 6, "maintain", [7, 1, 0.857143], "严重滞后"],
  [research, "2025年", 6, "maintain", [7, 1, 0.857143], "滞后"],
  [dust, "2023年", 40, "growth", [41, 5, 0.666667], "达到序时"],
  [dust, "2023年", 35, "growth", [41, 0, 1], "已达标"],
  [dust, "2023年", 51, "growth", [41, 16, -0.066667], "严重滞后"],
  [beds, "2023年", 71, "growth", [71.6, 3, 0.5], "滞后"],
  [use, "2023年", 120, "maintain", [130, -10, 0.923077], "已达标"],
  [use, "2023年", 140, "maintain", [130, 10, 1.076923], "滞后"],
  [ammonia, "2023年", -15, "growth", [-18, 15, 0.5], "滞后"],
  [ammonia, "2023年", -31, "growth", [-18, -1, 1.033333], "已达标"],
  [nurseries, "2023年", 4, "growth", [3.6, 2, 0.666667], "达到序时"],
  [multiple, "2023年", 1.4, "maintain", [1.3, 0.1, 1.076923], "滞后"],
  [multiple, "2023年", 1.3, "maintain", [1.3, 0, 1], "已达标"],
  [secret, "2023年", 5, "noTarget", [null, null, null], "不评价"],
  [none, "2023年", 5, "noTarget", [null, null, null], "不评价"],
])("“$target.text” from $baseline.text, %s: %d", (i, when, actual, kind, figures, word) => {
  const at = period(when);
  expect(kindOf(i)).toBe(kind);
  expect([expected(i, at, plan), gap(i, actual), progress(i, actual)].map(rounded)).toEqual(figures);
  expect(STATUSES[statusOf(i, at, plan)(actual)].word).toBe(word);
  expect(STATUSES[assess(i, actual, at, plan).status].word).toBe(word);
});

test.each<[Indicator, number | string]>([
  [unemployment, 5],
  [carbon, 17],
  [research, 7],
  [dust, 35],
  [beds, 74],
  [use, 130],
  [ammonia, -30],
  [multiple, 1.3],
  [growth, "“某数”的目标是区间“4.5%至5%”，没有单一的目标数值"],
  [ecology, "“某数”的目标在计划中为“完成省下达的目标任务”，没有目标数值"],
  [meant("", "none", { kind: "none" }), "“某数”的目标在计划中为“空白”，没有目标数值"],
])("the number of “$target.text” is %p", (i, number) => {
  const found = targetOf(i);
  expect(found.ok ? found.value : figureMessage(found.issue)).toBe(number);
});

test("a level that a change leads to has no binary noise", () => {
  const target = meant("下降18%", "change", change(-18, "percent"), { baseline: "14.1", ...lower });
  expect(basisOf(target).target).toBe(11.562);
});

test("a change of nothing, or of a bound, is compared by itself", () => {
  for (const baseline of ["0", "≥ 55", "XX", "-"])
    expect(basisOf(meant("增长8%", "change", change(8, "percent"), { baseline }))).toMatchObject({
      baseline: 0,
      target: 8,
    });
});

test.each<[Indicator, string, number | string, string]>([
  [growth, "2023年", 5.2, "无基期数值，不比较序时进度；须在4.5至5之间，当前5.2"],
  [growth, "2025年", 5.2, "须在4.5至5之间，当前5.2，超出0.2个百分点，相当于上限的4%"],
  [growth, "2025年", 4, "须在4.5至5之间，当前4，差0.5个百分点，相当于下限的11.1%"],
  [growthFrom("3.9"), "2023年", 5.5, "须在4.5至5之间，当前5.5，超出0.5个百分点，相当于上限的10%"],
  [growthFrom("3.9"), "2023年", 4.2, "序时进度应完成60.0%，实际50.0%，落后10个百分点"],
  [income, "2025年", 20500, "须不低于20000，当前20500，未达到力争目标22000"],
  [income, "2025年", 22000, "须不低于20000，当前22000，达到力争目标22000"],
  [twoYears, "2022年", 1.3, "无基期数值，不比较序时进度；须不低于1.7，当前1.3，为目标的76.5%"],
  [twoYears, "2023年", 1.3, "序时目标1.35，当前1.3，差0.05万张，相当于序时目标的3.7%"],
  [twoYears, "2023年", 1.4, "序时目标1.35，当前1.4"],
  [carbon, "2023年", -1, "倒退：当前-1，劣于起点0；序时进度应完成60.0%，实际-5.9%，落后65.9个百分点"],
  [research, "2023年", 6.5, "须大于7，当前6.5，差0.5个百分点，相当于目标的7.1%"],
  [ammonia, "2025年", -20, "须不高于-30，当前-20，序时进度应完成100.0%，实际66.7%，落后33.3个百分点"],
  [ecology, "2023年", "完成", "计划的目标为“完成省下达的目标任务”，人工判断为已达标"],
  [ecology, "2023年", 3, "“3”不是已达标、推进中、未达标之一"],
])("“$target.text”, %s: %p: %s", (i, when, actual, reason) =>
  expect(assess(i, actual, period(when), plan).reason).toBe(reason),
);

test.each([
  ["已达标", "已达标", false],
  ["已完成", "已达标", false],
  [" 推 进 中 ", "推进中", false],
  ["正在推进", "推进中", false],
  ["未达标", "未达标", true],
  ["未完成", "未达标", true],
  ["", "未填报", false],
  ["基本达标", "数据有误", false],
  ["无", "数据有误", false],
  [1, "数据有误", false],
  [true, "数据有误", false],
])("a target in words, of which %p is stated: %s", (stated, word, lags) => {
  const status = statusOf(ecology, period("2023年"), plan)(stated);
  expect(STATUSES[status]).toMatchObject({ word, lagging: lags });
  expect(assess(ecology, stated, period("2023年"), plan)).toMatchObject({ status, points: null });
});

test("a statement stands only with its reason, and what is none must be mended", () => {
  expect(audit(ecology, "进行中")).toEqual([
    {
      level: "核实",
      rule: "statement",
      message: "人工判断为“推进中”，须写明理由",
      remedy: "请在“情况说明”写明判断的理由",
    },
  ]);
  expect(audit(ecology, 95, 90)).toEqual([
    {
      level: "强制",
      rule: "not-a-statement",
      message: "“95”不是人工判断",
      remedy: "请从列表选择：已达标、推进中、未达标",
    },
  ]);
  expect(audit(ecology, { value: 0.95, format: "0%" })[0]!.message).toBe("“95%”不是人工判断");
  expect(auditWords(ecology, "推进中", "好")).toBe(
    "核实：人工判断为“推进中”，须写明理由；核实：上年同期“好”不是人工判断",
  );
  expect(auditWords(ecology, "", "推进中")).toBe("");
});

const rules = (i: Indicator, actual: number, previous?: number): string[] =>
  audit(i, actual, previous).map(({ rule }) => rule);

test.each<[string, Indicator, number, number, string[]]>([
  ["what adds up doubles in its second year", carbon, 8, 4, []],
  ["what adds up begins from nothing", carbon, 4, 0, []],
  ["what adds up is not held against the years before the plan", trees, 5, 3, []],
  ["three times as much as is to add up", carbon, 52, 40, ["unit"]],
  ["an average is not held against the year before the plan", research, 8, 8, []],
  ["within a range, less than the baseline", growthFrom("4.8"), 4.6, 4.7, []],
  ["far beyond a range", growth, 40, 40, []],
  ["a jump towards a range", growth, 4.6, 3, ["jump"]],
  ["a floor that is held, below the baseline", floor, 110, 112, []],
  ["worse than the level that a change led from", dust, 51, 50, ["below-baseline"]],
  ["a fall by itself", ammonia, -15, -7, []],
])("%s", (_, i, actual, previous, found) => expect(rules(i, actual, previous)).toEqual(found));

test.each<[Indicator, number, object]>([
  [carbon, 9, { target: "〔17〕%", expected: "10.2%", actual: "9%", gap: "8个百分点" }],
  [dust, 51, { target: "较2020年下降30%", expected: "41微克/立方米", gap: "16微克/立方米" }],
  [ammonia, -15, { target: "较2020年下降30%", expected: "-18%", actual: "-15%", gap: "15个百分点" }],
  [multiple, 1.5, { target: "1.3倍以内", expected: null, actual: "1.5倍", gap: "0.2倍" }],
  [growth, 6, { target: "4.5%至5%", expected: null, actual: "6%", gap: "1个百分点" }],
])("the figures of “$target.text” in words with units: %d", (i, actual, wanted) =>
  expect(figureWords(i, actual, period("2023年"), plan)).toMatchObject(wanted),
);

test("未达标 lags as 滞后 does, 推进中 does not", () => {
  const rows = [
    { indicator: ecology, actual: "推进中" },
    { indicator: ecology, actual: "未达标" },
    { indicator: unemployment, actual: 5.1 },
    { indicator: carbon, actual: -1 },
  ];
  const found = laggingRows(rows, period("2023年"), plan, DEFAULT_PARAMETERS);
  expect(found.map(({ row, assessment }) => [row.actual, assessment.status])).toEqual([
    [-1, "severe"],
    [5.1, "lagging"],
    ["未达标", "notMet"],
  ]);
});
