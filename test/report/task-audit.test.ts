import { builtInPlan as plan } from "../../src/plan/built-in";
import { expandTable } from "../../src/tables";
import {
  formSheet,
  NAMES,
  readTasks,
  stateOf,
  taskSheet,
  type TaskState,
  templateId,
} from "../../src/sheets";
import { taskItems } from "../../src/report";
import { asRead, deleteRow, insertRow, type } from "../sheets/helpers";
import { taskGrid, tasksWith, type TypedTasks } from "../sheets/task-sheet";

/** Findings as level, cell's column, and what they say; the sheet's row is that of the one task typed in. */
const found = (entries: TypedTasks[number], period: unknown = "2023年") =>
  taskItems(tasksWith({ 3: entries }, period), plan).map(({ level, address, message }) => [
    level,
    address.replace(/\d+/, ""),
    message,
  ]);
const wrongState = (text: string) => ["强制", "E", `“${text}”不是列表中的进展状态`];
const silent = ["核实", "E", "进展状态为滞后，没有写进展情况"];

test.each<[string, TypedTasks[number], unknown[]]>([
  ["nothing typed", {}, []],
  ["a state of the list", { state: "推进中" }, []],
  ["blanks only", { state: " 　" }, []],
  ["a state with a blank behind it", { state: "推进中 " }, [wrongState("推进中 ")]],
  ["another word", { state: "进行中" }, [wrongState("进行中")]],
  ["a number", { state: 3 }, [wrongState("3")]],
  ["an error", { state: "#N/A" }, [wrongState("#N/A")]],
  ["滞后 without a word", { state: "滞后" }, [silent]],
  ["滞后 with blanks as words", { state: "滞后", progress: " \u3000" }, [silent]],
  ["滞后 with its reason", { state: "滞后", progress: "资金未到位" }, []],
  ["滞后 in other words, without a word", { state: "滞后 " }, [wrongState("滞后 "), silent]],
  [
    "a deadline passed",
    { state: "推进中", deadline: 45107 },
    [["核实", "G", "完成时限 2023年6月30日 已过，进展状态为“推进中”"]],
  ],
  [
    "a deadline passed, nothing said",
    { deadline: "2023年底" },
    [["核实", "G", "完成时限 2023年底 已过，没有填进展状态"]],
  ],
  ["a deadline passed, done", { state: "已完成", deadline: "2022年" }, []],
  ["a deadline passed, done in other words", { state: "完成", deadline: "2022年" }, [wrongState("完成")]],
  ["a deadline ahead", { state: "推进中", deadline: "2024年1月" }, []],
  ["no date", { deadline: "长期" }, [["强制", "G", "“长期”不是日期"]]],
  ["a bare year as number", { deadline: 2025 }, [["强制", "G", "“2025”不是日期"]]],
  [
    "a year beyond the plan",
    { deadline: "2052年" },
    [["提示", "G", "完成时限 2052年 晚于计划的目标年 2025年"]],
  ],
])("%s", (_, entries, expected) => expect(found(entries)).toEqual(expected));

test("a task that is late stands as explained with its 进展情况", () => {
  const [item] = taskItems(tasksWith({ 3: { deadline: "2022年", progress: "征地未完成" } }), plan);
  expect(item).toMatchObject({ sheet: "tasks", code: "任务3", explanation: "征地未完成" });
});

test.each<[unknown, TaskState | null]>([
  ["滞后 ", "滞后"],
  ["　滞后。", "滞后"],
  ["▲ 滞后", "滞后"],
  ["\u200b滞后", "滞后"],
  ["严重滞后", "滞后"],
  ["进行中", "推进中"],
  ["完成", "已完成"],
  ["未开工", "未启动"],
  ["不滞后", null],
  ["未完成", null],
  ["推进中、滞后", null],
  ["√", null],
  ["", null],
])("进展状态 %j means %j", (typed, meant) => expect(stateOf(typed)).toBe(meant));

test("a word that means one of the list is offered as that, with what must still stand there", () => {
  const [state, deadline] = taskItems(tasksWith({ 3: { state: " 进行中", deadline: 2025 } }), plan);
  expect(state).toMatchObject({
    correction: { column: "state", reading: "推进中", was: " 进行中" },
    remedy: "请改为“推进中”",
  });
  expect(deadline!.correction).toEqual({ column: "deadline", reading: "2025年12月", was: 2025 });
});

test.each([
  ["an empty", ""],
  ["an unreadable", "去年"],
])("%s 报告期 is 强制 where no form answers for it, and nothing is late by it", (_, period) => {
  expect(found({ state: "推进中", deadline: "2021年" }, period)).toEqual([
    ["强制", "D", expect.stringMatching(/^报告期/)],
  ]);
});

test("the form's 报告期 goes before the sheet's own, which is told where it differs", () => {
  const data = tasksWith({ 3: { state: "推进中", deadline: "2022年" } }, "2023年");
  expect(taskItems(data, plan, "2021年")).toMatchObject([{ indicator: "报告期", address: "D2" }]);
  expect(taskItems(data, plan, "")).toEqual([]);
});

test("rows that are missing or stand twice and a header written over are 强制", () => {
  const { grid, row } = taskGrid({});
  type(grid, row(1) - 1, 4, "状态");
  insertRow(grid, row(5) + 1, grid.values[row(5)]!);
  deleteRow(grid, 3);
  const items = taskItems({ ...readTasks(grid, plan)!, period: "2023年" }, plan);
  expect(items.map(({ level, code, message }) => [level, code, message])).toEqual([
    ["强制", "任务3", `缺少任务3“${plan.tasks[2]!.text}”这一行`],
    ["强制", "任务5", expect.stringContaining("任务5在第")],
    ["强制", "", "表头“进展状态”被改为“状态”"],
  ]);
});

test("whatever is out of place on 任务分工 is mended by the one button", () => {
  const { grid, row } = taskGrid({});
  type(grid, row(1) - 1, 4, "状态");
  type(grid, row(5), 1, "别的任务");
  deleteRow(grid, 3);
  const remedies = taskItems(readTasks(grid, plan)!, plan, "2023年").map(({ remedy }) => remedy);
  expect(remedies).toHaveLength(3);
  expect(new Set(remedies)).toEqual(new Set(["请点“更新任务分工表”修复，填报内容会保留"]));
});

test("a bureau's sheet misses only its own tasks", () =>
  expect(taskItems(tasksWith({}, "2023年", "市公安局"), plan)).toEqual([]));

test("what is no task sheet is not read as one", () =>
  expect(readTasks(asRead(expandTable(formSheet(plan))), plan)).toBeNull());

test("a date as 进展情况 is a date", () => {
  const { grid, row } = taskGrid({ 3: { progress: 45107 } });
  const formats = grid.values.map((cells) => cells.map(() => "General"));
  formats[row(3)]![5] = "yyyy-mm-dd";
  const read = (g: typeof grid): string => readTasks(g, plan)!.rows[2]!.progress;
  expect([read(grid), read({ ...grid, formats })]).toEqual(["45107", "2023年6月30日"]);
});

test("the foot's empty places are known", () =>
  expect(tasksWith({}).unsigned).toEqual(["单位负责人", "填表人", "报出日期"]));

test("a cell of ours on 任务分工 that someone wrote over is 强制, by its task", () => {
  const { grid, row: at } = taskGrid({});
  const row = at(3);
  type(grid, row, 1, "别的任务");
  type(grid, row, 2, "市教体局");
  const items = taskItems(readTasks(grid, plan)!, plan, "2023年").filter(({ message }) =>
    message.includes("表样被改动"),
  );
  expect(items.map(({ level, code, address }) => [level, code, address])).toEqual([
    ["强制", "任务3", `B${row + 1}`],
    ["强制", "任务3", `C${row + 1}`],
  ]);
});

test("a task sheet that a later version made is told, with what to do", () => {
  const grid = asRead(expandTable(taskSheet(plan)));
  grid.names = new Map([[NAMES.tasksTemplate, templateId(plan).replace(/^form@\d+/, "form@99")]]);
  const items = taskItems(readTasks(grid, plan)!, plan, "2023年");
  expect(items.map(({ level, message, remedy }) => [level, message, remedy])).toContainEqual([
    "提示",
    "表样由更新版本的加载项制作",
    expect.stringContaining("请更新加载项"),
  ]);
});
