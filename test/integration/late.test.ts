import { runCommand, state } from "../../src/commands";
import { patience } from "../../src/excel/run";
import { Host } from "../../src/workbench/host/host";
import { PlainEngine } from "../workbench/plain-engine";
import { loadOffice } from "./office";

const host = new Host(new PlainEngine());
const names = (): string[] => host.engine.sheets().map(({ name }) => name);
const usual = patience.ms;
const LATE_MS = 200;

beforeAll(() => loadOffice(host));
beforeEach(() => {
  state.set({ notice: null });
});
afterEach(() => {
  patience.ms = usual;
  delete host.faults.delay;
  delete host.faults.dropAnswer;
});

test("while an answer is on its way the pane has something to show; then the command is complete", async () => {
  host.faults.delay = LATE_MS;
  const done = runCommand("insertForm");
  await new Promise((resolve) => setTimeout(resolve, LATE_MS / 2));
  expect(state.get()).toMatchObject({ busy: { doing: "正在插入指标模板…" }, notice: null });
  await done;
  expect(state.get()).toMatchObject({ busy: null, notice: { kind: "success" } });
  expect(names()).toContain("指标填报");
});

test.each([
  ["is lost", () => (host.faults.dropAnswer = {})],
  ["comes after the wait", () => (host.faults.delay = 3 * LATE_MS)],
])(
  "a reading whose answer %s is given up: the pane says what to do, and nothing is written",
  async (_, harm) => {
    patience.ms = LATE_MS;
    const before = names();
    harm();
    await runCommand("insertTasks");
    expect(state.get().busy).toBeNull();
    const { kind, text, details } = state.get().notice!;
    expect(kind).toBe("error");
    expect(text).toMatch(/^Excel 迟迟没有应答。请先按回车或 Esc 结束单元格编辑.*再点一次/);
    expect(details).toBe(`NoAnswer · ${LATE_MS} ms`);
    delete host.faults.delay;
    await host.settled();
    expect(names()).toEqual(before);
  },
);

test("the same command works once Excel answers again", async () => {
  await runCommand("insertTasks");
  expect(state.get().notice?.kind).toBe("success");
  expect(names()).toContain("任务分工");
});
