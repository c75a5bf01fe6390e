import { findBureau } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import type { Cell, Grid } from "../../src/grid";
import { expandTable, planUpdate, repairMessage, STRAYS_TITLE, type Update } from "../../src/tables";
import { formSheet, readForm, taskSheet } from "../../src/sheets";
import { asRead, columnOf, deleteRow, fill, fillSlot, insertRow, rowOf, type } from "../sheets/helpers";

const fresh = (): Grid => asRead(expandTable(formSheet(plan)));
const update = (grid: Grid, bureauName?: string): Update => {
  const found = bureauName ? findBureau(bureauName, plan) : null;
  const bureau = found?.ok ? found.value : undefined;
  return planUpdate(grid, formSheet(plan), (keep) => formSheet(plan, { bureau, keep }))!;
};
const cell = ({ layout: { cells } }: Update, key: string | number, header: string): Cell | null =>
  cells[rowOf(cells, key)]![columnOf(cells, header)]!;
const codesOf = (u: Update): string[] => u.repairs.map((r) => r.code);

test("an untouched form needs no repair, and its entries are not written", () => {
  const grid = fresh();
  fill(grid, "YL07", "本期值", 49.8);
  const u = update(grid);
  expect(u.repairs).toEqual([]);
  expect(u.clear).toBeNull();
  expect(cell(u, "YL07", "本期值")).toBeNull();
  expect(cell(u, "YL08", "情况说明")).toBeNull();
});

test("a deleted row comes back and every entry stays with its code", () => {
  const grid = fresh();
  fill(grid, "YL07", "本期值", 49.8);
  fill(grid, "YL09", "情况说明", "=不是公式");
  fill(grid, "TY05", "上年同期", "约95");
  deleteRow(grid, "YL06");
  const u = update(grid);
  expect(codesOf(u)).toEqual(["row-restored", "order-restored"]);
  expect(cell(u, "YL07", "本期值")).toBe(49.8);
  expect(cell(u, "YL09", "情况说明")).toBe("=不是公式");
  expect(cell(u, "TY05", "上年同期")).toBe("约95");
  expect(u.clear).not.toBeNull();
});

test("a date typed as 报告期 stays the date, and shows its month where it is written anew", () => {
  const grid = fresh();
  const [row, column] = [2, 5];
  type(grid, row, column, 45107);
  expect(readForm(grid, plan)).toMatchObject({ period: 45107, periodAddress: "F3" });
  expect(update(grid).layout.cells[row]![column]).toBeNull();
  deleteRow(grid, "YL06");
  const { cells, numberFormats } = update(grid).layout;
  expect([cells[row]![column], numberFormats[row]![column]]).toEqual([45107, 'yyyy"年"m"月"']);
});

test("an overwritten formula is put back, and the message keeps what stood there", () => {
  const grid = fresh();
  const row = rowOf(grid.values, "YL07");
  fill(grid, "YL07", "差距", 12);
  const u = update(grid);
  expect(u.repairs).toEqual([{ code: "cell-restored", address: `J${row + 1}`, was: "12" }]);
  expect(repairMessage(u.repairs[0]!)).toBe(`J${row + 1} 曾被改为“12”，已恢复`);
  expect(cell(u, "YL07", "差距")).toEqual({ formula: expect.stringContaining("YIZHI.GAP") });
});

test("a renamed header is taken at its place, and entries under it stay", () => {
  const grid = fresh();
  fill(grid, "YL07", "本期值", 48);
  fill(grid, "指标代码", "本期值", "2023年实际");
  const u = update(grid);
  expect(u.repairs).toEqual([
    { code: "header-restored", address: "H4", was: "2023年实际", header: "本期值" },
  ]);
  expect(cell(u, "YL07", "本期值")).toBeNull();
});

test("of duplicated codes the first row stays and the other moves below the form", () => {
  const grid = fresh();
  fill(grid, "YL07", "本期值", 48);
  insertRow(grid, rowOf(grid.values, "YL07") + 1, [
    "YL07",
    7,
    "护理型养老床位占比",
    "%",
    42,
    55,
    "",
    51,
    "",
    "",
    "",
    "",
    "",
    "",
    "",
  ]);
  const u = update(grid);
  expect(codesOf(u)).toEqual(["duplicate-row", "order-restored"]);
  expect(cell(u, "YL07", "本期值")).toBe(48);
  const strays = rowOf(u.layout.cells, STRAYS_TITLE);
  expect(u.layout.cells[strays + 1]![columnOf(u.layout.cells, "本期值")]).toBe(51);
});

test("a column the user moved is found by its header", () => {
  const grid = fresh();
  fill(grid, "YL07", "本期值", 48);
  const [previous, actual] = ["上年同期", "本期值"].map((header) => columnOf(grid.values, header)) as [
    number,
    number,
  ];
  for (const matrix of [grid.values, grid.formulas])
    for (const row of matrix) [row[previous], row[actual]] = [row[actual], row[previous]];
  const u = update(grid);
  expect(cell(u, "YL07", "本期值")).toBe(48);
  expect(cell(u, "YL07", "上年同期")).toBe("");
});

test("a formula typed as an entry stays a formula in its place, and becomes its value when its row moves", () => {
  const grid = fresh();
  fill(grid, "YL05", "本期值", 99, "=90+9");
  fill(grid, "YL07", "本期值", 48, "=40+8");
  deleteRow(grid, "YL06");
  const u = update(grid);
  expect(cell(u, "YL05", "本期值")).toEqual({ formula: "=90+9" });
  expect(cell(u, "YL07", "本期值")).toBe(48);
  expect(codesOf(u)).toContain("formula-to-value");
});

test("a bureau's form keeps rows of others in which something is typed", () => {
  const grid = fresh();
  fill(grid, "YL01", "本期值", 96);
  const u = update(grid, "市教体局");
  const shown = u.layout.cells.map((r) => r[0]).filter((c) => /^[A-Z]{2}\d\d$/.test(String(c)));
  expect(shown).toEqual(["YL01", "YL17", "YL18", "TY08"]);
  expect(u.repairs).toContainEqual({ code: "row-kept", key: "YL01" });
  expect(cell(u, "YL01", "本期值")).toBe(96);
});

test("slots keep what is typed", () => {
  const grid = fresh();
  fillSlot(grid, "报告期", "2023年");
  deleteRow(grid, "YL06");
  expect(update(grid).layout.cells[2]![5]).toBe("2023年");
});

test("notes a user wrote below the form stay where they are", () => {
  const grid = fresh();
  insertRow(grid, grid.values.length, Array(15).fill(""));
  insertRow(grid, grid.values.length, ["备忘：等市财政局回复", ...Array<string>(14).fill("")]);
  expect(update(grid).repairs).toEqual([]);
  deleteRow(grid, "YL06");
  const u = update(grid);
  expect(u.layout.cells.flat()).toContain("备忘：等市财政局回复");
});

test("a foreign sheet is not ours", () => {
  const values = [
    ["指标名称", "计量单位", "数值"],
    ["人口", "万人", 532],
  ];
  const grid = { row: 0, column: 0, values, formulas: values };
  expect(planUpdate(grid, formSheet(plan), () => formSheet(plan))).toBeNull();
  expect(planUpdate(fresh(), taskSheet(plan), () => taskSheet(plan))).toBeNull();
});

test("task entries stay with their number", () => {
  const grid = asRead(expandTable(taskSheet(plan)));
  fill(grid, 3, "进展状态", "滞后");
  deleteRow(grid, 2);
  const u = planUpdate(grid, taskSheet(plan), () => taskSheet(plan))!;
  expect(cell(u, 3, "进展状态")).toBe("滞后");
  expect(codesOf(u)).toEqual(["row-restored", "order-restored"]);
});
