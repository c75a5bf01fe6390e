import { findBureau } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { expandTable } from "../../src/tables";
import type { Grid } from "../../src/grid";
import { readTasks, type TaskData, taskSheet } from "../../src/sheets";
import { asRead, rowOf, type } from "./helpers";

export type TypedTasks = Record<number, { state?: unknown; progress?: unknown; deadline?: unknown }>;

const COLUMN = { state: 4, progress: 5, deadline: 6 } as const;

export const SHEET = { id: "2", name: "任务分工" };

/** 任务分工 as read, with entries by task number. */
export function taskGrid(typed: TypedTasks, bureauName?: string): { grid: Grid; row: (n: number) => number } {
  const found = bureauName === undefined ? null : findBureau(bureauName, plan);
  const layout = expandTable(taskSheet(plan, found?.ok ? { bureau: found.value } : {}));
  const grid = asRead(layout);
  const row = (number: number): number => rowOf(layout.cells, number);
  for (const [number, entries] of Object.entries(typed))
    for (const [id, value] of Object.entries(entries))
      type(grid, row(Number(number)), COLUMN[id as keyof typeof COLUMN], value);
  return { grid, row };
}

/** What is read of it; 报告期 as its head would say. */
export function tasksWith(typed: TypedTasks, period: unknown = "2023年", bureauName?: string): TaskData {
  return { ...readTasks(taskGrid(typed, bureauName).grid, plan)!, period };
}
