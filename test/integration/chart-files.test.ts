import type { ChartState } from "../../src/grid";
import { takeSnapshot } from "../../src/workbench/engine/snapshot";
import type { Host } from "../../src/workbench/host/host";
import type { UniverEngine } from "../../src/workbench/univer/univer-engine";
import { writeWorkbook } from "../../src/xlsx";
import { readXlsx, writeXlsx } from "../../src/xlsx/workbook";
import { DASHBOARDS, writeDashboard } from "./dashboards";
import { freshWorkbook } from "./fresh";
import { openAddIn } from "./office";

let host: Host;
let engine: UniverEngine;

beforeAll(async () => {
  ({ host, engine } = await openAddIn(({ history }) => ({ change: (act) => history.change(act) })));
});
freshWorkbook(() => host);

const unnumbered = (charts: readonly ChartState[]) => charts.map(({ id: _id, ...chart }) => chart);

/** The charts of a file's sheet 看板; nothing is left out. */
async function chartsIn(bytes: Uint8Array) {
  const read = await readXlsx(bytes, "YIZHI");
  if (!read.ok) throw new Error(JSON.stringify(read.issue));
  expect(read.value.leftOut).toEqual([]);
  return unnumbered(read.value.workbook.sheets.find(({ name }) => name === "看板")!.state.charts);
}

test.each(DASHBOARDS)(
  "看板 has the same charts in Excel, exported, and written as a file: %s",
  async (_, made) => {
    const layout = made();
    await writeDashboard(layout);
    await host.settled();
    const snapshot = takeSnapshot(engine);
    const held = unnumbered(snapshot.sheets.find(({ name }) => name === "看板")!.state.charts);
    expect(held.length).toBe(layout.charts!.length);
    expect(await chartsIn(await writeXlsx(snapshot, "YIZHI"))).toEqual(held);
    const properties = { title: "", subject: "", keywords: "", description: "" };
    expect(
      await chartsIn(await writeWorkbook({ sheets: [layout], properties, created: new Date(0) })),
    ).toEqual(held);
  },
);
