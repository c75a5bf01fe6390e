import { type Draft, type Pasted, readPlanTable } from "../../src/draft";
import { lostCells } from "../cases/printed";

/* What is said twice, or in two ways: names, units, signs, years. */

const text = (header: string, ...rows: string[]): Pasted => ({
  text: ["某市“十五五”主要指标", header, ...rows].join("\n").replace(/ ?\| ?/g, "\t"),
});

function read(pasted: Pasted, first = 0): Draft {
  const draft = readPlanTable(pasted, new Map(), null);
  if ("refused" in draft) throw new Error(draft.refused);
  const answers = new Map(draft.questions.map(({ id, proposals }) => [id, proposals[first]!.id]));
  const answered = readPlanTable(pasted, answers, null);
  if ("refused" in answered) throw new Error(answered.refused);
  expect(lostCells(pasted.text!, answered.source)).toEqual([]);
  return answered;
}

const told = ({ indicators }: Draft): string[] =>
  indicators.map(({ name, unit, baseline, target }) => `${name} ${unit} ${baseline}→${target}`);
const proposed = ({ questions }: Draft): string[][] =>
  questions.map(({ proposals }) => proposals.map(({ words }) => words));

describe("two rows of one name", () => {
  const HEAD = "指标 | 单位 | 2025年 | 2030年";
  const TWO = text(
    HEAD,
    "参保人数 | 万人 | 320 | 330",
    "报销比例 | % | 70 | 75",
    "参保人数 | 万人 | 260 | 265",
  );
  const AGAIN = text(
    HEAD,
    "参保人数 | 万人 | 320 | 330",
    "参保人数 | 万人 | 320 | 330",
    "其中：职工 | 万人 | 90 | 95",
  );

  test("with other numbers are rather two indicators", () => {
    expect(proposed(read(TWO))).toEqual([["是两个指标", "是同一个，印了两次"]]);
    expect(told(read(TWO))).toHaveLength(3);
    expect(told(read(TWO, 1))).toEqual(["参保人数 万人 320→330", "报销比例 % 70→75"]);
  });

  test("alike are rather one that is printed again, and its parts stay", () => {
    expect(proposed(read(AGAIN))).toEqual([["是同一个，印了两次", "是两个指标"]]);
    const { indicators, source } = read(AGAIN);
    expect(indicators.map(({ name, partOf }) => [name, partOf])).toEqual([
      ["参保人数", ""],
      ["职工", indicators[0]!.code],
    ]);
    expect(source.left).toContainEqual(
      expect.objectContaining({ line: 4, because: "与第 3 行是同一个指标，只读一次" }),
    );
  });

  test("of one line have questions of their own", () => {
    const html = "<table><tr><td colspan=3>指标<td>指标<tr><td>2025年目标<td>指标<td>1,200<td>指标</table>";
    const draft = readPlanTable({ html }, new Map(), null) as Draft;
    expect(new Set(draft.questions.map(({ id }) => id)).size).toBe(draft.questions.length);
  });

  test.each([
    ["units", ["产值 | 亿元 | 5 | 6", "产值 | % | 5 | 6"]],
    ["sections", ["一、城市", "低保标准 | 元 | 5 | 6", "二、农村", "低保标准 | 元 | 5 | 6"]],
    [
      "wholes",
      ["医师 | 人 | 5 | 6", "其中：女性 | 人 | 2 | 3", "护士 | 人 | 5 | 6", "其中：女性 | 人 | 4 | 5"],
    ],
  ])("of other %s are not asked", (_, rows) => expect(proposed(read(text(HEAD, ...rows)))).toEqual([]));
});

test.each([
  ["住宅面积（万平方米）", "平方米"],
  ["绿地（公顷）", "亩"],
  ["投入（亿元）", "万元"],
])("%s beside the unit %s is asked", (name, unit) => {
  const pasted = text("指标 | 单位 | 2025年 | 2030年", `${name} | ${unit} | 120 | 150`);
  const [, bare, own] = /^(.*)（(.*)）$/.exec(name)!;
  expect(proposed(read(pasted))).toEqual([[`单位是${unit}`, `单位是${own}`]]);
  expect(told(read(pasted))).toEqual([`${bare} ${unit} 120→150`]);
  expect(told(read(pasted, 1))).toEqual([`${bare} ${own} 120→150`]);
  expect(read(pasted).indicators[0]!.note).toBe(`印作“${own}”`);
});

test("the same unit twice is not asked", () =>
  expect(
    proposed(
      read(
        text(
          "指标 | 单位 | 2025年 | 2030年",
          "绿地（㎡） | 平方米 | 1 | 2",
          "道路（公里） | km | 1 | 2",
          "率（%） | % | 1 | 2",
        ),
      ),
    ),
  ).toEqual([]));

test.each(["亿元 | 320", "亿元 | —"])("8 under 目标（%） is no amount: %s", (cells) => {
  const draft = read(
    text("指标 | 单位 | 2025年 | 2030年目标（%）", `工业增加值 | ${cells} | 8`, "城镇化率 | % | 60 | 65"),
  );
  expect(draft.indicators.map(({ target, type }) => `${target} ${type}`)).toEqual([
    "年均增长8% average",
    "65 level",
  ]);
  expect(draft.questions).toHaveLength(1);
});

test("of heads that are all in % the row's own unit holds", () => {
  const draft = read(
    text("指标 | 2025年（%） | 2030年目标（%）", "重点项目（个） | 5 | 8", "城镇化率 | 60 | 65"),
  );
  expect([...told(draft), ...proposed(draft)]).toEqual(["重点项目 个 5→8", "城镇化率 % 60→65"]);
});

test.each([
  ["符号", "≥", "≤"],
  ["", "≥", "≤"],
  ["要求", "不低于", "不超过"],
])("signs in a column of their own (%s) stand with their targets", (head, more, less) => {
  const draft = read(
    text(`指标 | 单位 | ${head} | 2030年目标`, `某指数甲 |  | ${more} | 88`, `某指数乙 |  | ${less} | 5`),
  );
  expect(draft.indicators.map(({ target, direction }) => `${target} ${direction}`)).toEqual([
    `${more}88 higher`,
    `${less}5 lower`,
  ]);
});

test.each([
  ["中期目标", "终期目标"],
  ["中期值", "期末值"],
  ["近期目标", "2030年目标"],
  ["阶段目标", "规划目标"],
])("of which year %s is is asked beside %s", (middle, end) => {
  const pasted = text(`指标 | 单位 | 基期值 | ${middle} | ${end}`, "养老床位 | 张 | 3000 | 4000 | 5000");
  expect(proposed(read(pasted))).toEqual([["2027年", "2028年", "2026年", "2029年", "不用"]]);
  const [one] = read(pasted, 1).indicators;
  expect([one!.target, one!.milestones]).toEqual(["5000", [{ year: 2028, text: "4000", value: 4000 }]]);
  expect(read(pasted, 4).indicators[0]!.note).toBe(`${middle}：4000`);
});
