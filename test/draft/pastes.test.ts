import { type Draft, type Pasted, readPlanTable } from "../../src/draft";
import { Questions } from "../../src/draft/question";
import { readSource } from "../../src/draft/source/source";

/* Forms in which tables come to the clipboard: each is read as the plain table would be. */

/** The draft without answers; throws where it is refused. */
function read(pasted: Pasted): Draft {
  const draft = readPlanTable(pasted, new Map(), null);
  if ("refused" in draft) throw new Error(draft.refused);
  return draft;
}

/** `section: name（unit） baseline→target of part; note`, without what is blank. */
const told = ({ indicators }: Draft): string[] =>
  indicators.map(({ section, name, unit, baseline, target, partOf, note }) =>
    [section && `${section}:`, `${name}（${unit}）`, `${baseline}→${target}`, partOf && `of ${partOf}`, note]
      .filter(Boolean)
      .join(" "),
  );

/** Questions but the one for a name, which none of the tables prints. */
const asked = ({ questions }: Draft): string[] =>
  questions.filter(({ id }) => id !== "head name").map(({ asks }) => asks);

const rows = (separator: string): string =>
  ["托位 个 10 12 30 市卫健委", "床位 张 20 19 40 市民政局"].join("\n").replace(/ /g, separator);

describe("a year divided into what was planned and what was reached", () => {
  const PAIRS = [
    ["计划", "实际"],
    ["目标", "完成"],
    ["目标值", "实际值"],
    ["预计", "实际"],
    ["计划数", "完成数"],
    ["计划", "完成情况"],
  ] as const;
  const forms = PAIRS.flatMap(([planned, reached]): [string, Pasted, string][] => {
    const own = `托位（个） 12→30 2025年 ${planned}：10`;
    const top = ["指标", "单位", "2025年", "2030年目标", "责任单位"];
    const html = `<table><tr><td rowspan=2>指标<td rowspan=2>单位<td colspan=2>2025年<td rowspan=2>2030年目标<td rowspan=2>责任单位<tr><td>${planned}<td>${reached}<tr><td>托位<td>个<td>10<td>12<td>30<td>市卫健委<tr><td>床位<td>张<td>20<td>19<td>40<td>市民政局</table>`;
    const text = (header: string, separator: string): Pasted => ({ text: `${header}\n${rows(separator)}` });
    const below = `${planned}\t${reached}`;
    return [
      ["a page", { html }, own],
      ["tabs", text(`指标\t单位\t2025年\t\t2030年目标\t责任单位\n\t\t${below}\t\t`, "\t"), own],
      ["tabs, a merged cell copied once", text(`${top.join("\t")}\n\t\t${below}\t\t`, "\t"), own],
      ["tabs, the lower row alone", text(`${top.join("\t")}\n${below}`, "\t"), own],
      ["spaces", text(`${top.join(" ")}\n${planned} ${reached}`, " "), own],
      ["wide spaces", text(`${top.join("    ")}\n        ${planned}   ${reached}`, "    "), own],
      ["a cell a line", text([...top, planned, reached].join("\n"), "\n"), own],
    ].map(([form, pasted, first]) => [
      `${planned}, ${reached}: ${form as string}`,
      pasted as Pasted,
      first as string,
    ]);
  });
  test.each(forms)("%s", (_, pasted, first) => {
    const draft = read(pasted);
    expect(told(draft)[0]).toBe(first);
    expect(told(draft)[1]).toMatch(/^床位（张） 19→40 .*：20$/);
    expect(asked(draft)).toEqual([]);
    expect(draft.indicators[0]!.responsible).toBe("市卫健委");
  });

  test("two years so divided, and a last one that says nothing", () => {
    const text =
      "指标\t单位\t2020年\t\t2025年\t\t2030年\n\t\t计划\t实际\t计划\t实际\t\n托位\t个\t10\t12\t30\t33\t40";
    expect(told(read({ text }))).toEqual([
      "托位（个） 33→40 2020年 实际：12；2020年 计划：10；2025年 计划：30",
    ]);
    expect(asked(read({ text }))).toEqual([]);
  });
});

describe("a section's title right above the header is that of the first rows", () => {
  const own = ["一、养老: 床位（） 1→2", "二、托育: 托位（） 3→4"];
  test.each<[string, Pasted]>([
    ["tabs", { text: "一、养老\n指标\t2025年（基期）\t2030年（目标）\n床位\t1\t2\n二、托育\n托位\t3\t4" }],
    ["spaces", { text: "一、养老\n指标 2025年（基期） 2030年（目标）\n床位 1 2\n二、托育\n托位 3 4" }],
    [
      "a cell a line",
      { text: "一、养老\n指标\n2025年（基期）\n2030年（目标）\n床位\n1\n2\n二、托育\n托位\n3\n4" },
    ],
    [
      "a page",
      {
        html: "<p>一、养老</p><table><tr><td>指标<td>2025年（基期）<td>2030年（目标）<tr><td>床位<td>1<td>2<tr><td colspan=3>二、托育<tr><td>托位<td>3<td>4</table>",
      },
    ],
    [
      "a range",
      {
        cells: [
          ["一、养老", "", ""],
          ["指标", "2025年（基期）", "2030年（目标）"],
          ["床位", "1", "2"],
          ["二、托育", "", ""],
          ["托位", "3", "4"],
        ],
      },
    ],
  ])("%s", (_, pasted) => {
    expect(told(read(pasted))).toEqual(own);
    expect(read(pasted).source.title).toBe("");
  });

  test("above it the plan's title", () => {
    const draft = read({
      text: "安平县“十五五”规划主要指标\n一、养老\n指标\t2025年（基期）\t2030年（目标）\n床位\t1\t2",
    });
    expect(draft.head.name).toBe("安平县“十五五”规划");
    expect(draft.indicators[0]!.section).toBe("一、养老");
  });

  test("what is headed 目标 is a title and no section", () =>
    expect(
      read({ text: "二、发展目标\n指标\t2025年（基期）\t2030年（目标）\n床位\t1\t2" }).source.title,
    ).toBe("二、发展目标"));
});

describe("cells apart by commas or semicolons, in quotes", () => {
  const own = ["每千名老年人床位（张） 1,000→2,000", "托位，“个”（个） 10→20"];
  const csv = (separator: string): string =>
    [
      '"指标"*"单位"*"2025年基期"*"2030年目标"*"责任单位"',
      `"每千名老年人\n床位"*张*"1,000"*"2,000"*"市民政局${separator}市卫健委"`,
      '"托位，“个”"*"个"*"10"*20*""',
    ]
      .join("\r\n")
      .replace(/\*/g, separator);
  test.each([",", ";"])("%s", (separator) => {
    const draft = read({ text: `\ufeff${csv(separator)}` });
    expect(told(draft)).toEqual(own);
    expect(draft.indicators[0]!.responsible).toBe(`市民政局${separator}市卫健委`);
  });
  test("a title in the first cell; a doubled quote is one", () => {
    const draft = read({
      text: '安平县主要指标,,,\n指标,单位,2025年基期,2030年目标\n"“双减”""达标""学校",所,10,20',
    });
    expect(draft.source.title).toBe("安平县主要指标");
    expect(told(draft)).toEqual(['“双减”"达标"学校（所） 10→20']);
  });
});

test.each(["（单位：万人）", "<br>单位：万人", "   单位：万人"])(
  "a page's caption is the title of its table: %s",
  (unit) => {
    const draft = read({
      html: `<p>上文</p><table><caption>安平县“十五五”规划主要指标${unit}</caption><tr><td>指标<td>2025年（基期）<td>2030年（目标）<tr><td>参保人数<td>1<td>2</table>`,
    });
    expect(draft.head.name).toBe("安平县“十五五”规划");
    expect(told(draft)).toEqual(["参保人数（万人） 1→2"]);
    expect(draft.source.notes).toContain("单位：万人");
  },
);

describe("what stands under 编号 or 序号", () => {
  const table = (head: string, codes: readonly string[]): string =>
    [
      `${head}\t指标\t单位\t2025年（基期）\t2030年（目标）`,
      ...codes.map((code, i) => `${code}\t${["床位", "托位", "学位"][i]!}\t个\t1\t2`),
    ].join("\n");
  test.each(
    ["编号", "序号"].flatMap((head) =>
      ["\t", " ", "\n"].map((separator) => table(head, ["SH-01", "A1-1", "b_2"]).replace(/\t/g, separator)),
    ),
  )("codes are the indicators': %j", (text) =>
    expect(read({ text }).indicators.map(({ code, name }) => `${code} ${name}`)).toEqual([
      "SH-01 床位",
      "A1-1 托位",
      "b_2 学位",
    ]),
  );
  test.each([
    ["1.1", "1.2", "2.1"],
    ["A1", "A1", "A2"],
    ["1-1", "1-2", "1E5"],
  ])("what can be no code is kept in 备注: %s %s %s", (...codes) => {
    const { indicators } = read({ text: table("编号", codes) });
    expect(indicators.map(({ note }) => note)).toEqual(codes.map((code) => `编号：${code}`));
    expect(indicators.map(({ code }) => code)).toEqual(["A01", "A02", "A03"]);
  });
  test("one that is none among numbers is kept in 备注", () =>
    expect(read({ text: table("编号", ["1", "1-1", "2"]) }).indicators.map(({ note }) => note)).toEqual([
      "",
      "编号：1-1",
      "",
    ]));
  test.each([
    ["1", "2", "3"],
    ["（1）", "（2）", "（3）"],
    ["1.", "2.", "3."],
  ])("numbers are numbers: %s %s %s", (...numbers) =>
    expect(read({ text: table("编号", numbers) }).indicators.map(({ note }) => note)).toEqual(["", "", ""]),
  );
});

describe("a name that a PDF breaks over two lines is put together, asked where it may be two things", () => {
  const HEAD = "序号 指标 单位 2025年 2030年目标";
  const WHOLE = [
    "新增托位数（个） 100→150",
    "每千名老年人拥有养老床位数（张） 30→40",
    "护理型床位占比（%） 50→60",
  ];
  const first = "1 新增托位数 个 100 150";
  const last = "3 护理型床位占比 % 50 60";
  test.each<[string, string, number]>([
    ["number and beginning above", "2 每千名老年人拥有养老\n床位数 张 30 40", 1],
    ["the rest below", "2 每千名老年人拥有养老 张 30 40\n床位数", 1],
    ["number and values between", "每千名老年人拥有养老\n2 张 30 40\n床位数", 0],
    ["number and values below", "每千名老年人拥有养老床位数\n2 张 30 40", 0],
  ])("%s", (_, broken, questions) => {
    const draft = read({ text: [HEAD, first, broken, last].join("\n") });
    expect(told(draft)).toEqual(WHOLE);
    expect(asked(draft)).toHaveLength(questions);
  });
  test("without numbers", () => {
    const text =
      "指标 单位 2025年 2030年目标\n新增托位数 个 100 150\n每千名老年人拥有养老\n床位数 张 30 40\n护理型床位占比 % 50 60";
    expect(told(read({ text }))).toEqual(WHOLE);
  });
  test("a cell a line, with numbers and without", () => {
    const lines = [HEAD, first, "2 每千名老年人拥有养老 床位数 张 30 40", last]
      .join("\n")
      .replace(/ /g, "\n");
    expect(told(read({ text: lines }))).toEqual(WHOLE);
    const bare = lines.replace(/^(?:序号|[123])\n/gm, "");
    expect(told(read({ text: bare }))).toEqual(WHOLE);
  });
  test("a bracket that is open, or a unit alone, is the rest without a question", () => {
    const text = `${HEAD}\n1 参加培训的人数（含 人 1 2\n各街道）\n2 新建公园绿地面积 - 3 4\n（公顷）`;
    const draft = read({ text });
    expect(draft.indicators.map(({ name }) => name)).toEqual([
      "参加培训的人数（含各街道）",
      "新建公园绿地面积",
    ]);
    expect(asked(draft)).toEqual([]);
  });
  test("beside titles, one is the first proposal", () => {
    const draft = read({
      text: `${HEAD}\n养老服务\n1 每千名老年人拥有养老床位数 张 1 2\n托育\n2 新增托位数 个 3 4`,
    });
    expect(draft.indicators.map(({ section }) => section)).toEqual(["养老服务", "托育"]);
    expect(asked(draft)).toHaveLength(1);
  });
  test("answered otherwise, a piece is a title or an indicator without values", () => {
    const text = [HEAD, first, "2 每千名老年人拥有养老\n床位数 张 30 40", last].join("\n");
    const [question] = read({ text }).questions;
    const draft = readPlanTable({ text }, new Map([[question!.id, "apart"]]), null) as Draft;
    expect(draft.indicators.map(({ name }) => name)).toEqual([
      "新增托位数",
      "每千名老年人拥有养老",
      "床位数",
      "护理型床位占比",
    ]);
  });
});

describe("further parts after 其中 are known by their indent", () => {
  const table = [
    "托位数|个|100|200",
    "  其中：公办|个|30|50",
    "        普惠型|个|40|60",
    "粮食产量|万吨|500|510",
    "  其中：小麦|万吨|200|210",
    "        水稻|万吨|100|110",
    "床位|张|1|2",
  ];
  const own = ["", "A01", "A01", "", "A04", "A04", ""];
  test.each<[string, string]>([
    ["wide spaces", "    "],
    ["tabs", "\t"],
  ])("%s", (_, separator) => {
    const text = ["指标|单位|2025年（基期）|2030年（目标）", ...table].join("\n").replace(/\|/g, separator);
    expect(read({ text }).indicators.map(({ partOf }) => partOf)).toEqual(own);
    expect(read({ text }).indicators.map(({ name }) => name)[5]).toBe("水稻");
  });
});

test("cells apart by one space beside wide ones are cells where each column gets one", () => {
  const text = "指标    单位    2025年（基期）    2030年（目标）\n托位    个    1    2\n水稻    万吨 100 110";
  expect(told(read({ text }))[1]).toBe("水稻（万吨） 100→110");
});

test("marks of names are told in 备注, with what the notes say of them", () => {
  const text =
    "指标\t单位\t2025年（基期）\t2030年（目标）\n*床位\t张\t1\t2\n托位* \t个\t1\t2\n▲学位（个）\t\t3\t4\n绿地★（公顷）\t\t3\t4\n湿地\t亩\t3\t4\n注：带*的为省级指标，▲为约束性指标；★为重点指标。";
  expect(told(read({ text }))).toEqual([
    "床位（张） 1→2 *床位；注：带*的为省级指标",
    "托位（个） 1→2 托位*；注：带*的为省级指标",
    "学位（个） 3→4 ▲学位（个）；▲为约束性指标",
    "绿地（公顷） 3→4 绿地★（公顷）；★为重点指标",
    "湿地（亩） 3→4",
  ]);
  const bare = text.slice(0, text.indexOf("\n注"));
  expect(told(read({ text: bare }))[0]).toBe("床位（张） 1→2 *床位");
});

test("hidden rows, and marks below or above the line, are no part of the table's cells", () => {
  const draft = read({
    html: "<table><tr><td>指标<td>单位<td>2025年（基期）<td>2030年（目标）<tr style='mso-hide:all'><td>旧<td>个<td>3<td>4<tr><td>PM<sub>2.5</sub>浓度<td>微克/m<sup>3</sup><td>30<sub>1</sub><td>40<sup>2</sup></table>",
  });
  expect(told(draft)).toEqual(["PM2.5浓度（微克/m³） 30¹→40²"]);
  expect(draft.source.left.map(({ text }) => text)).toEqual(["旧\t个\t3\t4"]);
});

test.each([
  "续表",
  "续表一",
  "（续表）",
  "附表1（续）",
  "表2-1（续表）",
  "- 12 -",
  "第 3 页 共 8 页",
  "— 12 —",
])("between two pages: %s", (mark) => {
  const head = "指标\t2025年（基期）\t2030年（目标）";
  const draft = read({ text: `${head}\n床位\t1\t2\n${mark}\n${head}\n托位\t3\t4` });
  expect(told(draft)).toEqual(["床位（） 1→2", "托位（） 3→4"]);
});

test("stress and bars of Markdown", () => {
  const text =
    "|指标|单位|2025年（基期）|2030年（目标）|\n|:--|:-:|--:|--:|\n|**托位**|个|3|`4`|\n|中小学 \\| 幼儿园学位|个|5|6|";
  expect(told(read({ text }))).toEqual(["托位（个） 3→4", "中小学 | 幼儿园学位（个） 5→6"]);
});

test.each(["备注", "指标", "床位数"])("nothing is put to a name that ends with its unit: %s", (rest) => {
  const table = readSource(
    { text: ["地区", "指标", "森林覆盖率（%）", "单位", rest].join("\n") },
    new Questions(new Map()),
  );
  const cells = "refused" in table ? [] : table.rows.flatMap((row) => row.cells);
  expect(cells.filter((cell) => cell.includes("森林覆盖率（%）") && cell !== "森林覆盖率（%）")).toEqual([]);
});
