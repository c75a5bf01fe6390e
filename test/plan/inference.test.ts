import {
  inferBounds,
  inferDecimals,
  inferDirection,
  inferWhole,
  meaningsOf,
  parseNotation,
  planMessage,
} from "../../src/plan";

const printed = (text: string) => {
  const read = parseNotation(text);
  if (!read.ok) throw new Error(text);
  return { text, notation: read.value };
};
const known = (name: string, unit = "%", baseline = "-", target = "-") => ({
  name,
  unit,
  baseline: printed(baseline),
  target: printed(target),
});

test.each([
  ["护理型养老床位占比", "%", "42", "55", 0, 100],
  ["婴儿死亡率", "‰", "6", "5.2", 0, 1000],
  ["养老床位数", "张", "5", "25", 0, undefined],
  // changes and balances may be below 0
  ["地区生产总值增长", "%", "-", "-", undefined, undefined],
  ["婴幼儿入托率提高", "百分点", "-", "-", undefined, undefined],
  ["规模以上工业利润总额", "亿元", "-", "-", undefined, undefined],
  ["人口自然增长率", "‰", "-3.5", "-", undefined, undefined],
  // an amount that is added is none
  ["城镇新增就业", "人", "6453", "8950", 0, undefined],
  ["农业增加值", "亿元", "81.53", "163", 0, undefined],
  // shares of something that is not the whole
  ["学前教育毛入园率", "%", "-", "> 90", 0, undefined],
  ["年度任务完成率", "%", "-", "100", 0, undefined],
  ["产能利用率", "%", "98", "105", 0, undefined],
])("%s (%s) from %s to %s lies between %p and %p", (name, unit, baseline, target, min, max) =>
  expect(inferBounds(known(name, unit, baseline, target))).toEqual({
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
  }),
);

test.each([
  ["骨干养老企业", "家", "6", "10", true, 0],
  ["每千名老年人配套社会工作者人数", "人", "-", "≥ 1", false, 2],
  ["每千人口托位数", "个", "0.529", "3.4", false, 3],
  ["人均预期寿命", "岁", "77.7", "> 78.2", false, 1],
  ["养老产业增加值", "万元", "200", "1000", false, 2],
  ["社会组织数", "万个", "32.0", "44.6", false, 1],
  ["老年大学覆盖率", "%", "89", "95", false, 1],
  ["能源消费占比", "%", "79.25", "80", false, 2],
])("%s (%s) from %s to %s: whole %p, decimals %d", (name, unit, baseline, target, whole, decimals) => {
  const one = known(name, unit, baseline, target);
  expect([inferWhole(one), inferDecimals(one, inferWhole(one))]).toEqual([whole, decimals]);
});

test.each([
  ["护理型养老床位占比", "42", "55", "higher"],
  ["骨干养老企业", "-", "10", "higher"],
  ["森林覆盖率", "100", "100", "higher"],
  ["地表水质量劣Ⅴ类水体比例", "9.7", "<5", "lower"],
  ["细颗粒物浓度", "28", "< 27", "lower"],
  ["婴儿死亡率", "6", "5.2", "lower"],
  ["婴儿死亡率", "-", "0", "lower"],
  // the printed bound holds, whatever the base was
  ["城镇调查失业率", "5.2", "<5.5", "lower"],
  // a fall that is wanted: the more the better
  ["单位GDP能源消耗降低", "-", "13.5", "higher"],
  ["城镇失业人员再就业人数", "1200", "1444", "higher"],
  ["污水处理率", "90", "95", "higher"],
  ...[
    ...[
      "平均候诊时间",
      "办件平均时长",
      "平均住院日",
      "信访积案存量",
      "森林火灾受害率",
      "药占比",
      "每万元产值耗水",
    ],
    ...[
      "违法用地占比",
      "大班额比例",
      "空置率",
      "产品不合格率",
      "两癌检出率",
      "农药使用强度",
      "粮食损耗率",
      "超重率",
    ],
    ...["债务率", "城乡收入差距倍数", "失业人数", "亏损额", "事项平均处理时长"],
  ].map((name): [string, string, string, string] => [name, "-", "8", "lower"]),
  ...[
    ...["检测合格率", "失业保险参保率", "案件办结率", "研发投入强度", "学生每天锻炼时间", "医疗机构病床数"],
    ...["水土流失治理面积", "高值耗材集采品种", "特殊困难老年人探访率"],
  ].map((name): [string, string, string, string] => [name, "8", "8", "higher"]),
  ["亏损额", "20", "-5", "lower"],
  ["失业人数", "0", "0", "lower"],
])("%s from %s to %s: %s is better", (name, baseline, target, direction) =>
  expect(inferDirection(known(name, "%", baseline, target))).toEqual({ ok: true, value: direction }),
);

test.each([
  ["粮食总产", "119.6", "100", "“粮食总产”基期为“119.6”，目标为“100”，看不出"],
  ["婴儿死亡率", "5", "6", "“婴儿死亡率”按名称越低越好，基期为“5”，目标为“6”，看不出"],
  ["婴儿死亡率", "5", "> 6", "按名称越低越好"],
  ["污水处理率", "90", "< 80", "按名称越高越好"],
  ["平均候诊时间", "15", "20", "按名称越低越好"],
  // neither words nor numbers speak of what may be an ill
  ["黑点数", "0", "0", "看不出"],
  ["黑点数", "-", "0", "看不出"],
  ["传染病数", "-", "8", "看不出"],
])("%s from %s to %s is to be asked", (name, baseline, target, words) => {
  const inferred = inferDirection(known(name, "%", baseline, target));
  if (inferred.ok) throw new Error(inferred.value);
  expect(planMessage(inferred.issue)).toContain(words);
});

test.each<[string, string, number]>([
  ["0.6", "较2025年下降15%", 2],
  ["12", "较2025年下降15%", 2],
  ["0.6", "较2025年下降0.1", 1],
])("the level that a change of %s by “%s” leads to shows %d decimals", (baseline, target, decimals) => {
  const [meaning] = meaningsOf(target, { name: "单位能耗", unit: "吨标准煤/万元" });
  const read = parseNotation(baseline, "吨标准煤/万元");
  if (!read.ok) throw new Error(baseline);
  const known = {
    ...{ name: "单位能耗", unit: "吨标准煤/万元", type: "change" as const },
    baseline: { text: baseline, notation: read.value },
    target: { text: target, notation: meaning!.notation },
  };
  expect(inferDecimals(known, false)).toBe(decimals);
});
