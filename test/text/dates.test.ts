import fc from "fast-check";
import { isDateFormat, isPercentFormat, shownDate } from "../../src/text";

test.each([
  "yyyy-mm-dd",
  "m/d/yyyy",
  "yyyy/m/d;@",
  'yyyy"年"m"月"',
  'yyyy"年"m"月"d"日";@',
  "[$-804]yyyy\\-mm\\-dd;@",
  '[DBNum1][$-804]yyyy"年"m"月";@',
  "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
  "d-mmm",
  "h:mm",
  '上午/下午h"时"mm"分"',
  "[h]:mm",
  "mm:ss.0",
  "[$-804]aaaa;@",
  "e/m/d",
  "YYYY-MM-DD HH:MM:SS",
])("%s shows a date", (format) => {
  expect(isDateFormat(format)).toBe(true);
  expect(isPercentFormat(format)).toBe(false);
});

test.each([
  "General",
  "G/通用格式",
  "0",
  "0.0####",
  "#,##0.00",
  "@",
  '0"年"',
  "0分",
  '0.0"days"',
  "0.00E+00",
  "[Red]0.0",
  "[DBNum1][$-804]General",
  "[$¥-804]#,##0.00",
  '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  "# ?/?",
  "0\\d",
  "",
])("%s shows no date", (format) => expect(isDateFormat(format)).toBe(false));

test.each(["0%", "0.0%", "0.00%;[Red]-0.00%", "[>1]0%;0.0%"])("%s shows a percentage", (format) => {
  expect(isPercentFormat(format)).toBe(true);
  expect(isDateFormat(format)).toBe(false);
});

test.each(["0", '0"%"', "0\\%", "General"])("%s shows no percentage", (format) =>
  expect(isPercentFormat(format)).toBe(false),
);

test.each([
  [45291, "2023年12月31日"],
  [46361.5, "2026年12月5日"],
  [1, "1900年1月1日"],
  [61, "1900年3月1日"],
  [0.5, "12:00"],
  [0.354166667, "8:30"],
  [2958465.9, "9999年12月31日"],
  [-1, "-1"],
  [1e10, "10000000000"],
])("%d is shown as %s", (serial, text) => expect(shownDate(serial)).toBe(text));

test("no format and no number throws", () => {
  fc.assert(
    fc.property(fc.string(), fc.double(), (format, serial) => {
      expect(typeof isDateFormat(format)).toBe("boolean");
      expect(typeof isPercentFormat(format)).toBe("boolean");
      expect(shownDate(serial)).not.toBe("");
    }),
  );
});

test.each([
  [0, "0:00"],
  [0.999999, "0:00"], // a minute before midnight is shown to the minute
  [1 / 1440, "0:01"],
  [61 / 1440, "1:01"],
  [1.5, "1900年1月1日"],
  [59, "1900年2月28日"],
  [60, "1900年2月28日"], // a day that never was, which Excel has
  [367, "1901年1月1日"],
  [2958466, "2958466"],
  [NaN, "NaN"],
])("%d in a cell of dates is %s", (serial, text) => expect(shownDate(serial)).toBe(text));

test.each(["ss", "[mm]:ss", "[ss]", "[HH]", "b", "ggge", "aaa", 'm"', "\\yyyyy", "[$-411]e"])(
  "%s shows a date or a time",
  (format) => expect(isDateFormat(format)).toBe(true),
);

test.each(["Standard", "standard", "E+0", '"d', "_d0", "*m0", "[Blue]0", "[hello]0", "0aa", "[hx]0", "0E-0"])(
  "%s shows a number as it is",
  (format) => expect(isDateFormat(format)).toBe(false),
);

test.each(['"%', "_%0", "*%0", '0"a"0"%"'])("%s only shows the sign", (format) =>
  expect(isPercentFormat(format)).toBe(false),
);
