import type { Grid } from "../../../src/grid";
import { indicatorsOf, type Plan } from "../../../src/plan";
import { openPlan } from "../../../src/plan/open";
import { openPlanSheets, planSheetIssueWords, type PlanSheetGrids } from "../../../src/sheets/plan";
import county from "../../plans/county-2023.json";
import nation from "../../plans/nation-2030.json";
import { columnOf, fill, rowOf } from "../helpers";
import { planGrids } from "./grids";

/* What people do to a plan's sheets once their protection is off: read rightly, or told with its cell. */

const PLANS = { county: openPlan(county), nation: openPlan(nation) };
type SheetId = "indicators" | "tasks" | "bureaus";
type Sheets = PlanSheetGrids & Record<SheetId, PlanSheetGrids["indicators"]>;
const FIRST: Record<SheetId, string> = { indicators: "指标代码", tasks: "序号", bureaus: "单位" };

const gridOf = (sheets: Sheets, id: SheetId): Grid => sheets[id].grid;
const headerOf = (grid: Grid, id: SheetId): number => rowOf(grid.values, FIRST[id]);
const both = (grid: Grid, act: (matrix: unknown[][]) => void): void =>
  [grid.values, grid.formulas].forEach(act);

const content = ({ version: _, retired: __, ...plan }: Plan) => plan;
function result(sheets: Sheets): Plan | string[] {
  const read = openPlanSheets(sheets);
  return read.ok ? read.value : read.issue.map(planSheetIssueWords);
}
const plain = (plan: Plan | string[]): unknown => (Array.isArray(plan) ? plan : content(plan));

const headers = Object.entries(PLANS).flatMap(([name, plan]) => {
  const sheets = planGrids(plan);
  return (Object.keys(FIRST) as SheetId[]).flatMap((id) => {
    const grid = gridOf(sheets, id);
    return grid.values[headerOf(grid, id)]!.map((header, column) => ({ name, plan, id, header, column }));
  });
});

describe.each([
  ["written over", "别的"],
  ["cleared", ""],
])("a header that was %s", (_, text) => {
  test.each(headers)("$name $id $header: read as before, or told where", ({ plan, id, header, column }) => {
    const sheets = planGrids(plan);
    const before = plain(result(sheets));
    const grid = gridOf(sheets, id);
    const row = headerOf(grid, id);
    both(grid, (matrix) => (matrix[row]![column] = text));
    const after = plain(result(sheets));
    if (Array.isArray(after)) {
      expect(after[0]).toContain(`“${sheets[id].name}”`);
      expect(after[0]).toMatch(/请/);
      expect(header).not.toBe("");
    } else expect(after).toEqual(before);
  });
});

test("a header that was written over is told with its cell, what it was, and what to do", () => {
  const sheets = planGrids(PLANS.nation);
  const { grid } = sheets.indicators;
  const column = columnOf(grid.values, "计量单位");
  both(grid, (matrix) => {
    const row = headerOf(grid, "indicators");
    matrix[row]![column] = "口径";
    matrix[row]![column + 1] = "起点";
  });
  expect(result(sheets)).toEqual([
    "“规划指标”E5：这一列的表头应为“计量单位”，现在是“口径”，请改回；是自己加的列，请移到表的右边",
    "“规划指标”F5：这一列有数，表头“起点”看不出是哪一年，请写“2025年”或“2030年(目标)”之类；是自己加的列，请移到表的右边",
  ]);
});

test.each(Object.entries(PLANS))(
  "%s: a column of one's own, wherever it is inserted, changes nothing",
  (_, plan) => {
    for (const id of Object.keys(FIRST) as SheetId[]) {
      const width = gridOf(planGrids(plan), id).values[0]!.length;
      for (let at = 0; at <= width; at++) {
        const sheets = planGrids(plan);
        const before = plain(result(sheets));
        const grid = gridOf(sheets, id);
        const header = headerOf(grid, id);
        both(grid, (matrix) =>
          matrix.forEach((row, i) => row.splice(at, 0, i === header ? "我的话" : i > header ? "甲" : "")),
        );
        expect([id, at, plain(result(sheets))]).toEqual([id, at, before]);
      }
    }
  },
);

test("rows deleted in the middle are gone from the plan, their codes are retired, all else is as before", () => {
  const plan = PLANS.nation;
  const sheets = planGrids(plan);
  const { grid } = sheets.indicators;
  const gone = indicatorsOf(plan)[3]!.code;
  both(grid, (matrix) => matrix.splice(rowOf(grid.values, gone), 1));
  const after = result(sheets) as Plan;
  expect(indicatorsOf(after)).toEqual(indicatorsOf(plan).filter(({ code }) => code !== gone));
});

test("领域 or 小标题 of a row that was cleared is that of the rows around; where those differ it is told", () => {
  const [first] = PLANS.nation.sections.filter(({ indicators }) => indicators.length > 2);
  const cleared = (code: string, headers: string[]): Sheets => {
    const sheets = planGrids(PLANS.nation);
    for (const header of headers) fill(sheets.indicators.grid, code, header, "");
    return sheets;
  };
  const before = plain(result(planGrids(PLANS.nation)));
  const [inside, last] = [first!.indicators[1]!.code, first!.indicators.at(-1)!.code];
  for (const headers of [["领域"], ["填报表小标题"], ["领域", "填报表小标题"]])
    expect(plain(result(cleared(inside, headers)))).toEqual(before);
  expect(plain(result(cleared(last, ["领域"])))).toEqual(before);
  const sheets = cleared(last, ["领域", "填报表小标题"]);
  const cell = `C${rowOf(sheets.indicators.grid.values, last) + 1}`;
  expect(result(sheets)).toEqual([
    `“规划指标”${cell}：上下两行不在同一领域，看不出这一行属于哪一个，请填写领域`,
  ]);
});

/** A plan with 序号 beginning anew in each section. */
const again = (): Plan =>
  openPlan({
    ...nation,
    sections: nation.sections.map((section) => ({
      ...section,
      indicators: section.indicators.map((one, i) => ({ ...one, number: i + 1 })),
    })),
  });

test.each(["领域", "指标名称", "责任部门", "指标代码"])(
  "序号 begins anew in each section: rows sorted by %s, up or down, are the same plan",
  (by) => {
    for (const sign of [1, -1]) {
      const sheets = planGrids(again());
      const before = plain(result(sheets));
      const { grid } = sheets.indicators;
      const column = columnOf(grid.values, by);
      const from = headerOf(grid, "indicators") + 1;
      const count = indicatorsOf(again()).length;
      both(grid, (matrix) => {
        const rows = matrix.slice(from, from + count);
        rows.sort((a, b) => sign * (String(a[column]) < String(b[column]) ? -1 : 1));
        matrix.splice(from, count, ...rows);
      });
      expect(plain(result(sheets))).toEqual(before);
    }
  },
);
