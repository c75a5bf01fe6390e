import "./no-reading-by-itself";
import { makeBriefing, makeDashboard, readResults, results, state, updateBook } from "../../src/commands";
import { insertTable } from "../../src/excel";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { FORM } from "../../src/sheets";
import type { Host } from "../../src/workbench/host/host";
import type { UniverEngine } from "../../src/workbench/univer/univer-engine";
import { openAddIn } from "./office";
import { sheetNames } from "./plan-sheets";
import { form } from "./sheets";

let host: Host;
let engine: UniverEngine;
beforeAll(async () => {
  ({ host, engine } = await openAddIn(({ history }) => ({ change: (act) => history.change(act) })));
  await insertTable(FORM, plan, undefined, "2023年");
  await form.type("YL07", "本期值", 48);
  await host.settled();
});

test.each([
  ["看板", makeDashboard, ["看板"]],
  ["通报", makeBriefing, ["进展通报", "通报附表", "通报数据来源"]],
  ["督办台账", updateBook, ["督办台账"]],
])("%s is undone as one step, and done again", async (_, make, made) => {
  const before = await sheetNames();
  await make();
  await host.settled();
  expect(state.get().notice?.kind).toBe("success");
  expect(await sheetNames()).toEqual([...before, ...made]);
  expect(await engine.api.undo()).toBe(true);
  await host.settled();
  expect(await sheetNames()).toEqual(before);
  expect(await engine.api.redo()).toBe(true);
  await host.settled();
  expect(await sheetNames()).toEqual([...before, ...made]);
});

test("a sheet that was given another name is found, and made again under that", async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("看板").name = "一页图";
    await context.sync();
  });
  await makeDashboard();
  expect(state.get().notice?.text).toContain("已生成“一页图”");
  expect(await sheetNames()).not.toContain("看板");
  await readResults();
  expect(results.get().read?.dashboard).toMatchObject({ sheet: "一页图", changed: false });
});
