import fc from "fast-check";
import { audit, readActual, readEntry } from "../../src/assessment";
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
