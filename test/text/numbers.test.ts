import { decimalsApart, decimalsOf, fixed, percentages, rounded, shown } from "../../src/text";

test.each([
  [0.1 + 0.2, "0.3"],
  [1 / 3, "0.333333333333333"],
  [95, "95"],
])("%p shows as %s, as in a cell", (value, text) => expect(shown(value)).toBe(text));

test.each([
  [30.45, 1, "30.5"],
  [-30.45, 1, "-30.5"],
  [1.005, 2, "1.01"],
  [-0.04, 1, "0.0"],
  [1234567.25, 1, "1234567.3"],
])("%p to %i decimals is %s: half up in decimal", (value, decimals, text) =>
  expect(fixed(value, decimals)).toBe(text),
);

test.each([
  [0.529, 3],
  [0.1 + 0.2, 1],
  [1e-7, 7],
  [100, 0],
])("%p carries %i decimals", (value, decimals) => expect(decimalsOf(value)).toBe(decimals));

test.each([
  [12.5, 0, "13"],
  [9.75, 1, "9.8"],
  [7.000001, 1, "7"],
])("%p rounded to %i decimals is %s, without zeros at its end", (value, decimals, text) =>
  expect(rounded(value, decimals)).toBe(text),
);

test.each([
  ["2.9 of 40, whose binary is a little less than 7.25 %", [2.9 / 40, 0.4], ["7.3%", "40.0%"]],
  ["a hair below the schedule", [0.59996, 0.6], ["59.996%", "60.000%"]],
  ["a hair below the target", [0.9996], ["99.96%"]],
  ["a hair below the baseline", [-0.0004], ["-0.04%"]],
  ["on schedule but for the binary remainder", [7.8 / 13, 0.6], ["60.0%", "60.0%"]],
  ["the target itself", [1, 1], ["100.0%", "100.0%"]],
])("%s: percentages", (_, fractions, words) => expect(percentages(fractions)).toEqual(words));

test.each([
  [[10, 9.96], 2],
  [[10, 9.9], 1],
  [[10, 10], 1],
])("%p need %i decimals to be told apart", (values, decimals) =>
  expect(decimalsApart(values, 1)).toBe(decimals),
);

test.each([
  [[0.1 + 0.2, 0.3], 1], // what differs by its binary remainder only is one number
  [[10, 10 + 1e-8], 8],
  [[10, 9.96, 9.956], 3],
  [[1 + 2e-9, 1], 9], // never more than 9
  [[5], 1],
  [[], 1],
])("%p, none alike at the fewest decimals: %i", (values, decimals) =>
  expect(decimalsApart(values, 1)).toBe(decimals),
);

test.each([
  [[10.4, 10.3], 0, 1],
  [[10, 20], 3, 3],
])("%p from %i decimals on: %i", (values, least, decimals) =>
  expect(decimalsApart(values, least)).toBe(decimals),
);

test.each([
  [12345.678, 3],
  [-0.25, 2],
  [1.5e-7, 8],
  [1e21, 0],
  [1.5e21, 0],
  [0, 0],
])("%p carries %i decimals, however it is written", (value, decimals) =>
  expect(decimalsOf(value)).toBe(decimals),
);

test.each([
  [0, 2, "0.00"],
  [-1.25, 1, "-1.3"],
  [-0.5, 0, "-1"],
  [2.5, 0, "3"],
])("%p to %i decimals is %s", (value, decimals, text) => expect(fixed(value, decimals)).toBe(text));
