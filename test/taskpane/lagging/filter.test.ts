import type { LaggingGroup, LaggingItem } from "../../../src/report";
import { ALL, described, filtered, NO_FILTER, offered } from "../../../src/taskpane/lagging/filter";

const item = (code: string, field: string, status: string, overdue = status === "逾期"): LaggingItem => ({
  ...{
    sheet: field === "重点任务" ? "tasks" : "form",
    code,
    field,
    status,
    indicator: code,
    address: "H9",
    symbol: "▲",
  },
  figures: { target: "1%", expected: null, actual: "0%", gap: "1个百分点" },
  ...{ done: 0.4, due: 0.6, reason: "", joint: false, overdue },
});

const groups: LaggingGroup[] = [
  { bureau: "市民政局", items: [item("YL07", "养老", "严重滞后"), item("YL09", "养老", "滞后")] },
  { bureau: "市卫健委", items: [item("TY05", "托育", "滞后")] },
];
const codes = (list: LaggingGroup[]): string[] => list.flatMap(({ items }) => items.map(({ code }) => code));

test.each([
  ["nothing", {}, ["YL07", "YL09", "TY05"]],
  ["a bureau", { bureau: "市卫健委" }, ["TY05"]],
  ["a 领域", { field: "养老" }, ["YL07", "YL09"]],
  ["a status", { status: "滞后" }, ["YL09", "TY05"]],
  ["all three", { bureau: "市民政局", field: "养老", status: "滞后" }, ["YL09"]],
  ["what does not occur together", { bureau: "市卫健委", status: "严重滞后" }, []],
])("narrowed to %s", (_, part, expected) =>
  expect(codes(filtered(groups, { ...NO_FILTER, ...part }))).toEqual(expected),
);

test("tasks are narrowed to like indicators, by 重点任务 and 逾期", () => {
  const both = [...groups, { bureau: "市财政局", items: [item("任务3", "重点任务", "逾期")] }];
  expect(codes(filtered(both, { ...NO_FILTER, field: "重点任务" }))).toEqual(["任务3"]);
  expect(codes(filtered(both, { ...NO_FILTER, status: "逾期" }))).toEqual(["任务3"]);
  expect(offered(both).field).toContain("重点任务");
});

test("what lags and is overdue too fits both", () => {
  const late = [{ bureau: "市财政局", items: [item("任务3", "重点任务", "滞后", true)] }];
  for (const status of ["滞后", "逾期"])
    expect(codes(filtered(late, { ...NO_FILTER, status }))).toEqual(["任务3"]);
  expect(offered(late).status).toEqual([ALL, "滞后", "逾期"]);
});

test("offers what occurs, each once, after everything", () =>
  expect(offered(groups)).toEqual({
    bureau: [ALL, "市民政局", "市卫健委"],
    field: [ALL, "养老", "托育"],
    status: [ALL, "严重滞后", "滞后"],
  }));

test("says what it is narrowed to", () => {
  expect(described(NO_FILTER)).toBe("");
  expect(described({ ...NO_FILTER, bureau: "市民政局", status: "滞后" })).toBe("：市民政局、滞后");
});
