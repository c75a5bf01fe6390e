import { builtInPlan as plan } from "../../src/plan/built-in";
import { expandTable } from "../../src/tables";
import { formSheet, NAMES, readForm } from "../../src/sheets";
import type { Grid, Place } from "../../src/grid";
import { asRead, type } from "../sheets/helpers";

/** The form as a host reads it, with merges and the workbook's names; `period` typed as 报告期. */
function form(names: Record<string, Place> = { [NAMES.period]: { row: 2, column: 5 } }): Grid {
  const layout = expandTable(formSheet(plan));
  const grid = { ...asRead(layout), merges: layout.merges.map((m) => ({ ...m })) };
  type(grid, 2, 5, "2023年");
  return { ...grid, names: new Map(Object.entries(names)) };
}

/** As Excel inserts columns: what lies right of them moves, a merged area around them widens. */
function insertColumn(grid: Grid, at: number): void {
  for (const matrix of [grid.values, grid.formulas]) for (const row of matrix) row.splice(at, 0, "");
  for (const merge of grid.merges!)
    if (merge.column >= at) merge.column++;
    else if (merge.column + merge.columns > at) merge.columns++;
  grid.names = new Map(
    [...grid.names!].map(([name, target]) => [
      name,
      typeof target === "object" && target !== null && target.column >= at
        ? { ...target, column: target.column + 1 }
        : target,
    ]),
  );
}

const columns = Array.from({ length: 16 }, (_, column) => column);

test.each(columns)(
  "报告期 is read with a column inserted at %i, by name, by label and without knowing merges",
  (at) => {
    const [named, labelled, unmerged] = [form(), form({}), form({})];
    for (const grid of [named, labelled, unmerged]) insertColumn(grid, at);
    delete unmerged.merges;
    for (const grid of [named, labelled, unmerged])
      expect(readForm(grid, plan)).toMatchObject({
        period: "2023年",
        tolerance: 10,
        redline: 30,
        bureau: "全市",
      });
  },
);

test.each([
  ["a header", { row: 3, column: 5 }],
  ["a label", { row: 2, column: 3 }],
  ["a record", { row: 8, column: 7 }],
  ["an empty cell", { row: 60, column: 20 }],
])("a name that points at %s does not hide what stands beside the label", (_, place) => {
  expect(readForm(form({ [NAMES.period]: place }), plan)!.period).toBe("2023年");
});

test("a value that was moved away is found by its name", () => {
  const grid = form({ [NAMES.period]: { row: 1, column: 14 } });
  type(grid, 2, 5, "");
  type(grid, 1, 14, "2024年");
  expect(readForm(grid, plan)!.period).toBe("2024年");
});

test("a label with other spaces, width or without its colon is the label", () => {
  for (const label of ["报 告 期：", "报告期:", "报告期", "报告期\u200b："]) {
    const grid = form({});
    type(grid, 2, 3, label);
    expect(readForm(grid, plan)!.period).toBe("2023年");
  }
});
