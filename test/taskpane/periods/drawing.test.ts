import { drawingOf } from "../../../src/taskpane/periods/drawing";

const point = (period: string, at: number, value: number) => ({ period, at, value, due: null, status: "" });
const order = (period: string): number => ["一", "二", "三", "四"].indexOf(period);
const schedule = [
  { at: 0, value: 40 },
  { at: 0.5, value: 45 },
  { at: 1, value: 60 },
];

test("larger values stand higher and later ones further to the right, all within the edges", () => {
  const { values, schedule: due } = drawingOf({ points: [point("一", 0.2, 44)], schedule }, order, []);
  expect(due).toEqual([
    [
      { x: 6, y: 94 },
      { x: 50, y: 72 },
    ],
    [
      { x: 50, y: 72 },
      { x: 94, y: 6 },
    ],
  ]);
  const { x, y } = values[0]!;
  expect([x > 6 && x < 50, y < 94 && y > 72]).toEqual([true, true]);
});

test.each([
  ["all periods have one", ["一", "二", "三"], 2],
  ["one between has none", ["一", "三", "四"], 1],
  ["there is one alone", ["二"], 0],
  ["there is none", [], 0],
])("the line goes from value to value and is broken at a gap: %s", (_, periods, pieces) => {
  const points = periods.map((period) => point(period, order(period) / 4, 50 + order(period)));
  const { line, values } = drawingOf({ points, schedule }, order, []);
  expect([line.length, values.length]).toEqual([pieces, periods.length]);
});

test("阶段目标 and target are marked on the schedule, also at shares that are not exact", () => {
  const { milestones } = drawingOf({ points: [], schedule }, order, [0.1 + 0.4, 1, 0.7]);
  expect(milestones.map(({ x }) => x)).toEqual([50, 94]);
});

test.each([
  ["one value alone", [point("一", 0.2, 44)], []],
  ["values that never change", [point("一", 0.2, 44), point("二", 0.4, 44)], []],
  ["values beyond the plan's time", [point("一", -0.2, 44), point("二", 1.4, 70)], schedule],
])("%s: every place is a number within the drawing", (_, points, due) => {
  const { values } = drawingOf({ points, schedule: due }, order, []);
  for (const { x, y } of values)
    expect([x, y].every((one) => Number.isFinite(one) && one >= 6 && one <= 94)).toBe(true);
});
