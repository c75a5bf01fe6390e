import "./no-reading-by-itself";
import {
  correct,
  explain,
  runCommand,
  selectCell,
  setBureau,
  state,
  takeBack,
  workbook,
} from "../../src/commands";
import { insertTable, readHoldings } from "../../src/excel";
import { FORM, TASKS } from "../../src/sheets";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { Host } from "../../src/workbench/host/host";
import { createHeadlessEngine } from "../../src/workbench/univer/headless";
import { freshWorkbook } from "./fresh";
import { loadOffice } from "./office";
import { form, tasks } from "./sheets";

let host: Host;

const selected = (): Promise<string> =>
  Excel.run(async (context) => {
    const range = context.workbook.getSelectedRange().load("address");
    await context.sync();
    return range.address;
  });
const rules = async (sheet: typeof form): Promise<number> =>
  (await sheet.act((s) => s.getRange().conditionalFormats.load("items/id"))).items.length;
const read = async () => workbook.set(await readHoldings(plan));
/** What a work sends; an Excel.run that ends sends two actions more. */
async function requestsOf(work: () => Promise<unknown>): Promise<number> {
  host.requests.length = 0;
  await work();
  return host.requests.filter(({ actions }) => actions > 2).length;
}
const finding = (code: string) => workbook.get().report!.findings.filter((item) => item.code === code);

beforeAll(async () => {
  host = new Host(createHeadlessEngine());
  await loadOffice(host);
  setBureau(null);
  await insertTable(FORM, plan, undefined, "2023年");
  await insertTable(TASKS, plan);
  await tasks.type(3, "进展状态", "滞后");
  await form.type("YL01", "本期值", "'95%");
  await read();
});
freshWorkbook(() => host);

test("审核 and 标记滞后 work on tasks alone", async () => {
  await form.act((sheet) => sheet.delete());
  await runCommand("auditForm");
  expect(state.get()).toMatchObject({ view: "audit", notice: { kind: "info" } });
  expect(workbook.get().form).toBeNull();
  expect(finding("任务3")).toMatchObject([{ level: "核实", address: tasks.cell(3, "进展状态") }]);
  await runCommand("markLagging");
  expect(state.get().notice?.text).toMatch(/^滞后任务 1 项，涉及 \d+ 个责任部门，已在表中标出。$/);
});

test("form and tasks are read in one request, and a finding selects its cell on its own sheet", async () => {
  // known from here on
  await read();
  expect(await requestsOf(read)).toBe(1);
  await selectCell("tasks", tasks.cell(3, "进展状态"));
  expect(await selected()).toBe(`${tasks.name}!${tasks.cell(3, "进展状态")}`);
  await selectCell("form", form.cell("YL01", "本期值"));
  expect(await selected()).toBe(`${form.name}!${form.cell("YL01", "本期值")}`);
});

test("a sheet that was renamed since the reading is found all the same", async () => {
  await tasks.act((sheet) => void (sheet.name = "分工"));
  await selectCell("tasks", tasks.cell(3, "进展状态"));
  expect(await selected()).toBe(`分工!${tasks.cell(3, "进展状态")}`);
});

test("修正 puts words of the list and readings of both sheets in place at once, 撤销 takes all back", async () => {
  await tasks.type(5, "进展状态", "'进行中 ");
  await tasks.type(5, "完成时限", 2024);
  await read();
  await correct(workbook.get().report!.findings);
  const all = async () => [
    await tasks.content(5, "进展状态"),
    await tasks.content(5, "完成时限"),
    await form.content("YL01", "本期值"),
  ];
  expect(await all()).toEqual(["推进中", "2024年12月", 95]);
  await takeBack();
  expect(await all()).toEqual(["进行中 ", 2024, "95%"]);
});

test("a task's finding is explained in its 进展情况", async () => {
  await explain("任务3", "资金未到位", "tasks");
  expect(await tasks.content(3, "进展情况")).toBe("资金未到位");
  expect(state.get().notice?.text).toBe(`进展情况已写入 ${tasks.cell(3, "进展情况")}。`);
  await read();
  expect(finding("任务3")).toEqual([]);
});

test("标记滞后 puts the highlights of both sheets back, in one reading and one writing request", async () => {
  const before = [await rules(form), await rules(tasks)];
  for (const sheet of [form, tasks])
    await sheet.unprotected((s) => s.getRange().conditionalFormats.clearAll());
  await read();
  expect(await requestsOf(() => runCommand("markLagging"))).toBe(2);
  expect([await rules(form), await rules(tasks)]).toEqual(before);
});

test("标记滞后 says which 状态 it cannot mark by", async () => {
  const status = form.cell("YL07", "状态");
  await form.type("YL07", "本期值", 43);
  await form.unprotected((sheet) => void (sheet.getRange(status).values = [["● 已达标"]]));
  await runCommand("markLagging");
  expect(state.get().notice?.text).toContain(status);
  expect(state.get().notice?.text).toContain("无法正确标出，请点“更新指标模板”");
});
