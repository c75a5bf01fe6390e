import { type Draft, readPlanTable } from "../../src/draft";
import { proposed, readRow } from "./one-row";

/* The likeliest way to read a cell comes first, and what is plain is not asked. */

const shown = ({ indicators: [one] }: Draft): string =>
  [one!.baseline, one!.target, one!.type, one!.direction].join(" ");

test.each<[cells: string, proposals: string[], likeliest: string]>([
  [
    "农村危房改造 | 户 | 1260 | 动态清零",
    ["人工判断", "按“0”：至多 0户", "不评价"],
    "1260 动态清零 words higher",
  ],
  ["12345工单 | 件 | 20 | 归零", ["人工判断", "按“0”：至多 0件", "不评价"], "20 归零 words higher"],
])("%s: %j", (cells, proposals, likeliest) => {
  const draft = readRow(cells);
  expect(proposed(draft)[0]).toEqual(proposals);
  expect(shown(draft)).toBe(likeliest);
});

test.each([
  ["投诉 | 件 | 60 | 逐年下降5%", "60 逐年下降5% average lower"],
  // a fall of so much each year is below 0 in any unit
  ["近视率 | % | 52 | 年均下降1个百分点", "52 年均下降1个百分点 average lower"],
  ["投诉 | 件 | 60 | 年均减少5件以上", "60 年均减少5件以上 average lower"],
  ["审理天数 | 天 | 65 | 缩短至55天", "65 缩短至55天 level lower"],
  ["通关时间 | 小时 | 32 | 压缩到20小时以内", "32 压缩到20小时以内 level lower"],
  ["预期寿命 | 岁 | 78 | 延长至80岁", "78 延长至80岁 level higher"],
  ["响应时间 | 分钟 | 5 | 3分钟内", "5 3分钟内 level lower"],
  ["办理时限 | 个工作日 | 5 | 3个工作日内", "5 3个工作日内 level lower"],
  ["中欧班列 | 列 | 180列 | 300列", "180列 300列 level higher"],
  ["参保率 | % | 92 | 2030年底前达到95%", "92 2030年底前达到95% level higher"],
  ["产值 | 亿元 | 60 | 每年增长5%以上", "60 每年增长5%以上 average higher"],
  ["规上企业 | 家 | 60 | 每年新增10家", "60 每年新增10家 average higher"],
  ["达标率 | % | 92 | 大于等于95", "92 大于等于95 level higher"],
  ["差错率 | % | 2 | 小于等于1", "2 小于等于1 level lower"],
  ["差错率 | % | 2 | 小于或等于1", "2 小于或等于1 level lower"],
  ["生态质量指数 |  | — | 稳中向好", "— 稳中向好 words higher"],
  ["教育支出 | 亿元 | 5 | 只增不减", "5 只增不减 words higher"],
  ["耕地面积 | 万亩 | 5 | 不减少", "5 不减少 words higher"],
])("%s is not asked", (cells, expected) => {
  const draft = readRow(cells);
  expect(proposed(draft)).toEqual([]);
  expect(shown(draft)).toBe(expected);
});

test.each([
  ["城市、农村低保标准 | 元 | 700和600 | 900、850", ["城市低保标准", "农村低保标准"]],
  ["城乡居民收入 | 元 | 42000、21000 | 分别达到56000、30000", ["城镇居民收入", "农村居民收入"]],
  ["男女预期寿命 | 岁 | 76、81 | 分别为78、83", ["男性预期寿命", "女性预期寿命"]],
  ["城乡低保标准 | 元/月 | 850/700 | 1000/900", ["城镇低保标准", "农村低保标准"]],
  ["城乡低保标准 | 元/月 | 850 | 900", ["城乡低保标准"]],
  ["公办、民办幼儿园 | 所 | 5、6 | 9、8", ["公办幼儿园", "民办幼儿园"]],
  ["医师数、护士数 | 人 | 5、6 | 9、8", ["医师数", "护士数"]],
])("%s is apart as %j", (cells, names) =>
  expect(readRow(cells).indicators.map(({ name }) => name)).toEqual(names),
);

test.each([
  ["城镇化率", "%"],
  ["护理型床位占比", "%"],
  ["常住人口", "万人"],
])("of two units above the table %s is rather in %s, and it is asked", (name, unit) => {
  const text = `某市“十五五”人口指标（单位：万人、%）\n指标\t2025年\t2030年\n${name}\t60\t65`;
  const draft = readPlanTable({ text }, new Map(), null) as Draft;
  expect(draft.questions).toHaveLength(1);
  expect(draft.indicators[0]!.unit).toBe(unit);
});

test("a ratio to one has no unit", () => {
  for (const cells of ["生师比 |  | 19:1 | 18.2:1", "生师比 |  |  | 18.2:1"])
    expect(readRow(cells).indicators[0]!.unit).toBe("");
});
