import { readPeriod } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { type ArchivedPeriod, followingPeriods, yearBefore } from "../../src/ledger";

const kept = (...texts: string[]): ArchivedPeriod[] =>
  texts.map((text) => {
    const read = readPeriod(text);
    if (!read.ok) throw new Error(text);
    return { period: read.value, text, records: { form: 1, tasks: 0 }, revisions: 0, time: "" };
  });

test.each<[now: string, before: string[], next: string]>([
  ["2022年", [], "2023年"],
  ["2022", [], "2023"],
  ["2022年度", ["2021年度"], "2023年度"],
  ["2022年上半年", [], "2022年"],
  ["2022年", ["2022年上半年"], "2023年上半年"],
  ["2022年下半年", ["2022年上半年"], "2023年上半年"],
  ["2022H1", [], "2022H2"],
  ["2022年一季度", [], "2022年二季度"],
  ["2022年四季度", ["2022年三季度"], "2023年一季度"],
  ["2022年第二季度", [], "2022年第三季度"],
  ["2022Q4", [], "2023Q1"],
  ["2022年上半年", ["2022年一季度"], "2022年前三季度"],
  ["2022年前三季度", ["2022年上半年"], "2022年"],
  ["2022年前三季度", [], "2022年"],
  ["2022年", ["2022年前三季度"], "2023年一季度"],
  ["2023年一季度", ["2022年", "2022年上半年"], "2023年上半年"],
  ["2022年1-9月", ["2022年1-6月"], "2022年1-12月"],
  ["2022年1-9月", ["2022年1-8月"], "2022年1-10月"],
  ["2022年1—9月份", ["2022年1—8月份"], "2022年1-10月份"],
  ["2022年12月", [], "2023年1月"],
  ["2022-09", [], "2022-10"],
  ["202212", [], "202301"],
  ["2022年底", [], "2023年底"],
  ["二〇二二年", [], "2023年"],
  // last year's figures that came with this year's are no last period
  ["2022年一季度", ["2021年一季度"], "2022年二季度"],
])("after %s (before it: %j) comes %s", (now, before, next) => {
  expect(followingPeriods(now, kept(now, ...before), plan)[0]).toBe(next);
});

test("other steps are offered too, each once, and none beyond the plan", () => {
  expect(followingPeriods("2022年上半年", [], plan)).toEqual(["2022年", "2022年7月", "2022年前三季度"]);
  expect(followingPeriods("2026年", [], plan)).toEqual([]);
  expect(followingPeriods("哪一期", [], plan)).toEqual([]);
});

test.each([
  ["2023年上半年", "2022年上半年"],
  ["2023Q1", "2022Q1"],
  ["2023-06", "2022-06"],
  ["2023年1-9月", "2022年1-9月"],
  ["二〇二三年", "2022年"],
  ["二〇二三年前三季度", "2022年三季度"],
])("the year before %s is %s", (text, before) => {
  expect(yearBefore(text)).toBe(before);
});
