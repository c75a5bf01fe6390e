import fc from "fast-check";
import {
  assess,
  audit,
  auditPrevious,
  auditWords,
  boundsOf,
  describeFinding,
  gap,
} from "../../src/assessment";
import { findIndicator, type Indicator, indicatorsOf, parsePeriod } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import builtIn from "../../src/plan/built-in.json";
import { openPlan } from "../../src/plan/open";

const indicator = (code: string) => {
  const found = findIndicator(code, plan);
  if (!found.ok) throw new Error(code);
  return found.value;
};

test.each<[string, unknown, unknown, string[]]>([
  // code, 本期值, 上年同期, level and rule of each finding
  ["YL07", "９５％", "", ["强制 not-a-number"]],
  ["YL07", "未统计", "", ["强制 no-data"]],
  ["YL07", -1, "", ["强制 negative"]],
  ["YL07", 100.5, "", ["强制 above-max"]],
  ["YL13", 6.5, "", ["强制 not-whole"]],
  ["TY05", 1.62, "", []],
  ["YL07", 0.48, "", ["核实 fraction", "核实 below-baseline", "提示 decimals"]],
  ["YL07", 41, "", ["核实 below-baseline"]],
  ["YL07", 48, 43, []],
  ["YL07", 60, 43, ["核实 jump"]],
  ["YL12", 3001, "", ["核实 unit"]],
  ["YL03", 1200, "", ["提示 no-target"]],
  ["YL07", 49.812, "", ["提示 decimals"]],
  ["YL13", 7, 0, ["核实 jump-from-zero"]],
  ["TY08", 0, 0, []],
  ["YL07", "", 43, []],
  ["TY08", 0.5, "", ["核实 fraction"]],
  ["YL07", 1, "", ["核实 fraction", "核实 below-baseline"]],
  ["TY07", 1, "", ["核实 fraction"]],
  ["YL07", 1.01, "", ["核实 below-baseline", "提示 decimals"]],
  ["YL16", 0.6, "", []],
  ["YL07", "/", "", ["强制 no-data"]],
  ["YL07", { value: 46361, format: "m/d/yyyy" }, "", ["强制 date"]],
  ["TY07", { value: 1, format: "0%" }, "", ["强制 percent"]],
  ["YL13", { value: 12, format: "0%" }, "", ["强制 percent"]],
  ["YL07", 48, 420, []],
  ["YL07", 48, "无", []],
  // last bits decide nothing
  ["YL05", 12.1 + 66.1 + 21.8, "", []],
  ["YL07", 100 + 1e-12, 100, []],
  ["YL13", 7.000000000000001, "", []],
  ["YL07", 48.400000000000006, "", []],
  ["YL07", 42 - 1e-13, "", []],
])("%s with %p after %p", (code, actual, previous, expected) => {
  expect(audit(indicator(code), actual, previous).map((f) => `${f.level} ${f.rule}`)).toEqual(expected);
});

const said = (i: Indicator, actual: unknown, previous?: unknown): string[] =>
  audit(i, actual, previous).map(({ message, remedy }) => `${message}，${remedy}`);

test.each<[string, unknown, unknown, string]>([
  ["YL07", "９５％", "", "“９５％”不是数，请改为数 95"],
  ["YL07", "48¹", "", "“48¹”不是数，请改为数 48（去掉注号“¹”）"],
  ["YL13", "6①家", "", "“6①家”不是数，请改为数 6（去掉注号“①”）"],
  ["YL12", "3000000元", "", "“3000000元”不是数，请改为数 300"],
  ["YL07", { value: 0.9500000000000001, format: "0%" }, "", "“95%”是百分比格式，不是数，请改为数 95"],
  [
    "YL03",
    { value: 46361, format: 'm"月"d"日"' },
    "",
    "“2026年12月5日”是日期，不是数，请重新填数，并把单元格格式改为数值",
  ],
  ["YL07", -1, "", "-1 小于 0，请改为 0 至 100 之间的数"],
  ["YL13", -1, "", "-1 小于 0，请改为不小于 0 的整数"],
  ["TY07", 1, "", "1 像是小数形式的百分比，请改为 100；确实如此的，在“情况说明”写明原因"],
  ["YL07", 60, 43, "比上年同期 43 增长 39.5%，超过 30%，请核对；确实如此的，在“情况说明”写明原因"],
])("%s with %p after %p: what is wrong and what to do", (code, actual, previous, words) =>
  expect(said(indicator(code), actual, previous)).toEqual([words]),
);

test.each<[string, unknown, unknown, string]>([
  ["YL07", "９５％", "", "强制：“９５％”不是数，可能是95"],
  ["YL07", "无", "", "强制：“无”不是数，没有数据应留空"],
  ["YL07", 60, 43, "核实：比上年同期 43 增长 39.5%，超过 30%"],
  ["YL07", 49.812, "无", "核实：上年同期“无”不是数，没有数据应留空；提示：49.812 的小数多于 1 位"],
  ["YL07", 49, 420, "核实：上年同期420 大于 100"],
  [
    "YL07",
    0.95,
    "",
    "核实：0.95 像是小数形式的百分比，可能是95；核实：0.95 劣于基期 42（倒退）；提示：0.95 的小数多于 1 位",
  ],
  ["YL07", "\u200b", "无", ""],
])("%s with %p after %p in the sheet: what is wrong, no more", (code, actual, previous, words) =>
  expect(auditWords(indicator(code), actual, previous)).toBe(words),
);

test.each<[string, unknown, string[]]>([
  ["YL07", 420, ["核实：420 大于 100"]],
  ["YL07", "43%", ["核实：“43%”不是数，可能是43"]],
  ["YL13", 6.5, ["核实：6.5 不是整数"]],
  ["YL07", 0.5, []],
  ["YL07", "", []],
])("上年同期 of %s: %p", (code, previous, words) =>
  expect(auditPrevious(indicator(code), previous).map(describeFinding)).toEqual(words),
);

const varied = (fields: object): Indicator => {
  const raw = structuredClone(builtIn) as unknown as { sections: { indicators: object[] }[] };
  Object.assign(raw.sections[0]!.indicators[0]!, fields);
  return indicatorsOf(openPlan(raw))[0]!;
};

test("words and corrections keep to the indicator's own bounds", () => {
  const growth = varied({ min: -20, max: 30, baseline: "5", target: "10" });
  const whole = varied({
    min: -20,
    max: 30,
    whole: true,
    unit: "个",
    decimals: 0,
    baseline: "5",
    target: "10",
  });
  expect(said(whole, -21)).toEqual(["-21 小于 -20，请改为 -20 至 30 之间的整数"]);
  expect(said(growth, -21)).toEqual(["-21 小于 -20，请改为 -20 至 30 之间的数"]);
  expect(said(growth, 31)).toEqual(["31 大于 30，请改为 -20 至 30 之间的数"]);
  expect(said(growth, -5)[0]).toMatch(/^-5 劣于基期 5/);
  const [fraction] = audit(growth, 0.9);
  expect(fraction).toMatchObject({ rule: "fraction", level: "核实" });
  expect(fraction).not.toHaveProperty("reading");
  expect(audit(growth, 0.2)[0]).toMatchObject({ rule: "fraction", reading: 20 });
});

test.each<[string, object, number, string]>([
  ["%", {}, 0.15, "0.15 像是小数形式的百分比，请改为 15；确实如此的，在“情况说明”写明原因"],
  ["‰", { target: "100" }, 0.15, "0.15 像是小数形式的千分比，请改为 150；确实如此的，在“情况说明”写明原因"],
  ["‰", {}, 0.0075, "0.0075 像是小数形式的千分比，请改为 7.5；确实如此的，在“情况说明”写明原因"],
  ["‱", { target: "1000" }, 0.15, "0.15 像是小数形式的万分比，请改为 1500；确实如此的，在“情况说明”写明原因"],
  // where values below 1 are ordinary, another reading is asked for only
  [
    "%",
    { min: -20, max: 30 },
    0.2,
    "0.2 像是小数形式的百分比，请核对是否应为 20；确实如此的，在“情况说明”写明原因",
  ],
  ["%", { min: -20, max: 30 }, 0.9, "0.9 像是小数形式的百分比，请核对；确实如此的，在“情况说明”写明原因"],
])("a fraction in %s of %p: %d", (unit, bounds, value, words) =>
  expect(
    said(
      varied({ label: `某率 (${unit})`, min: 0, max: 10000, baseline: "5", target: "10", ...bounds }),
      value,
    )[0],
  ).toBe(words),
);

test("the unit is doubted in the good direction", () => {
  const lower = varied({ direction: "lower", baseline: "60", target: "30" });
  const rules = (value: number): string[] => audit(lower, value).map(({ rule }) => rule);
  expect(rules(9.9)).toEqual(["unit-lower"]);
  expect(rules(10)).toEqual([]);
  expect(rules(95)).toEqual(["below-baseline"]);
});

test.each<[string, object, number, string[]]>([
  ["an upper bound held, worse than the baseline", { baseline: "4.5", target: "≤5" }, 4.9, []],
  ["an upper bound missed", { baseline: "4.5", target: "≤5" }, 5.1, ["below-baseline"]],
  ["a floor held", { baseline: "96", target: "≥95", direction: "higher" }, 95, []],
  [
    "a floor that must be passed",
    { baseline: "96", target: ">95", direction: "higher" },
    95,
    ["below-baseline"],
  ],
  ["a fall", { baseline: "36", target: "45", direction: "higher" }, 35, ["below-baseline"]],
  [
    "no target",
    { baseline: "36", target: "XX", type: "none", direction: "higher" },
    35,
    ["below-baseline", "no-target"],
  ],
])("worse than the baseline, %s", (_, fields, value, expected) =>
  expect(
    audit(varied({ label: "某率(%)", direction: "lower", ...fields }), value).map(({ rule }) => rule),
  ).toEqual(expected),
);

test.each<[string, object, number, string[]]>([
  [
    "little from nothing, allowed 10",
    { label: "某量(吨)", max: undefined, baseline: "0", target: "10" },
    3,
    [],
  ],
  ["far below both", { label: "某量(吨)", max: undefined, baseline: "12", target: "10" }, 1, ["unit-lower"]],
  ["失业率 1, from 5.2", { label: "某率(%)", baseline: "5.2", target: "5.5" }, 1, ["unit-lower"]],
  [
    "失业率 0.05, from 5.2",
    { label: "某率(%)", baseline: "5.2", target: "5.5", decimals: 2 },
    0.05,
    ["fraction", "unit-lower"],
  ],
  [
    "a floor far below the baseline",
    { label: "某量(吨)", max: undefined, direction: "higher", baseline: "150", target: "40" },
    145,
    [],
  ],
])("units and fractions of what may be little: %s", (_, fields, value, expected) =>
  expect(audit(varied({ direction: "lower", ...fields }), value).map(({ rule }) => rule)).toEqual(expected),
);

test("no rate is offered that is far from all that is printed", () => {
  const growth = varied({
    label: "某增速(%)",
    max: undefined,
    baseline: "8",
    target: "7",
    direction: "higher",
  });
  const [found] = audit(growth, 0.9);
  expect(found).toMatchObject({ rule: "fraction" });
  expect(found).not.toHaveProperty("reading");
});

test("a sum that is 100 but for its last bits has reached 100", () => {
  const read = parsePeriod("2023年", plan);
  if (!read.ok) throw new Error("period");
  for (const sum of [12.1 + 66.1 + 21.8, 99.99999999999999, 100.00000000000001]) {
    expect(assess(indicator("YL05"), sum, read.value, plan).status).toBe("met");
    expect(gap(indicator("YL05"), sum)).toEqual({ ok: true, value: 0 });
  }
  expect(assess(indicator("YL01"), 95.00000000000001, read.value, plan).status).toBe("lagging");
});

test("anything typed is audited without an exception", () => {
  const anything = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.object(),
  );
  fc.assert(
    fc.property(fc.constantFrom(...indicatorsOf(plan)), anything, anything, (i, actual, previous) => {
      // what is typed is quoted, whatever it is
      const typed = [actual, previous].filter((one) => typeof one === "string" && one !== "") as string[];
      for (const finding of audit(i, actual, previous)) {
        expect(finding.remedy).not.toBe("");
        const own = typed.reduce((message, text) => message.replaceAll(text, ""), finding.message);
        expect(own).not.toMatch(/NaN|undefined/);
      }
    }),
  );
});

const lower = varied({
  label: "某量(万吨)",
  max: undefined,
  direction: "lower",
  baseline: "60",
  target: "30",
});
const growing = varied({ min: -100, max: undefined, label: "增速(%)", baseline: "1", target: "2" });

test.each<[string, Indicator, unknown, unknown, string[]]>([
  ["a rise by 30 % just so", indicator("YL07"), 65, 50, []],
  [
    "a rise by more",
    indicator("YL07"),
    65.1,
    50,
    ["核实：比上年同期 50 增长 30.2%，超过 30%，请核对；确实如此的，在“情况说明”写明原因"],
  ],
  ["a fall by 30 % just so", indicator("YL07"), 63, 90, []],
  [
    "a fall by more",
    indicator("YL07"),
    62.9,
    90,
    ["核实：比上年同期 90 下降 30.1%，超过 30%，请核对；确实如此的，在“情况说明”写明原因"],
  ],
  [
    "a fall from below 0",
    growing,
    -2,
    -1,
    [
      "核实：-2 劣于基期 1（倒退），请核对；确实如此的，在“情况说明”写明原因",
      "核实：比上年同期 -1 下降 100.0%，超过 30%，请核对；确实如此的，在“情况说明”写明原因",
    ],
  ],
  [
    "something after nothing",
    indicator("YL13"),
    7,
    0,
    ["核实：上年同期为 0，本期为 7，请核对；确实如此的，在“情况说明”写明原因"],
  ],
  ["a last year that cannot be true", indicator("YL13"), 7, -1, []],
  ["a last year in another format", indicator("YL07"), 48, { value: 0.1, format: "0%" }, []],
  ["last year's sum in its last bits", indicator("YL07"), 65, 12.1 + 16.1 + 21.8, []],
  ["three times the target", indicator("YL12"), 3000, "", []],
  [
    "more than three times the target",
    indicator("YL12"),
    3000.01,
    "",
    ["核实：3000.01 超过目标 1000 的 3 倍，请核对计量单位；确实如此的，在“情况说明”写明原因"],
  ],
  ["a third of what it shall fall to", lower, 10, "", []],
  [
    "less than a third of what it shall fall to",
    lower,
    9.9,
    "",
    ["核实：9.9 不到目标 30 的 1/3，请核对计量单位；确实如此的，在“情况说明”写明原因"],
  ],
  ["at its baseline though it shall fall", lower, 60, "", []],
  ["below 0 without a baseline", varied({ min: -20, baseline: "-", target: "10" }), -5, "", []],
  [
    "risen above its baseline though it shall fall",
    lower,
    200,
    "",
    ["核实：200 劣于基期 60（倒退），请核对；确实如此的，在“情况说明”写明原因"],
  ],
  [
    "a third of a target of 0",
    varied({ label: "某数(人)", max: undefined, direction: "higher", baseline: "-", target: "0" }),
    5,
    "",
    [],
  ],
  [
    "below 0 where 0 is the target",
    varied({ min: -9, max: undefined, label: "某数(人)", direction: "lower", baseline: "-", target: "0" }),
    -5,
    "",
    [],
  ],
  ["no whole number", indicator("YL13"), 6.5, "", ["强制：6.5 不是整数，此指标按个数统计，请改为整数"]],
  [
    "a rate above 100, of which nothing else is said",
    indicator("YL07"),
    420.55,
    "",
    ["强制：420.55 大于 100，请改为 0 至 100 之间的数"],
  ],
  [
    "below what a count can be, and not whole",
    indicator("YL13"),
    -6.5,
    "",
    ["强制：-6.5 小于 0，请改为不小于 0 的整数", "强制：-6.5 不是整数，此指标按个数统计，请改为整数"],
  ],
  [
    "a target that is not disclosed",
    indicator("YL03"),
    5,
    "",
    ["提示：计划的目标为“XX”，只作记录，不评价进度"],
  ],
  [
    "more decimals than the indicator carries",
    indicator("YL07"),
    48.25,
    "",
    ["提示：48.25 的小数多于 1 位，请核对是否多填了小数；保存的数不变"],
  ],
  [
    "binary noise is not shown",
    indicator("YL07"),
    48.25 + 1e-13,
    "",
    ["提示：48.25 的小数多于 1 位，请核对是否多填了小数；保存的数不变"],
  ],
  ["an error value", indicator("YL07"), {}, "", ["强制：“错误值”不是数，请填数，不带单位和符号"]],
  [
    "a percentage in a count",
    indicator("YL13"),
    { value: 12, format: "0%" },
    "",
    ["强制：“1200%”是百分比格式，不是数，请按计量单位填数，不带百分号，并把单元格格式改为数值"],
  ],
  ["a truth", indicator("YL07"), { value: true }, "", ["强制：“TRUE”不是数，请填数，不带单位和符号"]],
])("%s: what is found, and what to do", (_, i, actual, previous, words) =>
  expect(audit(i, actual, previous).map((f) => `${f.level}：${f.message}，${f.remedy}`)).toEqual(words),
);

test.each([
  ["0", "-", "2", 0.5, false],
  ["baseline and target up to 2", "2", "2", 0.5, false],
  ["a baseline above 2", "2.1", "2", 0.5, true],
  ["a target above 2", "2", "2.1", 0.5, true],
  ["a target above 2 alone", "-", "3", 0.5, true],
  ["no value", "50", "60", 0, false],
  ["less than nothing", "50", "60", -0.5, false],
  ["a hair above 1", "50", "60", 1 + 1e-12, true],
])("a rate looks like a fraction where there is %s", (_, baseline, target, value, like) => {
  const rate = varied({ min: -20, baseline, target, direction: "higher" });
  expect(audit(rate, value).some(({ rule }) => rule === "fraction")).toBe(like);
});

test("a number that is no rate never looks like a fraction", () => {
  const average = varied({ label: "每千人某数(人)", max: undefined, baseline: "50", target: "60" });
  expect(audit(average, 0.5).map(({ rule }) => rule)).toEqual(["below-baseline"]);
});

test("what is wrong with 本期值 and 上年同期 is said by level, 核实 of both before 提示 of either", () => {
  expect(auditWords(indicator("YL07"), 49.812, 101)).toBe(
    "核实：上年同期101 大于 100；提示：49.812 的小数多于 1 位",
  );
  expect(auditWords(indicator("YL07"), 41, 101)).toBe(
    "核实：41 劣于基期 42（倒退）；核实：上年同期101 大于 100",
  );
  // what must be mended is said alone
  expect(auditWords(indicator("YL07"), 101, 101)).toBe("强制：101 大于 100");
  expect(auditWords(indicator("YL13"), -6.5)).toBe("强制：-6.5 小于 0；强制：-6.5 不是整数");
  expect(auditWords(indicator("YL07"), 48)).toBe("");
});

test("rules hold for the bounds as printed", () => {
  expect([boundsOf(indicator("YL07")), boundsOf(indicator("YL13")), boundsOf(growing)]).toEqual([
    ...[" 0 至 100 之间的数", "不小于 0 的整数", "不小于 -100 的数"],
  ]);
});
