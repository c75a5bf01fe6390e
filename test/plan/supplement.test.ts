import {
  allIndicatorsOf,
  fileOf,
  findIndicator,
  givenVersion,
  including,
  indicatorsOf,
  lastCodesWords,
  planAfter,
} from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { planChanges } from "../../src/plan/changes";
import { openPlan } from "../../src/plan/open";
import county from "../plans/county-2023.json";

const supplemented = including(plan, true);
const codes = (from: { code: string }[]): string[] => from.map(({ code }) => code);

test("补充指标 are no part of the plan unless they are chosen", () => {
  expect(indicatorsOf(plan)).toHaveLength(29);
  expect(findIndicator("BC01", plan).ok).toBe(false);
  expect(codes(indicatorsOf(supplemented)).slice(29)).toEqual(
    Array.from({ length: 8 }, (_, i) => `BC0${i + 1}`),
  );
  expect(findIndicator("养老床位数", supplemented)).toMatchObject({ ok: true, value: { code: "BC01" } });
  expect(supplemented.version).not.toBe(plan.version);
  expect(givenVersion(supplemented.version)).toBe(plan.version);
});

test("chosen and left again it is the same plan, and one without any is itself", () => {
  expect(including(supplemented, false)).toBe(plan);
  expect(including(plan, true)).toBe(supplemented);
  expect(including(plan, false)).toBe(plan);
  const other = openPlan(county);
  expect(including(other, true)).toBe(other);
});

test("each says the plan's sentence in quotation marks", () => {
  for (const { note } of supplemented.sections[2]!.indicators) expect(note).toMatch(/^正文：“.+”/);
});

test.each([
  ["BC01", "47143", "58000"],
  ["BC02", "19597", "-"],
  ["BC03", "2818", "18000"],
  ["BC04", "-", "≤ 80"],
  ["BC05", "-", "75"],
  ["BC06", "-", "〔7000〕"],
  ["BC07", "-", "≥ 80"],
  ["BC08", "-", "≥ 60"],
])("%s is %s, then %s", (code, baseline, target) => {
  const found = findIndicator(code, supplemented);
  expect(found.ok && [found.value.baseline.text, found.value.target.text]).toEqual([baseline, target]);
});

test("the price is the better the lower, new beds add up", () => {
  const [, , , price, , beds] = supplemented.sections[2]!.indicators;
  expect([price!.direction, beds!.type]).toEqual(["lower", "cumulative"]);
});

test.each([
  ["in use", supplemented],
  ["not in use", plan],
])("its file has them and its checks, %s", (_, of) => {
  const file = fileOf(of);
  expect(file.version).toBe(plan.version);
  expect(openPlan(file)).toEqual(plan);
  expect(file.checks).toHaveLength(2);
});

test("their codes are taken, and not retired, whether they are in use or not", () => {
  for (const of of [plan, supplemented]) expect(lastCodesWords(of)).toBe("YL20、TY09、BC08");
  expect(planAfter(supplemented, plan).retired).toBeUndefined();
  expect(allIndicatorsOf(plan)).toHaveLength(37);
});

test("what comes with them is said", () =>
  expect(planChanges(plan, supplemented)).toEqual([expect.stringMatching(/^增加指标：BC01 养老床位数、/)]));

test("a plan cannot be of 补充指标 alone", () => {
  const file = fileOf(plan);
  const { example: _, checks: __, ...rest } = file;
  expect(() => openPlan({ ...rest, sections: [file.sections[2]] })).toThrow("全部指标都是补充指标");
});

test("a check that has changed is said", () => {
  const file = fileOf(plan);
  const [first] = file.checks!;
  const changed = openPlan({
    ...file,
    checks: [
      { ...first!, level: "强制" },
      { left: "TY01", comparison: "≥", right: "TY02", level: "提示" },
    ],
  });
  expect(planChanges(plan, changed)).toEqual([
    "增加校核：TY01 ≥ TY02",
    "减少校核：BC02÷BC01×100 = YL07±0.5",
    "校核“TY04 ≤ TY03”的级别或提示改为：强制“示范性婴幼儿照护服务机构数不应多于登记备案的托育机构数”",
  ]);
});

test("a check with a fault is refused with its side", () => {
  const file = { ...fileOf(plan), checks: [{ left: "TY4", comparison: "≤", right: "TY03+", level: "核实" }] };
  expect(() => openPlan(file)).toThrow(/校核“TY4 ≤ TY03\+”的左式：没有指标“TY4”[\s\S]*右式：没有写完/);
});
