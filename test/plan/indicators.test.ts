import fc from "fast-check";
import { findIndicator, indicatorsOf, planMessage } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { openPlan } from "../../src/plan/open";
import builtIn from "../../src/plan/built-in.json";

test.each([
  ["YL07", "YL07"],
  ["yl07", "YL07"],
  ["ＹＬ０７", "YL07"],
  ["护理型养老床位占比", "YL07"],
  ["护理型养老床位占比 (%)", "YL07"],
  ["护理型养老床位占比（％）", "YL07"],
  ["每千名老年人配套社会工作者 人数", "YL16"],
  ["登记备案的托育机构数（家）", "TY03"],
])("%s names %s", (text, code) =>
  expect(findIndicator(text, plan)).toMatchObject({ ok: true, value: { code } }),
);

test.each(["", "YL99", "床位"])("%j names nothing, and the message says what to type", (text) => {
  const found = findIndicator(text, plan);
  if (found.ok) throw new Error(found.value.code);
  expect(planMessage(found.issue)).toMatch(/请填写指标代码（如 YL01）/);
});

test("every indicator is found by its code, name and printed label", () => {
  for (const { code, name, label } of indicatorsOf(plan))
    for (const text of [code, name, label])
      expect(findIndicator(text, plan)).toMatchObject({ ok: true, value: { code } });
});

test("any text is an indicator or a message, never an exception", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const found = findIndicator(text, plan);
      if (!found.ok) expect(planMessage(found.issue)).not.toBe("");
    }),
  );
});

test("a name of two indicators is told as such, with the codes to choose from", () => {
  const twice = structuredClone(builtIn);
  const [first, second] = twice.sections[0]!.indicators;
  Object.assign(second!, { label: first!.label });
  const found = findIndicator("基本养老保险参保率", openPlan(twice));
  if (found.ok) throw new Error(found.value.code);
  expect(planMessage(found.issue)).toBe("“基本养老保险参保率”对应多个指标（YL01、YL02），请改填指标代码");
  expect(findIndicator("YL02", openPlan(twice))).toMatchObject({ ok: true, value: { code: "YL02" } });
});

test.each([
  ["", "指标为空，请填写指标代码（如 YL01）或指标名称"],
  [" ", "指标为空，请填写指标代码（如 YL01）或指标名称"],
  ["床位", "计划中没有指标“床位”，请填写指标代码（如 YL01）或计划中的指标名称"],
])("%j: %s", (text, words) => {
  const found = findIndicator(text, plan);
  if (found.ok) throw new Error(found.value.code);
  expect(planMessage(found.issue)).toBe(words);
});
