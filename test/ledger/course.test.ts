import { DEFAULT_PARAMETERS as parameters } from "../../src/assessment";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { beforeOf, changesOf, changeWords, courseOf } from "../../src/ledger";
import { indicator, printed } from "../assessment/samples";
import { Workbook } from "./workbook";

function threeYears(): Workbook {
  const book = new Workbook(plan, "2021年").type("YL07", "本期值", 44.7).type("YL07", "上年同期", 42);
  book.roll("2022年");
  book.type("YL07", "本期值", 47).archive();
  book.type("YL07", "本期值", 45).archive({ reason: "核减" });
  book.roll("2023年");
  return book.type("YL07", "本期值", 49.8);
}

test("an indicator's course has a point for each period, beside the schedule, and says the same in words", () => {
  const book = threeYears();
  const { points, schedule, text } = courseOf(
    indicator("YL07"),
    book.read(),
    { period: "2023年", value: 49.8 },
    parameters,
    plan,
  );
  expect(points.map(({ period, at, value, status }) => [period, at, value, status])).toEqual([
    ["2020年", 0, 42, ""],
    ["2021年", 0.2, 44.7, "达到序时"],
    ["2022年", 0.4, 45, "滞后"],
    ["2023年", 0.6, 49.8, "达到序时"],
  ]);
  expect([schedule[0], schedule.at(-1)]).toEqual([
    { at: 0, value: 42 },
    { at: 1, value: 55 },
  ]);
  expect(text).toBe(
    "护理型养老床位占比（%）：2020年42；2021年44.7（序时44.6，达到序时）；2022年45（序时47.2，滞后）；2023年49.8（序时49.8，达到序时）。目标55。",
  );
});

test.each(["", "—"])("a target that is none (%j) is not said", (target) => {
  const one = printed({ type: "none", target });
  const now = { period: "2023年", value: 49.8 };
  const { text } = courseOf(one, new Workbook(plan, "2023年").read(), now, parameters, plan);
  expect(text).toMatch(/2023年49\.8.*。$/);
  expect(text).not.toContain("目标");
});

test("an indicator without schedule or figures has an empty line and no words", () => {
  expect(courseOf(indicator("YL03"), threeYears().read(), null, parameters, plan)).toEqual({
    points: [],
    schedule: [],
    text: "",
  });
});

test("what changed since the last period, the best first, as a bulletin has it", () => {
  const book = new Workbook(plan, "2022年")
    .type("YL07", "本期值", 45)
    .type("YL02", "本期值", 94)
    .type("YL01", "本期值", 96)
    .type("YL11", "本期值", 78.1)
    .type(3, "进展状态", "滞后")
    .type(3, "进展情况", "资金未到位")
    .type(4, "进展状态", "推进中");
  for (const code of ["YL02", "YL01", "YL11"]) book.type(code, "情况说明", "县区改造停用");
  book.roll("2023年");
  book
    .type("YL07", "本期值", 50)
    .type("YL02", "本期值", 96)
    .type("YL01", "本期值", 94)
    .type(3, "进展状态", "推进中")
    .type(4, "进展状态", "已完成")
    .type("YL12", "本期值", 1);
  const changes = changesOf(book.current(), book.read(), parameters, plan);
  expect(changes.map(({ key, word, since, text }) => [key, word, since, text])).toEqual([
    ["YL02", "提前", "2022年", expect.stringMatching(/提前达到目标（上期94%，本期96%）$/)],
    ["YL07", "追上", "2022年", "护理型养老床位占比由滞后转为达到序时（上期45%，本期50%，差距5个百分点）"],
    ["YL01", "落后", "2022年", expect.stringMatching(/由已达标转为滞后（上期96%，本期94%，差距1个百分点）$/)],
    ["4", "完成", "2022年", expect.stringMatching(/^任务4“.+”已完成$/)],
    ["3", "追上", "2022年", expect.stringMatching(/^任务3“.+”由滞后转为推进中$/)],
  ]);
  expect(changeWords(changes)).toMatch(/^与上期相比，提前1项：.+；追上2项：.+；落后1项：.+；完成1项：.+。$/);
  expect(changeWords([])).toBe("");
});

test("at the plan's end a target that is reached is not reached early", () => {
  const book = new Workbook(plan, "2024年").type("YL07", "本期值", 50);
  book.roll("2025年");
  book.type("YL07", "本期值", 55);
  expect(changesOf(book.current(), book.read(), parameters, plan).map(({ word }) => word)).toEqual(["达标"]);
});

test("what a form for the bureaus has beside 本期值: last year's figure, and the last one", () => {
  const before = beforeOf(threeYears().read(), "2022年");
  expect(before("YL07")).toEqual({ lastYear: 44.7, last: { period: "2021年", value: 44.7 } });
  expect(before("YL08")).toEqual({ lastYear: "", last: null });
  expect(beforeOf(threeYears().read(), "2022年一季度")("YL07").last).toEqual({
    period: "2021年",
    value: 44.7,
  });
});
