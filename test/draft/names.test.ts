import { readPlanTable } from "../../src/draft";
import { nameAndUnit, withoutMark } from "../../src/draft/indicators/name";
import { builtInPlan } from "../../src/plan/built-in";

/* What the cell of a name says besides; and the plan's own name, place and years where nothing says them. */

test.each([
  ["事故死亡率（人/万车）", "事故死亡率", "人/万车"],
  ["单位电耗(kWh/吨)", "单位电耗", "kWh/吨"],
  ["装机容量（万kW）", "装机容量", "万kW"],
  ["变电容量（MVA）", "变电容量", "MVA"],
  ["算力（EFLOPS）", "算力", "EFLOPS"],
  ["浊度（NTU）", "浊度", "NTU"],
  ["区域噪声（dB(A)）", "区域噪声", "dB(A)"],
  ["建成区面积（km²）", "建成区面积", "km²"],
  ["造林面积（万hm²）", "造林面积", "万hm²"],
  ["抽检（批次/千人）", "抽检", "批次/千人"],
  ["满意度（百分制）", "满意度", "百分制"],
  ["GDP（亿元，现价）", "GDP（现价）", "亿元"],
  ["GDP（现价，亿元）", "GDP（现价）", "亿元"],
  ["GDP（亿元）（现价）", "GDP（现价）", "亿元"],
  ["学校（所）（公办）", "学校（公办）", "所"],
  ["覆盖率（城市/农村）", "覆盖率（城市/农村）", ""],
  ["国内生产总值（GDP）", "国内生产总值（GDP）", ""],
  ["企业（A）", "企业（A）", ""],
  ["人口（常住，户籍）", "人口（常住，户籍）", ""],
])("%s is %s in %j", (printed, name, unit) => expect(nameAndUnit(printed)).toEqual({ name, unit }));

const NOTES = ["注：1. 按2020年价；2. 指地级及以上城市", "3 单位GDP能耗按不变价", "5年新增量为合计"];
test.each([
  ["城市2空气质量优良天数比例", "城市空气质量优良天数比例"],
  ["单位GDP能耗3", "单位GDP能耗"],
  ["单位GDP能耗4", undefined],
  ["第2产业比重", undefined],
  ["PM2.5浓度", undefined],
  ["近3年巩固率", undefined],
  ["机构2个", undefined],
])("%s without the mark of a note is %s", (name, plain) =>
  expect(withoutMark(name, NOTES)?.name).toBe(plain),
);

const lines = (...rows: string[]): string => rows.join("\n").replace(/ /g, "\t");
const read = (text: string, answers: ReadonlyMap<string, string> = new Map()) => {
  const draft = readPlanTable({ text }, answers, builtInPlan);
  if ("refused" in draft) throw new Error(draft.refused);
  return draft;
};
const idsOf = (text: string, id: string): string[] | undefined =>
  read(text)
    .questions.find((one) => one.id === id)
    ?.proposals.map((one) => one.id);

test("a number in a name is asked where a note has it", () => {
  const text = lines(
    "某县“十五五”主要指标",
    "指标 单位 2025年 2030年",
    "能耗3 吨 6 5",
    "床位 张 6 8",
    "注：1.甲；2.乙；3.按不变价",
  );
  const draft = read(text);
  expect(draft.questions.map(({ asks, cell }) => [asks, cell?.column])).toEqual([
    ["“能耗3”里的“3”是脚注号吗？", "name"],
  ]);
  expect(draft.indicators[0]).toMatchObject({ name: "能耗", note: "印作“能耗3”" });
  const kept = new Map([[draft.questions[0]!.id, "name"]]);
  expect(read(text, kept).indicators[0]).toMatchObject({ name: "能耗3", note: "" });
});

test("years that are printed somewhere are proposed first, then those of this plan and the next", () => {
  const plain = lines("指标 目标", "床位（张） 6", "机构（个） 8");
  expect(idsOf(plain, "head target year")).toEqual(["2030", "2025", "2026", "2020"]);
  expect(idsOf(`${plain}\n注：数据截至2018年底`, "head target year")).toEqual([
    ...["2018", "2030", "2025", "2026", "2020"],
  ]);
  const yearly = lines("指标 年度目标 完成进度", "床位（张） 6 50%", "机构（个） 8 60%");
  expect(idsOf(yearly, "head target year")).toEqual([
    ...["2026", "2025", "2024", "2023", "2022", "2021", "2020", "2019"],
  ]);
  expect(idsOf(yearly, "head name")).toEqual(["2026年计划", "2026年主要指标"]);
});

test("the place is one that bureaus are named after; that of the plan in use only where none is", () => {
  const table = (...bureaus: string[]): string =>
    lines("指标 2025年目标 责任单位", ...bureaus.map((one, i) => `床位${"甲乙丙"[i]}（张） 6 ${one}`));
  expect(idsOf(table("岳阳楼区民政局", "岳阳楼区教育局", "市卫健委"), "head place")).toEqual([
    "",
    "岳阳楼区",
  ]);
  expect(idsOf(table("市民政局", "各县区政府", "开发区管委会"), "head place")).toEqual(["", "宿州市"]);
});
