import { builtInPlan as plan } from "../../src/plan/built-in";
import { insertTable } from "../../src/excel";
import { FORM } from "../../src/sheets";
import { COLORS } from "../../src/grid/palette";
import { findForm, trialFor, writeTrial } from "../../src/workbench/page/trial-form";
import { openAddIn } from "./office";

test("the responsible bureau's cell stands out in every lagging row and in no other", async () => {
  const { host } = await openAddIn();
  await insertTable(FORM, plan, undefined, undefined);
  await host.settled();
  const form = findForm(host.engine)!;
  writeTrial(host.engine, form, "all", trialFor(form, "all"));
  await host.settled();
  const { engine } = host;
  const sheet = engine.activeSheet();
  const rows = engine.readCells(sheet, { row: 5, column: 11, rows: 30, columns: 1 });
  const fills = engine.readShownStyles(sheet, { row: 5, column: 12, rows: 30, columns: 1 });
  const lagging = rows.map(([status]) => String(status!.value).includes("滞后"));
  expect(lagging.filter(Boolean).length).toBeGreaterThan(5);
  const strong: unknown[] = [COLORS.severe.cell, COLORS.lagging.cell];
  expect(fills.map(([style]) => strong.includes(style!.fill))).toEqual(lagging);
});
