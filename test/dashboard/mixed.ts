import { dashboardSheet } from "../../src/dashboard";
import type { SheetLayout } from "../../src/grid";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { summaryOf } from "../../src/summary";
import mixed from "../cases/briefings/mixed/case.json";
import { Workbook } from "../ledger/workbook";

/** 本期值 of two periods before, by code: all with a reason, so that they can be archived. */
const BEFORE: [period: string, values: Record<string, number>][] = [
  ["2021年", { YL02: 70, YL07: 43, YL08: 58, TY08: 0.5 }],
  ["2022年", { YL02: 76, YL07: 47, YL08: 62, YL12: 101, TY08: 0.8 }],
];

/** 看板 of a workbook with every status, after two periods. */
export function mixedDashboard(): SheetLayout {
  const workbook = new Workbook(plan, mixed.period);
  for (const [period, values] of BEFORE) {
    workbook.setPeriod(period);
    for (const [code, value] of Object.entries(values))
      workbook.type(code, "本期值", value).type(code, "情况说明", "另有说明");
    workbook.archive();
  }
  workbook.setPeriod(mixed.period);
  for (const [code, cells] of Object.entries(mixed.form))
    for (const [header, value] of Object.entries(typeof cells === "object" ? cells : { 本期值: cells }))
      workbook.type(code, header, value);
  const read = summaryOf(workbook.held(), plan);
  if (!read.ok) throw new Error(read.issue);
  return dashboardSheet(read.value, workbook.read(), "2024-01-05 09:30");
}
