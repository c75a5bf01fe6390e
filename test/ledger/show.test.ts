import { builtInPlan as plan } from "../../src/plan/built-in";
import { obstacleMessage, otherPeriodItem, periodBefore } from "../../src/ledger";
import { Workbook } from "./workbook";

const filled = (): Workbook =>
  new Workbook(plan, "2022年")
    .type("YL07", "本期值", 47.5)
    .type("YL07", "情况说明", "含新建")
    .type("YL11", "本期值", 78)
    .type(3, "进展状态", "推进中")
    .type(3, "进展情况", "已招标")
    .type(4, "进展状态", "已完成")
    .type(4, "完成时限", 44926);

test("结转下期 archives, begins the next period, and brings last year's figures", () => {
  const book = filled();
  const { showing } = book.roll("2023年");
  expect(showing!.heads).toEqual([
    { table: "form", address: "F3", was: "2022年", value: "2023年", unlessFormula: false },
    { table: "tasks", address: "D2", was: "2022年", value: "2023年", unlessFormula: true },
  ]);
  const row = (code: string | number, ...headers: string[]) =>
    headers.map((header) => book.says(code, header));
  expect(row("YL07", "上年同期", "本期值", "情况说明")).toEqual([47.5, "", ""]);
  expect(row("YL08", "上年同期", "本期值", "情况说明")).toEqual(["", "", ""]);
  expect(row(3, "进展状态", "进展情况")).toEqual(["", ""]);
  // what is done stays done
  expect(row(4, "进展状态", "完成时限")).toEqual(["已完成", 44926]);
  expect(book.held().form!.period).toBe("2023年");
  expect(book.lines(["报告期", "指标代码", "值"])).toEqual(["2022年 YL07 47.5", "2022年 YL11 78"]);
});

test("where something cannot be archived, nothing is changed", () => {
  const book = filled().type("YL01", "本期值", "九五");
  const before = structuredClone([book.tables, book.ledgers]);
  const { archive, showing } = book.roll("2023年");
  expect([archive.obstacles.map(({ code }) => code), showing, archive.rows]).toEqual([
    ["audit"],
    null,
    { form: [], tasks: [] },
  ]);
  expect([book.tables, book.ledgers]).toEqual(before);
});

test.each([
  ["2022年度", /与本期相同/],
  ["2021年", /早于本期/],
  ["2027年", /一年以上/],
  ["下一期", /无法识别/],
])("%s is no next period", (next, words) => {
  const book = filled();
  const { obstacles, showing } = book.roll(next);
  expect(obstacleMessage(obstacles[0]!, plan)).toMatch(words);
  expect([showing, book.ledgers.form]).toEqual([null, expect.anything()]);
});

test("an empty form goes on to the next period too", () => {
  const book = new Workbook(plan, "2022年");
  expect(book.roll("2023年").showing!.cells).toEqual([]);
  expect(book.period).toBe("2023年");
});

test("上年同期 is the latest of last year's revisions", () => {
  const book = filled();
  book.archive();
  book.type("YL07", "本期值", 48).archive({ reason: "县区补报" });
  book.roll("2023年");
  expect(book.says("YL07", "上年同期")).toBe(48);
});

test("调阅 shows an archived period as it was last, and changing it there is a revision", () => {
  const book = filled();
  book.roll("2023年");
  book.type("YL07", "本期值", 50).type(3, "进展状态", "已完成");
  expect(book.recall("2022年").obstacles.map((one) => obstacleMessage(one, plan))).toEqual([
    "3 项还没有归档：YL07 护理型养老床位占比、任务3、任务4；请先“归档本期”，否则会被盖掉",
  ]);
  expect(book.says("YL07", "本期值")).toBe(50);
  book.archive();
  book.recall("2022年");
  expect(["本期值", "情况说明", "上年同期"].map((header) => book.says("YL07", header))).toEqual([
    47.5,
    "含新建",
    "",
  ]);
  expect(["进展状态", "进展情况"].map((header) => book.says(3, header))).toEqual(["推进中", "已招标"]);
  book.type("YL07", "本期值", 47.9).archive({ reason: "核减重复床位" });
  book.recall("2023年");
  expect(["本期值", "上年同期"].map((header) => book.says("YL07", header))).toEqual([50, 47.9]);
  expect(book.codes()).toEqual([]);
});

test("what is archived nowhere may be given up", () => {
  const book = filled();
  book.roll("2023年");
  book.type("YL07", "本期值", 50);
  book.recall("2022年", true);
  expect(book.says("YL07", "本期值")).toBe(47.5);
});

test("rolling on from an older period shows what is archived of the next", () => {
  const book = filled();
  book.roll("2023年");
  book.type("YL07", "本期值", 50).archive();
  book.recall("2022年");
  book.roll("2023年");
  expect(["本期值", "上年同期"].map((header) => book.says("YL07", header))).toEqual([50, 47.5]);
});

test("上年同期 that was typed comes back with its period", () => {
  const book = new Workbook(plan, "2023年").type("YL07", "上年同期", 47).type("YL07", "本期值", 50);
  book.roll("2024年");
  expect(["本期值", "上年同期"].map((header) => book.says("YL07", header))).toEqual(["", 50]);
  book.recall("2023年");
  expect(["本期值", "上年同期"].map((header) => book.says("YL07", header))).toEqual([50, 47]);
});

test("what is archived and has no row on the form is told", () => {
  const book = filled();
  book.archive();
  book.edit((cells) => {
    const line = cells[0]!.map((): unknown => "");
    [line[0], line[1], line[4]] = ["2021年", "YL07", 44];
    cells.push(line);
  });
  const held = book.held();
  held.form!.rows = held.form!.rows.filter(({ code }) => code !== "YL07");
  book.held = () => held;
  expect(book.recall("2021年").showing!.unplaced.map(({ key }) => key)).toEqual(["YL07"]);
});

test("figures of another period under a 报告期 changed by hand are noticed, and not archived unless that is meant", () => {
  const book = filled();
  book.archive();
  book.setPeriod("2023年");
  const { obstacles } = book.archive();
  const other = { period: "2022年", archived: true, whole: true, alike: expect.anything() };
  expect(obstacles).toEqual([{ code: "other-period", here: "2023年", ...other }]);
  expect(otherPeriodItem(book.held().form!, "2023年", { ...other, alike: [] })).toMatchObject({
    level: "核实",
    address: "F3",
    message: "报告期为“2023年”，填的却是已归档的“2022年”的数",
  });
  expect(book.archive({ confirmed: true }).rows.form).toHaveLength(2);
});

test("a new period that was begun by typing is not taken for the last one", () => {
  const book = filled();
  book.archive();
  book
    .setPeriod("2023年")
    .type("YL07", "本期值", 50)
    .type("YL11", "本期值", 78)
    .type(3, "进展状态", "已完成");
  expect(book.archive().obstacles).toEqual([]);
  const one = filled();
  one.archive();
  one.roll("2023年");
  one.type("YL11", "本期值", 78);
  expect(one.archive().obstacles).toEqual([]);
});

test("a 报告期 changed by hand over figures that were never archived is noticed by who read them before", () => {
  const book = filled();
  const before = book.current();
  expect(periodBefore(before, book.setPeriod("2022年度").current())).toBeNull();
  expect(periodBefore(before, book.setPeriod("2023年").current())?.period).toBe("2022年");
  expect(periodBefore(before, book.type("YL08", "本期值", 1).current())?.period).toBe("2022年");
  book.type("YL07", "本期值", 50).type("YL11", "本期值", 79).type(3, "进展状态", "滞后");
  expect(periodBefore(before, book.current())).toBeNull();
  expect(periodBefore(new Workbook(plan, "2022年").current(), book.current())).toBeNull();
});

test("a period that the plan does not run through is not shown", () => {
  const book = new Workbook(plan, "2021年").type("YL07", "上年同期", 42).type("YL07", "本期值", 45);
  book.archive();
  const { obstacles, showing } = book.recall("2020年");
  expect(showing).toBeNull();
  expect(obstacleMessage(obstacles[0]!, plan)).toMatch(/^报告期“2020年”不晚于基期2020年/);
});

test("a workbook with tasks alone has its own 报告期 and history", () => {
  const book = filled();
  const { tasks } = book.held();
  book.held = () => ({ form: null, tasks: { ...tasks!, period: "2022年" } });
  const { showing, archive } = book.roll("2023年");
  expect(archive.rows.form).toEqual([]);
  expect(showing!.heads.map(({ table, unlessFormula }) => [table, unlessFormula])).toEqual([
    ["tasks", false],
  ]);
  expect(book.lines(["报告期", "序号", "进展状态"], "tasks")).toEqual(["2022年 3 推进中", "2022年 4 已完成"]);
});

test("调阅 of a ledger that lacks a column says so, and shows nothing, whatever is given up", () => {
  const book = filled();
  book.roll("2023年");
  book.edit((cells) => void (cells[0]![4] = "数值"));
  for (const giveUp of [false, true]) {
    const { obstacles, showing } = book.recall("2022年", giveUp);
    expect([obstacles.map(({ code }) => code), showing]).toEqual([["ledger"], null]);
    expect(obstacleMessage(obstacles[0]!, plan)).toMatch(/缺少“值”列/);
  }
});

test("a period of which nothing is archived cannot be shown", () => {
  const book = filled();
  book.archive();
  const { obstacles, showing } = book.recall("2025年", true);
  expect(showing).toBeNull();
  expect(obstacleMessage(obstacles[0]!, plan)).toMatch(/^“2025年”没有归档过/);
});

test("what is filled in for a period that cannot be read is not written over", () => {
  const book = filled();
  book.archive();
  const { obstacles, showing } = book.setPeriod("第五季度").recall("2022年");
  expect([obstacles.map(({ code }) => code), showing]).toEqual([["unarchived"], null]);
});

test("the same indicator of two periods is named with each", () => {
  const book = filled();
  book.roll("2023年");
  book.type("YL07", "本期值", 50).type("YL07", "上年同期", 48);
  const words = obstacleMessage(book.recall("2022年").obstacles[0]!, plan);
  expect(words).toMatch(/YL07 [^、]*（2023年）、YL07 [^、]*（2022年）、/);
});
