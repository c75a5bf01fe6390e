import { type Draft, readPlanTable } from "../../src/draft";
import { proposed, readRow } from "./one-row";

/* Cells that say more, or less, than one number: what is asked of them, the likeliest first, and what is not. */

/** The indicator as read: base, target, kind, stations. */
const shown = ({ indicators: [one] }: Draft): string =>
  [
    one!.baseline,
    one!.target,
    one!.type,
    ...one!.milestones.map(({ year, value }) => `${year}: ${value}`),
  ].join(" ");

test.each<[cells: string, proposals: string[], likeliest: string]>([
  // 累计 in a name with a base: all that there is, or the sum since the plan began
  ["累计建成保障房 | 套 | 3200 | 6000", ["至少 6000套", "规划期累计至少 6000套"], "3200 6000 level"],
  ["农村公路累计里程 | 公里 | 3120 | 3500", ["至少 3500公里", "规划期累计至少 3500公里"], "3120 3500 level"],
  ["保有量累计 | 辆 | — | 5000", ["至少 5000辆", "规划期累计至少 5000辆"], "— 5000 level"],
  ["累计造林面积 | 万亩 | 28 | 17", ["规划期累计至少 17万亩", "至少 17万亩"], "28 17 cumulative"],
  ["累计新增就业 | 万人 | 5.2 | 6", ["规划期累计至少 6万人", "至少 6万人"], "5.2 6 cumulative"],
  // a change in its own name
  [
    "碳排放强度降幅 | % | — | 较2025年下降18%",
    ["规划期累计至少 18%", "较基期下降 18%"],
    "— 较2025年下降18% cumulative",
  ],
  ["能耗降低 | % | | 18", ["整个规划期的合计", "一年的数"], " 18 cumulative"],
  ["新增就业 | 万人 | 5 | 26", ["整个规划期的合计", "一年的数"], "5 26 cumulative"],
  // a base that says more than one number, or none
  ["在校生 | 人 | 5000（含民办300） | 6000", ["基期 5000人", "基期 300人", "不作基期"], "5000 6000 level"],
  ["在校生 | 人 | 5000（不含民办） | 6000", ["基期 5000人", "不作基期"], "5000 6000 level"],
  ["在校生 | 人 | 1200-1300 | 1500", ["不作基期", "基期 1200人", "基期 1300人"], "- 1500 level"],
  ["在校生 | 人 | 〔1200〕 | 1500", ["不作基期", "基期 1200人"], "- 1500 level"],
  ["在校生 | 人 | ######## | 1500", ["不作基期", "先空着"], "- 1500 level"],
  ["在校生 | 人 | #N/A | 1500", ["不作基期", "先空着"], "- 1500 level"],
  ["在校生 | 人 | #DIV/0! | 1500", ["不作基期", "先空着"], "- 1500 level"],
  ["机构 | 家 | 五家 | 10", ["基期 5家", "不作基期"], "5家 10 level"],
  // no number is shown
  ["在校生 | 人 | 12 | #DIV/0!", ["不评价", "人工判断"], "12 #DIV/0! none"],
  ["在校生 | 人 | 12 | ####", ["不评价", "人工判断"], "12 #### none"],
  // so many times the base
  ["增加值 | 亿元 | 50 | 翻一番", ["较基期提高 100%", "人工判断"], "50 较基期提高100% change"],
  [
    "增加值 | 亿元 | 50 | 比2025年翻两番以上",
    ["较基期提高至少 300%", "人工判断"],
    "50 较基期提高300%以上 change",
  ],
  ["增加值 | 亿元 | — | 力争翻一番", ["人工判断", "较基期提高 100%"], "— 力争翻一番 words"],
  ["增加值 | 亿元 | 50 | 增长1倍", ["较基期提高 100%", "人工判断"], "50 较基期提高100% change"],
  [
    "增加值 | 亿元 | 50 | 增长一倍以上",
    ["较基期提高至少 100%", "人工判断"],
    "50 较基期提高不低于100% change",
  ],
  [
    "增加值 | 亿元 | 50 | 增长2倍",
    ["较基期提高 200%", "基期的 2 倍", "人工判断"],
    "50 较基期提高200% change",
  ],
  // numbers that are not written as numbers are
  ["医护比 | | 1:1.1 | 1:1.25", ["至少 1.25", "人工判断"], "1:1.1 1:1.25 level"],
  ["托位 | 个 | 10 | 1.2E+03", ["按“1200”：至少 1200个", "人工判断", "不评价"], "10 1200 level"],
  ["占比 | % | 60 | 40%±1%", ["按“39%-41%”：39 至 41%", "人工判断", "不评价"], "60 39%-41% range"],
  ["机构 | | 5 | 二十家", ["按“20家”：至少 20家", "人工判断", "不评价"], "5 20家 level"],
  ["占比 | % | 60 | 百分之八十五点五", ["按“85.5%”：至少 85.5%", "人工判断", "不评价"], "60 85.5% level"],
  [
    "自理率 | % | 90 | +5",
    ["按“提高5个百分点”：较基期提高 5 个百分点", "按“5”：至少 5%", "人工判断", "不评价"],
    "90 提高5个百分点 change",
  ],
  ["自理率 | % | 90 | 95.", ["按“95”：至少 95%", "人工判断", "不评价"], "90 95 level"],
  ["人均收入排名 | 位 | 12 | 全省前10", ["人工判断", "至多 10位"], "12 全省前10 words"],
  [
    "人均收入排名 | 位 | 12 | 全省前十",
    ["人工判断", "按“全省前10”：至多 10位", "不评价"],
    "12 全省前十 words",
  ],
  ["水质 | | | 三类", ["人工判断", "不评价"], " 三类 words"],
  ["覆盖率 | % | 80 | 95%+", ["按“95%以上”：至少 95%", "人工判断", "不评价"], "80 95%以上 level"],
  ["覆盖率 | % | 80 | 九成以上", ["按“90%以上”：至少 90%", "人工判断", "不评价"], "80 90%以上 level"],
  ["机构 | 家 | 20 | 50多家", ["人工判断", "至少 50家"], "20 50多家 words"],
  ["机构 | 家 | 20 | 50余", ["按“超过50”：大于 50家", "人工判断", "不评价"], "20 超过50 level"],
  ["覆盖率 | % | 80 | 95（不含民办）", ["至少 95%", "人工判断"], "80 95（不含民办） level"],
  [
    "床位 | 张 | 6 | 7.5(公立5)",
    ["人工判断", "只按“7.5”：至少 7.5张", "只按“公立5”：至少 5张", "不评价"],
    "6 7.5(公立5) words",
  ],
  ["产值 | 亿元 | 800 | 年均增长6%左右", ["年均至少 6%", "年均至多 6%"], "800 年均增长6%左右 average"],
  [
    "城镇化率 | % | 55 | 由55提高到60",
    ["只按“60”：至少 60%", "只按“55”：至少 55%", "人工判断", "不评价"],
    "55 60 level",
  ],
  [
    "机构 | 家 | 300 | 300→400",
    ["只按“400”：至少 400家", "只按“300”：至少 300家", "人工判断", "不评价"],
    "300 400 level",
  ],
  ["上市企业 | 家 | 2 | 三到五家", ["按“3到5家”：3 至 5家", "人工判断", "不评价"], "2 3到5家 range"],
  // in other units than the indicator's, and dates, which are no values
  [
    "办理时限 | 天 | 5 | 3个工作日",
    ["单位按值里的“个工作日”：至多 3个工作日", "单位按“天”：至多 3天", "人工判断", "不评价"],
    "5 3个工作日 level",
  ],
  ["通车时间 | | | 2028年12月", ["人工判断", "不评价"], " 2028年12月 words"],
  // brackets of a sum about a level, and a fall in %
  ["城镇化率 | % | 55 | 〔60〕", ["规划期累计至少 60%", "至少 60%"], "55 〔60〕 cumulative"],
  ["碳排放强度 | % | — | 〔18〕", ["规划期累计至少 18%", "较基期下降 18%"], "— 〔18〕 cumulative"],
  ["单位GDP能耗 | % | — | 13.5", ["较基期下降 13.5%", "至多 13.5%"], "— 13.5 change"],
  // a number in a unit of another size
  ["床位 | 万张 | 1.2 | 15000", ["至少 15000万张", "先不评价"], "1.2 15000 level"],
  ["用水总量 | 亿立方米 | 4.5 | 5", ["越低越好，要降到 5", "越高越好，5 是底线"], "4.5 5 level"],
  // a target of an earlier year in another form than the last
  ["资金 | 亿元 | 50 | 〔60〕 | 100", ["只记在备注", "2027年目标 60亿元"], "50 100 level"],
  [
    "床位 | 张 | 500 | 600-700 | 1000",
    ["2027年目标 600张", "2027年目标 700张", "只记在备注"],
    "500 1000 level 2027: 600",
  ],
  ["机构 | 家 | 20 | 提高10家 | 50", ["只记在备注", "2027年目标 10家"], "20 50 level"],
  ["机构 | 家 | 20 | ##### | 50", ["只记在备注", "先空着"], "20 50 level"],
  ["产值 | 亿元 | 20 | 5 | 年均增长8%", ["只记在备注", "先空着"], "20 年均增长8% average"],
  // about so much on the way
  ["产值 | 亿元 | 420 | 500左右 | 600", ["2027年目标 500亿元", "只记在备注"], "420 600 level 2027: 500"],
  ["产值 | 亿元 | 420 | 约500 | 600", ["2027年目标 500亿元", "只记在备注"], "420 600 level 2027: 500"],
  // several units in one cell
  ["零售总额 | 亿元/% | 860 | 1200", ["不分，“1200”的单位是亿元", "不分，“1200”的单位是%"], "860 1200 level"],
  ["涉及户数 | 户、万人 | — | 1200", ["不分，“1200”的单位是户", "不分，“1200”的单位是万人"], "— 1200 level"],
  [
    "改造小区 | 个/万平方米 | 20/15 | 120/35",
    [
      "分成 2 个：改造小区（个） 120；改造小区（万平方米） 35",
      "不分，“120/35”的单位是个",
      "不分，“120/35”的单位是万平方米",
    ],
    "20 120 level",
  ],
])("%s", (cells, proposals, likeliest) => {
  const draft = readRow(cells);
  expect(proposed(draft)).toContainEqual(proposals);
  expect(shown(draft)).toBe(likeliest);
});

test.each([
  ["造林面积（5年新增量） | 万亩 | 28 | 17", "28 17 cumulative"],
  ["累计培训 | 人次 | — | 5000", "— 5000 cumulative"],
  ["新增就业 | 万人 | 5 | 5.5", "5 5.5 level"],
  ["游客增幅 | % | | 较2025年增长20%", " 较2025年增长20% change"],
  ["床位 | 张 | 56.5(预计) | 60", "56.5(预计) 60 level"],
  ["床位 | 张 | 56（2024年快报数） | 60（规划）", "56（2024年快报数） 60（规划） level"],
  ["床位 | 张 | 约1200 | 1500", "约1200 1500 level"],
  ["床位 | 张 | 1200* | 1500", "1200* 1500 level"],
  ["床位 | 张 | 待统计 | 1500", "待统计 1500 level"],
  ["机构 | 家 | 20 | 50家（含）以上", "20 50家（含）以上 level"],
  ["失业率 | % | — | 5", "— 5 level"],
  ["占比 | % | 60 | 65〔预期性〕", "60 65〔预期性〕 level"],
  ["办理时限 | 工作日 | 5 | 不超过3个工作日", "5 不超过3个工作日 level"],
  ["药占比 | % | 60 | ≯55%", "60 ≯55% level"],
  ["达标率 | % | 60 | ≮65%", "60 ≮65% level"],
  ["占比 | % | 60 | 55-60之间", "60 55-60之间 range"],
  ["占比 | % | 60 | 介于55%和60%之间", "60 介于55%和60%之间 range"],
  ["面积 | 亩 | | 〔110〕 | 〔150〕", " 〔150〕 cumulative 2027: 110"],
  ["面积 | 亩 | | 累计110 | 累计150", " 累计150 cumulative 2027: 110"],
  ["产值 | 亿元 | 20 | 年均增长8% | 年均增长8%", "20 年均增长8% average"],
  ["水平 | | | 明显提高 | 持续提高", " 持续提高 words"],
])("%s is not asked", (cells, expected) => {
  const draft = readRow(cells);
  expect(draft.questions).toEqual([]);
  expect(shown(draft)).toBe(expected);
});

test("what becomes no station stands in 备注, as what is held otherwise does", () => {
  expect(readRow("床位 | 张 | 500 | 600-700 | 1000").indicators[0]!.note).toBe("2027年目标：600-700");
  expect(readRow("机构 | 家 | 五家 | 十家").indicators[0]!.note).toBe("印作“五家”；印作“十家”");
});

test("about so much on the way is kept to the letter, and said in 备注", () =>
  expect(readRow("产值 | 亿元 | 420 | 500左右 | 600").indicators[0]).toMatchObject({
    milestones: [{ year: 2027, value: 500, text: "500左右" }],
    note: "2027年目标：500左右",
  }));

test("an amount and its growth under two units are two indicators", () => {
  const text =
    "某县“十五五”主要指标\n指标\t2025年\t2030年目标\t年均增长\n社会消费品零售总额（亿元/%）\t860\t1200\t7";
  const draft = readPlanTable({ text }, new Map(), null);
  expect(draft).toMatchObject({
    indicators: [
      { name: "社会消费品零售总额", unit: "亿元", baseline: "860", target: "1200", type: "level" },
      { name: "社会消费品零售总额年均增长", unit: "%", target: "年均增长7%", type: "average" },
    ],
  });
});

test.each(["元/人", "个/万人", "元/人、月", "人/平方公里", "张/千人"])("%s is one unit", (unit) =>
  expect(readRow(`指标值 | ${unit} | 12 | 15`).questions).toEqual([]),
);

test("what only says how it grows is no indicator, and is told", () => {
  const text = "到2030年，林业总产值突破100亿元，年均增长8%左右；森林覆盖率达到45%。";
  const draft = readPlanTable({ text }, new Map(), null);
  if ("refused" in draft) throw new Error(draft.refused);
  expect(draft.indicators.map(({ name }) => name)).toEqual(["林业总产值", "森林覆盖率"]);
  expect(draft.source.left).toContainEqual(expect.objectContaining({ text: "年均增长8%左右" }));
});

test("ratios of two kinds are not compared unasked", () => {
  const draft = readRow("医护比 | | 0.9:1 | 1:1.25");
  expect(proposed(draft)).toContainEqual(["不作基期", "基期 0.9:1"]);
  expect(draft.indicators[0]!.baseline).toBe("-");
});

test("a part in brackets is a part", () =>
  expect(readRow("学位 | 个 | 4000 | 6000（其中公办4000）").indicators).toMatchObject([
    { name: "学位", target: "6000", partOf: "" },
    { name: "公办", target: "4000", partOf: "A01" },
  ]));

test.each<[cells: string, proposals: string[], likeliest: string]>([
  ["覆盖率 | % | 0.8 | 0.95", ["是，80 → 95（%）", "不是，就是 0.8 → 0.95（%）"], "80 95 level"],
  ["覆盖率 | % | — | ≥0.9", ["是，≥90（%）", "不是，就是 ≥0.9（%）"], "— ≥90 level"],
  ["覆盖率 | % | 0.55 | 1", ["是，55 → 100（%）", "不是，就是 0.55 → 1（%）"], "55 100 level"],
  [
    "覆盖率 | % | 0.8 | 0.9 | 0.95",
    ["是，80 → 95（%）", "不是，就是 0.8 → 0.95（%）"],
    "80 95 level 2027: 90",
  ],
  ["企业数 | 家 | 1800 | 2030", ["就是 2030", "是年份，不是数"], "1800 2030 level"],
])("may be printed otherwise than it is meant: %s", (cells, proposals, likeliest) => {
  const draft = readRow(cells);
  expect(proposed(draft)).toEqual([proposals]);
  expect(shown(draft)).toBe(likeliest);
  const [{ id, proposals: ways }] = draft.questions as [Draft["questions"][number]];
  expect(readRow(cells, new Map([[id, ways[1]!.id]])).open).toEqual([]);
});
test.each([
  "死亡率 | % | 0.8 | 0.5",
  "覆盖率 | % | 0.8 | 1.2",
  "比值 | | 0.8 | 0.95",
  "研发占比 | % | 0.2 | 0.4",
])("no fraction: %s", (cells) => expect(proposed(readRow(cells))).toEqual([]));

test.each([
  ["20（2023）", "基期值是2023年的数"],
  ["20（2024年数据）", "基期值是2024年的数"],
  ["20（2025年）", ""],
])("a base with its own year, %s, says so in the notes", (base, note) =>
  expect(readRow(`床位 | 张 | ${base} | 30`).indicators).toMatchObject([{ baseline: base, note }]),
);
