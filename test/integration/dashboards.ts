import { dashboardSheet } from "../../src/dashboard";
import { applyCharts } from "../../src/excel/apply-charts";
import { applyLayout } from "../../src/excel/apply";
import { run, sync } from "../../src/excel/run";
import { syncOrUndo, undoCreate } from "../../src/excel/undo";
import { PROTECTION, type SheetLayout } from "../../src/grid";
import { LEDGERS, type Ledgers, readLedger } from "../../src/ledger";
import { indicatorsOf, type Plan } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { perTable } from "../../src/sheets";
import { summaryOf } from "../../src/summary";
import { Workbook } from "../ledger/workbook";
import { summaryWith } from "../summary/held";

const MADE = "2024-01-05 09:30";

/** Three periods, two of them archived, so that all charts have something to draw. */
function mixed(): SheetLayout {
  const workbook = new Workbook(plan, "2021年");
  for (const [period, value] of [
    ["2021年", 43],
    ["2022年", 50],
  ] as const) {
    workbook.setPeriod(period).type("YL07", "本期值", value);
    workbook.archive();
  }
  workbook.setPeriod("2023年").type("YL07", "本期值", 48).type("YL02", "本期值", 80);
  const read = summaryOf(workbook.held(), plan);
  if (!read.ok) throw new Error(read.issue);
  return dashboardSheet(read.value, workbook.read(), MADE);
}

/** Every indicator of a plan filled in. */
export function everything(plan: Plan): SheetLayout {
  const form = Object.fromEntries(
    indicatorsOf(plan).map(({ code, type }, i) => [code, type === "words" ? "推进中" : i]),
  );
  const none: Ledgers = perTable(({ id }) => readLedger(null, LEDGERS[id], plan));
  return dashboardSheet(summaryWith({ period: `${plan.baselineYear + 1}年`, form }, plan), none, MADE);
}

/** 看板 in some states of a workbook. */
export const DASHBOARDS: [string, () => SheetLayout][] = [
  ["three periods", mixed],
  ["everything filled in", () => everything(plan)],
];

/** Writes a new sheet as a command does: one request, all or nothing. */
export const writeDashboard = (layout: SheetLayout): Promise<unknown> =>
  run(async (context) => {
    const sheets = context.workbook.worksheets.load("items/name");
    await sync(context);
    const before = { sheets: sheets.items.map(({ name }) => name), names: new Map(), structureLocked: false };
    const sheet = context.workbook.worksheets.add(layout.name);
    applyLayout(sheet, layout, true, applyCharts);
    sheet.protection.protect(PROTECTION);
    sheet.activate();
    return syncOrUndo(context, undoCreate(layout, before));
  });
