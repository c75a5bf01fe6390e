import fc from "fast-check";
import {
  isPeriodDate,
  offeredPeriods,
  parsePeriod,
  planMessage,
  readPeriod,
  samePeriod,
  shownPeriod,
  timeShare,
} from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";

test.each([
  ["2023", 2023, 12],
  [2023, 2023, 12],
  ["2023年", 2023, 12],
  ["2023年度", 2023, 12],
  ["２０２３年", 2023, 12],
  ["2023年上半年", 2023, 6],
  ["2023H1", 2023, 6],
  ["2023h2", 2023, 12],
  ["2023年下半年", 2023, 12],
  ["2023年一季度", 2023, 3],
  ["2023年第1季度", 2023, 3],
  ["2023年第三季度", 2023, 9],
  ["2023Q1", 2023, 3],
  ["2023q4", 2023, 12],
  ["2023年6月", 2023, 6],
  ["2023年1-6月", 2023, 6],
  ["2023年6月30日", 2023, 6],
  ["2023-06", 2023, 6],
  ["2023/6/30", 2023, 6],
  ["2023.6", 2023, 6],
  ["202306", 2023, 6],
  ["2023年前三季度", 2023, 9],
  ["2023年前三个季度", 2023, 9],
  ["2023年前两季度", 2023, 6],
  ["2023年一至三季度", 2023, 9],
  ["2023年第一季度-第三季度", 2023, 9],
  ["2023Q1-Q3", 2023, 9],
  ["2023年三季度末", 2023, 9],
  ["2023年1-9月", 2023, 9],
  ["2023年1-9月份", 2023, 9],
  ["2023年1—9月", 2023, 9],
  ["2023年1月份至9月份", 2023, 9],
  ["2023年一至九月", 2023, 9],
  ["2023年前9个月", 2023, 9],
  ["2023年前九个月", 2023, 9],
  ["2023年底", 2023, 12],
  ["2023年末", 2023, 12],
  ["2023年年底", 2023, 12],
  ["2023年年末", 2023, 12],
  ["2023年年终", 2023, 12],
  ["二〇二三年", 2023, 12],
  ["二○二三年", 2023, 12],
  ["二零二三年度", 2023, 12],
  ["二〇二三年六月", 2023, 6],
  ["二〇二三年十二月底", 2023, 12],
  ["二〇二三年上半年", 2023, 6],
  ["二〇二三年第三季度", 2023, 9],
  ["2023年度上半年", 2023, 6],
  ["2023上半年度", 2023, 6],
  ["2023年前半年", 2023, 6],
  ["2023年半年度", 2023, 6],
  ["2023年年中", 2023, 6],
  ["2023年上半年末", 2023, 6],
  ["2023年下半年度", 2023, 12],
  ["2023年6月底", 2023, 6],
  ["2023年6月末", 2023, 6],
  ["2023年6月份", 2023, 6],
  ["2023年中", 2023, 6],
  ["2023年元月", 2023, 1],
  ["2023年元月份", 2023, 1],
  ["2023年元-9月", 2023, 9],
  ["2023年元至9月份", 2023, 9],
  ["2023年元月-九月", 2023, 9],
  ["二O二三年", 2023, 12],
  ["二o二三年六月", 2023, 6],
  ["二Ｏ二三年上半年", 2023, 6],
  ["二◯二三年", 2023, 12],
  ["截至2023年6月底", 2023, 6],
  ["截止到2023年6月30日止", 2023, 6],
  ["2023年6月30号", 2023, 6],
  ["2023.10", 2023, 10],
  ["2023.1", 2023, 1],
  [2023.6, 2023, 6],
  [2023.12, 2023, 12],
  ["\u200b2023年\ufeff", 2023, 12],
  [45107, 2023, 6], // 2023-06-30
  ["45107", 2023, 6],
  [44927, 2023, 1], // 2023-01-01
])("%j ends in %d-%d", (input, year, month) =>
  expect(readPeriod(input)).toEqual({ ok: true, value: { year, month } }),
);

test.each([
  ...["", "明年", "2023年13月", "2023-00", "2023Q5", "23年", "2023年第五季度", null, true, {}, NaN],
  ...[
    "2023.1-9",
    "2023年1-",
    "①2023年",
    "2023年⑥月",
    "2023²",
    "前三季度",
    "2023年十三月",
    "constructor",
    "2023constructor",
    "2O年",
    "2023年O月",
    "2023年1O月",
    "2023年元季度",
    "2023年元",
  ],
])("%p cannot be read, and the message shows accepted forms", (input) => {
  const read = parsePeriod(input, plan);
  if (read.ok) throw new Error(JSON.stringify(read.value));
  expect(planMessage(read.issue)).toContain("2023年上半年");
});

test.each([
  [45107, "2023年6月"],
  ["45107", "2023年6月"],
  [45107.75, "2023年6月"],
  [2023, "2023"],
  ["2023年上半年", "2023年上半年"],
  [null, ""],
])("%j is shown as %s", (input, text) => expect(shownPeriod(input)).toBe(text));

test("a date before the plan is named by its month, never by its serial number", () => {
  const read = parsePeriod(43831, plan); // 2020-01-01
  if (read.ok) throw new Error("read");
  expect(planMessage(read.issue)).toContain("报告期“2020年1月”不晚于基期2020年");
});

test.each([2023.1, 2020.1, 2000 + 23.1])("the number %d may be January or October", (input) => {
  const read = parsePeriod(input, plan);
  if (read.ok) throw new Error("read");
  const year = Math.floor(input);
  expect(planMessage(read.issue)).toBe(
    `报告期“${year}.1”可能是1月，也可能是10月（${year}.10 会变成 ${year}.1），请写成 ${year}年1月 或 ${year}年10月`,
  );
});

test.each(["2052年", "2027", 2027, "2027年1月", "二〇五二年", 55000])(
  "%s is more than a year after the target year",
  (input) => {
    const read = parsePeriod(input, plan);
    if (read.ok) throw new Error("read");
    expect(planMessage(read.issue)).toContain("在目标年2025年之后一年以上，请填写2021年至2025年之间的时间");
  },
);

test.each(["2020年", "2019Q4", "2020-12"])("%s is not later than the baseline year", (text) => {
  const read = parsePeriod(text, plan);
  if (read.ok) throw new Error(text);
  expect(planMessage(read.issue)).toContain("不晚于基期2020年，请填写2021年至2025年之间的时间");
});

test.each([
  ["2023年", 36 / 60],
  ["2023年上半年", 0.5],
  ["2021Q1", 3 / 60],
  ["2025年", 1],
  ["2026年", 1],
])("time share at the end of %s is %d", (text, share) => {
  const read = parsePeriod(text, plan);
  if (!read.ok) throw new Error(text);
  expect(timeShare(read.value, plan)).toBeCloseTo(share, 12);
});

test("every period the form offers is read, later ones never before earlier ones of the same kind", () => {
  const offered = offeredPeriods(plan);
  expect(offered).toHaveLength(5 * 6);
  for (const text of offered) expect(parsePeriod(text, plan)).toMatchObject({ ok: true });
});

test("anything is a month from 1 to 12 or a message, never an exception or NaN", () => {
  const nearly = fc.stringMatching(/^(19|20|21)\d\d[年\-/.Q第]?[0-9一二三四]{0,2}[月季度半年]{0,2}$/);
  const anything = fc.oneof(fc.string({ unit: "binary" }), nearly, fc.double(), fc.object(), fc.boolean());
  fc.assert(
    fc.property(anything, (input) => {
      const read = parsePeriod(input, plan);
      if (!read.ok) {
        const message = planMessage(read.issue);
        // what is typed is quoted, whatever it is
        const own = typeof input === "string" && input !== "" ? message.replaceAll(input, "") : message;
        return expect(own).not.toMatch(/NaN|undefined|\[object/);
      }
      expect(read.value.month).toBeGreaterThanOrEqual(1);
      expect(read.value.month).toBeLessThanOrEqual(12);
      const share = timeShare(read.value, plan);
      expect(share > 0 && share <= 1).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ["", "报告期为空，请填写，例如：2023、2023年、"],
  ["　", "报告期为空"],
  [null, "报告期为空"],
  ["明年", "报告期“明年”无法识别，请写成：2023、2023年、2023年底、2023年上半年"],
  [true, "报告期“true”无法识别"],
  [NaN, "报告期“错误值”无法识别"],
  [{}, "报告期“错误值”无法识别"],
  ["2019年", "报告期“2019年”不晚于基期2020年，请填写2021年至2025年之间的时间，例如：2023、"],
  ["2027年", "报告期“2027年”在目标年2025年之后一年以上，请填写2021年至2025年之间的时间，例如：2023、"],
])("%j is refused: %s", (input, words) => {
  const read = parsePeriod(input, plan);
  if (read.ok) throw new Error(JSON.stringify(read.value));
  expect(planMessage(read.issue)).toContain(words);
});

test.each(["2021年1月", "2026年", "2026年12月"])("%s can be reported on", (text) =>
  expect(parsePeriod(text, plan)).toMatchObject({ ok: true }),
);

test.each([
  ["2023年第1季", 3],
  ["2023年四季", 12],
  ["2023年前4季", 12],
  ["2023-Q2", 6],
  ["2023年Q3", 9],
  ["2023年后半年", 12],
  ["2023年半年", 6],
  ["2023年全年", 12],
  ["2023年上半年底", 6],
  ["2023年一季度底", 3],
  ["2023年前十一个月", 11],
  ["2023年前两个月", 2],
  ["2023年前12月", 12],
  ["2023年01-09月", 9],
  ["2023年1~9月", 9],
  ["2023年1到9月", 9],
  ["2023年1月-9月", 9],
  ["2023年1−9月底", 9],
  ["2023年一季度-三季度", 9],
  ["2023年Q1-Q2", 6],
  ["2023年十月", 10],
  ["2023年6月份底", 6],
  ["2023年6月份末", 6],
  ["2023年6月5日", 6],
  ["2023-6", 6],
  ["2023.6.30", 6],
  ["2023/12/31", 12],
  ["截止2023年6月", 6],
  ["截至到2023年6月为止", 6],
  ["截至2023年", 12],
  ["一九九九年", 12],
  ["2100年", 12],
])("%s ends in month %d", (text, month) =>
  expect(readPeriod(text)).toMatchObject({ ok: true, value: { month } }),
);

test.each([
  ...["1899年", "2200年", "20233年", "x2023", "2023x", "2023年6月x", "2023年6月330日", "2023年x6月"],
  ...[
    "2023年6日",
    "2023-6-",
    "2023-6/30",
    "2023-6-300",
    "2023-6月",
    "2023_06",
    "20236月",
    "2023年9-1月",
    "2023年2-9月",
  ],
  ...["2023年0月", "2023年两季度", "2023年五季", "2023前年", "6月", "2023年年", "2023年度度", "2023年6月6"],
  ...["2023年6月日", "2023年6月30日x", "20230630"],
])("%s is no 报告期", (text) => expect(readPeriod(text).ok).toBe(false));

test.each([
  [10000, 1927, 5],
  [99999, 2173, 10],
  [45107.99, 2023, 6],
  ["４５１０７", 2023, 6],
  [" 45107 ", 2023, 6],
])("the date %j is in %d-%d", (serial, year, month) => {
  expect(readPeriod(serial)).toEqual({ ok: true, value: { year, month } });
  expect(isPeriodDate(serial)).toBe(true);
  expect(shownPeriod(serial)).toBe(`${year}年${month}月`);
});

test.each([9999, 100000, 202306, 2023, "4 5107", "2023年", "", null, NaN])("%j is no date", (input) =>
  expect(isPeriodDate(input)).toBe(false),
);

test.each([
  [9999, false],
  [100000, false],
  ["4 5107", false],
  [2000.1 + 23, "2023.1"],
  [2023.6000000000001, "2023.6"],
  [true, "true"],
  [NaN, "错误值"],
  [undefined, ""],
])("%p is no date, and shown as typed", (input, shown) =>
  expect(shownPeriod(input)).toBe(shown === false ? String(input) : shown),
);

test("text that says 2023.1 is January; the number could be October as well", () => {
  expect(readPeriod("2023.1")).toEqual({ ok: true, value: { year: 2023, month: 1 } });
  for (const other of [2023.11, 12023.1, 1823.1, 2023.12])
    expect(readPeriod(other)).not.toMatchObject({ issue: { code: "period-ambiguous" } });
  expect(readPeriod(1999.1)).toMatchObject({ issue: { code: "period-ambiguous", year: "1999" } });
});

test.each([
  ["2023年度", "2023-12", true],
  ["2023年上半年", "2023Q2", true],
  [45107, "2023年6月", true],
  ["2023年", "2024年", false],
  ["2023年6月", "2023年7月", false],
  ["2022年6月", "2023年6月", false],
  // what cannot be read is compared as text
  ["明 年", "明年", true],
  ["明年", "后年", false],
  ["", null, true],
  ["明年", "2023年", false],
  ["2023年", "明年", false],
])("%j and %j are one 报告期: %p", (a, b, same) => expect(samePeriod(a, b)).toBe(same));

test("a form offers each year of the plan with its half and its quarters", () => {
  const years = [2021, 2022, 2023, 2024, 2025];
  expect(offeredPeriods(plan)).toEqual(
    years.flatMap((year) =>
      ["年", "年上半年", "年一季度", "年二季度", "年三季度", "年四季度"].map((part) => year + part),
    ),
  );
});

test("a plan of ten years passes more slowly", () => {
  const decade = { ...plan, baselineYear: 2015, targetYear: 2025 };
  expect(timeShare({ year: 2016, month: 1 }, decade)).toBeCloseTo(1 / 120, 12);
  expect(timeShare({ year: 2020, month: 12 }, decade)).toBe(0.5);
  expect(timeShare({ year: 2015, month: 12 }, decade)).toBe(0);
});
