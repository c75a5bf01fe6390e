import {
  correct,
  explain,
  followWorkbook,
  runCommand,
  selectCell,
  setBureau,
  state,
  takeBack,
} from "../../src/commands";
import { insertTable, readHoldings } from "../../src/excel";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { expandTable } from "../../src/tables";
import { FORM as FORM_TABLE, formSheet, TASKS as TASKS_TABLE, taskSheet } from "../../src/sheets";
import { Host } from "../../src/workbench/host/host";
import { createHeadlessEngine } from "../../src/workbench/univer/headless";
import { loadOffice } from "./office";

const FORM = "指标填报";
const TASKS = "任务分工";
const taskRows = expandTable(taskSheet(plan)).cells;
const taskCell = (column: string, number: number): string =>
  `${column}${taskRows.findIndex((cells) => cells[0] === number) + 1}`;
const formRows = expandTable(formSheet(plan)).cells;
const formCell = (column: string, code: string): string =>
  `${column}${formRows.findIndex((cells) => cells[0] === code) + 1}`;

let host: Host;

const excel = <T>(sheet: string, work: (sheet: Excel.Worksheet) => T): Promise<T> =>
  Excel.run(async (context) => {
    const done = work(context.workbook.worksheets.getItem(sheet));
    await context.sync();
    return done;
  });
const type = (sheet: string, address: string, value: unknown): Promise<void> =>
  excel(sheet, (s) => void (s.getRange(address).formulas = [[value]]));
const content = async (sheet: string, address: string): Promise<unknown> =>
  (await excel(sheet, (s) => s.getRange(address).load("formulas"))).formulas[0]![0];
const selected = (): Promise<string> =>
  Excel.run(async (context) => {
    const range = context.workbook.getSelectedRange().load("address");
    await context.sync();
    return range.address;
  });
const rules = async (sheet: string): Promise<number> =>
  (await excel(sheet, (s) => s.getRange().conditionalFormats.load("items/id"))).items.length;
const read = async () => state.set(await readHoldings(plan));
/** What a work sends, after the reading that follows the command before it; an Excel.run that ends sends two actions more. */
async function requestsOf(work: () => Promise<unknown>): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 2000));
  host.requests.length = 0;
  await work();
  return host.requests.filter(({ actions }) => actions > 2).length;
}
const finding = (code: string) => state.get().report!.findings.filter((item) => item.code === code);

beforeAll(async () => {
  host = new Host(createHeadlessEngine());
  await loadOffice(host);
  setBureau(null);
});

test("审核 and 标记滞后 work on tasks alone", async () => {
  await insertTable(TASKS_TABLE, plan);
  await type(TASKS, taskCell("E", 3), "滞后");
  await runCommand("auditForm");
  expect(state.get()).toMatchObject({ view: "audit", form: null, notice: { kind: "info" } });
  expect(finding("任务3")).toMatchObject([{ level: "核实", address: taskCell("E", 3) }]);
  await runCommand("markLagging");
  expect(state.get().notice?.text).toMatch(/^滞后任务 1 项，涉及 \d+ 个责任部门，已在表中标出。$/);
});

test("form and tasks are read in one request, and a finding selects its cell on its own sheet", async () => {
  await insertTable(FORM_TABLE, plan, undefined, "2023年");
  await type(FORM, formCell("H", "YL01"), "'95%");
  expect(await requestsOf(read)).toBe(1);
  await selectCell("tasks", taskCell("E", 3));
  expect(await selected()).toBe(`${TASKS}!${taskCell("E", 3)}`);
  await selectCell("form", formCell("H", "YL01"));
  expect(await selected()).toBe(`${FORM}!${formCell("H", "YL01")}`);
});

test("a sheet that was renamed since the reading is found all the same", async () => {
  await excel(TASKS, (s) => void (s.name = "分工"));
  await selectCell("tasks", taskCell("E", 3));
  expect(await selected()).toBe(`分工!${taskCell("E", 3)}`);
  await excel("分工", (s) => void (s.name = TASKS));
});

test("修正 puts words of the list and readings of both sheets in place at once, 撤销 takes all back", async () => {
  await type(TASKS, taskCell("E", 5), "'进行中 ");
  await type(TASKS, taskCell("G", 5), 2024);
  await read();
  await correct(state.get().report!.findings);
  const all = async () => [
    await content(TASKS, taskCell("E", 5)),
    await content(TASKS, taskCell("G", 5)),
    await content(FORM, formCell("H", "YL01")),
  ];
  expect(await all()).toEqual(["推进中", "2024年12月", 95]);
  await takeBack();
  expect(await all()).toEqual(["进行中 ", 2024, "95%"]);
  await correct(state.get().report!.findings);
});

test("a task's finding is explained in its 进展情况", async () => {
  await explain("任务3", "资金未到位", "tasks");
  expect(await content(TASKS, taskCell("F", 3))).toBe("资金未到位");
  expect(state.get().notice?.text).toBe(`进展情况已写入 ${taskCell("F", 3)}。`);
  await read();
  expect(finding("任务3")).toEqual([]);
});

test("标记滞后 puts the highlights of both sheets back, in one reading and one writing request", async () => {
  const before = [await rules(FORM), await rules(TASKS)];
  for (const sheet of [FORM, TASKS])
    await excel(sheet, (s) => {
      s.protection.unprotect();
      s.getRange().conditionalFormats.clearAll();
      s.protection.protect();
    });
  expect(await requestsOf(() => runCommand("markLagging"))).toBe(2);
  expect([await rules(FORM), await rules(TASKS)]).toEqual(before);
});

test("标记滞后 says which 状态 it cannot mark by", async () => {
  await type(FORM, formCell("H", "YL07"), 43);
  await excel(FORM, (s) => {
    s.protection.unprotect();
    s.getRange(formCell("L", "YL07")).values = [["● 已达标"]];
    s.protection.protect();
  });
  await runCommand("markLagging");
  expect(state.get().notice?.text).toContain(`${formCell("L", "YL07")}`);
  expect(state.get().notice?.text).toContain("无法正确标出，请点“更新指标模板”");
});

test("the pane follows the sheet that is opened: a copy of the form is reported as itself", async () => {
  await followWorkbook();
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const copy = worksheets.add("指标填报 (2)");
    copy.getRange().copyFrom(worksheets.getItem(FORM).getRange(), "All");
    copy.getRange(formCell("H", "YL08")).values = [[101]];
    copy.activate();
    await context.sync();
  });
  /** What the pane shows once it shows this sheet. */
  const shown = async (name: string) => {
    const end = Date.now() + 30_000;
    while (state.get().report?.sheets.form?.name !== name && Date.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 100));
    return [state.get().report!.sheets.form!.name, finding("YL08").map(({ level }) => level)];
  };
  expect(await shown("指标填报 (2)")).toEqual(["指标填报 (2)", ["强制"]]);
  await excel(FORM, (s) => s.activate());
  expect(await shown(FORM)).toEqual([FORM, []]);
});
