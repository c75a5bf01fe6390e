import fc from "fast-check";
import { isPlainNumber, parseNotation, planMessage } from "../../src/plan";

test.each([
  ["> 95", 95, ">"],
  ["＞95", 95, ">"],
  ["≥ 60", 60, "≥"],
  [">=60", 60, "≥"],
  ["≤ 5", 5, "≤"],
  ["<=5", 5, "≤"],
  ["＜3", 3, "<"],
  ["55", 55, null],
  ["５５", 55, null],
  ["3.4", 3.4, null],
  ["1,000", 1000, null],
  ["95%", 95, null],
  ["-3", -3, null],
  ["1,234,567.89", 1234567.89, null],
  ["0", 0, null],
])("%j is the value %d with %p", (text, value, comparator) =>
  expect(parseNotation(text)).toEqual({ ok: true, value: { kind: "value", value, comparator } }),
);

test.each([
  ["X", "undisclosed"],
  ["XX", "undisclosed"],
  ["xx", "undisclosed"],
  ["-", "none"],
  ["—", "none"],
  ["", "none"],
  ["　", "none"],
])("%j is %s, never zero", (text, kind) =>
  expect(parseNotation(text)).toEqual({ ok: true, value: { kind } }),
);

test.each([
  ...["1,00", "> ", "1e3", "12..5", "--3", "X5", "5X", "-X", "1,0000", "1234,567", "5.", ".5"],
  ...["95%%", "> > 5", "=5", "9".repeat(400)],
])("%j is refused in words", (text) => {
  const read = parseNotation(text);
  if (read.ok) throw new Error(`read as ${JSON.stringify(read.value)}`);
  expect(planMessage(read.issue)).toContain(`“${text}”`);
});

test("any text is a finite value or a message, never an exception or NaN", () => {
  const nearly = fc.stringMatching(/^[<>≥≤＞=\s]{0,2}[-\d,.%Xx—]{0,8}$/);
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), nearly), (text) => {
      const read = parseNotation(text);
      if (!read.ok) expect(planMessage(read.issue)).toContain("请写成");
      else if (read.value.kind === "value") expect(Number.isFinite(read.value.value)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("what prints as a plain number can stand in a cell as that number", () => {
  fc.assert(fc.property(fc.nat(), fc.nat(99), (whole, part) => isPlainNumber(`${whole}.${part}`)));
  for (const text of ["55", "-3", "-3.25", "0"]) expect(isPlainNumber(text)).toBe(true);
  for (const text of ["> 95", "XX", "-", "1,000", "95%", "", "5.", "x5", "5x", "5.5.5", "--5", "5-"])
    expect(isPlainNumber(text)).toBe(false);
});

test("what is no notation is quoted beside what is one", () => {
  const read = parseNotation("95~");
  if (read.ok) throw new Error("read");
  expect(planMessage(read.issue)).toBe("“95~”不是指标值的写法，请写成 55、> 95、≥ 60、XX 或 -");
});
