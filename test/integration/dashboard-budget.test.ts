import { applyLayout } from "../../src/excel/apply";
import { Host } from "../../src/workbench/host/host";
import type { SheetLayout } from "../../src/grid";
import { OTHER_PLANS } from "../plans/plans";
import { PlainEngine } from "../workbench/plain-engine";
import { DASHBOARDS, everything, writeDashboard } from "./dashboards";
import { loadOffice } from "./office";

const engine = new PlainEngine();
const host = new Host(engine);
const empty = engine.save();

beforeAll(() => loadOffice(host));

test("charts that nobody draws are no layout written in silence", async () => {
  const write = Excel.run(async (context) =>
    applyLayout(context.workbook.worksheets.getItem("Sheet1"), DASHBOARDS[0]![1]()),
  );
  await expect(write).rejects.toThrow("nobody draws");
});

test.each<[string, () => SheetLayout]>([
  ...DASHBOARDS,
  ...OTHER_PLANS.map(([name, plan]): [string, () => SheetLayout] => [name, () => everything(plan)]),
])("看板 with its charts is one writing request, and a small one: %s", async (_, made) => {
  host.requests.length = 0;
  await writeDashboard(made());
  const [, writing, ...more] = host.requests;
  engine.restore(empty);
  expect(more).toEqual([]);
  expect(writing!.actions).toBeLessThanOrEqual(250);
  expect(writing!.bytes).toBeLessThanOrEqual(40 * 1024);
});
