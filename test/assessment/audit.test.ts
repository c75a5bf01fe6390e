import fc from "fast-check";
import { assess, audit, auditPrevious, auditWords, describeFinding, gap } from "../../src/assessment";
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
  ["‰", {}, 0.15, "0.15 像是小数形式的千分比，请改为 150；确实如此的，在“情况说明”写明原因"],
  ["‰", {}, 0.0075, "0.0075 像是小数形式的千分比，请改为 7.5；确实如此的，在“情况说明”写明原因"],
  ["‱", {}, 0.15, "0.15 像是小数形式的万分比，请改为 1500；确实如此的，在“情况说明”写明原因"],
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
