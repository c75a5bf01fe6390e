import { compareFiles, convert, mergeDecided, remind, runCommand, state } from "../../src/commands";
import { FORM_SHEET } from "../../src/sheets";
import { Host } from "../../src/workbench/host/host";
import { createHeadlessEngine } from "../../src/workbench/univer/headless";
import { filled, PERIOD } from "../exchange/files";
import { loadOffice } from "./office";

const ANSWERS_AFTER_MS = 300;
const TASKS = "任务分工";

let host: Host;
const names = (): string[] => host.engine.sheets().map(({ name }) => name);
/** Resolves once the state is as wanted. */
const when = (wanted: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const end = state.subscribe(() => look());
    const look = (): void => {
      if (!wanted()) return;
      end();
      resolve();
    };
    look();
  });

beforeAll(async () => {
  host = new Host(createHeadlessEngine());
  await loadOffice(host);
  host.faults.delay = ANSWERS_AFTER_MS;
});

test("cancelled while it reads, a command ends at once and the workbook is as it was", async () => {
  const before = names();
  const done = runCommand("insertTasks");
  await when(() => state.get().busy !== null);
  state.get().busy!.cancel!();
  expect(state.get().busy?.cancel ?? null).toBeNull();
  await done;
  expect(state.get()).toMatchObject({
    busy: null,
    notice: { kind: "info", text: "已取消，工作簿没有改动。" },
  });
  await new Promise((resolve) => setTimeout(resolve, 3 * ANSWERS_AFTER_MS));
  expect(names()).toEqual(before);
});

test.each<[string, () => Promise<void>]>([
  ["转为普通公式", () => convert("formulas")],
  ["生成催报清单", () => remind()],
  ["写入汇总", () => mergeDecided({})],
])("%s cancelled while it reads leaves the workbook as it was", async (_, act) => {
  delete host.faults.delay;
  await runCommand("insertForm");
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(FORM_SHEET).getRange("F3").values = [[PERIOD]];
    await context.sync();
  });
  const bytes = await filled("市民政局", { YL07: 48 });
  await compareFiles([{ name: "民政.xlsx", read: async () => bytes }]);
  const shown = (): Promise<unknown> =>
    Excel.run(async (context) => {
      const used = context.workbook.worksheets.getItem(FORM_SHEET).getUsedRange().load("formulas");
      await context.sync();
      return [names(), used.formulas];
    });
  const before = await shown();
  host.faults.delay = ANSWERS_AFTER_MS;
  const done = act();
  await when(() => state.get().busy !== null);
  state.get().busy!.cancel!();
  await done;
  expect(state.get().notice?.text).toBe("已取消，工作簿没有改动。");
  await new Promise((resolve) => setTimeout(resolve, 2 * ANSWERS_AFTER_MS));
  expect(await shown()).toEqual(before);
});

test("cancelled while it writes, a command finishes and says what it did", async () => {
  host.requests.length = 0;
  const done = runCommand("insertTasks");
  await when(() => state.get().busy !== null);
  while (!names().includes(TASKS)) await new Promise((resolve) => setTimeout(resolve, 10));
  state.get().busy!.cancel!();
  await done;
  expect(state.get().notice).toMatchObject({ kind: "success", text: expect.stringContaining(TASKS) });
});

test("commands pressed at once run one after the other, the same one only once", async () => {
  const done: string[] = [];
  const end = state.subscribe(() => {
    const { busy } = state.get();
    if (busy && busy.doing !== done.at(-1)) done.push(busy.doing);
    if (!busy) done.push("");
  });
  await Promise.all((["insertTasks", "insertTasks", "auditForm"] as const).map(runCommand));
  end();
  expect(done.filter((doing) => doing !== "")).toEqual(["正在插入任务分工表…", "正在审核…"]);
});
