import type { ChartSpec, ChartState, SheetLayout } from "../../src/grid";
import { isSame } from "../../src/workbench/engine/restore";
import { takeSnapshot, type WorkbookSnapshot } from "../../src/workbench/engine/snapshot";
import type { Host } from "../../src/workbench/host/host";
import type { UniverEngine } from "../../src/workbench/univer/univer-engine";
import { DASHBOARDS, writeDashboard } from "./dashboards";
import { freshWorkbook } from "./fresh";
import { openAddIn } from "./office";

let host: Host;
let engine: UniverEngine;

beforeAll(async () => {
  ({ host, engine } = await openAddIn(({ history }) => ({ change: (act) => history.change(act) })));
});
freshWorkbook(() => host);

async function snapshot(): Promise<WorkbookSnapshot> {
  await host.settled();
  return takeSnapshot(engine);
}

const sheetId = (): string => engine.sheets().find(({ name }) => name === "看板")!.id;

/** A series' name is its header's, in a row that the source has; what is usual is not said. */
const asHeld = ({ series, overlap, ...spec }: ChartSpec): Omit<ChartState, "id"> => ({
  ...spec,
  ...(overlap !== 100 && { overlap }),
  seriesIn: "columns",
  series: series.map(({ name: _, ...one }) => one),
});

test.each(DASHBOARDS)("the sheet holds the charts that 看板 has: %s", async (_, made) => {
  const layout = made();
  await writeDashboard(layout);
  const held = engine.sheetState(sheetId()).charts.map(({ id: _id, ...chart }) => chart);
  expect(held).toEqual(layout.charts!.map(asHeld));
});

test("bars that lie are each named, where no bar of a negative number lies", async () => {
  const set = jest.spyOn(Excel.ChartAxis.prototype, "set");
  const layout = DASHBOARDS[0]![1]();
  await writeDashboard(layout);
  const names = set.mock.calls.filter(([one]) => "tickLabelPosition" in one).map(([one]) => one);
  set.mockRestore();
  const lying = layout.charts!.filter(({ type }) => type.startsWith("Bar"));
  expect(names).toEqual(
    lying.map(() => ({ reversePlotOrder: true, tickLabelPosition: "Low", tickLabelSpacing: 1 })),
  );
  const elsewhere = Excel.run((context) => {
    const { charts } = context.workbook.worksheets.getItem("看板");
    charts.getItemAt(0).axes.categoryAxis.tickLabelPosition = "High";
    return context.sync();
  });
  await expect(elsewhere).rejects.toMatchObject({ code: "ApiNotFound" });
});

/** What Office.js says of each chart of the sheet. */
const readBack = (): Promise<unknown[]> =>
  Excel.run(async (context) => {
    const { charts } = context.workbook.worksheets.getItem("看板");
    charts.load("items/name,items/chartType,items/title/text,items/legend/position,items/axes");
    await context.sync();
    const read = charts.items.map((chart) => ({
      chart: chart.load("name,chartType,title/text,legend/position"),
      categories: chart.axes.categoryAxis.load("title/text,reversePlotOrder"),
      values: chart.axes.valueAxis.load("title/text,numberFormat"),
      series: chart.series.load("items/name,items/gapWidth,items/overlap,items/dataLabels/numberFormat"),
    }));
    await context.sync();
    return read.map(({ chart, categories, values, series }) => [
      ...[chart.name, chart.chartType, chart.title.text, chart.legend.position],
      ...[categories.title.text, categories.reversePlotOrder, values.title.text, values.numberFormat],
      series.items.map(({ name, gapWidth, overlap, dataLabels }) => [
        ...[name, gapWidth, overlap, dataLabels.numberFormat],
      ]),
    ]);
  });

const wanted = ({ charts = [] }: SheetLayout): unknown[] =>
  charts.map((chart) => [
    ...[chart.name, chart.type, chart.title, chart.legend],
    ...[chart.categories.title, chart.categories.reversed ?? false, chart.values.title, chart.values.format],
    chart.series.map(({ name, labelFormat }) => [name, chart.gapWidth, chart.overlap, labelFormat]),
  ]);

test.each(DASHBOARDS)("and says through Office.js what was written: %s", async (_, made) => {
  const layout = made();
  await writeDashboard(layout);
  expect(await readBack()).toEqual(wanted(layout));
});

/** @returns the workbook after, once it was seen again by undoing and redoing */
async function thereAndBack(change: () => Promise<unknown>): Promise<WorkbookSnapshot> {
  const before = await snapshot();
  await change();
  const after = await snapshot();
  expect(isSame(after, before)).toBe(false);
  await engine.api.undo();
  expect({ ...(await snapshot()), selection: null }).toEqual({ ...before, selection: null });
  await engine.api.redo();
  expect({ ...(await snapshot()), selection: null }).toEqual({ ...after, selection: null });
  return after;
}

describe("on a sheet with charts", () => {
  beforeEach(() => writeDashboard(DASHBOARDS[0]![1]()));

  const edit = (act: (sheet: Excel.Worksheet) => void): Promise<void> =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("看板");
      sheet.protection.unprotect();
      act(sheet);
      await context.sync();
    });

  test("the sheet with them is undone and redone as a whole", async () => {
    await engine.api.undo();
    await thereAndBack(() => writeDashboard(DASHBOARDS[0]![1]()));
  });

  test.each<[string, (sheet: Excel.Worksheet) => void]>([
    ["rows inserted", (sheet) => sheet.getRange("4:5").insert("Down")],
    ["a column deleted", (sheet) => sheet.getRange("C:C").delete("Left")],
    ["all that a chart draws deleted", (sheet) => sheet.getRange("3:30").delete("Up")],
    ["a chart deleted", (sheet) => sheet.charts.getItemAt(1).delete()],
    ["the sheet deleted", (sheet) => sheet.delete()],
    ["the sheet renamed", (sheet) => void (sheet.name = "看板（原）")],
    ["the sheet copied", (sheet) => void sheet.copy("End")],
  ])("%s: undone and redone", async (_, act) => {
    await thereAndBack(() => edit(act));
  });
});
