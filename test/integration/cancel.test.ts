import { runCommand, state } from "../../src/commands";
import { Host } from "../../src/workbench/host/host";
import { createHeadlessEngine } from "../../src/workbench/univer/headless";
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
  await Promise.all(["insertTasks", "insertTasks", "auditForm"].map(runCommand));
  end();
  expect(done.filter((doing) => doing !== "")).toEqual(["正在插入任务分工表…", "正在审核…"]);
});
