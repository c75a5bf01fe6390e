import * as fc from "fast-check";
import type { Grid } from "../../src/grid";
import type { Plan } from "../../src/plan";
import { openPlan } from "../../src/plan/open";
import { formSheet, NAMES, taskSheet } from "../../src/sheets";
import {
  expandTable,
  planUpdate,
  isOfPlan,
  repairMessage,
  STRAYS_TITLE,
  type TableSheet,
  type Update,
} from "../../src/tables";
import { asRead, columnOf, fill, rowOf } from "../sheets/helpers";

/* Whatever plans follow each other, what was typed is never lost, and stands in its row as long as there is one. */

const CODES = ["A01", "A02", "A03", "B01", "B02", "B03"];
const WORKS: Record<string, string> = {
  ...{ A01: "改造城市老旧小区", A02: "新建农村养老院", A03: "推广口腔适宜技术" },
  ...{ B01: "完善托育机构备案", B02: "培养儿科医师", B03: "加装公园无障碍设施" },
};
const BUREAU = "县民政局";

/** A plan with some of the indicators, and a task for each. */
const planOf = (codes: readonly string[], target = "45"): Plan =>
  openPlan({
    ...{ id: "shou", version: `${codes.join()} ${target}`, name: "规划", place: "寿县" },
    ...{ baselineYear: 2025, targetYear: 2030, bureaus: [{ name: BUREAU }] },
    ...{ indicatorTable: { title: "表", source: "规划" }, taskTable: { title: "任务", source: "规划" } },
    tasks: codes.map((code, i) => ({ number: i + 1, text: WORKS[code]!, responsible: BUREAU })),
    sections: ["A", "B"].flatMap((title) => {
      const own = codes.filter((code) => code.startsWith(title));
      const indicators = own.map((code) => ({
        ...{ code, label: `指标${code}`, target, unit: "张", baseline: "36" },
        ...{ responsible: BUREAU, milestones: [] },
      }));
      return indicators.length > 0 ? [{ title, field: title, indicators }] : [];
    }),
  });

interface Kind {
  build: (plan: Plan) => TableSheet<never>;
  template: string;
  column: string;
  /** by which a record is found on the sheet whatever the plan */
  mark: (code: string) => string;
}
const KINDS: readonly [string, Kind][] = [
  [
    "the form",
    {
      build: (plan) => formSheet(plan) as unknown as TableSheet<never>,
      ...{ template: NAMES.template, column: "本期值", mark: (code: string) => `指标${code}` },
    },
  ],
  [
    "the tasks",
    {
      build: (plan) => taskSheet(plan) as unknown as TableSheet<never>,
      ...{ template: NAMES.tasksTemplate, column: "进展情况", mark: (code: string) => WORKS[code]! },
    },
  ],
];

/** What Excel gives back once it is written; formulas show what they show for records the plan has not. */
function written(grid: Grid, { layout, clear }: Update, sheet: TableSheet<never>): Grid {
  const rows = clear ? layout.cells.length : Math.max(layout.cells.length, grid.values.length);
  const cells = Array.from({ length: rows }, (_, r) =>
    Array.from({ length: layout.columnWidths.length }, (_, c) => layout.cells[r]?.[c] ?? null),
  );
  const next = asRead({ ...layout, cells });
  next.values.forEach((row, r) =>
    row.forEach((value, c) => {
      const old = clear ? "" : (grid.values[r]?.[c] ?? "");
      if (value === null) row[c] = old;
      if (next.formulas[r]![c] === null) next.formulas[r]![c] = clear ? "" : (grid.formulas[r]?.[c] ?? "");
    }),
  );
  return { ...next, merges: layout.merges, names: new Map(Object.entries(sheet.names)) };
}

const started = ({ build }: Kind, plan: Plan): Grid => {
  const layout = expandTable(build(plan));
  const empty = asRead({ ...layout, cells: layout.cells.map((row) => row.map((cell) => cell ?? "")) });
  return { ...empty, merges: layout.merges, names: new Map(Object.entries(build(plan).names)) };
};
const updated = (kind: Kind, grid: Grid, plan: Plan): { grid: Grid; update: Update } => {
  const sheet = kind.build(plan);
  // what the plan before calculated is an error now
  grid.values.forEach((row, r) =>
    row.forEach((_, c) => {
      if (String(grid.formulas[r]![c]).startsWith("=")) row[c] = "#N/A";
    }),
  );
  const update = planUpdate(grid, sheet, () => sheet)!;
  return { grid: written(grid, update, sheet), update };
};
const rowWith = (grid: Grid, mark: string): number => grid.values.findIndex((row) => row.includes(mark));
const shownAt = (grid: Grid, { column }: Kind, row: number): unknown =>
  grid.values[row]![columnOf(grid.values, column)];
const heapOf = (grid: Grid): number => grid.values.findIndex((row) => row.includes(STRAYS_TITLE));

describe.each(KINDS)("%s", (_, kind) => {
  const type = (grid: Grid, code: string, value: unknown): void =>
    fill(grid, grid.values[rowWith(grid, kind.mark(code))]![0] as string, kind.column, value);

  test("whatever plans follow each other, no entry is lost, and one whose record the plan has stands in its row", () => {
    const plans = fc.array(fc.tuple(fc.subarray(CODES, { minLength: 1 }), fc.subarray(CODES)), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(plans, (steps) => {
        const typed = new Map<string, number>();
        let grid = started(kind, planOf(steps[0]![0]));
        steps.forEach(([codes, filled], step) => {
          grid = updated(kind, grid, planOf(codes)).grid;
          for (const code of filled.filter((one) => codes.includes(one))) {
            typed.set(code, 1000 + 10 * step + CODES.indexOf(code));
            type(grid, code, typed.get(code));
          }
          const heap = heapOf(grid);
          for (const [code, value] of typed) {
            const row = rowWith(grid, kind.mark(code));
            expect([code, shownAt(grid, kind, row)]).toEqual([code, value]);
            expect([code, heap < 0 || row < heap]).toEqual([code, codes.includes(code)]);
          }
          const below = heap < 0 ? [] : grid.values.slice(heap).flat();
          expect(below.filter((value) => String(value).startsWith("#"))).toEqual([]);
          // and nothing is left to do
          expect(updated(kind, structuredClone(grid), planOf(codes)).update.clear).toBeNull();
        });
      }),
      { numRuns: 25 },
    );
  });

  test("an entry typed anew while an older one stands below: both stay, and it is said", () => {
    let grid = started(kind, planOf(CODES));
    type(grid, "A02", 30);
    grid = updated(kind, grid, planOf(CODES.filter((code) => code !== "A02"))).grid;
    const below = grid.values[rowWith(grid, kind.mark("A02"))]!;
    grid = updated(kind, grid, planOf(CODES)).grid;
    type(grid, "A02", 31);
    grid.values.push(
      Array(below.length).fill(""),
      [STRAYS_TITLE, ...Array<string>(below.length - 1).fill("")],
      [...below],
    );
    grid.formulas.push(...grid.values.slice(-3).map((row) => [...row]));
    const { update } = updated(kind, grid, planOf(CODES));
    const said = update.repairs.filter(({ code }) => code === "record-stays").map(repairMessage);
    expect(said).toEqual([expect.stringMatching(new RegExp(`^表下方还有 .*${kind.mark("A02")}.*没有放回`))]);
    expect(update.clear).toBeNull();
  });
});

test("what left the plan is named once, without the formulas that it had, and what came back is named", () => {
  const [, kind] = KINDS[0]!;
  let grid = started(kind, planOf(CODES));
  fill(grid, "A02", "本期值", 30);
  fill(grid, "A02", "情况说明", "见附件");
  const gone = updated(kind, grid, planOf(["A01", "A03", "B01"]));
  expect(gone.update.repairs.filter(isOfPlan).map(repairMessage)).toEqual([
    "已按现在的规划更新",
    "不再列入 B02 指标B02，没有填过，去掉这一行",
    "不再列入 B03 指标B03，没有填过，去掉这一行",
    "不再列入 A02 指标A02，这一行移到表下方保留（本期值 30，情况说明 见附件）",
  ]);
  const below = gone.grid.values[rowOf(gone.grid.values, "A02")]!;
  expect(below.filter((value) => value !== "")).toEqual([
    "A02",
    2,
    "指标A02",
    "张",
    36,
    45,
    30,
    BUREAU,
    "见附件",
  ]);
  grid = gone.grid;
  const back = updated(kind, grid, planOf(["A01", "A02", "A03", "B01"]));
  expect(back.update.repairs.filter(isOfPlan).map(repairMessage)).toEqual([
    "已按现在的规划更新",
    "增加 A02 指标A02",
    "A02 指标A02 填过的内容由表下方放回行中（本期值 30，情况说明 见附件），请核对是不是这一期的",
  ]);
  expect(heapOf(back.grid)).toBe(-1);
});

test("a plan without 领域 has no row for it", () => {
  const plan = planOf(CODES);
  const sections = plan.sections.map((section) => ({ ...section, title: "" }));
  expect(formSheet({ ...plan, sections }).groups.map(({ title }) => title)).toEqual([null, null]);
});
