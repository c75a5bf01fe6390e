import { all, compile, type Condition, type Quantity } from "../../src/assessment";

type Name = "a" | "b";
type Row = Record<Name, number>;
const read = (name: Name) => (row: Row) => row[name];

const quantity = (of: Quantity<Name>, a: number, b: number): number => {
  const compiled = compile<Name, Row>(of, read);
  return typeof compiled === "function" ? compiled({ a, b }) : compiled;
};
const holds = (of: Condition<Name>, a: number, b = NaN): boolean => {
  const compiled = compile<Name, Row>(of, read);
  return typeof compiled === "function" ? compiled({ a, b }) : compiled;
};

test.each<[Quantity<Name>, number, number, number]>([
  [["a", "+", "b"], 2, 3, 5],
  [["a", "-", "b"], 2, 3, -1],
  [["a", "*", "b"], 2, 3, 6],
  [["a", "/", "b"], 3, 2, 1.5],
  [["abs", "a"], -3, NaN, 3],
  [["a", "round", 1], 30.45, NaN, 30.5],
  [["a", "round", 0], -0.5, NaN, -1],
  [["a", "when", ["b", ">", 0]], 7, 1, 7],
  // not there
  [["a", "/", "b"], 3, 0, NaN],
  [["a", "/", "b"], 3, 1e-12, NaN],
  [["a", "+", "b"], 3, NaN, NaN],
  [["a", "when", ["b", ">", 0]], 7, 0, NaN],
  [["a", "when", ["b", ">", 0]], 7, NaN, NaN],
])("%j of %d and %d is %d", (of, a, b, result) => expect(quantity(of, a, b)).toBe(result));

test.each<[Condition<Name>, number, number, boolean]>([
  [["a", "<", "b"], 1, 2, true],
  [["a", "<", "b"], 2, 2, false],
  [["a", "<=", "b"], 2, 2, true],
  [["a", ">", "b"], 2, 2, false],
  [["a", ">=", "b"], 2, 2, true],
  [["a", "=", "b"], 12.1 + 66.1 + 21.8, 100, true],
  [["a", "<>", "b"], 12.1 + 66.1 + 21.8, 100, false],
  [["a", "<>", "b"], 99.999, 100, true],
  [["a", ">", "b"], 100 + 1e-12, 100, false],
  [["a", ">", "b"], 100 + 1e-9, 100, true],
  [["known", "a"], 0, NaN, true],
  [["known", ["a", "/", "b"]], 1, 0, false],
  [["not", ["a", "<", "b"]], 1, 2, false],
  [[["a", ">", 0], "and", ["b", ">", 0]], 1, 0, false],
  [[["a", ">", 0], "or", ["b", ">", 0]], 1, 0, true],
  [all(["a", ">", 0], ["a", "<", 5], ["b", "=", 1]), 1, 1, true],
  [all(["a", ">", 0], ["a", "<", 5], ["b", "=", 1]), 5, 1, false],
])("%j with %d and %d: %p", (of, a, b, result) => expect(holds(of, a, b)).toBe(result));

test.each(["<", "<=", ">", ">=", "=", "<>"] as const)("nothing is %s what is not there", (sign) => {
  for (const [a, b] of [
    [NaN, 1],
    [1, NaN],
    [NaN, NaN],
  ] as const)
    expect(holds(["a", sign, "b"], a, b)).toBe(false);
});

test("what its constants settle is known before any input", () => {
  const known = (of: Condition<Name>) => compile<Name, Row>(of, (name) => (name === "a" ? 5 : read(name)));
  expect(known(["a", ">", 3])).toBe(true);
  expect(known([["a", ">", 9], "and", ["b", ">", 0]])).toBe(false);
  expect(known([["b", ">", 0], "or", ["a", ">", 3]])).toBe(true);
  expect(known([["a", ">", 3], "and", ["b", ">", 0]])).toBeInstanceOf(Function);
  expect(compile<Name, Row>(["b", "<", ["a", "+", 1]], (name) => (name === "a" ? NaN : read(name)))).toBe(
    false,
  );
  expect(compile<Name, Row>([["a", "+", 1], "*", 2], () => 5)).toBe(12);
});
