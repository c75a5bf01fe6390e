import { builtInPlan as plan } from "../../src/plan/built-in";
import { indicatorsOf, type Plan } from "../../src/plan";
import { reportOf } from "../../src/report";
import {
  byBureaus,
  byFields,
  MIDTERM,
  rankingOf,
  SCHEDULE,
  type Summary,
  summaryOf,
  tallyOf,
  type Vocabulary,
} from "../../src/summary";
import { OTHER_PLANS } from "../plans/plans";
import { heldWith, summaryWith, type Typed } from "./held";

/** All statuses that the built-in plan can have in the middle of its time. */
const MIXED: Typed = {
  period: "2023年",
  form: {
    YL01: 96,
    YL02: 80,
    YL03: 5,
    YL04: 54,
    YL05: 100,
    YL06: { 本期值: 96, 情况说明: "两个小区未交付" },
    YL07: 48,
    YL08: 65,
    YL09: 79,
    YL12: 100,
    YL13: "约8",
    YL16: 0.5,
    TY08: 1,
  },
};

const counts = (summary: Summary, vocabulary: Vocabulary = SCHEDULE) => {
  const tally = tallyOf(summary.indicators!, vocabulary, summary.final);
  return {
    all: tally.all.length,
    filled: tally.filled.length,
    ...Object.fromEntries(
      tally.classes.map(({ word, items, share }) => [word, [items.length, share.percent]]),
    ),
    ...Object.fromEntries(tally.unjudged.map(({ word, items }) => [word, items.length])),
  };
};

test("indicators are counted by how they stand, with shares of those that can be judged", () =>
  expect(counts(summaryWith(MIXED, plan))).toEqual({
    ...{ all: 29, filled: 13 },
    已达标: [2, "20.0"],
    达到序时: [1, "10.0"],
    基本达到: [0, "0.0"],
    滞后: [4, "40.0"],
    严重滞后: [3, "30.0"],
    无基期: 1,
    不评价: 1,
    数据有误: 1,
  }));

test("the mid-term classes of the same figures", () =>
  expect(counts(summaryWith(MIXED, plan), MIDTERM)).toMatchObject({
    提前实现: [0, "0.0"],
    快于预期: [1, expect.any(String)],
    基本符合预期: [2, expect.any(String)],
    滞后于预期: [7, expect.any(String)],
  }));

test("at the plan's end there is no schedule any more", () =>
  expect(counts(summaryWith({ ...MIXED, period: "2025年" }, plan), MIDTERM)).toMatchObject({
    如期实现: [2, expect.any(String)],
    未实现: [9, expect.any(String)],
  }));

const everyPlan: [string, Plan][] = [
  ["the built-in plan", plan],
  ...OTHER_PLANS.map(([n, p]): [string, Plan] => [n, p]),
];

test.each(everyPlan)("each indicator is counted once, and as the pane counts: %s", (_, one) => {
  const year = one.baselineYear + 1;
  const form = Object.fromEntries(
    indicatorsOf(one).map((indicator, i) => [
      indicator.code,
      ["", 0, 50, 1e6, "推进中", "未达标", "已达标", -3][i % 8],
    ]),
  );
  const held = heldWith({ period: `${year}年`, form }, one);
  const summary = summaryOf(held, one);
  if (!summary.ok) throw new Error(summary.issue);
  const { progress } = reportOf(held, one).report!;
  for (const vocabulary of [SCHEDULE, MIDTERM]) {
    const tally = tallyOf(summary.value.indicators!, vocabulary, summary.value.final);
    const parts = [...tally.classes, ...tally.unjudged].map(({ items }) => items.length);
    expect(parts.reduce((a, b) => a + b, 0) + tally.missing.length).toBe(tally.all.length);
    expect([tally.all.length, tally.filled.length, tally.lagging.length]).toEqual([
      progress.total,
      progress.filled,
      progress.lagging,
    ]);
  }
});

test("a joint indicator is under each of its bureaus, and that is said", () => {
  const groups = byBureaus(summaryWith(MIXED, plan).indicators!, plan);
  const of = (name: string) => groups.find((group) => group.name === name)!;
  expect([of("市住建局").items.length, of("市住建局").joint]).toEqual([1, 1]);
  expect(of("市民政局").items.map(({ code }) => code)).toContain("YL07");
  const sum = groups.reduce((all, { items }) => all + items.length, 0);
  expect(sum).toBe(29 + 1);
});

test("fields in the plan's order; a plan without fields has none", () => {
  expect(
    byFields(summaryWith(MIXED, plan).indicators!).map(({ name, items }) => [name, items.length]),
  ).toEqual([
    ["养老", 20],
    ["托育", 9],
  ]);
  expect(byFields(summaryWith(MIXED, plan).indicators!.map((one) => ({ ...one, field: "" })))).toEqual([]);
});

test("the ranking goes by points behind as printed; equal ones share a place", () => {
  const { indicators, parameters } = summaryWith(
    { period: "2023年", form: { YL07: 47.2, YL08: 58, YL04: 54, YL12: 520, YL06: 90 } },
    plan,
  );
  expect(
    rankingOf(indicators!, parameters).map(({ place, behind, standing }) => [place, behind, standing.code]),
  ).toEqual([
    [1, "20", "YL04"],
    [1, "20", "YL07"],
    [1, "20", "YL08"],
    [1, "20", "YL12"],
    [5, "10", "YL06"],
  ]);
});

test("what is told of an indicator has its unit, rates' differences in 个百分点, and its cell", () => {
  const one = summaryWith(MIXED, plan).indicators!.find(({ code }) => code === "YL06")!;
  expect(one).toMatchObject({
    words: { target: "100%", expected: "", actual: "96%", gap: "4个百分点" },
    explanation: "两个小区未交付",
    bureaus: ["市住建局", "市自然资源和规划局"],
    address: expect.stringMatching(/^H\d+$/),
    explanationAddress: expect.stringMatching(/^[A-Z]\d+$/),
  });
});

test("tasks stand by their state and their time", () => {
  const { tasks, indicators } = summaryWith(
    {
      period: "2023年",
      form: null,
      tasks: {
        1: { 进展状态: "滞后" },
        2: { 进展状态: "推进中", 完成时限: "2022年底" },
        3: { 进展状态: "好" },
      },
    },
    plan,
  );
  expect(indicators).toBeNull();
  expect(tasks!.slice(0, 4)).toMatchObject([
    { code: "任务1", state: "滞后", overdue: false, behind: { word: "滞后" } },
    { code: "任务2", state: "推进中", overdue: true, behind: { word: "逾期" } },
    { code: "任务3", state: null, reported: true, behind: null },
    { code: "任务4", state: null, reported: false, behind: null },
  ]);
});

test.each([
  ["a period that cannot be read", { period: "某年" }, /“指标填报”的 [A-Z]+\d+ .*报告期/],
  ["nothing at all", { period: "2023年", form: null }, /请先插入并填写/],
])("%s is told in words", (_, typed: Typed, words) => {
  const read = summaryOf(heldWith(typed, plan), plan);
  expect(read.ok ? "" : read.issue).toMatch(words);
});
