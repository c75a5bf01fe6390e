import { findBureau, indicatorsOf, plan } from "../../src/plan";
import { areaAddress, expandTable, formSheet, type SheetLayout } from "../../src/sheets";
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

test("a bare number is shown with the decimals the plan prints", () => {
  expect(layout.numberFormats[rowOf(layout.cells, "TY05")]!.slice(4, 8)).toEqual([
    "0.000",
    "0.0",
    "0.000",
    "0.000",
  ]);
  expect(layout.numberFormats[rowOf(layout.cells, "YL01")]![4]).toBe("General");
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

test("only entries and slots are unlocked", () => {
  const open = layout.styles.filter((s) => s.style.locked === false).flatMap((s) => s.areas.map(areaAddress));
  expect(open).toEqual(expect.arrayContaining(["F3:H3", "J3", "L3", "C2"]));
  expect(open).not.toContain("C3");
  expect(layout.styles[0]!.style.locked).toBe(true);
});

test("a highlight reads the status cell of its own row", () => {
  const first = layout.highlights[0]!;
  expect(first.formula).toBe('=RIGHT($L5,4)="严重滞后"');
  expect(areaAddress(first.area)).toBe("M5:M35");
});
