import { openPlan } from "../../src/plan/open";
import type { Plan } from "../../src/plan";

/** A plan of so many indicators and twenty-five years, for what must stay quick. */
export function manyPlan(count: number): Plan {
  const indicator = (_: unknown, i: number) => ({
    ...{ code: `A${String(i + 1).padStart(3, "0")}`, label: `第${i + 1}项指标（个）`, responsible: "某局" },
    ...{ baseline: "100", target: "1000" },
  });
  return openPlan({
    ...{ id: "many", version: "1", name: "规划", baselineYear: 2000, targetYear: 2025 },
    ...{ indicatorTable: { title: "表", source: "表1" }, taskTable: { title: "表", source: "表2" } },
    ...{ tasks: [], bureaus: [{ name: "某局" }] },
    sections: [{ title: "一、", field: "某", indicators: Array.from({ length: count }, indicator) }],
  });
}
