import fc from "fast-check";
import {
  offeredPeriods,
  parsePeriod,
  plan,
  planMessage,
  readPeriod,
  shownPeriod,
  timeShare,
} from "../../src/plan";

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
  [45107, 2023, 6], // 2023-06-30
  ["45107", 2023, 6],
  [44927, 2023, 1], // 2023-01-01
])("%j ends in %d-%d", (input, year, month) =>
  expect(readPeriod(input)).toEqual({ ok: true, value: { year, month } }),
);

test.each(["", "明年", "2023年13月", "2023-00", "2023Q5", "23年", "2023年第五季度", null, true, {}, NaN])(
  "%p cannot be read, and the message shows accepted forms",
  (input) => {
    const read = parsePeriod(input, plan);
    if (read.ok) throw new Error(JSON.stringify(read.value));
    expect(planMessage(read.issue)).toContain("2023年上半年");
  },
);

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
