import {
  assess,
  readParameters,
  shortfall,
  basisOf,
  STATUSES,
  statusOf,
  figureMessage,
} from "../../src/assessment";
import type { Indicator } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { counted, indicator, period, printed } from "./samples";

const judged = (
  i: Indicator,
  when: string,
  actual: unknown,
  parameters?: { tolerance: number; redline: number },
) => {
  const { status, reason, points } = assess(i, actual, period(when), plan, parameters);
  return [STATUSES[status].word, reason, points === null ? null : Number(points.toFixed(6))];
};

const falling = counted("人", { direction: "lower", baseline: "60", target: "≤ 30" });
const below = counted("人", { direction: "lower", baseline: "60", target: "< 30" });
const atZero = counted("起", { direction: "lower", baseline: "0", target: "0" });
const newAtZero = counted("起", { direction: "lower", baseline: "-", target: "0" });
const hundred = counted("人", { baseline: "100", target: "100" });
const staged = printed({
  baseline: "40",
  target: "100",
  milestones: [{ year: 2022, value: 70, source: "规划正文" }],
});
const negative = counted("万吨", { min: -100, baseline: "-20", target: "-20" });

test.each<[string, Indicator, string, unknown, string, string, number | null]>([
  // on schedule and round it
  [
    "ahead of schedule",
    indicator("YL07"),
    "2023年",
    54,
    "达到序时",
    "序时进度应完成60.0%，实际92.3%，超前32.3个百分点",
    32.307692,
  ],
  [
    "on schedule to the last bit",
    indicator("YL07"),
    "2023年",
    49.8,
    "达到序时",
    "序时进度应完成60.0%，实际60.0%",
    0,
  ],
  [
    "just within the tolerance",
    indicator("TY08"),
    "2022年",
    12.0004,
    "基本达到",
    "序时进度应完成40.0%，实际30.0%，落后9.999个百分点",
    -9.999,
  ],
  [
    "at the tolerance",
    indicator("TY08"),
    "2022年",
    12,
    "滞后",
    "序时进度应完成40.0%，实际30.0%，落后10个百分点",
    -10,
  ],
  [
    "at the red line",
    indicator("TY08"),
    "2022年",
    4,
    "滞后",
    "序时进度应完成40.0%，实际10.0%，落后30个百分点",
    -30,
  ],
  [
    "just within the red line",
    indicator("TY08"),
    "2022年",
    4.0004,
    "滞后",
    "序时进度应完成40.0%，实际10.0%，落后29.999个百分点",
    -29.999,
  ],
  [
    "just beyond the red line",
    indicator("TY08"),
    "2022年",
    3.9996,
    "严重滞后",
    "序时进度应完成40.0%，实际10.0%，落后30.001个百分点",
    -30.001,
  ],
  [
    "at its baseline",
    indicator("TY08"),
    "2021年",
    0,
    "滞后",
    "序时进度应完成20.0%，实际0.0%，落后20个百分点",
    -20,
  ],
  ["on its way through a milestone", staged, "2022年", 70, "达到序时", "序时进度应完成50.0%，实际50.0%", 0],
  [
    "behind a milestone",
    staged,
    "2023年",
    75,
    "基本达到",
    "序时进度应完成66.7%，实际58.3%，落后8.3个百分点",
    -8.333333,
  ],
  ["falling as it shall", falling, "2023年", 42, "达到序时", "序时进度应完成60.0%，实际60.0%", 0],
  [
    "risen though it shall fall",
    falling,
    "2021年",
    61,
    "严重滞后",
    "倒退：当前61，劣于基期60；序时进度应完成20.0%，实际-3.3%，落后23.3个百分点",
    -23.333333,
  ],
  // met
  ["fallen to its target", falling, "2023年", 30, "已达标", "须不高于30，当前30", null],
  ["fallen below its target", below, "2023年", 29, "已达标", "须小于30，当前29", null],
  // at the plan's end
  [
    "short at the end, within the red line",
    indicator("YL07"),
    "2025年",
    54,
    "滞后",
    "须不低于55，当前54，序时进度应完成100.0%，实际92.3%，落后7.7个百分点",
    -7.692308,
  ],
  [
    "short at the end, beyond the red line",
    indicator("YL07"),
    "2025年",
    50,
    "严重滞后",
    "须不低于55，当前50，序时进度应完成100.0%，实际61.5%，落后38.5个百分点",
    -38.461538,
  ],
  [
    "at the red line at the end",
    indicator("TY08"),
    "2025年",
    28,
    "滞后",
    "须不低于40，当前28，序时进度应完成100.0%，实际70.0%，落后30个百分点",
    -30,
  ],
  [
    "one year after the end",
    indicator("TY08"),
    "2026年",
    28,
    "滞后",
    "须不低于40，当前28，序时进度应完成100.0%，实际70.0%，落后30个百分点",
    -30,
  ],
  [
    "below its baseline at the end",
    indicator("YL07"),
    "2025年",
    41,
    "严重滞后",
    "须不低于55，当前41，序时进度应完成100.0%，实际-7.7%，落后107.7个百分点",
    -107.692308,
  ],
  // to be held
  ["not above a strict bound", indicator("YL01"), "2023年", 95, "滞后", "须大于95，当前95", 0],
  [
    "short by the tolerance",
    indicator("YL05"),
    "2023年",
    90,
    "滞后",
    "须不低于100，当前90，差10个百分点",
    -10,
  ],
  [
    "short by more than the tolerance",
    indicator("YL05"),
    "2023年",
    89.9,
    "严重滞后",
    "须不低于100，当前89.9，差10.1个百分点",
    -10.1,
  ],
  [
    "short by the red line at the end",
    indicator("YL05"),
    "2025年",
    70,
    "滞后",
    "须不低于100，当前70，差30个百分点",
    -30,
  ],
  [
    "short by more than the red line at the end",
    indicator("YL05"),
    "2025年",
    69.9,
    "严重滞后",
    "须不低于100，当前69.9，差30.1个百分点",
    -30.1,
  ],
  [
    "short of a hundred that are no percentage",
    hundred,
    "2023年",
    80,
    "严重滞后",
    "须不低于100，当前80，差20人，相当于目标的20%",
    -20,
  ],
  [
    "short of a number below 0",
    negative,
    "2023年",
    -21,
    "滞后",
    "须不低于-20，当前-21，差1万吨，相当于目标的5%",
    -5,
  ],
  ["above a nought to be held", atZero, "2023年", 1, "严重滞后", "须不高于0，当前1，差1起", -Infinity],
  // without a baseline
  [
    "without a baseline",
    indicator("YL16"),
    "2023年",
    0.6,
    "无基期",
    "无基期数值，不比较序时进度；须不低于1，当前0.6，为目标的60.0%",
    null,
  ],
  [
    "without a baseline, half of the target",
    counted("个", { baseline: "-", target: "4" }),
    "2023年",
    2,
    "无基期",
    "无基期数值，不比较序时进度；须不低于4，当前2，为目标的50.0%",
    null,
  ],
  [
    "above what can be where nothing is too little",
    printed({ min: null, max: 30, baseline: "5", target: "10" }),
    "2023年",
    31,
    "数据有误",
    "须不大于30，当前31",
    null,
  ],
  [
    "without a baseline and with a target of 0",
    newAtZero,
    "2023年",
    1,
    "无基期",
    "无基期数值，不比较序时进度；须不高于0，当前1",
    null,
  ],
  [
    "without a baseline, short by the red line at the end",
    indicator("YL16"),
    "2025年",
    0.7,
    "滞后",
    "须不低于1，当前0.7，差0.3人，相当于目标的30%",
    -30,
  ],
  // not judged
  ["without a target", indicator("YL03"), "2023年", 5, "不评价", "计划的目标为“XX”，不评价", null],
  ["below what can be", indicator("YL13"), "2023年", -1, "数据有误", "须不小于0，当前-1", null],
  ["above what can be", indicator("YL07"), "2023年", 101, "数据有误", "须在0至100之间，当前101", null],
  [
    "impossible without a target, too",
    indicator("YL03"),
    "2023年",
    -1,
    "数据有误",
    "须不小于0，当前-1",
    null,
  ],
  ["a text", indicator("YL07"), "2023年", "优", "数据有误", "“优”不是数", null],
  [
    "a text that reads as a number",
    indicator("YL07"),
    "2023年",
    "约95",
    "数据有误",
    "“约95”不是数，可能是95",
    null,
  ],
  ["nothing", indicator("YL07"), "2023年", "　", "未填报", "", null],
])("%s", (_, i, when, actual, word, reason, points) =>
  expect(judged(i, when, actual)).toEqual([word, reason, points]),
);

const lenient = { tolerance: 50, redline: 90 };
test.each([
  ["YL07", "2021年", 41.9, "严重滞后"], // below the baseline, whatever the tolerance
  ["YL07", "2021年", 42, "基本达到"],
  ["YL05", "2023年", 50, "滞后"],
  ["YL05", "2025年", 10, "滞后"],
  ["YL05", "2025年", 9, "严重滞后"],
])("with a tolerance of 50 and a red line of 90, %s in %s with %d is %s", (code, when, actual, word) => {
  const i = indicator(code);
  expect(judged(i, when, actual, lenient)[0]).toBe(word);
  expect(STATUSES[statusOf(i, period(when), plan, lenient)(actual)].word).toBe(word);
});

test("the status alone tells nothing from a text", () => {
  const status = statusOf(indicator("YL07"), period("2023年"), plan);
  expect(["", null, "\u200b", "约48", true, NaN, 48].map(status)).toEqual([
    ...["missing", "missing", "missing", "invalid", "invalid", "invalid", "lagging"],
  ]);
});

test.each([
  [null, "", { tolerance: 10, redline: 30 }],
  [5, 20, { tolerance: 5, redline: 20 }],
  ["", 15, { tolerance: 10, redline: 15 }],
  [20, null, { tolerance: 20, redline: 30 }],
  [0, 0, { tolerance: 0, redline: 0 }],
  [10, 10, { tolerance: 10, redline: 10 }],
])("容差 %p and 红线 %p are %p", (tolerance, redline, value) =>
  expect(readParameters(tolerance, redline)).toEqual({ ok: true, value }),
);

test.each([
  [-1, 30],
  [20, 10],
  ["", 5],
  [40, ""],
  ["10", 30],
  [10, "三十"],
  [NaN, 30],
  [10, Infinity],
])("容差 %p and 红线 %p are refused, and quoted", (tolerance, redline) => {
  const read = readParameters(tolerance, redline);
  if (read.ok) throw new Error(JSON.stringify(read.value));
  expect(figureMessage(read.issue)).toContain(`容差“${String(tolerance)}”、红线“${String(redline)}”有误`);
});

test("a shortfall is a share of the target's size, and without measure where the target is 0", () => {
  expect(shortfall(basisOf(hundred), 80)).toBe(20);
  expect(shortfall(basisOf(negative), -30)).toBe(50);
  expect(shortfall(basisOf(falling), 45)).toBe(50);
  expect(shortfall(basisOf(atZero), 1)).toBe(Infinity);
  const someAtLeast = counted("起", { baseline: "0", target: "> 0" });
  expect(shortfall(basisOf(someAtLeast), 0)).toBe(Infinity);
});
