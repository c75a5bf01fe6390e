import { type Pasted, Questions, type SourceTable } from "../../src/draft";
import { readSource } from "../../src/draft/source/source";

/** The table that is read, without answers; throws where it is refused. */
function read(pasted: Pasted): SourceTable {
  const table = readSource(pasted, new Questions(new Map()));
  if ("refused" in table) throw new Error(table.refused);
  return table;
}

const cells = ({ rows }: SourceTable): string[] => rows.map((row) => row.cells.join(" | "));

const PLAIN = ["森林覆盖率（%） | 23.2 | 24.1", "粮食产量（万吨） | 500 | ≥510"];

test.each<[string, Pasted]>([
  ["tabs", { text: "指标\t2020年\t2025年目标\n森林覆盖率（%）\t23.2\t24.1\n粮食产量（万吨）\t500\t≥510" }],
  [
    "Markdown",
    {
      text: "| 指标 | 2020年 | 2025年目标 |\n|---|--:|--:|\n| 森林覆盖率（%） | 23.2 | 24.1 |\n| 粮食产量（万吨） | 500 | ≥510 |",
    },
  ],
  [
    "one cell a line",
    { text: "指标\n2020年\n2025年目标\n森林覆盖率（%）\n23.2\n24.1\n粮食产量（万吨）\n500\n≥510" },
  ],
  [
    "one cell a line, spaced",
    {
      text: "指标\n\n2020年\n\n2025年目标\n\n森林覆盖率（%）\n\n23.2\n\n24.1\n\n粮食产量（万吨）\n\n500\n\n≥510\n",
    },
  ],
  [
    "a page's table",
    {
      html: "<p>主要指标</p><table><tr><td>指标<td>2020年<td>2025年目标<tr><td><p>森林覆盖率<b>（%）</b></p><td>23.2<td>24.1<tr><td>粮食产量（万吨）<td>500<td>≥510</table>",
    },
  ],
  [
    "a range",
    {
      cells: [
        ["指标", "2020年", "2025年目标"],
        ["森林覆盖率（%）", "23.2", "24.1"],
        ["粮食产量（万吨）", "500", "≥510"],
      ],
    },
  ],
])("%s", (_, pasted) => {
  const table = read(pasted);
  expect(cells(table)).toEqual(PLAIN);
  expect(table.columns.map(({ role, year }) => [role, year])).toEqual([
    ["name", undefined],
    ["baseline", 2020],
    ["target", 2025],
  ]);
});

test("units below the years are those of the columns", () => {
  const { columns, rows } = read({ text: "指标\t2020年\t2025年目标\n\t（万吨）\t（万吨）\n粮食\t120\t125" });
  expect(columns.map(({ unit }) => unit)).toEqual([undefined, "万吨", "万吨"]);
  expect(rows).toHaveLength(1);
});

/** Rows as `name | baseline | target`, the section before and what it is part of behind. */
const told = (table: SourceTable): string[] => {
  const at = (role: string): number => table.columns.findIndex((column) => column.role === role);
  const shown = ["name", "baseline", "target"].map(at).filter((i) => i >= 0);
  return table.rows.map(({ cells, section, partOf }) =>
    [
      section && `${section}:`,
      shown.map((i) => cells[i]).join(" | "),
      partOf === undefined ? "" : `of ${partOf}`,
    ]
      .filter(Boolean)
      .join(" "),
  );
};

test.each<[string, Pasted, string[]]>([
  [
    "merged cells of a page: sections, a divided name, a sum over both years, a raised mark",
    {
      html: `<table><tr><td>类别</td><td colspan=2>指标</td><td>2020年（基期）</td><td>2025年目标</td></tr>
<tr><td rowspan=3>民生</td><td rowspan=2>低保人数（万人）</td><td>城市</td><td>3.2<sup>4</sup></td><td>3</td></tr><tr><td>农村</td><td>8</td><td>7</td></tr>
<tr><td colspan=2>棚户区改造（万户）</td><td colspan=2>〔5〕</td></tr></table>`,
    },
    [
      "民生: 低保人数·城市（万人） | 3.2⁴ | 3",
      "民生: 低保人数·农村（万人） | 8 | 7",
      "民生: 棚户区改造（万户） |  | 〔5〕",
    ],
  ],
  [
    "two rows of header, spaced and in traditional characters",
    { text: "指 標\t單位\t目標值\t\t責任部門\n\t\t2022年\t2025年\t\n床位數\t張\t100\t200\t民政局" },
    ["床位數 | 100"],
  ],
  [
    "three indicators in a cell",
    {
      text: '指标\t2020年（基期）\t2025年目标\n"床位（张）\n其中：养老床位（张）\n儿童床位（张）"\t"10\n6\n4"\t"20\n12\n8"',
    },
    ["床位（张） | 10 | 20", "其中：养老床位（张） | 6 | 12 of 0", "儿童床位（张） | 4 | 8 of 0"],
  ],
  [
    "a section in a row, a further page, a note below",
    {
      text: "指标\t2020年\t2025年目标\n一、养老\n床位\t1\t2\n— 2 —\n续表\n指标\t2020年\t2025年目标\n二、托育\n托位\t3\t4\n注：①为2019年数。",
    },
    ["一、养老: 床位 | 1 | 2", "二、托育: 托位 | 3 | 4"],
  ],
  [
    "indicators side by side",
    {
      text: "指 标 | 床位 | 托位\n2025年目标 | 10 | 20\n指 标 |\n覆盖率 | 人数 |\n2025年目标 |\n90% | 5人 |",
    },
    ["床位 | 10", "托位 | 20", "覆盖率 | 90%", "人数 | 5人"],
  ],
  [
    "sentences",
    {
      text: "养老机构护理型床位占比达到55%。\n新增托位5000个，其中普惠托位占60%以上。\n全员劳动生产率稳步提高\n城镇化率由60%提高到65%",
    },
    [
      "养老机构护理型床位占比 |  | 达到55%",
      "新增托位 |  | 5000个",
      "普惠托位占 |  | 60%以上 of 1",
      "全员劳动生产率 |  | 稳步提高",
      "城镇化率 | 60% | 提高到65%",
    ],
  ],
  [
    "one cell a line, with an empty cell and a bureau",
    {
      text: "序号\n指标\n2020年（基期）\n2025年目标\n责任单位\n1\n床位\n\n20\n市民政局\n2\n托位\n3\n4\n市卫生健康委",
    },
    ["床位 |  | 20", "托位 | 3 | 4"],
  ],
  [
    "one cell a line, a value in words and a section right below the header",
    {
      text: "指标\n单位\n2020年（基期）\n2025年（目标）\n一、第1类\n专利\n件\n62\n突破80\n比例\n%\n60\n百分之八十\n床位\n張\n待定\n翻一番\n湿地\n公顷\n320公顷（4800亩）\n330",
    },
    [
      "一、第1类: 专利 | 62 | 突破80",
      "一、第1类: 比例 | 60 | 百分之八十",
      "一、第1类: 床位 | 待定 | 翻一番",
      "一、第1类: 湿地 | 320公顷（4800亩） | 330",
    ],
  ],
  [
    "one cell a line, the title a header word, the header again on the next page",
    {
      text: "主要指标\n序号\n指标名称\n2020年（基期）\n2025年（目标）\n1\n床位\n1\n2\n- 2 -\n续表\n序号\n指标名称\n2020年（基期）\n2025年（目标）\n2\n托位\n3\n4",
    },
    ["床位 | 1 | 2", "托位 | 3 | 4"],
  ],
  ["commas", { text: "指标,单位,2025年目标\n床位,张,20\n托位,个,30" }, ["床位 | 20", "托位 | 30"]],
  [
    "years down",
    {
      cells: [
        ["年份", "床位（张）", "托位（个）"],
        ["2020年（基期）", "1", "2"],
        ["2025年目标", "3", "4"],
      ],
    },
    ["床位（张） | 1 | 3", "托位（个） | 2 | 4"],
  ],
])("%s", (_, pasted, rows) => expect(told(read(pasted))).toEqual(rows));

test.each<[string, Pasted, RegExp]>([
  ["nothing", {}, /没有可读的内容/],
  ["spaces", { text: " \n\t" }, /没有可读的内容/],
  ["an empty range", { cells: [["", ""]] }, /没有可读的内容/],
  ["a picture", { picture: true, html: "<img src=x>" }, /图片不能读取/],
  ["a letter", { text: "各县（区）人民政府：\n现将通知印发给你们，请认真贯彻执行。" }, /看不出这是指标表/],
  ["a bulletin", { text: "截至目前，达到序时进度44项，占比80.0%。\n已完成26件，完成率40%。" }, /通报/],
  [
    "a header in layers",
    {
      text: "地区\n城镇新增就业(人)\n目标任务\t进度\t完成比例(%)\n全市\t1\t2\t3\t4\t5\t6\n东坡区\t1\t2\t3\t4\t5\t6\n",
    },
    /表头分了几层/,
  ],
])("refused: %s", (_, pasted, reason) =>
  expect(readSource(pasted, new Questions(new Map()))).toEqual({ refused: expect.stringMatching(reason) }),
);

const asks = (pasted: Pasted, answers: [string, string][] = []): [Questions, SourceTable] => {
  const questions = new Questions(new Map(answers));
  return [questions, readSource(pasted, questions) as SourceTable];
};

test("years without words are asked, unless the title tells the plan", () => {
  const text = "指标\t2020年\t2025年\n床位\t1\t2";
  const [questions, first] = asks({ text });
  expect(questions.asked.map(({ asks }) => asks)).toEqual([
    "表头“2020年”“2025年”没有说是基期还是目标，各是什么？",
  ]);
  expect(told(first)).toEqual(["床位 | 1 | 2"]);
  const [, both] = asks({ text }, [[questions.asked[0]!.id, "target-target"]]);
  expect(both.columns.map(({ role }) => role)).toEqual(["name", "target", "target"]);
  expect(asks({ text: `“十四五”主要指标\n${text}` })[0].asked).toEqual([]);
});

test("a row with fewer values than columns is asked, at its row", () => {
  const text =
    "序号\n指标\n基期\n2022年目标值\n2030年目标值\n属性\n1\n床位\n1\n2\n3\n预期性\n2\n托位\n90\n100\n预期性";
  const [questions, table] = asks({ text });
  expect(questions.asked).toMatchObject([{ printed: "90  100", cell: { row: 1 } }]);
  expect(table.rows[1]!.cells).toEqual(["2", "托位", "", "90", "100", "预期性"]);
  const [, other] = asks({ text }, [[questions.asked[0]!.id, questions.asked[0]!.proposals[1]!.id]]);
  expect(other.rows[1]!.cells.slice(2, 5)).toEqual(["90", "", "100"]);
});

test("a bureau above blanks is asked once, and 同上 is the one above", () => {
  const text = "指标\t2025年目标\t责任单位\n床位\t1\t市民政局\n托位\t2\t\n学位\t3\t市教育局\n教师\t4\t同上";
  const [questions, table] = asks({ text });
  const bureaus = ({ rows }: SourceTable): string[] => rows.map(({ cells }) => cells[2]!);
  expect(questions.asked.map(({ asks }) => asks)).toEqual([
    "“责任单位”列有 1 行空着，是原表的合并格，还是没有单位？",
  ]);
  expect(bureaus(table)).toEqual(["市民政局", "市民政局", "市教育局", "市教育局"]);
  const [, none] = asks({ text }, [[questions.asked[0]!.id, "none"]]);
  expect(bureaus(none)).toEqual(["市民政局", "", "市教育局", "市教育局"]);
});

test("a name alone below numbered titles is asked: a title, or an indicator without values", () => {
  const text = "指标\t2020年（基期）\t2025年（目标）\n一、养老\n护理床\t1\t2\n完成敬老院改造\n托位\t3\t4";
  const [questions, first] = asks({ text });
  expect(told(first)).toEqual(["一、养老: 护理床 | 1 | 2", "完成敬老院改造: 托位 | 3 | 4"]);
  const [, row] = asks({ text }, [[questions.asked[0]!.id, "row"]]);
  expect(told(row)).toHaveLength(3);
});

test.each<[string, Pasted, string[]]>([
  [
    "a further paragraph of the bureaus",
    { text: "指标\t2025年目标\t责任单位\n护理床\t1\t县民政局\n县财政局\n托位\t2\t县卫健局" },
    ["护理床 | 1 | 县民政局、县财政局", "托位 | 2 | 县卫健局"],
  ],
  [
    "a name and a value of two paragraphs each are one",
    {
      html: "<table><tr><td>指标<td>2020年（基期）<td>2025年（目标）<tr><td><p>人均预期</p><p>寿命</p><td>78<td>提高<br>1岁<tr><td>托位<td>2<td>3</table>",
    },
    ["人均预期寿命 | 78 | 提高\n1岁", "托位 | 2 | 3"],
  ],
  [
    "a name that is a unit too, below a title, its base missing",
    {
      text: "指标\n单位\n2020年（基期）\n2025年（目标）\n属性\n托位\n个\n3\n5\n约束性\n民生福祉\n床位\n张\n10\n预期性",
    },
    ["托位 | 个 | 3 | 5 | 约束性", "床位 | 张 |  | 10 | 预期性"],
  ],
])("%s", (_, pasted, rows) => expect(cells(read(pasted))).toEqual(rows));

test("基期 in a header is no unit", () =>
  expect(
    read({ text: "指标\t2020年（基期）\t2025年（目标）\n托位\t1\t2" }).columns.map(({ unit }) => unit),
  ).toEqual([undefined, undefined, undefined]));

test("of several places one is read, and the rows of the others are left with the reason", () => {
  const text = "地区\t指标\t目标\n甲市\t床位\t1\n乙市\t床位\t2\n甲市\t托位\t3";
  const [questions, table] = asks({ text });
  expect(told(table)).toEqual(["床位 | 1", "托位 | 3"]);
  expect(table.left).toEqual([{ line: 3, text: "乙市\t床位\t2", because: "不是“甲市”的行" }]);
  const [, all] = asks({ text }, [[questions.asked[0]!.id, "all"]]);
  expect(told(all)).toEqual(["甲市: 床位 | 1", "乙市: 床位 | 2", "甲市: 托位 | 3"]);
});

test("what a forum mixes in is left out, and no digit of a cell with it", () => {
  const table = read({
    text: "指标\nT! j8 T8 i2 K& _( z | 2015年$ {8 u2 J8 I5 T1 y7 r\n2020年\n属性\n1。空气质量\n优良天数比率(%)\n76。7\n>80\n约束性",
  });
  expect(table.columns.map(({ header }) => header)).toEqual(["指标", "2015年", "2020年", "属性"]);
  expect(cells(table)).toEqual(["优良天数比率(%) | 76。7 | >80 | 约束性"]);
  expect(table.left).toHaveLength(2);
});

test("5,000 rows take no longer for each than 500", () => {
  const rows = (n: number): string =>
    [
      "序号\t指标\t单位\t2020年\t2025年目标\t责任单位",
      ...Array.from({ length: n }, (_, i) => `${i + 1}\t指标${i}数\t个\t${i}\t${i + 5}\t市民政局`),
    ].join("\n");
  const time = (n: number): number => {
    const text = rows(n);
    const start = performance.now();
    expect(read({ text }).rows).toHaveLength(n);
    return performance.now() - start;
  };
  time(500);
  const [few, many] = [time(500), time(5000)];
  expect(many).toBeLessThan(few * 60 + 500);
});

test("what is crossed out is no part of the text; it is told", () => {
  const table = read({
    html: "<style>.x6{text-decoration:line-through}</style><table><tr><td>指标<td>2025年目标<tr><td>床位<td><del>50</del><ins>60</ins>00<tr><td>托位<td><span style='text-decoration:line-through'>20</span>30<tr><td>学位<td><span class=x6>1</span>9</table>",
  });
  expect(cells(table)).toEqual(["床位 | 6000", "托位 | 30", "学位 | 9"]);
  expect(table.left.map(({ text }) => text)).toEqual(["50", "20", "1"]);
});

test("rows whose names have words of headers and whose values look like years stay rows", () => {
  const rows = ["重点项目（个）\t1950\t2030", "指标完成数\t1980\t2050", "完成时间\t—\t2028年底"];
  const text = ["指标\t2025年（基期）\t2030年目标", ...rows].join("\n");
  expect(cells(read({ text }))).toEqual(rows.map((row) => row.replace(/\t/g, " | ")));
});

test.each<[base: string, target: string, baseYear: number | undefined, targetYear: number | undefined]>([
  ["2025年實際", "2030年目標", 2025, 2030],
  ["2024年業績時期現狀", "2030年終期目標", 2024, 2030],
  ["24年底", "30年底", 2024, 2030],
  ["24年（基期）", "30年（目标）", 2024, 2030],
  ["二〇二五年", "二〇三〇年", 2025, 2030],
  ["二○二五年完成数", "二零三零年末", 2025, 2030],
  ["“十四五”末", "“十五五”规划期末", 2025, 2030],
  ["十四五末", "规划期末", 2025, undefined],
  ["2025年\n(基期)", "2030年\n(目标)", 2025, 2030],
  ["2020年（基数）", "2030年（规划数）", 2020, 2030],
  ["现状值", "期末目标", undefined, undefined],
  ["期初值", "期末值", undefined, undefined],
  ["基年（2025年）", "终期（2030年）", 2025, 2030],
  ["目前水平（2025年）", "规划水平（2030年）", 2025, 2030],
  ["2025 年底数", "2030 年末预期", 2025, 2030],
  ["2025年底情况", "2030年底达到", 2025, 2030],
])("heads %s and %s", (base, target, baseYear, targetYear) => {
  const { columns } = read({
    cells: [
      ["指标", base, target],
      ["床位", "1", "2"],
    ],
  });
  expect(columns.slice(1).map(({ role, year }) => [role, year])).toEqual([
    ["baseline", baseYear],
    ["target", targetYear],
  ]);
});

const page = (...rows: string[][]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;
const HEAD = ["指标", "2025年（基期）", "2030年目标"];
const FIRST = page(HEAD, ["床位", "1", "2"]);

test.each([
  ["一、民生", "二、生态", "一、民生", "二、生态"],
  ["专栏1 民生指标", "专栏2 生态指标", "专栏1 民生指标", "专栏2 生态指标"],
  ["表1 民生", "表2", "表1 民生", "表2"],
  // the same table goes on
  ["一、民生", "续表", "一、民生", "一、民生"],
  ["一、民生", "一、民生", "一、民生", "一、民生"],
  ["一、民生", "表1 民生指标（续）", "一、民生", "一、民生"],
  ["一、民生", "2025年，全市绿地不足；公园也少。", "一、民生", "一、民生"],
])(
  "a title between two tables of a page is that of the lower's section: %s, %s",
  (above, between, one, two) => {
    const title = "<p>某市“十五五”规划主要指标</p>";
    const further = page(HEAD, ["绿地", "3", "4"], ["公园", "5", "6"]);
    const table = read({ html: `${title}<p>${above}</p>${FIRST}<p>${between}</p>${further}` });
    expect(table.title).toBe("某市“十五五”规划主要指标");
    expect(told(table)).toEqual([`${one}: 床位 | 1 | 2`, `${two}: 绿地 | 3 | 4`, `${two}: 公园 | 5 | 6`]);
  },
);

test("a further table of a page with fewer columns, or in another order, is read too", () => {
  const [wide, other] = [page([...HEAD, "备注"], ["床位", "1", "2", "注"]), page(HEAD, ["绿地", "3", "4"])];
  const turned = page([HEAD[2]!, HEAD[0]!, HEAD[1]!], ["6", "公园", "5"]);
  expect(told(read({ html: `<p>一、民生</p>${wide}<p>二、生态</p>${other}${turned}` }))).toEqual([
    "一、民生: 床位 | 1 | 2",
    "二、生态: 绿地 | 3 | 4",
    "二、生态: 公园 | 5 | 6",
  ]);
});

test("of a page laid out by tables the table in the cell is read, and what stands round it is its title", () => {
  const inner = `<p>某市“十五五”规划指标</p>${FIRST}<p>注：床位为年末数</p>`;
  for (const html of [
    `<table><tr><td>首页</td></tr><tr><td>${inner}</td><td>版权所有</td></tr></table>`,
    `<table><tr><td><table><tr><td>${inner}</td></tr></table></td></tr></table>`,
  ]) {
    const table = read({ html });
    expect(told(table)).toEqual(["床位 | 1 | 2"]);
    expect(table.title).toBe("某市“十五五”规划指标");
    expect(table.notes).toContain("注：床位为年末数");
  }
});

test("a row that has nothing of its own but its name, beside merged cells, is an indicator", () => {
  const html = `<table><tr><td>指标<td>单位<td>2025年（基期）<td>2030年目标<tr><td>床位<td rowspan=2>张<td rowspan=2>10<td rowspan=2>200<tr><td>托位<tr><td>学位<td>个<td>1<td>7</table>`;
  expect(told(read({ html }))).toEqual(["床位 | 10 | 200", "托位 | 10 | 200", "学位 | 1 | 7"]);
});

test.each([
  "序号\t指标\t单位\t2025年\t2030年\t属性",
  "序号\t指标\t单位\t\t\t属性",
  "\t\t\t2025年（基期）\t2030年（目标）\t",
])("a header that is printed again in part heads the same columns: %j", (again) => {
  const header = "序号\t指标\t单位\t2025年（基期）\t2030年（目标）\t属性";
  const text = [header, "1\t床位\t张\t1\t2\t预期性", again, "2\t托位\t个\t3\t4\t约束性"].join("\n");
  expect(told(read({ text }))).toEqual(["床位 | 1 | 2", "托位 | 3 | 4"]);
});
