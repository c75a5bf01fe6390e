import { TARGET_TYPES } from "../../src/plan";
import { builtInPlan } from "../../src/plan/built-in";
import { type Area, areaAddress } from "../../src/grid";
import { expandTable } from "../../src/tables";
import { formSheet } from "../../src/sheets";
import { oneMoreDecimal } from "../../src/sheets/form-numbers";
import { typedPlan } from "../plans/typed";
import { columnOf, rowOf } from "./helpers";

/* The form of a plan that has every type of target. */

const plan = typedPlan();
const layout = expandTable(formSheet(plan));

const holds = (area: Area, row: number, column: number): boolean =>
  row >= area.row &&
  row < area.row + area.rows &&
  column >= area.column &&
  column < area.column + area.columns;

/** The rule of an indicator's 本期值. */
function ruleOf(code: string) {
  const [row, column] = [rowOf(layout.cells, code), columnOf(layout.cells, "本期值")];
  return layout.validations.find(({ areas }) => areas.some((area) => holds(area, row, column)))!;
}

test.each([
  ["LX6", "填规划期以来的累计数。请填不小于 0 的数，不带百分号。尚无数据请留空。"],
  ["LX9", "填基期以来的年均增长率（%），下降填负数。请填数，不带百分号。尚无数据请留空。"],
  ["LX11", "请填数，不带单位。尚无数据请留空。"],
  ["LX14", "填较基期的变化（%），下降填负数。请填数，不带百分号。尚无数据请留空。"],
  ["LX16", "填相当于基期的倍数。请填数，不带单位。尚无数据请留空。"],
])("the cell of %s says what is to be typed: %s", (code, message) =>
  expect(ruleOf(code).prompt.message).toBe(message),
);

test("人工判断 has its list, and says that the reason is asked for", () => {
  const { rule, prompt, error } = ruleOf("LX22");
  expect(rule).toEqual({ type: "list", source: ["已达标", "推进中", "未达标"] });
  expect(prompt.message).toContain("“情况说明”写明理由");
  expect(error!.message).toContain("已达标、推进中、未达标");
});

test("Excel takes the prompts", () => {
  for (const { prompt, error } of layout.validations) {
    expect(Math.max(prompt.title.length, error?.title.length ?? 0)).toBeLessThanOrEqual(32);
    expect(Math.max(prompt.message.length, error?.message.length ?? 0)).toBeLessThanOrEqual(255);
  }
});

test.each([
  ["LX14", "%"],
  ["LX15", "百分点"],
  ["LX16", "倍"],
  ["LX11", "万元"],
])("the unit of %s is that of what is typed: %s", (code, unit) =>
  expect(layout.cells[rowOf(layout.cells, code)]![columnOf(layout.cells, "计量单位")]).toBe(unit),
);

const noteOf = (of: typeof layout): string => String(of.cells.at(-1)![0]);
const statusArea = (of: typeof layout, words: string): Area[] =>
  of.highlights.filter(({ formula }) => formula.includes(words)).flatMap(({ areas }) => areas);

test("the note explains what the plan has, and no more", () => {
  for (const word of ["→ 推进中", "× 未达标", "累计数", "年均数", "较基期变化", "人工判断"]) {
    expect(noteOf(layout)).toContain(word);
    expect(noteOf(expandTable(formSheet(builtInPlan)))).not.toContain(word);
  }
  expect(Object.values(TARGET_TYPES)).toContain("人工判断");
});

test("未达标 marks its row and its bureau as 滞后 does, where there are targets in words", () => {
  const own = expandTable(formSheet(builtInPlan));
  expect(statusArea(own, "未达标")).toEqual([]);
  expect(statusArea(layout, "未达标").map(areaAddress)).toEqual(
    layout.highlights
      .filter(({ formula }) => formula.includes('="滞后"'))
      .flatMap(({ areas }) => areas.map(areaAddress)),
  );
  expect(statusArea(layout, "推进中")).toHaveLength(1);
});

test.each([
  ["12", "8", 2, "0.0"],
  ["0.6", "0.51", 2, "0.000"],
  ["36", "45.5%", 1, "0.00"],
  ["12.5万人", "14万人", 1, "0.00"],
])(
  "序时目标 from %s to %s, reported to %d decimals, is shown as %s",
  (baseline, target, decimals, format) => {
    const one = { baseline: { text: baseline }, target: { text: target }, decimals };
    expect(oneMoreDecimal(one as unknown as Parameters<typeof oneMoreDecimal>[0])).toBe(format);
  },
);
