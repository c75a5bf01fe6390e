import fc from "fast-check";
import { asRatio, audit, readActual, readEntry, saysNoData } from "../../src/assessment";
import { findIndicator, type Indicator, indicatorsOf } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { openPlan } from "../../src/plan/open";
import { fold } from "../../src/text";
import builtIn from "../../src/plan/built-in.json";

const indicator = (code: string): Indicator => {
  const found = findIndicator(code, plan);
  if (!found.ok) throw new Error(code);
  return found.value;
};

/** An indicator of another unit or other bounds. */
const measuredIn = (unit: string, fields: object = {}): Indicator => {
  const raw = structuredClone(builtIn) as unknown as { sections: { indicators: object[] }[] };
  const own = { label: `某指标(${unit})`, whole: false, max: undefined, ...fields };
  Object.assign(raw.sections[0]!.indicators[0]!, own);
  return indicatorsOf(openPlan(raw))[0]!;
};

const READINGS: [unit: string, text: string, reading: number | undefined][] = [
  // in the indicator's unit
  ["人", "2万", 20000],
  ["人", "2万人", 20000],
  ["人", "１．２万余人", 12000],
  ["人", "12名", 12],
  ["人", "3千", 3000],
  ["人", "5百人", 500],
  ["人", "1.5亿", 150000000],
  ["万元", "2万", 2],
  ["万元", "2万元", 2],
  ["万元", "3000000元", 300],
  ["万元", "￥3,000,000", 300],
  ["万元", "￥300万元", 300],
  ["万元", "2亿", 20000],
  ["万元", "2亿元", 20000],
  ["万元", "5千元", 0.5],
  ["万元", "5千万", 5000],
  ["万元", "1234567元", 123.4567],
  ["亿元", "3500万元", 0.35],
  ["%", "95%", 95],
  ["%", "９５％", 95],
  ["%", "95‰", 9.5],
  ["%", "百分之95", 95],
  ["‰", "0.95%", 9.5],
  ["个/千人", "3.4个/千人", 3.4],
  ["个/千人", "3.4个", 3.4],
  ["岁", "78.2周岁", 78.2],
  ["家", "约12家", 12],
  ["家", "１，２３４家左右", 1234],
  ["张", "58000张", 58000],
  // a unit that does not fit, or may mean two things
  ["人", "2万元", undefined],
  ["个", "95%", undefined],
  ["家", "12张", undefined],
  ["%", "2万", undefined],
  ["%", "5个百分点", undefined],
  ["万元", "5千", undefined],
  // what shows nothing, and footnote marks
  ["%", "48\u200b", 48],
  ["%", "\ufeff 4\u00ad8\u00a0", 48],
  ["%", "48¹", 48],
  ["%", "48①", 48],
  ["%", "48%⑴", 48],
  ["%", "48[1]", 48],
  ["%", "48（注1）", 48],
  ["%", "48【2】", 48],
  ["%", "*48", 48],
  ["%", "※48", 48],
  ["%", "48#", 48],
  ["%", "48^", 48],
  ["%", "48₁₂", 48],
  ["家", "6①家", 6],
  ["家", "6①", 6],
  ["%", "4①8", undefined],
  ["%", "48^1", undefined],
  ["%", "①", undefined],
  ["%", "²", undefined],
  ["%", "(5)", undefined],
  ["%", "（48）", undefined],
  // what must itself be mended is not offered
  ["%", "120%", undefined],
  ["%", "-5", undefined],
  ["%", "负5", undefined],
  ["%", "−5", undefined],
  ["家", "6.5家", undefined],
  ["人", "1.23456万", undefined],
  // no number at all, or two
  ["%", "九十五", undefined],
  ["%", "Ⅳ", undefined],
  ["%", "½", undefined],
  ["%", "9约5", undefined],
  ["%", "12,34", undefined],
  ["%", "3/4", undefined],
  ["%", "48~50", undefined],
  ["%", "1E1", undefined],
  ["人", "12345678901234567890", undefined],
];

const OF_UNIT = new Map<string, Indicator>([
  ["%", measuredIn("%", { max: 100 })],
  ["家", measuredIn("家", { whole: true })],
  ["人", measuredIn("人", { whole: true })],
  ...["万元", "亿元", "‰", "个/千人", "岁", "张", "个"].map((unit) => [unit, measuredIn(unit)] as const),
]);

test.each(READINGS)("where the unit is %s, %j reads as %p", (unit, text, reading) =>
  expect(readEntry({ value: text }, OF_UNIT.get(unit)!)).toMatchObject({
    kind: "text",
    text,
    ...(reading === undefined ? {} : { reading }),
  }),
);

test.each(READINGS.filter(([, , reading]) => reading === undefined))(
  "where the unit is %s, %j has no reading",
  (unit, text) => expect(readEntry({ value: text }, OF_UNIT.get(unit)!)).not.toHaveProperty("reading"),
);

test("a negative number is read where the indicator may be negative", () => {
  const growth = measuredIn("%", { min: -20, max: 30 });
  for (const text of ["-5%", "－5", "−5"])
    expect(readEntry({ value: text }, growth)).toMatchObject({ reading: -5 });
  expect(readEntry({ value: "(5)" }, growth)).not.toHaveProperty("reading");
});

test.each<[unknown, string, string, string, number | undefined]>([
  [0.95, "0%", "YL07", "95%", 95],
  [1, "0%", "TY07", "100%", 100],
  [0.9500000000000001, "0.00%", "YL07", "95%", 95],
  [0.484, '0.0"  "%', "YL07", "48.4%", 48.4],
  [95, "0%", "YL07", "9500%", undefined],
  [0.5, "0%", "YL13", "50%", undefined],
  [46361, "m/d/yyyy", "YL03", "2026年12月5日", undefined],
  [46361, 'm"月"d"日"', "YL03", "2026年12月5日", undefined],
  [45291, "yyyy-mm-dd", "YL07", "2023年12月31日", undefined],
  [0.5, "h:mm", "YL07", "12:00", undefined],
])("%p shown as %s in %s is the text %s and reads as %p", (value, format, code, text, reading) => {
  const read = readEntry({ value, format }, indicator(code));
  expect(read).toMatchObject({ kind: "text", text });
  expect("reading" in read ? read.reading : undefined).toBe(reading);
});

test.each(["General", "0.0####", "#,##0", "@", '0"年"'])("a number shown as %s is a number", (format) =>
  expect(readEntry({ value: 48, format }, indicator("YL07"))).toEqual({ kind: "number", value: 48 }),
);

test.each([null, undefined, "", " ", "　", "\u200b", "\u202a\u202c", "\ufeff"])("%j is blank", (value) => {
  expect(readEntry({ value, format: "0%" }, indicator("YL07"))).toEqual({ kind: "blank" });
  expect(readActual(value)).toEqual({ kind: "blank" });
});

test.each([
  ...[
    "-",
    "—",
    "——",
    "－",
    "/",
    "／",
    "\\",
    "无",
    "暂无",
    "暂无数据",
    "N/A",
    "n/a",
    "Ｎ／Ａ",
    "NA",
    "见附注",
    "见附注1",
  ],
  ...[
    "详见附件2",
    "缺",
    "缺失",
    "未统计",
    "不适用",
    "不详",
    "没有",
    "待定",
    "尚未统计",
    "…",
    "……",
    "*",
    "XX",
    "。",
    "空",
  ],
])("%s says that there is no data", (text) =>
  expect(audit(indicator("YL07"), text)).toEqual([
    {
      level: "强制",
      rule: "no-data",
      message: `“${text}”不是数，没有数据应留空`,
      remedy: "请留空，并在“情况说明”写明原因",
    },
  ]),
);

test.each(["九十五", "优", "TRUE", "四十八", "约", "Ⅳ", "①"])(
  "%s is no number, and not for want of data",
  (text) => expect(audit(indicator("YL07"), text)).toMatchObject([{ rule: "not-a-number" }]),
);

const pasted = fc
  .tuple(
    fc.constantFrom("", "约", "￥", "①", "*", "(1)", "-", "＋", "\u200b"),
    fc.stringMatching(/^[0-9０-９]{1,6}([.,．，][0-9]{1,3})?$/),
    fc.constantFrom("", "万", "亿", "千", "百", "元", "万元", "人", "家", "%", "％", "‰", "余", "\u00a0"),
    fc.constantFrom("", "¹", "②", "[1]", "（2）", "人", "元", "以上", "^", "₃", "\ufeff", "⑴"),
  )
  .map((parts) => parts.join(""));
const anyText = fc.oneof({ weight: 3, arbitrary: pasted }, fc.string({ unit: "binary" }));
const anyIndicator = fc.constantFrom(...indicatorsOf(plan), ...OF_UNIT.values());

/** Without zeros at either end and without the point: what moving the decimal point keeps. */
const significant = (digits: string): string => digits.replace(/[.,]/g, "").replace(/^0+|0+$/g, "");

test("no reading holds a digit that was not typed, and none must itself be mended", () => {
  fc.assert(
    fc.property(anyIndicator, anyText, (i, text) => {
      const read = readEntry({ value: text }, i);
      if (read.kind !== "text" || read.reading === undefined) return;
      const typed = fold(text)
        .replace(/[^\d.,]/g, " ")
        .split(" ")
        .map(significant);
      const own = significant(
        Math.abs(read.reading).toLocaleString("en", { useGrouping: false, maximumSignificantDigits: 15 }),
      );
      expect(typed).toContain(own);
      expect(audit(i, read.reading).filter(({ level }) => level === "强制")).toEqual([]);
    }),
    { numRuns: 5000 },
  );
});

test("any cell of any format is read without an exception", () => {
  const anything = fc.oneof(anyText, fc.double(), fc.boolean(), fc.constant(null), fc.object());
  const format = fc.oneof(fc.string(), fc.constantFrom("0%", "yyyy-mm-dd", "General", "h:mm", '0"%"'));
  fc.assert(
    fc.property(anyIndicator, anything, format, (i, value, shape) => {
      const read = readEntry({ value, format: shape }, i);
      if (read.kind === "number") expect(Number.isFinite(read.value)).toBe(true);
      if (read.kind === "text" && read.reading !== undefined)
        expect(Number.isFinite(read.reading)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test.each<[string, string, number | undefined, string | undefined]>([
  // the mark that is left out is told
  ["%", "48¹", 48, "¹"],
  ["%", "*48", 48, "*"],
  ["%", "48[1]", 48, "[1]"],
  ["%", "【2】48", 48, "【2】"],
  ["%", "48〔3〕", 48, "〔3〕"],
  ["%", "(注1)48", 48, "(注1)"],
  ["%", "48()", 48, "()"],
  ["%", "48(12)", 48, "(12)"],
  ["%", "48(123)", undefined, undefined],
  ["%", "48(注)%", undefined, undefined],
  ["家", "6①家", 6, "①"],
  ["家", "约6①家②", 6, "①②"],
  ["%", "48", 48, undefined],
  ["%", "48(a)", undefined, undefined],
  // words round a number
  ["%", "大约48%以上", 48, undefined],
  ["%", "近48左右", 48, undefined],
  ["%", "超过48", 48, undefined],
  ["%", ">=48%", 48, undefined],
  ["%", "≤48以内", 48, undefined],
  ["%", "百分之48%", 48, undefined],
  ["%", "比例48", undefined, undefined],
  ["万元", "人民币300万元", 300, undefined],
  ["万元", "人民币3000000", 300, undefined],
  ["万元", "¥300", 0.03, undefined],
  ["元", "¥300万", 3000000, undefined],
  ["人", "¥300", undefined, undefined],
  ["人", "百分之5", undefined, undefined],
  // signs and digits
  ["%", "+48", 48, undefined],
  ["%", "1,234", undefined, undefined],
  ["家", "1,234,567", 1234567, undefined],
  ["家", "0,123", undefined, undefined],
  ["家", "1,2345", undefined, undefined],
  ["家", "1234,567", undefined, undefined],
  ["%", "48.", undefined, undefined],
  ["%", ".5", undefined, undefined],
  ["%", "4.8.1", undefined, undefined],
  ["家", "007", 7, undefined],
  ["张", "999999999999999", 999999999999999, undefined],
  ["张", "9999999999999999", undefined, undefined],
  ["张", "99999999999999.9", 99999999999999.9, undefined],
  // multiples before the unit
  ["人", "3百", 300, undefined],
  ["人", "3十万人", 300000, undefined],
  ["人", "3百万", 3000000, undefined],
  ["人", "3千万人", 30000000, undefined],
  ["人", "3十亿", 3000000000, undefined],
  ["人", "3百亿", 30000000000, undefined],
  ["人", "3千亿", 300000000000, undefined],
  ["人", "3万亿", 3000000000000, undefined],
  ["人", "3位", 3, undefined],
  ["人", "3万名", 30000, undefined],
  ["岁", "78岁", 78, undefined],
  ["十万元", "5", 5, undefined],
  ["十万元", "5百万元", 50, undefined],
  ["万", "5万", 50000, undefined],
  ["公里", "5公", undefined, undefined],
  ["公里", "5公里", 5, undefined],
  ["%", "5‱", 0.05, undefined],
  ["‰", "50‱", 5, undefined],
  ["‱", "5%", 500, undefined],
])("where the unit is %s, %j reads as %p without the mark %p", (unit, text, reading, mark) => {
  const read = readEntry({ value: text }, OF_UNIT.get(unit) ?? measuredIn(unit));
  expect(read.kind === "text" && [read.is, read.reading, read.mark]).toEqual(["words", reading, mark]);
});

test.each<[unknown, string | undefined, string, object]>([
  [0.95, "0%", "YL07", { kind: "text", text: "95%", is: "percent", reading: 95 }],
  [95, "0%", "YL07", { kind: "text", text: "9500%", is: "percent" }],
  [45291, "yyyy-mm-dd", "YL07", { kind: "text", text: "2023年12月31日", is: "date" }],
  [48, undefined, "YL07", { kind: "number", value: 48 }],
  [0, "General", "YL07", { kind: "number", value: 0 }],
  ["无", "0%", "YL07", { kind: "text", text: "无", is: "no-data" }],
  [false, "General", "YL07", { kind: "text", text: "FALSE", is: "words" }],
  [true, "General", "YL07", { kind: "text", text: "TRUE", is: "words" }],
  [NaN, "0%", "YL07", { kind: "text", text: "错误值", is: "words" }],
])("%p shown as %p in %s is %p", (value, format, code, read) =>
  expect(readEntry({ value, format }, indicator(code))).toEqual(read),
);

test.each([
  ["见", true],
  ["参见附表2", true],
  ["未统计5家", false],
  ["5", false],
  ["X", true],
  ["XXX", true],
  ["XXXX", false],
  ["#N/A", true],
  ["tbd", false],
  ["null", true],
  ["--", true],
  ["?!", true],
  ["一无所有", false],
  ["不掌握", true],
  ["不多", false],
])("%s says that there is no data: %p", (text, says) => expect(saysNoData(text)).toBe(says));

test("a bare value is read without a unit", () => {
  expect(readActual(0)).toEqual({ kind: "number", value: 0 });
  expect(readActual("48①")).toEqual({ kind: "text", text: "48①", is: "words", reading: 48, mark: "①" });
  expect(readActual("无")).toEqual({ kind: "text", text: "无", is: "no-data" });
  expect(readActual("-5")).toMatchObject({ reading: -5 });
});

test.each([
  [0.9500000000000001, -2, 95],
  [0.0075, -3, 7.5],
  [0.15, -4, 1500],
])("the fraction %d in a ratio of 10^%d is %d", (fraction, power, value) =>
  expect(asRatio(fraction, power)).toBe(value),
);
