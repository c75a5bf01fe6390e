import { decimalsOf, fixed, shown } from "../../src/assessment";

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
