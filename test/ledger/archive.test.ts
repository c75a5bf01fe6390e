import { TRIAL_MARK } from "../../src/assessment";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { archiveOf, archiveWords, enteredFigures, obstacleMessage } from "../../src/ledger";
import { Workbook } from "./workbook";

const TOLD = ["报告期", "指标代码", "值", "状态", "差距", "数据性质", "修订原因"];
const codesOf = (book: { obstacles: { code: string }[] }): string[] => book.obstacles.map(({ code }) => code);

test("a row tells all that there is of a figure, and has a number", () => {
  const book = new Workbook(plan, "2023年")
    .type("YL07", "本期值", 48)
    .type("YL07", "情况说明", "新建床位明年投用");
  book.archive();
  expect(book.ledgers.form!.values[0]).toEqual([
    ...["报告期", "指标代码", "指标名称", "计量单位", "值", "状态", "差距", "责任部门", "情况说明"],
    ...["数据性质", "归档时间", "来源", "修订原因", "校验码（共1行）"],
  ]);
  const row = book.ledgers.form!.values[1]!;
  expect(row.slice(0, 13)).toEqual([
    ...["2023年", "YL07", "护理型养老床位占比", "%", 48, "滞后", 7, "市民政局", "新建床位明年投用"],
    ...["初报", "2024-01-05 09:30", "本表填报", ""],
  ]);
  expect(row[13]).toMatch(/^1-[0-9a-f]{4}-[0-9a-f]{8}$/);
  expect(book.codes()).toEqual([]);
});

test("the same again changes nothing; what is blank is not archived", () => {
  const book = new Workbook(plan, "2023年").type("YL07", "本期值", 50).type(3, "进展状态", "推进中");
  expect(archiveWords(book.archive())).toBe("已归档 2023年：初报 2 项。");
  const before = structuredClone(book.ledgers);
  expect(archiveWords(book.archive())).toBe("2023年没有需要归档的变化；没有变化 2 项。");
  expect(book.ledgers).toEqual(before);
  expect(book.lines(["报告期", "序号", "进展状态", "数据性质"], "tasks")).toEqual(["2023年 3 推进中 初报"]);
});

test("the same period in other words is the same period", () => {
  const book = new Workbook(plan, "2023年上半年").type("YL07", "本期值", 50);
  book.archive();
  expect(book.setPeriod("2023Q2").archive().rows.form).toEqual([]);
  expect(book.setPeriod("2023-06").archive().rows.form).toEqual([]);
  // and keeps its words, so that sums by them stay whole
  book.type("YL11", "本期值", 78.3).archive();
  expect(book.lines(["报告期"])).toEqual(["2023年上半年", "2023年上半年"]);
});

test("another figure is a revision: it wants its reason once for all, and the first one stays", () => {
  const book = new Workbook(plan, "2023年").type("YL07", "本期值", 50).type("YL11", "本期值", 78.3);
  book.archive();
  book.type("YL07", "本期值", 51).type("YL11", "本期值", 79);
  const refused = book.archive({ reason: "无" });
  expect(codesOf(refused)).toEqual(["reason"]);
  expect(obstacleMessage(refused.obstacles[0]!, plan)).toBe(
    "2 项与已归档的不同：YL07 护理型养老床位占比（2023年）50 → 51、YL11 人均预期寿命（2023年）78.3 → 79；请写明修订原因，原数会保留",
  );
  book.archive({ reason: "县区补报" });
  expect(book.lines(["指标代码", "值", "数据性质", "修订原因"])).toEqual([
    "YL07 50 初报 ",
    "YL11 78.3 初报 ",
    "YL07 51 修订 县区补报",
    "YL11 79 修订 县区补报",
  ]);
});

test("other words beside the same figure are kept too, and want no reason", () => {
  const book = new Workbook(plan, "2023年").type("YL07", "本期值", 50);
  book.archive();
  book.type("YL07", "情况说明", "含新建床位").archive();
  expect(book.lines(["值", "情况说明", "数据性质", "修订原因"])).toEqual([
    "50  初报 ",
    "50 含新建床位 初报 情况说明有改动",
  ]);
});

test("figures can be final", () => {
  const book = new Workbook(plan, "2023年").type("YL07", "本期值", 50);
  book.archive();
  book.archive({ approved: true });
  book.archive({ approved: true });
  expect(book.lines(["值", "数据性质"])).toEqual(["50 初报", "50 核定"]);
});

test("why there is no figure is archived, and the figure that comes later is no revision", () => {
  const book = new Workbook(plan, "2023年").type("YL07", "情况说明", "普查数据未出");
  book.archive();
  book.type("YL07", "本期值", 50).archive();
  expect(book.lines(TOLD)).toEqual(["2023年 YL07  未填报  初报 ", "2023年 YL07 50 达到序时 5 初报 "]);
});

test("a figure that was cleared stays in the ledger", () => {
  const book = new Workbook(plan, "2023年").type("YL07", "本期值", 50);
  book.archive();
  expect(archiveWords(book.type("YL07", "本期值", "").archive())).toBe(
    "2023年没有需要归档的变化；表上已清空、归档数保留 1 项。",
  );
});

test("nothing is archived while the audit wants something, but what is clean may be", () => {
  const book = new Workbook(plan, "2023年")
    .type("YL01", "本期值", "九五")
    .type("YL07", "本期值", 41)
    .type("YL11", "本期值", 78.3);
  const refused = book.archive();
  expect(codesOf(refused)).toEqual(["audit"]);
  expect(obstacleMessage(refused.obstacles[0]!, plan)).toMatch(
    /^2 项还不能归档：YL01 .*、YL07 .*；请到“审核”改正强制问题/,
  );
  expect(book.ledgers.form).toBeNull();
  book.archive({ cleanOnly: true });
  expect(book.lines(["指标代码", "值"])).toEqual(["YL11 78.3"]);
  book.type("YL01", "本期值", 95).type("YL07", "情况说明", "床位改造停用").archive();
  expect(book.lines(["指标代码", "值"])).toEqual(["YL11 78.3", "YL01 95", "YL07 41"]);
});

test.each([
  ["", "period", /^报告期为空/],
  ["2023年第五季度", "period", /无法识别/],
  ["2027年", "period", /一年以上/],
])("a 报告期 “%s” archives nothing", (period, code, words) => {
  const { obstacles } = new Workbook(plan, period).type("YL07", "本期值", 50).archive({ cleanOnly: true });
  expect(codesOf({ obstacles })).toEqual([code]);
  expect(obstacleMessage(obstacles[0]!, plan)).toMatch(words);
});

test("the number 2023.1 may be January or October: nothing is archived, and nothing is left out to get past it", () => {
  const book = new Workbook(plan, "2022年").type("YL07", "本期值", 50);
  const held = book.held();
  for (const data of [held.form!, held.tasks!]) data.period = 2023.1;
  const how = { time: "2024-01-05 09:30", cleanOnly: true, confirmed: true };
  const { obstacles, rows } = archiveOf(book.current(held), book.read(), how, plan);
  expect(codesOf({ obstacles })).toEqual(["period"]);
  expect(obstacleMessage(obstacles[0]!, plan)).toMatch(/2023年1月.*2023年10月/);
  expect(rows).toEqual({ form: [], tasks: [] });
});

test("an empty form has nothing to archive", () => {
  expect(codesOf(new Workbook(plan, "2023年").archive())).toEqual(["nothing"]);
});

test("上年同期 that was typed is archived as last year's; another one than archived is a revision of that", () => {
  const book = new Workbook(plan, "2023年上半年").type("YL07", "上年同期", 47).type("YL07", "本期值", 50);
  book.archive();
  expect(book.lines([...TOLD, "来源"])).toEqual([
    "2023年上半年 YL07 50 达到序时 5 初报  本表填报",
    "2022年上半年 YL07 47 达到序时 8 初报  2023年上半年填报的上年同期",
  ]);
  book.type("YL07", "上年同期", 46.5);
  expect(codesOf(book.archive())).toEqual(["reason"]);
  book.archive({ reason: "可比口径" });
  expect(book.lines(["报告期", "值", "数据性质"]).at(-1)).toBe("2022年上半年 46.5 修订");
});

test("来源 names the file that a figure was merged from", () => {
  const book = new Workbook(plan, "2023年").type("YL07", "本期值", 50).type("YL11", "本期值", 78.3);
  const line = {
    time: "",
    period: "2023年度",
    file: "民政局.xlsx",
    bureau: "市民政局",
    done: "written",
  } as const;
  const cell = { table: "form", column: "actual", was: "" } as const;
  book.records = [
    { ...line, ...cell, key: "YL07", value: 50 },
    { ...line, ...cell, key: "YL11", value: 77 },
  ];
  book.archive();
  expect(book.lines(["指标代码", "来源"])).toEqual(["YL07 市民政局（民政局.xlsx）", "YL11 本表填报"]);
});

test("a file of another period goes into the ledger without passing through the form", () => {
  const book = new Workbook(plan, "2023年").type("YL07", "本期值", 50);
  const entered = (key: string, column: string, value: string | number) => ({
    ...({ table: "form", key, column, value, held: [] } as const),
  });
  const file = enteredFigures(
    [
      entered("YL07", "actual", 47),
      entered("YL07", "explanation", "年报数"),
      entered("YL08", "actual", 41),
      { table: "tasks", key: "3", column: "state", value: "滞后", held: [] },
    ],
    "2022年",
    "市民政局（2022.xlsx）",
    plan,
  );
  const how = { time: "2024-01-05 09:30" };
  const refused = archiveOf(file, book.read(), how, plan);
  expect(codesOf(refused)).toEqual(["audit"]);
  const archive = archiveOf(file, book.read(), { ...how, cleanOnly: true }, plan);
  expect(archive.withheld.map(({ key, against }) => [key, against.length])).toEqual([
    ["YL08", 1],
    ["3", 1],
  ]);
  book.append(archive);
  expect(book.lines(["报告期", "指标代码", "值", "情况说明", "来源"])).toEqual([
    "2022年 YL07 47 年报数 市民政局（2022.xlsx）",
  ]);
  expect(book.says("YL07", "本期值")).toBe(50);
});

test("figures that 试填 made up are archived only once that is confirmed", () => {
  const book = new Workbook(plan, "2023年").type("YL07", "本期值", 50).type("YL11", "本期值", 78.3);
  book.type("YL07", "情况说明", TRIAL_MARK);
  const asked = book.archive();
  expect(codesOf(asked)).toEqual(["trial"]);
  expect(obstacleMessage(asked.obstacles[0]!, plan)).toBe(
    "1 项是试填的数（情况说明为“试填数据，非真实填报”）：YL07 护理型养老床位占比；归档后不能删去，请先填上真实的数，确要归档请确认",
  );
  expect(asked.rows.form).toEqual([]);
  expect(codesOf(book.archive({ cleanOnly: true }))).toEqual(["trial"]);
  expect(book.archive({ confirmed: true }).rows.form).toHaveLength(2);
  // what is archived is not asked again
  expect(codesOf(book.archive())).toEqual([]);
});
