import { type Draft, type Pasted, readPlanTable } from "../../src/draft";

/* Columns of several years: what was over a former plan is no target, and amounts of all the years are sums. */

const text = (header: string, ...rows: string[]): Pasted => ({
  text: ["某市“十五五”主要指标", header, ...rows].join("\n").replace(/ ?\| ?/g, "\t"),
});

function read(pasted: Pasted): Draft {
  const draft = readPlanTable(pasted, new Map(), null);
  if ("refused" in draft) throw new Error(draft.refused);
  return draft;
}

const told = ({ indicators }: Draft): string[] =>
  indicators.map(({ name, baseline, target, type }) => `${name} ${baseline}→${target} ${type}`);
const asked = ({ questions }: Draft): string[] => questions.map(({ asks }) => asks);

test.each([
  ["“十四五”年均增速（%）", "“十五五”年均增速（%）"],
  ["“十四五”时期年均增长", "“十五五”时期年均增长目标"],
  ["2021—2025年年均增长（%）", "2026—2030年年均增长（%）"],
  ["十四五年均增速", "十五五年均增速"],
])("the growth of a former plan (%s) is none of this one (%s)", (past, own) => {
  for (const columns of [
    [past, own],
    [own, past],
  ]) {
    const values = columns.map((column) => (column === own ? "6" : "5.8"));
    const draft = read(text(`指标 | ${columns.join(" | ")}`, `地区生产总值 | ${values.join(" | ")}`));
    expect(told(draft)).toEqual(["地区生产总值 →6 average"]);
    expect(draft.indicators[0]!.note).toBe(`${past}：5.8`);
    expect(asked(draft)).toEqual([]);
  }
});

test("of two growths that no year tells apart it is asked", () => {
  const draft = read(text("指标 | 单位 | 年均增速 | 预期年均增速", "地区生产总值 | 亿元 | 5.8% | 6%"));
  expect(asked(draft)).toContain("表头“年均增速”“预期年均增速”都是增长，哪一列是本规划的？");
  expect(told(draft)).toEqual(["地区生产总值 →6% average"]);
});

test.each([
  ["2021—2025年", "2026—2030年"],
  ["2021-2025年", "2026-2030年"],
  ["“十四五”时期", "“十五五”时期"],
  ["十四五期间", "十五五期间"],
])("under %s and %s amounts are sums, shares and stocks are none", (past, own) => {
  const draft = read(
    text(
      `指标 | 单位 | ${past} | ${own}`,
      "公路建设投资 | 亿元 | 320 | 400",
      "新增停车位 | 万个 | 3 | 4",
      "公路总里程 | 公里 | 12000 | 13500",
      "城镇化率 | % | 62 | 66",
      "人均可支配收入 | 元 | 36000 | 50000",
      "GDP年均增长 | % | 5.6 | 5.5",
    ),
  );
  expect(told(draft)).toEqual([
    "公路建设投资 320→400 cumulative",
    "新增停车位 3→4 cumulative",
    "公路总里程 12000→13500 level",
    "城镇化率 62→66 level",
    "人均可支配收入 36000→50000 level",
    "GDP年均增长 5.6→5.5 average",
  ]);
  expect([draft.head.baselineYear, draft.head.targetYear, ...asked(draft)]).toEqual([2025, 2030]);
});

test("an amount that may be either is asked, the sum first", () => {
  const draft = read(text("指标 | 单位 | 2026—2030年", "进出口总额 | 亿元 | 4000"));
  expect(told(draft)).toEqual(["进出口总额 →4000 cumulative"]);
  expect(draft.questions.map(({ proposals }) => proposals.map(({ id }) => id))).toEqual([["sum", "end"]]);
});

test("years of the plan that the title names come first: its base, what was before it, its targets", () => {
  const rows = ["优良路率（%） | 80 | 86 | 88 | 90"];
  const draft = read(text("指标 | 2020年 | 2025年 | 2027年 | 2030年", ...rows));
  expect(draft.questions).toHaveLength(1);
  const [{ baseline, target, milestones, note } = undefined!] = draft.indicators;
  expect([baseline, target, milestones.map(({ year, text: own }) => `${year} ${own}`), note]).toEqual([
    "86",
    "90",
    ["2027 88"],
    "2020年：80",
  ]);
});

describe("each year's targets beside their sum", () => {
  const YEARS = [2026, 2027, 2028, 2029, 2030].map((year) => `${year}年`).join(" | ");
  test.each(["五年累计", "2026—2030年累计", "累计任务"])("%s is asked to be the target", (head) => {
    const draft = read(
      text(`指标 | 单位 | ${YEARS} | ${head}`, "人工造林 | 万亩 | 2 | 2 | 1.5 | 1.5 | 1 | 8"),
    );
    expect(asked(draft)).toContain(`“${head}”是各年的合计，按哪一列评价？`);
    expect(told(draft)).toEqual(["人工造林 →8 cumulative"]);
    expect(draft.indicators[0]!.note).toContain("2026年：2");
    expect([draft.head.baselineYear, draft.head.targetYear]).toEqual([2025, 2030]);
  });

  test("what is not their sum is not asked", () =>
    expect(
      asked(
        read(text(`指标 | 单位 | ${YEARS} | 五年累计`, "城镇化率 | % | 61 | 62 | 63 | 64 | 65 | 9")),
      ).join(),
    ).not.toContain("合计"));
});
