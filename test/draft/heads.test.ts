import { type Answers, type Draft, type Pasted, readPlanTable } from "../../src/draft";

/* Heads that say more than one base year and one target year: what each column is, or what is asked of it. */

const text = (header: string, ...rows: string[]): Pasted => ({
  text: ["某市“十四五”主要指标", header, ...rows].join("\n").replace(/ ?\| ?/g, "\t"),
});

function read(pasted: Pasted, answers: Answers = new Map()): Draft {
  const draft = readPlanTable(pasted, answers, null);
  if ("refused" in draft) throw new Error(draft.refused);
  return draft;
}

/** `name unit base→target type direction` and the notes of each indicator. */
const told = ({ indicators }: Draft): string[] =>
  indicators.map(
    ({ name, unit, baseline, target, type, direction, note }) =>
      `${name} ${unit} ${baseline}→${target} ${type} ${direction}${note && ` ${note}`}`,
  );

const proposed = ({ questions }: Draft): string[][] =>
  questions.map(({ proposals }) => proposals.map(({ words }) => words));

const years = ({ head }: Draft): number[] => [head.baselineYear, head.targetYear];

const answering = (pasted: Pasted, words: string): Draft => {
  const { questions } = read(pasted);
  const answers = new Map<string, string>();
  for (const { id, proposals } of questions) {
    const chosen = proposals.find((one) => one.words === words);
    if (chosen) answers.set(id, chosen.id);
  }
  expect(answers.size).toBe(1);
  return read(pasted, answers);
};

const FLOORS = [
  ["2025年基本目标", "2025年奋斗目标"],
  ["2025年约束目标", "2025年力争目标"],
  ["2025年底线目标", "2025年挑战目标"],
] as const;

test.each(FLOORS)("of %s and %s the floor decides, and it is asked", (floor, stretch) => {
  const pasted = text(`指标 | 2020年 | ${floor} | ${stretch}`, "参保率（%） | 92 | 95 | 98");
  expect(told(read(pasted))).toEqual([`参保率 % 92→95，力争98 level higher ${stretch}：98`]);
  expect(proposed(read(pasted))).toEqual([
    [`${floor}是目标，${stretch}是力争的`, `${floor}是目标`, `${stretch}是目标`],
  ]);
  expect(told(answering(pasted, `${stretch}是目标`))).toEqual([`参保率 % 92→98 level higher ${floor}：95`]);
});

test.each([
  ["2025年全市目标", "2025年全省目标"],
  ["我市目标", "国家目标"],
  ["规划目标", "省下达目标"],
  ["全县2025年目标", "全市2025年目标"],
])("of %s and %s it is asked whose is the plan's, the own first", (own, other) => {
  for (const columns of [
    [own, other],
    [other, own],
  ]) {
    const values = columns.map((column) => (column === own ? "95" : "96"));
    const pasted = text(`指标 | 2020年 | ${columns.join(" | ")}`, `参保率（%） | 92 | ${values.join(" | ")}`);
    expect(told(read(pasted))).toEqual([`参保率 % 92→95 level higher ${other}：96`]);
    expect(proposed(read(pasted))).toEqual([[`读${own}`, `读${other}`]]);
    expect(told(answering(pasted, `读${other}`))).toEqual([`参保率 % 92→96 level higher ${own}：95`]);
  }
});

test("bases of the nation are not the place's", () => {
  const pasted = text("指标 | 现状值 | 全国平均现状值 | 2025年目标", "参保（人） | 5 | 6 | 10");
  expect(told(read(pasted))).toEqual(["参保 人 5→10 level higher 全国平均现状值：6"]);
  expect(proposed(read(pasted))).toEqual([["读现状值", "读全国平均现状值"]]);
});

const WITHIN = "60-65 range higher";
test.each<[string, Pasted]>([
  ["of one row", text("指标 | 2020年 | 2025年目标下限 | 2025年目标上限", "城镇化率（%） | 55 | 60 | 65")],
  ["of two rows", text("指标 | 2020年 | 2025年目标 | ", " | | 最低 | 最高", "城镇化率（%） | 55 | 60 | 65")],
  [
    "of a page",
    {
      html: "<p>某市“十四五”主要指标</p><table><tr><td rowspan=2>指标<td rowspan=2>2020年<td colspan=2>2025年目标<tr><td>最低<td>最高<tr><td>城镇化率（%）<td>55<td>60<td>65</table>",
    },
  ],
])("the lowest and the highest are a range: head %s", (_, pasted) => {
  const draft = read(pasted);
  expect(told(draft)).toHaveLength(1);
  expect(told(draft)[0]).toContain(`城镇化率 % 55→${WITHIN}`);
  expect(proposed(draft)).toHaveLength(1);
});

test.each([
  ["2020年基期值", "2023年实际值"],
  ["2020年基数", "2023年完成"],
  ["2020年实际值", "2021年实际值"],
  ["2020年", "2022年完成"],
  ["2020年", "2025年完成"],
  ["2020年", "2025年预计"],
])("%s is the base, and what was done by %s is kept", (base, done) => {
  const draft = read(text(`指标 | ${base} | ${done} | 2025年目标`, "参保率（%） | 90 | 93 | 95"));
  expect(told(draft)).toEqual([`参保率 % 90→95 level higher ${done}：93`]);
  expect(years(draft)).toEqual([2020, 2025]);
});

test("of two years that were reached it is asked which is the base where no title tells", () => {
  const pasted = { text: "指标\t2020年实际\t2021年实际\t2025年目标\n参保率（%）\t90\t93\t95" };
  expect(proposed(read(pasted))).toContainEqual(["2021年实际是基期", "2020年实际是基期"]);
});

test("the year before the target may be the base", () => {
  const draft = read(text("指标 | 2015年 | 2020年 | 2025年目标", "参保率（%） | 80 | 90 | 95"));
  expect(told(draft)).toEqual(["参保率 % 90→95 level higher 2015年：80"]);
});

test.each([
  ["2020年", "年均增长（%）", "工业增加值 % →6 average higher 2020年：291.5亿元"],
  ["2020年", "2021—2025年累计", "工业增加值 亿元 291.5→6 cumulative higher"],
  ["2020年", "2025年目标（年均增长%）", "工业增加值 % →6 average higher 2020年：291.5亿元"],
  ["2023年实际", "2024年目标增长（%）", "工业增加值 % →6 average higher 2023年实际：291.5亿元"],
  ["2023年实际", "2024年目标（增长%）", "工业增加值 % →6 average higher 2023年实际：291.5亿元"],
  ["2023年实际", "2024年目标同比增长（%）", "工业增加值 % →6 average higher 2023年实际：291.5亿元"],
  ["2023年实际", "2024年目标比上年±%", "工业增加值 % →6 average higher 2023年实际：291.5亿元"],
])("%s is the base of %s", (base, growth, expected) => {
  const draft = read(text(`指标 | ${base} | ${growth}`, "工业增加值（亿元） | 291.5 | 6"));
  expect(told(draft)).toEqual([expected]);
  expect(draft.questions).toEqual([]);
});

test.each([
  ["2020年", "2025年目标（增长%）", "外资（亿美元）", ""],
  ["2020年", "2025年增长目标（%）", "外资（亿美元）", ""],
  ["2020年（亿美元）", "2025年（%）", "外资", "不是增长，是本身的数"],
])("it is asked what growth from %s %s is", (base, growth, name, level) => {
  const pasted = text(`指标 | ${base} | ${growth}`, `${name} | 5 | 8`);
  const ways = ["年均增长多少", "比基期一共增长多少", ...(level ? [level] : [])];
  expect(proposed(read(pasted))).toEqual([ways]);
  expect(told(read(pasted))[0]).toContain("外资 % →8 average higher");
  expect(told(answering(pasted, ways[1]!))[0]).toContain("外资 亿美元 5→较基期增长8% change higher");
});

const SIDE = [
  "自来水普及率 % 90→95 level higher",
  "绿化率 % 30→35 level higher",
  "燃气普及率 % 91→96 level higher",
];
const half = (rows: string[][]): string =>
  rows.map((row) => `<tr>${row.map((one) => `<td>${one}`).join("")}`).join("");
const HALVES = [
  ["指标", "2020年", "2025年", "指标", "2020年", "2025年"],
  ["自来水普及率（%）", "90", "95", "燃气普及率（%）", "91", "96"],
  ["绿化率（%）", "30", "35", "", "", ""],
];
test.each<[string, Pasted]>([
  ["text", text(HALVES[0]!.join("|"), ...HALVES.slice(1).map((row) => row.join("|")))],
  ["a page", { html: `<p>某市“十四五”主要指标</p><table>${half(HALVES)}</table>` }],
  ["a range", { cells: [["某市“十四五”主要指标", "", "", "", "", ""], ...HALVES] }],
  [
    "text with a blank column",
    text(
      "序号 | 指标 | 2020年 | 2025年 | | 序号 | 指标 | 2020年 | 2025年",
      "1 | 自来水普及率（%） | 90 | 95 | | 3 | 燃气普及率（%） | 91 | 96",
      "2 | 绿化率（%） | 30 | 35",
    ),
  ],
])("two tables side by side are both read: %s", (_, pasted) => expect(told(read(pasted))).toEqual(SIDE));

const BOX1 = ["专栏1 “十三五”完成情况", "指标 | 2015年 | 2020年", "参保率（%） | 80 | 92"];
const BOX2 = [
  "专栏2 “十四五”主要指标",
  "指标 | 2020年 | 2025年",
  "参保率（%） | 92 | 95",
  "床位（张） | 900 | 1200",
];
test("of tables with other years it is asked which is the plan's", () => {
  const pasted = { text: [...BOX1, ...BOX2].join("\n").replace(/ \| /g, "\t") };
  expect(told(read(pasted))).toEqual(["参保率 % 92→95 level higher", "床位 张 900→1200 level higher"]);
  const ways = ["第 5 行起、表头是2020年、2025年的", "第 2 行起、表头是2015年、2020年的"];
  expect(proposed(read(pasted))).toContainEqual(ways);
  expect(told(answering(pasted, ways[1]!))).toEqual(["参保率 % 80→92 level higher"]);
});

test.each<[string, Pasted]>([
  [
    "a page",
    {
      html: "<p>某市“十四五”主要指标</p><table><tr><td rowspan=2>指标<td colspan=2>2020年<td rowspan=2>2025年<tr><td>规划目标<td>实际完成<tr><td>参保人数（万人）<td>300<td>318.6<td>320</table>",
    },
  ],
  [
    "text",
    text(
      "指标 | 2020年 | | 2025年",
      " | 规划目标 | 实际完成 | 规划目标",
      "参保人数（万人） | 300 | 318.6 | 320",
    ),
  ],
])("what was reached is the base, not what was planned: %s", (_, pasted) => {
  const draft = read(pasted);
  expect(told(draft)).toEqual(["参保人数 万人 318.6→320 level higher 2020年 规划目标：300"]);
});

test("of grades it is asked which is the target, the floor first", () => {
  const draft = read(text("指标 | 优秀 | 良好 | 合格", "参保率（%） | 98 | 95 | 90"));
  expect(told(draft)).toEqual(["参保率 % →90，力争98 level higher 优秀：98；良好：95"]);
  expect(proposed(draft)[0]).toEqual(["合格是目标，优秀是力争的", "合格是目标", "优秀是目标", "良好是目标"]);
});

test.each([
  ["考核方式", "累计", "cumulative higher"],
  ["指标类型", "上限", "level lower"],
  ["评价方式", "逆向指标", "level lower"],
  ["指标类型", "正向", "level higher"],
  ["考核方式", "年均增长%", "average higher"],
])("%s %s says how a target is taken", (head, said, expected) => {
  const draft = read(text(`指标 | 2020年 | 2025年 | ${head}`, `到位资金（亿元） | — | 20 | ${said}`));
  expect(told(draft)[0]).toContain(expected);
  expect(draft.questions).toEqual([]);
});

test("a refusal says what of the head is there", () => {
  const header = "指标 | 2025年目标 | 甲县 | 乙县 | 丙区";
  const draft = readPlanTable(text(header, "床位（张） | 20 | 5 | 7 | 8"), new Map(), null);
  expect(draft).toEqual({ refused: expect.stringContaining("表头里有“指标”“2025年目标”") as string });
});

test("years in a column: the first is the base, the others are targets, and it is asked", () => {
  const rows = [
    "参保率（%） | 2020 | 92",
    "参保率（%） | 2025 | 95",
    "床位（张） | 2020 | 10",
    "床位（张） | 2025 | 20",
  ];
  const draft = read(text("指标 | 年份 | 值", ...rows));
  expect(told(draft)).toEqual(["参保率 % 92→95 level higher", "床位 张 10→20 level higher"]);
  expect(proposed(draft)).toContainEqual(["2020年是基期，2025年是目标", "2020", "2025", "全部"]);
});

const PARTS = ["床位（张） | 10 | 20", "其中： | | ", "公办床位（张） | 5 | 10", "民办床位（张） | 5 | 10"];
test("其中 alone in its row is of the indicator above, and no section", () => {
  const pasted = text("指标 | 2020年 | 2025年", ...PARTS);
  const parts = ({ indicators }: Draft): string[] =>
    indicators.map(({ partOf, section }) => section + partOf);
  expect(parts(read(pasted))).toEqual(["", "A01", "A01"]);
  expect(parts(answering(pasted, "只有下一行是"))).toEqual(["", "A01", ""]);
});

test("a row with a number of its own ends what 其中 begins", () => {
  const rows = [
    "1 | 床位（张） | 10 | 20",
    " | 其中： | | ",
    " | 公办床位（张） | 5 | 10",
    "2 | 托位（张） | 5 | 10",
  ];
  const { indicators } = read(text("序号 | 指标 | 2020年 | 2025年", ...rows));
  expect(indicators.map(({ partOf }) => partOf)).toEqual(["", "A01", ""]);
});

test.each(["合计", "小计", "总计"])("it is asked whether %s is an indicator", (sum) => {
  const pasted = text(
    "指标 | 2020年 | 2025年",
    "床位（张） | 10 | 20",
    "托位（张） | 5 | 10",
    `${sum} | 15 | 30`,
  );
  expect(proposed(read(pasted))).toEqual([["是一个指标", "只是合计"]]);
  expect(told(answering(pasted, "只是合计"))).toHaveLength(2);
});
