import { type Draft } from "../../src/draft";
import { proposed, readRow } from "./one-row";

/* Values printed in another unit than the table's: brought to it where that is exact, and never silently read in it. */

const shown = ({ indicators: [one] }: Draft): string =>
  [one!.unit, one!.baseline, one!.target, one!.type, one!.note].join(" ");

test.each<[cells: string, first: string, likeliest: string]>([
  ["产量 | 万吨 | 12 | 150000吨", "折合 15万吨：至少 15万吨", "万吨 12 15 level 印作“150000吨”"],
  ["面积 | 公顷 | 150 | 3000亩", "折合 200公顷：至少 200公顷", "公顷 150 200 level 印作“3000亩”"],
  [
    "最低工资 | 元/月 | 1500 | 2.4万元/年",
    "折合 2000元/月：至少 2000元/月",
    "元/月 1500 2000 level 印作“2.4万元/年”",
  ],
  ["地区生产总值 | 亿元 | 2045 | 8%", "按“年均增长8%”：年均至少 8%", "亿元 2045 年均增长8% average 印作“8%”"],
  ["投诉 | 件 | 60 | 5%", "按“年均下降5%”：年均至多 -5%", "件 60 年均下降5% average 印作“5%”"],
  ["出生缺陷发生率 | ‰ | 0.6% | 5", "基期 6‰", "‰ 6 5 level 印作“0.6%”"],
  ["产量 | 吨 | 3500公斤 | 5", "基期 3.5吨", "吨 3.5 5 level 印作“3500公斤”"],
  ["装机 | 兆瓦 | 5万千瓦 | 80", "基期 50兆瓦", "兆瓦 50 80 level 印作“5万千瓦”"],
  ["装机 | 万千瓦 | 10兆瓦 | 8", "基期 1万千瓦", "万千瓦 1 8 level 印作“10兆瓦”"],
  // powers, whose exponents are printed as marks of footnotes are
  ["面积 | 亩 | 10⁴ | 2万", "基期 10000亩", "亩 10000 2万 level 印作“10⁴”"],
  ["产值 | 元 | 1.2×10⁸ | 2亿", "基期 120000000元", "元 120000000 2亿 level 印作“1.2×10⁸”"],
  ["面积 | 亩 | 900 | 10⁴", "按“10000”：至少 10000亩", "亩 900 10000 level 印作“10⁴”"],
])("%s: %s", (cells, first, likeliest) => {
  const draft = readRow(cells);
  expect(proposed(draft)[0]![0]).toBe(first);
  expect(shown(draft)).toBe(likeliest);
});

test("a bare base goes into the target's unit only where that is chosen and asked", () => {
  for (const cells of ["产量 | 万吨 | 12 | 150000吨", "人数 | 户 | 12 | 26人", "面积 | 公顷 | 7 | 1000亩"])
    for (const { id } of readRow(cells).questions[0]!.proposals) {
      const draft = readRow(cells, new Map([[readRow(cells).questions[0]!.id, id]]));
      const isAsked = draft.questions.some(({ asks }) => asks.startsWith("单位改按"));
      expect(isAsked).toBe(draft.indicators[0]!.unit !== cells.split(" | ")[1]);
    }
  expect(shown(readRow("面积 | 公顷 | 7 | 1000亩"))).toBe("亩 105 1000亩 level 印作“7”");
  expect(proposed(readRow("人数 | 户 | 12 | 26人"))[1]).toEqual(["基期 12人", "不作基期"]);
});

test.each(["92.5②", "92²", "1200"])("a base of %s is not asked", (base) =>
  expect(proposed(readRow(`床位 | 张 | ${base} | 1500`))).toEqual([]),
);
