import { auditForm, CommandError, insertForm, insertTasks, markLagging } from "../../src/excel";
import { plan } from "../../src/plan";
import { expandTable, formSheet, taskSheet } from "../../src/sheets";
import { Host } from "../../src/workbench/host/host";
import type { FunctionMetadata } from "../../src/workbench/host/functions";
import { createHeadlessEngine } from "../../src/workbench/univer/headless";
import { functionMetadata } from "./functions-json";
import { loadOffice } from "./office";

let host: Host;
const shown = async (sheet: string, address: string): Promise<unknown[][]> => {
  await host.settled();
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address).load("values");
    await context.sync();
    return range.values;
  });
};
const type = (sheet: string, address: string, value: unknown): Promise<void> =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).values = [[value]];
    await context.sync();
  });
const sheetNames = (): string[] => host.engine.sheets().map((s) => s.name);
const rowOf = (code: string): number => {
  const row = expandTable(formSheet(plan)).cells.findIndex((cells) => cells[0] === code);
  return row + 1;
};

beforeAll(async () => {
  host = new Host(createHeadlessEngine());
  await loadOffice(host);
  await import("../../src/functions/register");
  const { mappings } = (CustomFunctions as never as { _association: { mappings: Record<string, never> } })._association;
  host.registerFunctions((await functionMetadata()) as FunctionMetadata[], "YIZHI", (id) => mappings[id]);
});

test("the form appears within its budget, in one reading and one writing request", async () => {
  host.requests.length = 0;
  const done = await insertForm(undefined, "2023年").catch((e: CommandError) => { console.log(e.issue, e.stack); throw e; });
  expect(done).toMatchObject({ sheet: "指标填报", created: true });
  expect(host.requests.filter((r) => r.actions > 2)).toHaveLength(2);
  const [actions, bytes] = [0, 0].map((_, i) => host.requests.reduce((n, r) => n + (i === 0 ? r.actions : r.bytes), 0));
  expect(actions).toBeLessThanOrEqual(300);
  expect(bytes).toBeLessThanOrEqual(64 * 1024);
});

test("x", async () => {
  console.log(JSON.stringify(host.requests), Object.keys(CustomFunctions), Object.keys((globalThis as any).CustomFunctionMappings ?? {}));
  await type("指标填报", `H${rowOf("YL01")}`, 5);
  console.log(JSON.stringify(await shown("指标填报", "A1:O12"), null, 0));
});
