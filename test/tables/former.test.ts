import { cellAddress } from "../../src/grid";
import { indicatorsOf } from "../../src/plan";
import { builtInPlan } from "../../src/plan/built-in";
import { openPlan } from "../../src/plan/open";
import { formSheet, NAMES, templateId } from "../../src/sheets";
import { expandTable, planUpdate } from "../../src/tables";
import county from "../plans/county-2023.json";
import { asRead, columnOf, fill, rowOf } from "../sheets/helpers";

const plan = openPlan(county);

/** A form of the built-in plan as Excel gives it back. */
function former() {
  const layout = expandTable(formSheet(builtInPlan));
  const grid = asRead({ ...layout, cells: layout.cells.map((row) => row.map((cell) => cell ?? "")) });
  grid.merges = layout.merges;
  grid.names = new Map([[NAMES.template, templateId(builtInPlan)]]);
  return grid;
}
const update = (grid: ReturnType<typeof former>) =>
  planUpdate(grid, formSheet(plan), (keep) => formSheet(plan, { keep }))!;

test("a form of another plan becomes one of this plan; nothing of the former stays where nobody typed", () => {
  const { age, layout, beside, repairs } = update(former());
  expect(age).toBe("other");
  expect(layout.cells).toEqual(expandTable(formSheet(plan)).cells);
  expect(beside).toBeNull();
  // which rows came and went is said, each once
  const said = repairs.flatMap((one) =>
    "name" in one ? [`${one.code} ${one.key} ${one.name}`] : [one.code],
  );
  expect(said).toEqual([
    "plan-followed",
    ...indicatorsOf(plan).map(({ code, name }) => `record-added ${code} ${name}`),
    ...indicatorsOf(builtInPlan).map(({ code, name }) => `record-gone ${code} ${name}`),
  ]);
});

test("rows in which something was typed are kept below the table, with the columns that people added", () => {
  const grid = former();
  fill(grid, "YL07", "本期值", 48);
  fill(grid, "YL08", "情况说明", "见附件");
  const right = grid.values[0]!.length;
  for (const matrix of [grid.values, grid.formulas]) matrix.forEach((row) => row.push(""));
  grid.values[rowOf(grid.values, "指标代码")]![right] = "2024年";
  grid.values[rowOf(grid.values, "YL09")]![right] = 7;
  const { layout, beside, repairs } = update(grid);
  const rows = ["YL07", "YL08", "YL09"].map((code) => rowOf(layout.cells, code));
  const kept = layout.cells.slice(rowOf(layout.cells, "YL07"));
  expect(rows).toEqual([rows[0], rows[0]! + 1, rows[0]! + 2]);
  expect(kept).toHaveLength(3);
  expect(kept[0]![columnOf(layout.cells, "本期值")]).toBe(48);
  expect(kept[1]![columnOf(layout.cells, "情况说明")]).toBe("见附件");
  expect(beside?.cells.flat()).toEqual(expect.arrayContaining(["2024年", 7]));
  expect(repairs).toContainEqual({
    code: "column-kept",
    address: cellAddress(rowOf(grid.values, "指标代码"), right),
    header: "2024年",
  });
});
