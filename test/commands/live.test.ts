import { read } from "./readings";
import { readAgain } from "../../src/commands/live";
import { state } from "../../src/commands/state";
import * as excel from "../../src/excel";

const refuse = (hostCode: string): void => {
  const issue = { code: "host-refused", hostCode, details: hostCode } as const;
  read.mockRejectedValueOnce(new excel.CommandError(issue));
};
const answer = (): void =>
  void read.mockResolvedValueOnce({
    ...{ report: null, form: null, bureaus: { form: null, tasks: null } },
    ...{
      held: { form: null, tasks: null },
      kept: { form: null, tasks: null, records: null, book: null },
      names: new Map(),
      sheets: [],
    },
  });

beforeEach(() => {
  jest.useFakeTimers();
  state.set({ notice: null });
  read.mockReset();
});
afterEach(() => void jest.useRealTimers());

test.each(["NoAnswer", "InvalidOperationInCellEditMode"])(
  "a reading nobody asked for that waits for a cell's editing (%s) says nothing, and is tried again",
  async (code) => {
    refuse(code);
    await readAgain();
    expect(state.get().notice).toBeNull();
    answer();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(read).toHaveBeenCalledTimes(2);
  },
);

test("an error of a reading goes when a later one succeeds", async () => {
  refuse("ApiNotFound");
  await readAgain();
  expect(state.get().notice?.text).toContain("更新 Excel");
  answer();
  await readAgain();
  expect(state.get().notice).toBeNull();
});

test("an error of a command stays when a reading succeeds", async () => {
  state.set({ notice: { kind: "error", text: "有单元格正在编辑。" } });
  answer();
  await readAgain();
  expect(state.get().notice?.text).toBe("有单元格正在编辑。");
});
