import { openFile, savesFiles, state } from "../../src/commands";
import { patience } from "../../src/excel/run";
import type { Host } from "../../src/workbench/host/host";
import { openAddIn } from "./office";

/* Excel for Mac does nothing at a link to a file made by the pane: files are opened as new workbooks instead. */

const opened: string[] = [];
let refuse = false;
let host: Host;

beforeAll(async () => {
  ({ host } = await openAddIn({
    platform: "Mac",
    openWorkbook: (base64) => {
      if (refuse) throw new Error("busy");
      opened.push(base64);
    },
  }));
});

test("on a Mac nothing is offered for saving", () => {
  expect(Office.context.platform).toBe("Mac");
  expect(savesFiles()).toBe(false);
});

test("a file is opened whole, and the user is told how to save it", async () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7) % 256);
  await openFile({ name: "市民政局.xlsx", bytes });
  expect(opened.map((text) => Buffer.from(text, "base64").equals(bytes))).toEqual([true]);
  expect(state.get().notice).toMatchObject({
    kind: "success",
    text: "已在新窗口打开，请用“文件 → 另存为”保存为 市民政局.xlsx。",
  });
});

test("a refusal is told, with what to do", async () => {
  refuse = true;
  await openFile({ name: "市民政局.xlsx", bytes: new Uint8Array(10) });
  expect(state.get().notice).toMatchObject({ kind: "error", text: expect.stringContaining("再点一次") });
});

describe("where Excel gives no answer", () => {
  const usual = patience.ms;
  beforeEach(() => {
    refuse = false;
    host.faults.dropAnswer = {};
  });
  afterEach(() => void (patience.ms = usual));

  test("the pane comes free after the wait and says what to do", async () => {
    patience.ms = 50;
    await openFile({ name: "市民政局.xlsx", bytes: new Uint8Array(10) });
    expect(state.get().busy).toBeNull();
    expect(state.get().notice).toMatchObject({ kind: "error", text: expect.stringContaining("没有应答") });
  });

  test("取消 is heeded", async () => {
    const opening = openFile({ name: "市民政局.xlsx", bytes: new Uint8Array(10) });
    await new Promise((resolve) => setTimeout(resolve, 50));
    state.get().busy!.cancel!();
    await opening;
    expect(state.get().busy).toBeNull();
    expect(state.get().notice?.text).toContain("已取消");
  });
});
