import { findBureau, indicatorsOf } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { auditItems, type AuditItem } from "../../src/report";
import { expandTable, planUpdate } from "../../src/tables";
import { formSheet, NAMES, readForm, templateId } from "../../src/sheets";
import type { Grid, Place } from "../../src/grid";
import { PLAIN_FORMULAS } from "../../src/plain";
import { asRead, fill, fillSlot, rowOf, type } from "../sheets/helpers";

const COLUMNS = formSheet(plan).columns.map(({ id }) => id);
const at = (id: string): number => COLUMNS.indexOf(id);

function form(options: Parameters<typeof formSheet>[1] = {}): Grid {
  const grid = asRead(expandTable(formSheet(plan, { period: "2023年", ...options })));
  const names = new Map<string, string | Place | null>([
    [NAMES.bureau, { row: 2, column: 2 }],
    [NAMES.template, templateId(plan)],
  ]);
  return { ...grid, names };
}
const changed = (grid: Grid): AuditItem[] =>
  auditItems(readForm(grid, plan)!, plan).filter(({ message }) => message.includes("表样被改动"));

test("an untouched form, and one turned into plain formulas, is as the template has it", () => {
  expect(changed(form())).toEqual([]);
  expect(changed(form({ formulas: PLAIN_FORMULAS }))).toEqual([]);
});

test.each([
  ["status", "● 已达标", "“状态”的公式被改为“● 已达标”"],
  ["gap", 12, "“差距”的公式被改为“12”"],
  ["expected", "", "“序时目标”的公式被清除"],
  ["target", 45, "“2025年（目标）”应为“55”，被改为“45”"],
  ["baseline", 1, "“2020年”应为“42”，被改为“1”"],
  ["bureaus", "市教体局", "“责任部门”应为“市民政局”，被改为“市教体局”"],
  ["unit", "人", "“计量单位”应为“%”，被改为“人”"],
  ["check", "没有问题", "“审核提示”的公式被改为“没有问题”"],
])("%s overwritten with %p is 强制, with its cell", (id, value, words) => {
  const grid = form();
  const row = rowOf(grid.values, "YL07");
  type(grid, row, at(id), value);
  const [item, ...more] = changed(grid);
  expect(more).toEqual([]);
  expect(item).toMatchObject({ level: "强制", code: "YL07" });
  expect(item!.address).toBe(`${String.fromCharCode(65 + at(id))}${row + 1}`);
  expect(item!.message.replace(/[()（）]/g, "")).toContain(words.replace(/[()（）]/g, ""));
});

test("a formula that refers to another row is an alteration", () => {
  const grid = form();
  const row = rowOf(grid.values, "YL07");
  const formula = String(grid.formulas[row]![at("gap")]).replaceAll(`H${row + 1}`, `H${row + 2}`);
  type(grid, row, at("gap"), 1, formula);
  expect(changed(grid).map(({ message }) => message)).toEqual([
    expect.stringContaining("“差距”的公式被改为 ="),
  ]);
});

test("many alterations of a column are told together", () => {
  const grid = form();
  for (const code of ["YL01", "YL02", "YL04", "YL05", "YL07"]) fill(grid, code, "状态", "● 已达标");
  const [item, ...more] = changed(grid);
  expect(more).toEqual([]);
  expect(item!.message).toContain("“状态”列 5 个单元格被改动");
});

test("a form turned into values is judged by its 状态", () => {
  const grid = form();
  for (const [r, row] of grid.formulas.entries())
    row.forEach((cell, c) => {
      if (typeof cell === "string" && cell.startsWith("="))
        type(grid, r, c, c === at("status") ? "○ 未填报" : "");
    });
  expect(changed(grid)).toEqual([]);
  fill(grid, "YL07", "本期值", 43);
  fill(grid, "YL07", "状态", "● 已达标");
  expect(changed(grid)).toContainEqual(
    expect.objectContaining({ code: "YL07", message: expect.stringContaining("应为“■ 严重滞后”") }),
  );
});

test("another bureau's name over that of the form's bureau is 强制", () => {
  const civil = findBureau("市民政局", plan);
  if (!civil.ok) throw new Error();
  const grid = form({ bureau: civil.value });
  grid.names = new Map<string, string | Place | null>([...grid.names!, [NAMES.scope, "市民政局"]]);
  expect(changed(grid)).toEqual([]);
  fillSlot(grid, "填报单位", "市教体局");
  expect(changed(grid)).toMatchObject([{ address: "C3", level: "强制" }]);
  fillSlot(grid, "填报单位", "某某局");
  expect(changed(grid)).toMatchObject([{ address: "C3", level: "强制" }]);
});

test("a column or a title that is gone, and a label typed over, are 强制", () => {
  const grid = form();
  for (const row of [...grid.values, ...grid.formulas]) row[at("status")] = "";
  type(grid, 0, 0, "别的标题");
  type(grid, 2, 3, "市统计局");
  const words = changed(grid).map(({ message }) => message);
  expect(words).toContainEqual(expect.stringContaining("缺少“状态”列"));
  expect(words).toContainEqual(expect.stringContaining("“报告期：”"));
  expect(words).toContainEqual(expect.stringContaining("指标填报表”"));
});

test("the bureau that the workbook says counts, not what was written over it; a repair puts it back and says so", () => {
  const grid = form();
  grid.names = new Map<string, string | Place | null>([...grid.names!, [NAMES.scope, "全市"]]);
  fillSlot(grid, "填报单位", "市民政局");
  expect(readForm(grid, plan)!.bureau).toBe("全市");
  const update = planUpdate(
    grid,
    formSheet(plan),
    () => formSheet(plan),
    () => formSheet(plan),
  )!;
  expect(update.rescope).toBeNull();
  expect(update.repairs).toEqual([{ code: "cell-restored", address: "C3", was: "市民政局" }]);
  expect(update.layout.cells[2]![2]).toBe("全市");
});

test("an indicator's code overwritten with another's is known by its name", () => {
  const grid = form();
  const [row, other] = [rowOf(grid.values, "YL07"), rowOf(grid.values, "YL08")];
  type(grid, row, at("actual"), 48);
  type(grid, other, at("actual"), 60);
  type(grid, row, 0, "YL08");
  const data = readForm(grid, plan)!;
  const actual = (code: string) => data.rows.find(({ indicator }) => indicator.code === code)!.actual;
  expect([actual("YL07"), actual("YL08")]).toEqual([48, 60]);
  expect(data.duplicates).toEqual([]);
  expect(changed(grid)).toMatchObject([{ code: "YL07", address: `A${row + 1}` }]);
});

test("an entry cell merged away is named", () => {
  const grid = { ...form(), merges: [{ row: 8, column: 7, rows: 2, columns: 1 }] };
  expect(changed(grid)).toMatchObject([{ message: expect.stringContaining("H10 与 H9 合并成了一格") }]);
});

test("codes that were swapped, or overwritten with one of another bureau, do not move the entries", () => {
  const grid = form();
  const [row, other] = [rowOf(grid.values, "YL07"), rowOf(grid.values, "YL08")];
  type(grid, row, at("actual"), 48);
  type(grid, other, at("actual"), 60);
  type(grid, row, 0, "YL08");
  type(grid, other, 0, "YL07");
  const actual = (code: string) =>
    readForm(grid, plan)!.rows.find(({ indicator }) => indicator.code === code)!.actual;
  expect([actual("YL07"), actual("YL08")]).toEqual([48, 60]);
  type(grid, other, 0, "YL08");
  type(grid, rowOf(grid.values, "TY05"), 0, "XX99");
  type(grid, row, 0, "TY05");
  expect([actual("YL07"), actual("TY05")]).toEqual([48, ""]);
});

test.each([
  ["a cleared header", (grid: Grid) => type(grid, 3, at("actual"), "")],
  ["another column's header over its neighbour", (grid: Grid) => type(grid, 3, at("previous"), "本期值")],
])("%s moves no entry and accuses no formula", (_, change) => {
  const grid = form();
  const row = rowOf(grid.values, "YL07");
  type(grid, row, at("previous"), 45);
  type(grid, row, at("actual"), 48);
  change(grid);
  const found = readForm(grid, plan)!.rows.find(({ indicator }) => indicator.code === "YL07")!;
  expect([found.previous, found.actual]).toEqual([45, 48]);
  expect(changed(grid)).toEqual([]);
});

/** 差距, 序时目标, 完成进度 and 状态 as the template's second version had them. */
const SECOND: Record<string, (row: number) => string> = {
  expected: (r) => `=IF(LEFT($L${r})="○","",IFERROR(YIZHI.EXPECTED($A${r},YIZHI_PERIOD),"–"))`,
  gap: (r) => `=IF(OR(LEFT($L${r})={"○","！"}),"",IFERROR(YIZHI.GAP($A${r},$H${r}),"–"))`,
  progress: (r) => `=IF($J${r}="","",IFERROR(YIZHI.PROGRESS($A${r},$H${r}),"–"))`,
  status: (r) =>
    `=IF(ISBLANK($H${r}),"○ 未填报",IF(TRIM(YIZHI_PERIOD)="","请填报告期",IFERROR(YIZHI.STATUS($A${r},IFERROR($H${r},"错误值"),YIZHI_PERIOD,IF(YIZHI_TOLERANCE="","",YIZHI_TOLERANCE),IF(YIZHI_REDLINE="","",YIZHI_REDLINE),TRUE),"表头有误")))`,
};

test("a form whose formulas hid errors is brought up to date, and nobody is accused of changing it", () => {
  const grid = form();
  grid.names = new Map(grid.names).set(NAMES.template, templateId(plan).replace(/^form@\d+/, "form@2"));
  for (const { code } of indicatorsOf(plan)) {
    const row = rowOf(grid.values, code);
    for (const [id, formula] of Object.entries(SECOND)) type(grid, row, at(id), "–", formula(row + 1));
  }
  const row = rowOf(grid.values, "YL07");
  type(grid, row, at("actual"), 48);
  const said = auditItems(readForm(grid, plan)!, plan).filter(({ message }) => message.includes("表样"));
  expect(said.map(({ level }) => level)).toEqual(["提示"]);
  const update = planUpdate(grid, formSheet(plan), (keep) => formSheet(plan, { keep }))!;
  expect(update.repairs).toEqual([{ code: "template-updated" }]);
  expect(update.layout.cells[row]![at("actual")]).toBeNull();
  for (const id of Object.keys(SECOND))
    expect(JSON.stringify(update.layout.cells[row]![at(id)])).not.toMatch(/IFERROR\(YIZHI/);
});
