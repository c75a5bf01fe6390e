import { insertForm } from "../../src/excel";
import { COLORS } from "../../src/sheets/palette";
import { fillTrial } from "../../src/workbench/page/trial";
import { Host } from "../../src/workbench/host/host";
import type { FunctionMetadata } from "../../src/workbench/host/functions";
import { createHeadlessEngine } from "../../src/workbench/univer/headless";
import { functionMetadata } from "./functions-json";
import { loadOffice } from "./office";

test("the responsible bureau's cell stands out in every lagging row and in no other", async () => {
  const host = new Host(createHeadlessEngine());
  await loadOffice(host);
  await import("../../src/functions/register");
  const { mappings } = (CustomFunctions as never as { _association: { mappings: Record<string, never> } })
    ._association;
  host.registerFunctions((await functionMetadata()) as FunctionMetadata[], "YIZHI", (id) => mappings[id]);
  await insertForm(undefined, undefined);
  await host.settled();
  await fillTrial({ Excel });
  await host.settled();
  const { engine } = host;
  const sheet = engine.activeSheet();
  const rows = engine.readCells(sheet, { row: 5, column: 11, rows: 30, columns: 1 });
  const fills = engine.readShownStyles(sheet, { row: 5, column: 12, rows: 30, columns: 1 });
  const lagging = rows.map(([status]) => String(status!.value).includes("滞后"));
  expect(lagging.filter(Boolean).length).toBeGreaterThan(10);
  expect(fills.map(([style]) => style!.fill === COLORS.severe.cell)).toEqual(lagging);
}, 60_000);
