import fc from "fast-check";
import { type Around, type Meaning, meaningsOf, parseNotation, settled } from "../../src/plan";

/** A meaning in few letters: `level ≥60`, `change ≤-30 percent lower`, `range 14.25..15.75 ±5`. */
function short({ type, notation: n, direction, within }: Meaning): string {
  const said = {
    value: () =>
      n.kind === "value" ? `${n.comparator ?? ""}${n.value}${n.stretch ? ` ^${n.stretch}` : ""}` : "",
    range: () => (n.kind === "range" ? `${n.from}..${n.to}` : ""),
    change: () => (n.kind === "change" ? `${n.comparator ?? ""}${n.by} ${n.in}` : ""),
    words: () => "",
    undisclosed: () => "XX",
    none: () => "",
  }[n.kind]();
  return [type, said, direction, within && `±${within}`].filter(Boolean).join(" ");
}

const ways = (text: string, name = "某指标", unit = "", more: Partial<Around> = {}): string[] =>
  meaningsOf(text, { name, unit, years: 5, ...more }).map(short);

describe("certain", () => {
  test.each<[text: string, meaning: string, name?: string, unit?: string, more?: Partial<Around>]>([
    // signs and words
    ["55", "level 55"],
    ["＞95", "level >95"],
    ["≧60", "level ≥60"],
    ["26以上", "level ≥26"],
    ["5%以内", "level ≤5", "城镇登记失业率", "%"],
    ["5‰以下", "level ≤5", "婴儿死亡率", "‰"],
    ["不低于40%", "level ≥40", "占比", "%"],
    ["不少于0.1平方米", "level ≥0.1", "人均用地", "平方米"],
    ["不小于60%", "level ≥60", "占比", "%"],
    ["不高于1.3%", "level ≤1.3", "占比", "%"],
    ["超过20万张", "level >200000", "床位", "张"],
    ["大于90%", "level >90", "入园率", "%"],
    ["至少1所", "level ≥1", "学校", "所"],
    ["达到55%", "level 55", "占比", "%"],
    ["达80%", "level 80", "占比", "%"],
    ["保持在180万吨以上", "level ≥1800000", "粮食产量", "吨"],
    ["稳定在95%以上", "level ≥95", "参保率", "%"],
    ["控制在5%以内", "level ≤5", "失业率", "%"],
    ["控制在4.5%", "level ≤4.5", "失业率", "%"],
    ["原则上不超过150张", "level ≤150", "床位", "张"],
    ["力争达到500家", "level 500", "综合体", "家"],
    ["2025年达到65%", "level 65", "占比", "%"],
    ["65%（2020年）", "level 65", "占比", "%"],
    ["不低于5%以上", "level ≥5", "占比", "%"],
    // multipliers and units
    ["26万人以上", "level ≥260000", "就业", "人"],
    ["26万人以上", "level ≥26", "就业", "万人"],
    ["26", "level 26", "就业", "万人"],
    ["不超过140.0亿立方米", "level ≤140", "用水总量", "亿立方米"],
    ["1.45万亿斤", "level 1.45", "粮食", "万亿斤"],
    ["1.35万张", "level 13500", "床位", "张"],
    ["5.5万元/人", "level 55000", "劳动生产率", "元/人"],
    ["≤28微克/立方米", "level ≤28", "浓度", "微克/立方米"],
    ["12/10万", "level 12", "孕产妇死亡率", "/10万"],
    ["2.09:1", "level 2.09", "收入比", ":1"],
    ["2.09∶1", "level 2.09", "收入比", ""],
    ["82%", "level 82", "机械化水平", "%"],
    ["66.67公顷（1000亩）", "level 66.67", "面积", "公顷"],
    ["66.67公顷（1000亩）", "level 1000", "面积", "亩"],
    ["500家", "level 500", "机构", "个"],
    // ways to print a number
    ["76。7", "level 76.7"],
    ["76·7", "level 76.7"],
    ["３．５", "level 3.5"],
    ["1 200", "level 1200"],
    ["1,200.5", "level 1200.5"],
    ["10.5①", "level 10.5"],
    ["60.6*", "level 60.6"],
    ["68²", "level 68"],
    ["−3", "level -3"],
    ["0", "level 0"],
    ["達到100%", "level 100", "達標率", "%"],
    ["26萬人以上", "level ≥260000", "就業", "人"],
    // ranges
    ["4.5%至5%", "range 4.5..5", "增长", "%"],
    ["2-3个", "range 2..3", "机构", "个"],
    ["达到35~40张", "range 35..40", "床位", "张"],
    ["5—10", "range 5..10"],
    ["1-2万人", "range 10000..20000", "人数", "人"],
    ["1至3家", "range 1..3", "机构", "家"],
    // sums and averages
    ["〔18〕", "cumulative 18", "能耗降低", "%"],
    ["[4.5 ]", "cumulative 4.5", "救助受灾群众", "亿人次"],
    ["〔>18〕", "cumulative >18"],
    ["五年累计18", "cumulative 18"],
    ["18（累计）", "cumulative 18"],
    ["17.3", "cumulative 17.3", "造林面积(5年新增量)", "万亩"],
    ["18", "cumulative 18", "能耗降低", "%", { column: "cumulative" }],
    ["年均增长7%", "average 7", "工业增加值", "亿元"],
    ["年均下降3%", "average -3 lower", "能耗", "吨"],
    [">7", "average >7", "研发经费投入增长", "%", { column: "average" }],
    ["〔1〕", "cumulative 1", "人均预期寿命", "岁", { column: "average" }],
    ["5%以上", "average ≥5", "GDP年均增长", "%"],
    ["5803.2", "level 5803.2", "优抚对象年均抚恤金", "元/人"],
    // changes
    ["较2015年下降30%", "change -30 percent lower", "能耗", "吨"],
    ["提高6个百分点", "change 6 unit higher", "占比", "%"],
    ["提高2岁", "change 2 unit higher", "寿命", "岁"],
    ["比上年增长5%以上", "change ≥5 percent higher", "产量", "吨"],
    ["下降20%以上", "change ≤-20 percent lower", "能耗", "吨", { years: 1 }],
    ["1.3倍以内", "change ≤1.3 times lower", "用水量", "亿立方米"],
    ["控制在2020年的1.3倍以内", "change ≤1.3 times lower"],
    ["2.5倍以内", "level ≤2.5", "城乡居民收入比", "倍"],
    ["降低3.8%", "level 3.8", "单位GDP二氧化碳排放降低", "%"],
    ["下降到5%", "level 5 lower", "占比", "%"],
    ["增长8%", "change 8 percent higher", "工业增加值", "亿元", { years: 1 }],
    // floor and stretch
    ["2万元以上，力争2.2万元", "level ≥20000 ^22000", "农民人均纯收入", "元"],
    ["力争8%、确保7%", "level 7 ^8", "增长", "%"],
    [">7、力争投入强度高于“十三五”时期实际", "average >7", "研发经费投入增长", "%", { column: "average" }],
    // words, and none
    ["完成国家下达任务", "words"],
    ["持续提高", "words"],
    ["与经济增长同步", "words"],
    ["高于全省平均", "words"],
    ["与2020年持平", "words"],
    ["实现应保尽保", "words"],
    ["继续下降", "words"],
    ["XX", "none XX"],
    ["待定", "none XX"],
    ["—", "none"],
    ["－", "none"],
    ["", "none"],
    ["无任务", "none"],
  ])("%s is %s", (...[text, meaning, ...around]) => expect(ways(text, ...around)).toEqual([meaning]));
});

describe("to be asked, the likeliest first", () => {
  test.each<[text: string, meanings: string[], name: string, unit: string, more?: Partial<Around>]>([
    ["15左右", ["level 15 lower", "level 15 higher", "range 14.25..15.75 ±5"], "地下水质量极差比例", "%"],
    ["约10", ["level 10 higher", "level 10 lower", "range 9.5..10.5 ±5"], "机构", "个"],
    ["控制在5%左右", ["level 5 lower", "level 5 higher", "range 4.75..5.25 ±5"], "人口", "%"],
    ["增长8%以上", ["change ≥8 percent higher", "average ≥8"], "工业增加值", "亿元"],
    ["提高5%", ["change 5 percent higher", "change 5 unit higher"], "占比", "%", { years: 1 }],
    ["(18)", ["cumulative 18", "level 18"], "能耗", "%"],
    ["每个县（市、区、旗）至少1所", ["words", "level ≥1"], "老年大学", "所"],
    ["进入全省前3", ["words", "level 3 lower"], "排名", ""],
  ])("%s", (...[text, meanings, ...around]) => expect(ways(text, ...around)).toEqual(meanings));
});

describe("refused", () => {
  test.each<[text: string, name?: string, unit?: string]>([
    ["12 5"],
    ["5 000 6 000"],
    ["3.7、5.1"],
    ["60%/50%"],
    ["5.3‰、5.2‰"],
    ["分别增长7%、8%左右"],
    ["10-5"],
    ["2021-2025"],
    ["不超过5%以上"],
    ["6万张，其中普惠性养老床位超过2.1万张"],
    ["2.1‰", "占比", "%"],
    ["26人", "就业", "万人"],
    ["66.67公顷（100亩）", "面积", "公顷"],
    ["12 xyz"],
    ["> > 5"],
    ["—5"],
    ["见附件"],
    ["#REF!"],
  ])("%s", (...around) => expect(ways(...around)).toEqual([]));
});

test.each<[text: string, stated: Parameters<typeof settled>[1], left: string[]]>([
  ["15左右", { type: "level", direction: "lower" }, ["level 15 lower"]],
  ["15左右", { direction: "higher" }, ["level 15 higher"]],
  ["15左右", { type: "range" }, ["range 14.25..15.75 ±5"]],
  ["15左右", { type: "level" }, ["level 15 higher", "level 15 lower"]],
  ["55", { type: "cumulative" }, ["cumulative 55"]],
  ["55", { type: "words" }, ["words"]],
  ["55", { type: "none" }, ["none"]],
  ["55", { type: "range" }, []],
  ["见附件", { type: "words" }, ["words"]],
])("%s, stated as %j, is %j", (text, stated, left) =>
  expect(settled(meaningsOf(text, { name: "某指标", unit: "", years: 5 }), stated).map(short)).toEqual(left),
);

test("how far from an approximate target is met is as stated", () =>
  expect(ways("15左右", "比例", "%", { within: 3 })).toEqual(["range 14.55..15.45 ±3"]));

test.each([
  ["1.35万张", "张", { kind: "value", value: 13500, comparator: null }],
  ["10.5①", "%", { kind: "value", value: 10.5, comparator: null }],
  ["25.1（2019年）", "%", { kind: "value", value: 25.1, comparator: null }],
  ["约10", "", { kind: "value", value: 10, comparator: null }],
  ["2002—2012年平均每年增长约5.3%", "%", { kind: "words" }],
  ["(2021年)", "%", { kind: "none" }],
])("the baseline %s in %s", (text, unit, notation) =>
  expect(parseNotation(text, unit)).toEqual({ ok: true, value: notation }),
);

/** Numbers that digits of a text can stand for: as printed, and times what a multiplier makes of them. */
function sayable(text: string): Set<number> {
  const digits = text.match(/\d+(?:\.\d+)?/g) ?? [];
  const runs = digits.flatMap((run) => [run, ...run.split(".")]).map(Number);
  const joined = Number(digits.join("")) || 0;
  const scales = Array.from({ length: 33 }, (_, i) => 10 ** (i - 16));
  return new Set(
    [...runs, joined].flatMap((n) => scales.map((scale) => Number((n * scale).toPrecision(12)))),
  );
}

const numbersOf = ({ notation: n, within }: Meaning): number[] => {
  // ± so many percent is stated, not printed
  if (within !== undefined) return [];
  if (n.kind === "value") return [n.value, ...(n.stretch === undefined ? [] : [n.stretch])];
  if (n.kind === "range") return [n.from, n.to];
  return n.kind === "change" ? [n.by] : [];
};

const piece = fc.constantFrom(
  ...[
    "5",
    "12",
    "3.5",
    "1 200",
    "1,200",
    "〔",
    "〕",
    "(",
    ")",
    "%",
    "‰",
    "万",
    "亿",
    "人",
    "张",
    "元/人",
    "/10万",
  ],
  ...[
    "以上",
    "以内",
    "左右",
    "约",
    "不低于",
    "控制在",
    "年均",
    "累计",
    "增长",
    "下降",
    "较2015年",
    "倍",
    "个百分点",
  ],
  ...[
    "力争",
    "，",
    "、",
    "-",
    "至",
    "~",
    ":1",
    "①",
    "*",
    "。",
    " ",
    "\n",
    "每个县",
    "其中",
    "分别",
    "XX",
    "—",
  ],
);

test.each(["5*5", "5①5", "5²5", "1*.5"])("%s is not one number", (printed) =>
  expect(meaningsOf(printed, { name: "某指标", unit: "", years: 5 }).flatMap(numbersOf)).toEqual([]),
);

test("whatever is printed: meanings or none, their numbers of printed digits, never an exception", () => {
  const text = fc.oneof(
    fc.array(piece, { maxLength: 7 }).map((parts) => parts.join("")),
    fc.string({ unit: "binary", maxLength: 30 }),
  );
  const unit = fc.constantFrom("", "%", "人", "万人", "亿元", "/10万", "倍");
  fc.assert(
    fc.property(text, unit, (printed, of) => {
      const known = sayable(printed.replace(/[，,\s]/g, ""));
      const plain = sayable(printed);
      for (const meaning of meaningsOf(printed, { name: "某指标", unit: of, years: 5 }))
        for (const number of numbersOf(meaning)) {
          const size = Number(Math.abs(number).toPrecision(12));
          if (size !== 0 && !known.has(size) && !plain.has(size))
            throw new Error(`${printed} (${of}): ${number} of ${JSON.stringify(meaning)}`);
        }
    }),
    { numRuns: 2000 },
  );
});
