import { shownAs } from "../../src/workbench/univer/rounding";
import { findBureau, indicatorsOf } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { areaAddress, type Formula, type SheetLayout } from "../../src/grid";
import { expandTable } from "../../src/tables";
import { formSheet } from "../../src/sheets";
import { rowOf } from "./helpers";

const layout = expandTable(formSheet(plan));
const bureau = (name: string) => {
  const found = findBureau(name, plan);
  if (!found.ok) throw new Error(name);
  return found.value;
};
const codes = (l: SheetLayout): unknown[] =>
  l.cells.map((row) => row[0]).filter((c) => /^[A-Z]{2}\d\d$/.test(String(c)));

test("the whole city's form has a row for each indicator, in the plan's order", () => {
  expect(codes(layout)).toEqual(indicatorsOf(plan).map((i) => i.code));
});

test.each([
  // code, name, unit, baseline, target, bureaus: as the plan's table prints them
  ["YL01", "基本养老保险参保率", "%", "> 95", "> 95", "市人社局"],
  ["YL06", "新建城区和新建居民区配套建设养老服务设施达标率", "%", 100, 100, "市住建局 市自然资源规划局"],
  ["YL11", "人均预期寿命", "岁", 77.7, "> 78.2", "市卫健委"],
  ["YL16", "每千名老年人配套社会工作者人数", "人", "-", "≥ 1", "市民政局"],
  ["TY03", "登记备案的托育机构数", "家", 7, ">20", "市卫健委"],
  ["TY05", "每千人口托位数", "个", 0.529, 3.4, "市卫健委"],
  ["TY07", "社区托育服务覆盖率", "%", "XX", 100, "市卫健委"],
])("%s stands as printed", (code, name, unit, baseline, target, responsible) => {
  const row = layout.cells[rowOf(layout.cells, code)]!;
  expect([row[2], row[3], row[4], row[5], row[12]]).toEqual([name, unit, baseline, target, responsible]);
});

const columnOf = (header: string): number =>
  layout.cells.find(([first]) => first === "指标代码")!.indexOf(header);
const formatOf = (code: string, header: string): string =>
  layout.numberFormats[rowOf(layout.cells, code)]![columnOf(header)]!;

test.each([
  ["TY05", "2020年", "0.000", "as the plan prints it"],
  ["TY05", "2025年(目标)", "0.0", "as the plan prints it"],
  ["YL01", "2020年", "General", "text"],
  ["TY05", "本期值", "0.0####", "as typed"],
  ["YL07", "上年同期", "0.0####", "as typed"],
  ["YL13", "本期值", "General", "6.5 in a count is not 7"],
  ["YL13", "差距", "General", "as exact as the entry"],
  ["YL07", "差距", "0.0####", "as exact as the entry"],
  ["TY05", "序时目标", "0.0000", "a decimal more than the indicator"],
  ["YL13", "序时目标", "0.0", "a decimal more than the indicator"],
])("%s %s has the format %s: %s", (code, header, format) => expect(formatOf(code, header)).toBe(format));

test.each([
  [2.9 / 40, "7.3%"],
  [0.9996, "99.96%"],
  [1, "100.0%"],
  [1.2, "120.0%"],
  [-0.077, "-7.7%"],
])("完成进度 %p is shown as %s: only what is reached looks reached", (value, text) =>
  expect(shownAs(value, formatOf("YL07", "完成进度"))).toBe(text),
);

test("a row that is 数据有误 has no 差距 and no 完成进度, but a schedule", () => {
  const row = rowOf(layout.cells, "YL07");
  const formula = (header: string): string => (layout.cells[row]![columnOf(header)] as Formula).formula;
  expect(formula("差距")).toContain(`=IF(OR(LEFT($L${row + 1})={"○","！"}),""`);
  expect(formula("完成进度")).toContain(`=IF($J${row + 1}="",""`);
  expect(formula("序时目标")).toContain(`=IF(LEFT($L${row + 1})="○",""`);
});

test("rows of records follow their text; all others have a height", () => {
  const fitted = layout.rowHeights.filter(({ height }) => height === null);
  const rows = fitted.flatMap(({ row, rows: count }) => Array.from({ length: count }, (_, i) => row + i));
  expect(rows.map((row) => layout.cells[row]![0])).toEqual(indicatorsOf(plan).map(({ code }) => code));
});

test("代码, 序号 and 指标名称 stay in sight, and 状态 is near enough to be seen beside them", () => {
  expect([layout.frozenRows, layout.frozenColumns]).toEqual([4, 3]);
  const pixels = layout.columnWidths.slice(0, columnOf("状态") + 1).map((width) => width * 7 + 5);
  // 1366 pixels less the pane's 340, row numbers and scroll bar
  expect(pixels.reduce((sum, width) => sum + width)).toBeLessThanOrEqual(1366 - 340 - 46 - 20);
});

test("no highlight of a row covers an entry", () => {
  const entries = ["上年同期", "本期值", "情况说明"].map(columnOf);
  const rows = layout.highlights.filter(({ areas }) => areas.length > 1);
  expect(rows).toHaveLength(2);
  for (const { areas } of layout.highlights)
    for (const { column, columns } of areas)
      expect(entries.filter((entry) => entry >= column && entry < column + columns)).toEqual([]);
});

test.each([
  ["市教体局", ["YL17", "YL18", "TY08"]],
  ["市教育体育局", ["YL17", "YL18", "TY08"]],
  ["市自然资源规划局", ["YL06"]],
  ["宿州市医保局", ["YL02", "YL03"]],
])("the form of %s holds its indicators", (name, expected) => {
  expect(codes(expandTable(formSheet(plan, { bureau: bureau(name) })))).toEqual(expected);
});

test("validations are few and cover both entry columns of every row", () => {
  const entries = layout.validations.filter(
    (v) => v.rule.type !== "list" && v.areas.some((a) => a.column === 6),
  );
  const cells = entries.flatMap((v) => v.areas).reduce((sum, a) => sum + a.rows * a.columns, 0);
  expect(cells).toBe(29 * 2);
  expect(entries.length).toBeLessThanOrEqual(3);
});

test("what may be typed, and the words for it, come from the indicator", () => {
  const { max: _, ...open } = indicatorsOf(plan)[0]!;
  const rule = (fields: object) => {
    const indicators = [{ ...open, ...fields }];
    const sheet = formSheet({ ...plan, sections: [{ ...plan.sections[0]!, indicators }] });
    return expandTable(sheet).validations.find(({ prompt }) => prompt.message.startsWith("请填"))!;
  };
  const growth = rule({ min: -20, max: 30 });
  expect(growth.rule).toEqual({ type: "decimal", min: -20, max: 30 });
  expect(growth.error!.message).toBe("请填 -20 至 30 之间的数，不带百分号。");
  expect(rule({ min: 5, unit: "个", whole: true }).error!.message).toBe("请填不小于 5 的整数，不带单位。");
  expect(rule({ min: 0, unit: "‰" })).toMatchObject({
    prompt: { title: "千分比" },
    error: { message: "请填不小于 0 的数，不带千分号。" },
  });
});

test("the note names no bounds, which differ by indicator", () =>
  expect(formSheet(plan).note).not.toMatch(/0 至 100/));

test("only entries and slots are unlocked", () => {
  const open = layout.styles.filter((s) => s.style.locked === false).flatMap((s) => s.areas.map(areaAddress));
  expect(open).toEqual(expect.arrayContaining(["F3:H3", "J3", "L3", "C2"]));
  expect(open).not.toContain("C3");
  expect(layout.styles[0]!.style.locked).toBe(true);
});

test("a highlight reads the status cell of its own row", () => {
  const first = layout.highlights[0]!;
  expect(first.formula).toBe('=RIGHT($L5,4)="严重滞后"');
  expect(first.areas.map(areaAddress)).toEqual(["M5:M35"]);
});

/** The text between a function's brackets, for each of its calls. */
function argumentsOf(formula: string, name: string): string[] {
  return [...formula.matchAll(new RegExp(`\\b${name}\\(`, "g"))].map(({ index, 0: call }) => {
    const start = index + call.length;
    let [depth, end] = [1, start];
    for (; depth > 0; end++) depth += formula[end] === "(" ? 1 : formula[end] === ")" ? -1 : 0;
    return formula.slice(start, end - 1);
  });
}

test("nothing hides that a function is unknown or still at work", () => {
  const formulas = layout.cells
    .flat()
    .flatMap((cell) => (cell !== null && typeof cell === "object" ? [cell.formula] : []));
  expect(formulas.filter((formula) => formula.includes("YIZHI."))).toHaveLength(29 * 5);
  for (const formula of formulas)
    for (const hiding of ["IFERROR", "IFNA", "ISERROR", "ISERR", "ISNA"])
      for (const hidden of argumentsOf(formula, hiding)) expect(hidden).not.toContain("YIZHI.");
});

test("依据 names the plan once where it has no source of its own", () => {
  const { name } = plan;
  const basisOf = (source: string) =>
    expandTable(formSheet({ ...plan, indicatorTable: { ...plan.indicatorTable, source } })).cells.flat();
  const stage = plan.stage ? `（${plan.stage}）` : "";
  expect(basisOf(name)).toContain(`《${name}${stage}》`);
  expect(basisOf("专栏1")).toContain(`《${name}${stage}》专栏1`);
});
