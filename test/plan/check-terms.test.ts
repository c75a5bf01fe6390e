import fc from "fast-check";
import { CHECK_COMPARISONS, codesIn, type Term } from "../../src/plan";
import { partsOfRule, readCheck, readComparison } from "../../src/plan/open";
import { readSide, termMessage } from "../../src/plan/check-terms";

const CODES = ["A1", "A10", "A-1", "指标1", "TY03", "TY04"];
const termOf = (text: string): Term | string[] => {
  const read = readSide(text, CODES);
  return read.ok ? read.value.term : [termMessage(read.issue)];
};

test.each<[string, Term]>([
  ["TY04", "TY04"],
  [" ty０４ ", "TY04"],
  ["指标1", "指标1"],
  // the longest code that stands there
  ["A10", "A10"],
  ["A-1", "A-1"],
  ["A1-1", ["A1", "-", 1]],
  ["100", 100],
  ["0.5", 0.5],
  ["-3", [0, "-", 3]],
  ["TY03+TY04-A1", [["TY03", "+", "TY04"], "-", "A1"]],
  ["TY03+TY04×2", ["TY03", "+", ["TY04", "*", 2]]],
  ["（TY03＋TY04）÷2", [["TY03", "+", "TY04"], "/", 2]],
  ["TY03/TY04*100", [["TY03", "/", "TY04"], "*", 100]],
  ["TY03−−TY04", ["TY03", "-", [0, "-", "TY04"]]],
  ["[TY03]", "TY03"],
])("%s is read", (text, term) => expect(termOf(text)).toEqual(term));

test.each([
  ["", "没有填，请写指标代码、数或算式"],
  ["　", "没有填，请写指标代码、数或算式"],
  ["TY99", "没有指标“TY99”，请写“规划指标”表中的指标代码，例如 A1"],
  ["A100", "没有指标“A100”，请写“规划指标”表中的指标代码，例如 A1"],
  ["托位数", "没有指标“托位数”，请写“规划指标”表中的指标代码，例如 A1"],
  ["2TY03", "没有指标“2TY03”，请写“规划指标”表中的指标代码，例如 A1"],
  ["TY03+", "没有写完，请写指标代码、数和 + - × ÷ ( )，例如 A01÷A02×100"],
  ["TY03%", "从“%”起读不懂，请写指标代码、数和 + - × ÷ ( )，例如 A01÷A02×100"],
  ["TY03(100)", "从“(100)”起读不懂，请写指标代码、数和 + - × ÷ ( )，例如 A01÷A02×100"],
  ["(TY03", "括号没有成对，请补上或删去"],
  ["TY03)", "括号没有成对，请补上或删去"],
  ["TY03±1", "± 只能写在“=”的右式末尾，后面跟一个数，例如 A03±0.5"],
  ["(".repeat(30) + "1" + ")".repeat(30), "太长，请分成几条规则"],
  ["1+".repeat(200) + "1", "太长，请分成几条规则"],
])("%s is refused in words that say what to do", (text, words) => expect(termOf(text)).toEqual([words]));

test.each([
  ["TY03±0.5", "=", { term: "TY03", within: 0.5 }],
  ["TY03", "=", { term: "TY03", within: 0 }],
] as const)("the right side %s of %s is read with how far it may be", (text, comparison, value) =>
  expect(readSide(text, CODES, comparison)).toEqual({ ok: true, value }),
);

test.each([
  ["TY03±", "="],
  ["TY03±TY04", "="],
  ["TY03±1", "≤"],
] as const)("± of %s with %s is refused", (text, comparison) =>
  expect(readSide(text, CODES, comparison)).toMatchObject({ ok: false, issue: { code: "within" } }),
);

test.each([
  ["≤", "≤"],
  ["<=", "≤"],
  ["＜＝", "≤"],
  ["不 大于", "≤"],
  ["=", "="],
  ["等于", "="],
  ["<>", "≠"],
  ["约", null],
  ["", null],
])("比较 %j is %j", (text, comparison) => expect(readComparison(text)).toBe(comparison));

test.each([
  ["TY04<=TY03", { left: "TY04", comparison: "≤", right: "TY03" }],
  ["TY04 ÷ TY03 ≥ 0.5", { left: "TY04 ÷ TY03", comparison: "≥", right: "0.5" }],
  ["TY04", null],
  ["TY04<TY03<A1", null],
  ["<TY03", null],
])("a rule in one cell, %j, has its parts", (text, parts) => expect(partsOfRule(text)).toEqual(parts));

test("a rule without any indicator is none", () =>
  expect(readCheck({ left: "1", comparison: "<", right: "2", level: "核实" }, CODES)).toEqual([
    { side: "left", words: "两边都没有指标代码，请至少写一个" },
  ]));

const token = fc.oneof(
  fc.constantFrom(...CODES, ..."+-−×÷*/()（）±.% 　", "100", "0.5", "1.", "TY99", "＋"),
  fc.string({ maxLength: 3 }),
  fc.string({ unit: "grapheme", maxLength: 2 }),
);

test("whatever is written is read or refused in words, never an exception", () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(token, { maxLength: 60 }).map((parts) => parts.join("")),
        fc.string({ maxLength: 400 }),
      ),
      fc.constantFrom(undefined, ...CHECK_COMPARISONS),
      (text, comparison) => {
        const read = readSide(text, CODES, comparison);
        if (read.ok) {
          for (const code of codesIn(read.value.term)) expect(CODES).toContain(code);
          expect(Number.isFinite(read.value.within)).toBe(true);
        } else expect(termMessage(read.issue)).toMatch(/请|±/);
        partsOfRule(text);
      },
    ),
    { numRuns: 1500 },
  ));

const arbitrary = fc.letrec<{ term: Term }>((tie) => ({
  term: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(fc.constantFrom<Term>("A1", "A10", "指标1", "TY03"), fc.integer({ min: 0, max: 999 })),
    fc.tuple(tie("term"), fc.constantFrom("+", "-", "*", "/" as const), tie("term")) as fc.Arbitrary<Term>,
  ),
})).term;
const written = (term: Term): string =>
  typeof term === "object" ? `(${written(term[0])} ${term[1]} ${written(term[2])})` : String(term);

test("what is written out with all its brackets is read back as it was", () =>
  fc.assert(
    fc.property(arbitrary, (term) => {
      const text = written(term);
      fc.pre(text.replace(/ /g, "").length <= 200);
      expect(termOf(text)).toEqual(term);
    }),
    { numRuns: 500 },
  ));
