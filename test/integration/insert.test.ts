import { auditForm, insertTable, readHoldings } from "../../src/excel";
import { markLagging } from "../../src/excel/mark";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { expandTable } from "../../src/tables";
import { FORM, TASKS as TASKS_TABLE, taskSheet } from "../../src/sheets";
import type { Host } from "../../src/workbench/host/host";
import { freshWorkbook } from "./fresh";
import { openAddIn } from "./office";
import { form, tasks } from "./sheets";

const TASKS = "任务分工";

let host: Host;
const sheetNames = (): string[] => host.engine.sheets().map((s) => s.name);
const insert = () => insertTable(FORM, plan, undefined, "2023年");

/** YL07 lags severely, YL08 is no number. */
async function typeTwo(): Promise<void> {
  await insert();
  await form.type("YL07", "本期值", 42);
  await form.type("YL08", "本期值", "九十");
  await host.settled();
}

beforeAll(async () => {
  ({ host } = await openAddIn());
});
freshWorkbook(() => host);

test("the form appears within its budget, in one reading and one writing request", async () => {
  // where a sheet that is gone now stood is forgotten
  await readHoldings(plan);
  host.requests.length = 0;
  const done = await insert();
  expect(done).toMatchObject({ sheet: "指标填报", created: true });
  expect(host.requests.filter((r) => r.actions > 2)).toHaveLength(2);
  const [actions, bytes] = [0, 0].map((_, i) =>
    host.requests.reduce((n, r) => n + (i === 0 ? r.actions : r.bytes), 0),
  );
  expect(actions).toBeLessThanOrEqual(300);
  expect(bytes).toBeLessThanOrEqual(64 * 1024);
});

test("typed values show 序时目标, 差距, 完成进度, 状态 and 审核提示 at once", async () => {
  await typeTwo();
  const row = await form.values("YL07", "序时目标", "差距", "完成进度", "状态", "责任部门");
  expect(row.map((v) => (typeof v === "number" ? Math.round(v * 1000) / 1000 : v))).toEqual([
    49.8,
    13,
    0,
    "■ 严重滞后",
    "市民政局",
  ]);
  expect(await form.values("YL08", "序时目标", "差距", "完成进度", "状态")).toEqual([
    62,
    "",
    "",
    "！ 数据有误",
  ]);
  expect(await form.values("YL08", "审核提示")).toEqual([expect.stringContaining("强制")]);
});

test("the audit finds the text, and the lagging list names the responsible bureau", async () => {
  await typeTwo();
  const { findings } = (await auditForm(plan)).report;
  const address = form.cell("YL08", "本期值");
  expect(findings.some((f) => f.level === "强制" && f.address === address)).toBe(true);
  expect(await markLagging(plan)).toMatchObject({ indicators: 1, tasks: 0, bureaus: 1, wrong: [] });
});

test("inserting again keeps what is typed and says what it repaired", async () => {
  await typeTwo();
  await form.unprotected((sheet) => void (sheet.getRange(form.cell("YL07", "差距")).values = [[1]]));
  const done = await insertTable(FORM, plan);
  expect(done).toMatchObject({ sheet: form.name, created: false });
  expect(done.repairs.length).toBeGreaterThan(0);
  await host.settled();
  expect(await form.values("YL07", "本期值", "差距")).toEqual([42, 13]);
  const period = await form.act((sheet) => sheet.getRange(form.slot("报告期")).load("values"));
  expect(period.values).toEqual([["2023年"]]);
});

test("the task sheet holds every task as printed", async () => {
  await insertTable(TASKS_TABLE, plan);
  const { cells } = expandTable(taskSheet(plan));
  await host.settled();
  const printed = await tasks.act((sheet) => sheet.getRange(`A1:C${cells.length}`).load("values"));
  const expected = cells.map((row) => row.slice(0, 3).map((c) => c ?? ""));
  expect(printed.values).toEqual(expected);
});

test("a foreign sheet of our name is left alone", async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.add(TASKS).getRange("A1").values = [["别人的表"]];
    await context.sync();
  });
  const done = await insertTable(TASKS_TABLE, plan);
  expect(done).toMatchObject({ created: true, renamedBecause: TASKS });
  const { values } = await tasks.act((sheet) => sheet.getRange("A1:B1").load("values"));
  expect(values).toEqual([["别人的表", ""]]);
});

test("a protected workbook is refused in words, unchanged", async () => {
  const before = sheetNames();
  host.workbook.password = "x";
  await expect(insertTable(TASKS_TABLE, plan)).rejects.toThrow("工作簿结构受保护");
  host.workbook.password = null;
  expect(sheetNames()).toEqual(before);
});
