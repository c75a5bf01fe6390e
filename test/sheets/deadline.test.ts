import * as fc from "fast-check";
import { deadlineCell, hasPassed, readDeadline } from "../../src/sheets";

const date = (year: number, month: number) => ({ kind: "date", end: { year, month } });

test.each<[unknown, object]>([
  [45107, { ...date(2023, 6), shown: "2023年6月30日" }],
  [45107.75, date(2023, 6)],
  ["2023-06-30", { ...date(2023, 6), shown: "2023-06-30" }],
  ["2023/6/30", date(2023, 6)],
  ["2023.6.30", date(2023, 6)],
  ["20230630", date(2023, 6)],
  ["２０２３年６月３０日前", date(2023, 6)],
  ["2023年6月", date(2023, 6)],
  ["2023年6月底", date(2023, 6)],
  ["2023年6月底前", date(2023, 6)],
  ["2023年10月中旬", date(2023, 10)],
  ["2025", date(2025, 12)],
  ["2025年", date(2025, 12)],
  ["2025年底", date(2025, 12)],
  ["2025 年 底", date(2025, 12)],
  ["2025年年底", date(2025, 12)],
  ["2025年末之前", date(2025, 12)],
  ["2023年上半年", date(2023, 6)],
  ["2023年三季度末", date(2023, 9)],
  ["2021-2025年", date(2025, 12)],
  ["2021年—2025年", date(2025, 12)],
  ["2023年3月至6月", date(2023, 6)],
  ["2022年3月至2023年6月", date(2023, 6)],
  ["2026年底前完成", date(2026, 12)],
  ["2026年6月底前全面完成", date(2026, 6)],
  ["到2026年底", date(2026, 12)],
  ["2026年内", date(2026, 12)],
  ["2026年6月30日前建成", date(2026, 6)],
])("%j is a date", (input, expected) => expect(readDeadline(input)).toMatchObject(expected));

test.each<[unknown, string | null]>([
  ["年底", null],
  ["长期坚持", null],
  ["2023-06-31", null],
  ["2023年13月", null],
  ["2023年2月30日", null],
  ["#N/A", null],
  [true, null],
  [0, null],
  ["45107", "2023年6月30日"],
  [2025, "2025年12月"],
  [202306, "2023年6月"],
  [20230630, "2023年6月"],
])("%j is no date; it most likely means %j", (input, reading) =>
  expect(readDeadline(input)).toEqual({ kind: "text", text: String(input), ...(reading && { reading }) }),
);

test.each([[""], [null], [undefined], [" 　"], ["\u200b"]])("%j is blank", (input) =>
  expect(readDeadline(input)).toEqual({ kind: "blank" }),
);

test("any reading offered is itself a date", () =>
  fc.assert(
    fc.property(fc.oneof(fc.integer({ min: 0, max: 99_999_999 }), fc.string()), (input) => {
      const read = readDeadline(input);
      if (read.kind === "text" && read.reading !== undefined)
        expect(readDeadline(read.reading).kind).toBe("date");
    }),
  ));

test.each([
  [{ year: 2023, month: 6 }, { year: 2023, month: 6 }, true],
  [{ year: 2023, month: 6 }, { year: 2023, month: 5 }, false],
  [{ year: 2022, month: 12 }, { year: 2023, month: 3 }, true],
])("a deadline %j at the end of %j has passed: %p", (end, period, expected) =>
  expect(hasPassed(end, period)).toBe(expected),
);

test.each([
  ["2026年6月15日前", "2026年6月15日"],
  ["2026-06-15", "2026年6月15日"],
  ["2026年6月", "2026年6月30日"],
  ["2028年2月底", "2028年2月29日"],
  ["2026年底前完成", "2026年12月31日"],
  ["2028年", "2028年12月31日"],
  ["2026—2030年", "2030年12月31日"],
  ["2027年三季度", "2027年9月30日"],
])("an entry holds a printed %s as the day %s", (printed, day) => {
  const cell = deadlineCell(printed);
  expect(readDeadline(cell)).toMatchObject({ kind: "date", shown: day });
});

test.each([["长期坚持"], ["持续推进"], ["“十五五”期末"], ["2026年启动，2027年见效"], ["每年年底"], [""]])(
  "%j is no date: an entry holds the words",
  (printed) => expect(deadlineCell(printed)).toBe(printed),
);
