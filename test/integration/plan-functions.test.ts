import "./no-reading-by-itself";
import { calculateAll, writePlan } from "../../src/excel";
import { planInUse } from "../../src/plan/in-use";
import { openPlan } from "../../src/plan/open";
import { planSheetLayouts } from "../../src/sheets/plan";
import type { Host } from "../../src/workbench/host/host";
import county from "../plans/county-2023.json";
import { openAddIn } from "./office";
import { onPlanSheet, put, shown } from "./plan-sheets";

let host: Host;
beforeAll(async () => {
  ({ host } = await openAddIn());
  // as in a workbook that is opened: nobody has read its plan
  await writePlan(planSheetLayouts(openPlan(county)));
  await onPlanSheet("规划指标", "指标1", "方向", "向上");
});

test("functions called before the plan is read wait for it; one that cannot be opened gives #N/A and says why", async () => {
  await put("Sheet1", "A1", '=YIZHI.TARGET("指标1")');
  await host.settled();
  expect(await shown("Sheet1", "A1")).toBe("#N/A");
  const { id } = host.engine.sheets()[0]!;
  expect(host.engine.messageAt(id, 0, 0)).toMatch(
    /^工作簿中的规划有误，没有计算。“规划指标”J6：“向上”看不懂，请填/,
  );

  await onPlanSheet("规划指标", "指标1", "方向", "越高越好");
  await calculateAll();
  await host.settled();
  expect(await shown("Sheet1", "A1")).toBe("#N/A");
});

test("once it is mended, figures are of the workbook's own plan", async () => {
  const { working } = await import("../../src/commands/job");
  const { readHoldings } = await import("../../src/excel");
  await working("", async () => {
    await readHoldings(planInUse());
    return {};
  });
  await host.settled();
  expect(planInUse().id).toBe(county.id);
  expect(await shown("Sheet1", "A1")).toBe(9);
});
