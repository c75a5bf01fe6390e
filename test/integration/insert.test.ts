import { auditForm, insertTable, markLagging } from "../../src/excel";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { expandTable } from "../../src/tables";
import { FORM as FORM_TABLE, formSheet, TASKS as TASKS_TABLE, taskSheet } from "../../src/sheets";
import type { Host } from "../../src/workbench/host/host";
import { openAddIn } from "./office";

const FORM = "指标填报";
const TASKS = "任务分工";

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
  ({ host } = await openAddIn());
});

test("the form appears within its budget, in one reading and one writing request", async () => {
  host.requests.length = 0;
  const done = await insertTable(FORM_TABLE, plan, undefined, "2023年");
  expect(done).toMatchObject({ sheet: "指标填报", created: true });
  expect(host.requests.filter((r) => r.actions > 2)).toHaveLength(2);
  const [actions, bytes] = [0, 0].map((_, i) =>
    host.requests.reduce((n, r) => n + (i === 0 ? r.actions : r.bytes), 0),
  );
  expect(actions).toBeLessThanOrEqual(300);
  expect(bytes).toBeLessThanOrEqual(64 * 1024);
});

test("typed values show 序时目标, 差距, 完成进度, 状态 and 审核提示 at once", async () => {
  await type(FORM, `H${rowOf("YL07")}`, 42);
  await type(FORM, `H${rowOf("YL08")}`, "九十");
  const [row] = await shown(FORM, `I${rowOf("YL07")}:M${rowOf("YL07")}`);
  expect(row!.map((v) => (typeof v === "number" ? Math.round(v * 1000) / 1000 : v))).toEqual([
    49.8,
    13,
    0,
    "■ 严重滞后",
    "市民政局",
  ]);
  const [text] = await shown(FORM, `L${rowOf("YL08")}:N${rowOf("YL08")}`);
  expect(text![0]).toBe("！ 数据有误");
  const [invalid] = await shown(FORM, `I${rowOf("YL08")}:K${rowOf("YL08")}`);
  expect(invalid).toEqual([62, "", ""]);
  expect(String(text![2])).toContain("强制");
});

test("the audit finds the text, and the lagging list names the responsible bureau", async () => {
  const { findings } = (await auditForm(plan)).report;
  expect(findings.some((f) => f.level === "强制" && f.address === `H${rowOf("YL08")}`)).toBe(true);
  expect(await markLagging(plan)).toMatchObject({ indicators: 1, tasks: 0, bureaus: 1, wrong: [] });
});

test("inserting again keeps what is typed and says what it repaired", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(FORM);
    sheet.protection.unprotect();
    sheet.getRange(`J${rowOf("YL07")}`).values = [[1]];
    await context.sync();
  });
  const done = await insertTable(FORM_TABLE, plan);
  expect(done).toMatchObject({ sheet: FORM, created: false });
  expect(done.repairs.length).toBeGreaterThan(0);
  const [row] = await shown(FORM, `H${rowOf("YL07")}:L${rowOf("YL07")}`);
  expect(row![0]).toBe(42);
  expect(row![2]).toBe(13);
  expect((await shown(FORM, "F3"))[0]![0]).toBe("2023年");
});

test("the task sheet holds every task as printed", async () => {
  await insertTable(TASKS_TABLE, plan);
  const { cells } = expandTable(taskSheet(plan));
  const printed = await shown(TASKS, `A1:C${cells.length}`);
  const expected = cells.map((row) => row.slice(0, 3).map((c) => c ?? ""));
  expect(printed).toEqual(expected);
});

test("a foreign sheet of our name is left alone", async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(TASKS).delete();
    context.workbook.worksheets.add(TASKS).getRange("A1").values = [["别人的表"]];
    await context.sync();
  });
  const done = await insertTable(TASKS_TABLE, plan);
  expect(done).toMatchObject({ created: true, renamedBecause: TASKS });
  expect(await shown(TASKS, "A1:B1")).toEqual([["别人的表", ""]]);
});

test("a protected workbook is refused in words, unchanged", async () => {
  const before = sheetNames();
  host.workbook.password = "x";
  await Excel.run(async (context) => {
    context.workbook.names.getItem("YIZHI_TASKS").delete();
    await context.sync();
  });
  await expect(insertTable(TASKS_TABLE, plan)).rejects.toThrow("工作簿结构受保护");
  host.workbook.password = null;
  expect(sheetNames()).toEqual(before);
});
