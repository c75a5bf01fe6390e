import "./no-reading-by-itself";
import {
  archivePeriod,
  periods,
  readPeriods,
  recallPeriod,
  restoreRows,
  rollPeriod,
  runCommand,
  state,
  workbook,
} from "../../src/commands";
import { readAgain } from "../../src/commands/live";
import { forgetBefore, seen } from "../../src/commands/periods-state";
import { TRIAL_MARK } from "../../src/assessment";
import { insertTable } from "../../src/excel";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { FORM, FORM_SHEET, TASKS, TASKS_SHEET } from "../../src/sheets";
import { hash } from "../../src/text";
import { Host } from "../../src/workbench/host/host";
import { formPlaces, taskPlaces } from "../places";
import { PlainEngine } from "../workbench/plain-engine";
import { loadOffice } from "./office";

const engine = new PlainEngine();
const host = new Host(engine);
const empty = engine.save();
const [form, tasks] = [formPlaces(), taskPlaces()];
const HISTORY = "历史数据";

const edit = (name: string, change: (sheet: Excel.Worksheet) => void): Promise<void> =>
  Excel.run(async (context) => {
    change(context.workbook.worksheets.getItem(name));
    await context.sync();
  });
const type = (key: string | number, header: string, value: unknown): Promise<void> =>
  typeof key === "number"
    ? edit(TASKS_SHEET, (sheet) => void (sheet.getRange(tasks.cell(key, header)).values = [[value]]))
    : edit(FORM_SHEET, (sheet) => void (sheet.getRange(form.cell(key, header)).values = [[value]]));
const setPeriod = (text: string | number): Promise<void> =>
  edit(FORM_SHEET, (sheet) => void (sheet.getRange(form.slot("报告期")).values = [[text]]));
const values = (name: string, address?: string): Promise<unknown[][]> =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const range = (address ? sheet.getRange(address) : sheet.getUsedRange(true)).load("values");
    await context.sync();
    return range.values as unknown[][];
  });
const shows = async (key: string | number, header: string): Promise<unknown> =>
  typeof key === "number"
    ? (await values(TASKS_SHEET, tasks.cell(key, header)))[0]![0]
    : (await values(FORM_SHEET, form.cell(key, header)))[0]![0];
const period = async (): Promise<unknown> => (await values(FORM_SHEET, form.slot("报告期")))[0]![0];
const digest = (): string => hash(engine.digest());
const notice = () => state.get().notice;
const requests = async (work: () => Promise<unknown>): Promise<number> => {
  host.requests.length = 0;
  await work();
  return host.requests.filter(({ actions }) => actions > 2).length;
};
/** 报告期, code, value and 数据性质 of each row. */
const lines = async (): Promise<unknown[][]> => {
  const [header, ...rows] = await values(HISTORY);
  const at = ["报告期", "指标代码", "值", "数据性质"].map((name) => header!.indexOf(name));
  return rows.map((row) => at.map((column) => row[column]));
};

beforeAll(() => loadOffice(host));
beforeEach(async () => {
  engine.restore(empty);
  forgetBefore();
  seen.wanted = false;
  periods.set({ ask: null, read: null });
  state.set({ notice: null, view: "fill" });
  await insertTable(FORM, plan, undefined, "2022年");
  await insertTable(TASKS, plan);
  await type("YL07", "本期值", 46);
  await type("YL08", "本期值", 70);
  await type(3, "进展状态", "推进中");
});

test("归档本期 makes the ledgers where there are none, in one request that reads and one that writes", async () => {
  await archivePeriod();
  expect(notice()).toMatchObject({ kind: "success", text: "已归档 2022年：初报 3 项。" });
  expect(await lines()).toEqual([
    ["2022年", "YL07", 46, "初报"],
    ["2022年", "YL08", 70, "初报"],
  ]);
  expect((await values(HISTORY))[0]!.at(-1)).toBe("校验码（共2行）");
  expect((await values("任务历史"))[1]!.slice(0, 4)).toEqual(["2022年", 3, expect.any(String), "推进中"]);
  await type("YL07", "情况说明", "新增床位在建");
  // where the sheets stand is known from here on
  await readAgain();
  expect(await requests(() => archivePeriod())).toBe(2);
  const before = digest();
  expect(await requests(() => archivePeriod())).toBe(1);
  expect(notice()?.text).toContain("没有需要归档的变化");
  expect(digest()).toBe(before);
});

test("another figure is a revision: its reason is asked once, nothing is written before", async () => {
  await archivePeriod();
  await type("YL07", "本期值", 47);
  const before = digest();
  await archivePeriod();
  expect(digest()).toBe(before);
  expect(periods.get().ask).toMatchObject({ act: "archive", needsReason: true, mayCleanOnly: false });
  expect(state.get().view).toBe("periods");
  expect(notice()?.text).toContain("YL07");
  await type("YL08", "本期值", 71);
  await archivePeriod({ reason: "监测数据复核后更正" });
  expect(notice()?.text).toContain("核对之后又有改动");
  expect(periods.get().ask?.texts[0]).toContain("YL08");
  await archivePeriod({ reason: "监测数据复核后更正" });
  expect(notice()).toMatchObject({ kind: "success", text: "已归档 2022年：修订 2 项；没有变化 1 项。" });
  expect(periods.get().ask).toBeNull();
  expect(await lines()).toHaveLength(4);
});

test("what the audit wants stands in the way; what is clean may be archived alone", async () => {
  await type("YL08", "本期值", "'九十");
  await archivePeriod();
  expect(periods.get().ask).toMatchObject({ mayCleanOnly: true, needsReason: false });
  await archivePeriod({ cleanOnly: true });
  expect(notice()?.text).toContain("有问题未归档 1 项");
  expect(await lines()).toEqual([["2022年", "YL07", 46, "初报"]]);
});

test("结转下期 archives, begins the next year and fills 上年同期; 调阅 shows the former one; both as one request", async () => {
  await archivePeriod();
  await type("YL07", "本期值", 46.5);
  await readAgain();
  expect(await requests(() => rollPeriod("2023年", { reason: "监测数据复核后更正" }))).toBe(2);
  expect(notice()?.text).toBe(
    "已归档 2022年：修订 1 项；没有变化 2 项。现在填报 2023年，上年同期填入 2 项。",
  );
  expect([await period(), await shows("YL07", "本期值"), await shows("YL07", "上年同期")]).toEqual([
    "2023年",
    "",
    46.5,
  ]);
  expect(await shows(3, "进展状态")).toBe("");
  await type("YL07", "本期值", 48);
  const filled = digest();
  await recallPeriod("2022年");
  expect(digest()).toBe(filled);
  expect(periods.get().ask).toMatchObject({ act: "recall", period: "2022年", mayGiveUp: true });
  await archivePeriod();
  expect(await requests(() => recallPeriod("2022年"))).toBe(2);
  expect([await period(), await shows("YL07", "本期值"), await shows("YL07", "上年同期")]).toEqual([
    "2022年",
    46.5,
    "",
  ]);
  await recallPeriod("2023年");
  expect(await shows("YL07", "本期值")).toBe(48);
});

test("结转 pressed twice, or on an empty form, begins nothing: the pane asks", async () => {
  await rollPeriod();
  expect(await period()).toBe("2023年");
  const before = digest();
  await runCommand("rollPeriod");
  expect(digest()).toBe(before);
  expect(periods.get().ask).toMatchObject({ act: "roll", period: "2024年" });
  await rollPeriod("2024年");
  expect(await period()).toBe("2024年");
});

test("where something cannot be archived, 结转 changes nothing", async () => {
  await type("YL08", "本期值", "'九十");
  const before = digest();
  await rollPeriod("2023年");
  expect(digest()).toBe(before);
  expect(periods.get().ask).toMatchObject({ act: "roll", period: "2023年", mayCleanOnly: false });
});

test("上年同期 of a period before the plan is archived, and told beside the list", async () => {
  await setPeriod("2021年");
  await type("YL07", "上年同期", 42);
  await archivePeriod();
  await readPeriods();
  const { archived, outside } = periods.get().read!;
  expect([archived.map(({ text }) => text), outside]).toEqual([["2021年"], ["2020年"]]);
});

describe("a 报告期 changed by hand over filled figures", () => {
  test.each([
    ["archived", true],
    ["never archived", false],
  ])("is told by the reading, with the buttons that help (figures %s)", async (_, isArchived) => {
    if (isArchived) await archivePeriod();
    await readPeriods();
    await setPeriod("2023年");
    await readAgain();
    expect(notice()?.text).toMatch(/报告期为“2023年”，填的却是.*“2022年”的数.*结转下期.*调阅/);
    // the courses have them where they are
    const points = periods.get().read!.courses.find(({ code }) => code === "YL07")!.points;
    expect(points.map((point) => [point.period, point.value])).toEqual([["2022年", 46]]);
    expect(periods.get().read).toMatchObject({ following: expect.arrayContaining(["2023年"]) });
    expect(periods.get().read?.otherPeriod).toContain("2022年");
    expect(workbook.get().report?.findings[0]).toMatchObject({ level: "核实", indicator: "报告期" });
    await archivePeriod();
    expect(periods.get().ask).toMatchObject({ mayConfirm: true });
    await rollPeriod();
    expect(notice()?.text).toContain("现在填报 2023年");
    expect([await period(), await shows("YL07", "本期值"), await shows("YL07", "上年同期")]).toEqual([
      "2023年",
      "",
      46,
    ]);
    await readAgain();
    expect(periods.get().read?.otherPeriod).toBeNull();
  });

  test("is found by 审核数据 after a fresh load of the pane, and settled where the figures are right", async () => {
    await archivePeriod();
    await setPeriod("2023年");
    forgetBefore();
    await runCommand("auditForm");
    expect(workbook.get().report?.findings[0]).toMatchObject({
      level: "核实",
      message: expect.stringContaining("已归档的“2022年”的数"),
    });
    await archivePeriod({ confirmed: true });
    expect(notice()?.kind).toBe("success");
    await runCommand("auditForm");
    expect(workbook.get().report?.findings.filter(({ indicator }) => indicator === "报告期")).toEqual([]);
  });

  test.each([
    ["archived", true],
    ["never archived", false],
  ])("stays in doubt while they are overtyped, until it is answered (figures %s)", async (_, isArchived) => {
    if (isArchived) await archivePeriod();
    await readPeriods();
    await setPeriod("2023年");
    await readAgain();
    await type("YL07", "本期值", 48);
    await readAgain();
    expect(notice()?.text).toMatch(/报告期为“2023年”，有的数仍与“2022年”的相同/);
    expect(periods.get().read).toMatchObject({ figuresOf: null });
    await type("YL10", "本期值", 100);
    await readAgain();
    const before = await values(FORM_SHEET);
    await archivePeriod();
    const { ask } = periods.get();
    expect(ask).toMatchObject({ act: "archive", mayConfirm: true });
    expect(ask!.texts.join()).toMatch(/共 2 项：YL08 .*、任务3；/);
    await rollPeriod("2024年");
    expect(periods.get().ask).toMatchObject({ act: "roll", mayConfirm: true });
    expect(await values(FORM_SHEET)).toEqual(before);
    await archivePeriod({ confirmed: true });
    expect(notice()).toMatchObject({ kind: "success" });
    await readAgain();
    expect(periods.get().read).toMatchObject({ otherPeriod: null, unarchived: 0 });
    await archivePeriod();
    expect(periods.get().ask).toBeNull();
  });

  test.each(["前三季度", "随便", "2040年", "", 2023.1])(
    "%j on the way is no period of theirs",
    async (text) => {
      await readPeriods();
      await setPeriod(text);
      await readAgain();
      expect(periods.get().read?.otherPeriod).toBeNull();
      await archivePeriod();
      expect(periods.get().ask!.texts.join()).not.toContain("填的却是");
      await setPeriod("2023年");
      await readAgain();
      expect(periods.get().read?.otherPeriod).toMatch(/填的却是“2022年”的数/);
    },
  );

  test("a 报告期 that could not be read and is put right leaves no doubt", async () => {
    await setPeriod("前三季度");
    await readPeriods();
    await setPeriod("2023年前三季度");
    await readAgain();
    expect(periods.get().read?.otherPeriod).toBeNull();
  });

  test("调阅 of the period that the figures are of puts 报告期 back and writes over nothing", async () => {
    await readAgain();
    await setPeriod("2023年");
    await readAgain();
    await recallPeriod("2022年");
    expect(notice()?.text).toContain("报告期已改回 2022年");
    expect([await period(), await shows("YL07", "本期值")]).toEqual(["2022年", 46]);
  });
});

test("a ledger's rows are read again only once they have changed, and a reading stays one request", async () => {
  const { followWorkbook } = jest.requireActual<typeof import("../../src/commands")>("../../src/commands");
  await followWorkbook();
  await archivePeriod();
  await readPeriods();
  const bytes = async (): Promise<number> => {
    host.requests.length = 0;
    await readAgain();
    expect(host.requests).toHaveLength(1);
    return host.requests[0]!.actions;
  };
  await readAgain();
  const known = await bytes();
  await edit(HISTORY, (sheet) => void (sheet.getRange("A9").values = [["备注"]]));
  await host.settled();
  expect(await bytes()).toBeGreaterThan(known);
  expect(await bytes()).toBe(known);
  expect(
    periods
      .get()
      .read?.issues.map(({ text }) => text)
      .join(),
  ).toContain("第9行");
});

test("rows edited or deleted by hand are told, and restored from what the workbook still says", async () => {
  await archivePeriod();
  await edit(HISTORY, (sheet) => void (sheet.getRange("E2").values = [[99]]));
  await readPeriods();
  expect(periods.get().read).toMatchObject({ lost: 1 });
  expect(
    periods
      .get()
      .read?.issues.map(({ text }) => text)
      .join(),
  ).toContain("归档后被改动");
  await restoreRows();
  expect(notice()).toMatchObject({ kind: "success", text: "已恢复 1 处归档过的内容。" });
  expect(await lines()).toContainEqual(["2022年", "YL07", 46, "初报"]);
  await readPeriods();
  expect(periods.get().read).toMatchObject({ lost: 0, issues: [] });
});

describe("a ledger that people have worked on", () => {
  test("sorted, with a column of theirs and under another name, is written on below, by its columns", async () => {
    await archivePeriod();
    await edit(HISTORY, (sheet) => {
      sheet.getRange("A:A").insert("Right");
      sheet.getRange("A1:A3").values = [["批注"], ["甲"], ["乙"]];
      sheet.name = "多年数据";
      // as Excel does by itself
      sheet.context.workbook.names.getItem("YIZHI_HISTORY").formula = "='多年数据'!$B$1";
    });
    await type("YL10", "本期值", 100);
    await archivePeriod();
    expect(notice()).toMatchObject({ kind: "success" });
    expect(engine.sheets().map(({ name }) => name)).not.toContain(HISTORY);
    const rows = await values("多年数据");
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ["批注", "报告期", "指标代码"],
      ["甲", "2022年", "YL07"],
      ["乙", "2022年", "YL08"],
      ["", "2022年", "YL10"],
    ]);
    await readPeriods();
    expect(periods.get().read?.issues.map(({ text }) => text)).toEqual([
      "“多年数据”多了“批注”列；会原样保留，归档不写这些列",
    ]);
  });

  test.each([
    ["foreign", (sheet: Excel.Worksheet) => void (sheet.getRange("A1").values = [["别人的"]])],
    ["blank", () => undefined],
  ])("a %s sheet of its name is never written to", async (_, write) => {
    await Excel.run(async (context) => {
      write(context.workbook.worksheets.add(HISTORY));
      await context.sync();
    });
    const before = digest();
    await archivePeriod();
    expect(digest()).toBe(before);
    expect(notice()?.text).toMatch(/“历史数据”没有归档的表头.*改名/);
  });

  test("a protected one is written to and protected again", async () => {
    await archivePeriod();
    await edit(HISTORY, (sheet) => sheet.protection.protect({ allowAutoFilter: true }));
    await type("YL10", "本期值", 100);
    await archivePeriod();
    expect(await lines()).toHaveLength(3);
    const { id } = engine.sheets().find(({ name }) => name === HISTORY)!;
    expect(engine.sheetState(id).protection).toMatchObject({ allowAutoFilter: true });
  });

  test("where no sheet may be added, that is told", async () => {
    await Excel.run(async (context) => {
      context.workbook.protection.protect();
      await context.sync();
    });
    const before = digest();
    await archivePeriod();
    expect(digest()).toBe(before);
    expect(notice()?.text).toContain("工作簿结构受保护");
    await Excel.run(async (context) => {
      context.workbook.protection.unprotect();
      await context.sync();
    });
  });
});

test("a percentage that someone's format would show otherwise is shown as it is, and the form stays protected", async () => {
  await archivePeriod();
  await rollPeriod("2023年");
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(FORM_SHEET);
    sheet.protection.unprotect();
    sheet.getRange(form.cell("YL07", "本期值")).numberFormat = [["0%"]];
    sheet.protection.protect({});
    await context.sync();
  });
  await recallPeriod("2022年");
  const { id } = engine.sheets().find(({ name }) => name === FORM_SHEET)!;
  expect(engine.sheetState(id).protection).not.toBeNull();
  const shown = await Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem(FORM_SHEET).getRange(form.cell("YL07", "本期值"));
    cell.load("values,numberFormat");
    await context.sync();
    return [cell.values[0]![0], cell.numberFormat[0]![0]] as unknown[];
  });
  expect(shown[0]).toBe(46);
  expect(shown[1]).not.toBe("0%");
});

test("the number 2023.1 is asked, whatever is answered: neither archived nor gone on from", async () => {
  await setPeriod(2023.1);
  await readPeriods();
  expect(periods.get().read?.following).toEqual([]);
  const before = digest();
  await archivePeriod();
  expect(periods.get().ask).toMatchObject({ act: "archive", mayCleanOnly: false });
  await archivePeriod({ cleanOnly: true, confirmed: true });
  expect(notice()?.text).toContain("2023年10月");
  await rollPeriod("2023年");
  expect(notice()?.text).toContain("没有结转");
  expect(digest()).toBe(before);
});

test("只归档没有问题的 is spoken of where it is offered, and nowhere else", async () => {
  await type("YL08", "本期值", "'九十");
  await archivePeriod();
  expect(periods.get().ask).toMatchObject({ mayCleanOnly: true });
  expect(notice()?.text).toContain("也可以只归档没有问题的");
  await rollPeriod("2023年");
  expect(periods.get().ask).toMatchObject({ act: "roll", mayCleanOnly: false });
  expect(notice()?.text).not.toContain("只归档没有问题的");
});

test("历史数据 that was deleted is told, and only who confirms begins another", async () => {
  await archivePeriod();
  await rollPeriod("2023年");
  await type("YL07", "本期值", 48);
  await edit(HISTORY, (sheet) => sheet.delete());
  await readPeriods();
  expect(periods.get().read?.issues.map(({ level, text }) => `${level} ${text}`)).toEqual([
    expect.stringMatching(/^核实 “历史数据”不在了，而工作簿中的.*“任务历史”表明归档过；误删的请撤销删除/),
  ]);
  const before = digest();
  await archivePeriod();
  expect(digest()).toBe(before);
  expect(periods.get().ask).toMatchObject({ act: "archive", mayConfirm: true, mayCleanOnly: false });
  await recallPeriod("2022年", true);
  expect(notice()?.text).toContain("“历史数据”不在了，其中归档过的没有显示");
  await type("YL07", "本期值", 46);
  await archivePeriod({ confirmed: true });
  expect(notice()?.text).toContain("已归档 2022年");
  expect((await lines()).length).toBe(1);
});

test("a deleted row that the form still shows is archived again, and a question asked before is let go", async () => {
  await archivePeriod();
  await rollPeriod("2023年");
  await type("YL07", "本期值", 48);
  await type("YL08", "本期值", 75);
  await archivePeriod();
  await edit(HISTORY, (sheet) => void sheet.getRange("5:5").delete("Up"));
  await recallPeriod("2022年");
  expect(periods.get().ask).toMatchObject({ act: "recall" });
  await readPeriods();
  expect(periods.get().read).toMatchObject({ lost: 1 });
  await restoreRows();
  expect(notice()).toMatchObject({
    kind: "success",
    text: "已按填报表、汇总记录补归档 1 项，序号接着编，请核对。",
  });
  expect(periods.get().ask).toBeNull();
  expect((await lines()).at(-1)).toEqual(["2023年", "YL08", 75, "初报"]);
  // and what is typed from now on is no deleted row's
  await type("YL11", "本期值", 78.3);
  await readPeriods();
  expect(periods.get().read).toMatchObject({ lost: 0 });
});

test("where both ledgers were deleted, the workbook's names still tell of them", async () => {
  await archivePeriod();
  await edit(HISTORY, (sheet) => sheet.delete());
  await edit("任务历史", (sheet) => sheet.delete());
  await readPeriods();
  expect(periods.get().read?.issues.map(({ text }) => text.split("；")[0])).toEqual([
    "“历史数据”不在了，而工作簿中的“YIZHI_HISTORY”表明归档过",
    "“任务历史”不在了，而工作簿中的“YIZHI_TASK_HISTORY”表明归档过",
  ]);
  await archivePeriod({ confirmed: true });
  await readPeriods();
  expect(periods.get().read?.issues).toEqual([]);
});

test("what is confirmed of figures that 试填 made up leaves them to their period, where 报告期 was changed by hand", async () => {
  await type("YL07", "情况说明", TRIAL_MARK);
  await readAgain();
  await setPeriod("2023年");
  await rollPeriod();
  const { ask } = periods.get();
  expect(ask).toMatchObject({ act: "roll", period: "2023年", mayConfirm: true });
  expect(ask!.texts.join()).toMatch(/^1 项是试填的数/);
  await rollPeriod("2023年", { confirmed: true });
  expect(notice()?.text).toContain("已归档 2022年");
  expect([await period(), await shows("YL07", "上年同期")]).toEqual(["2023年", 46]);
});

test("分发 tells that 历史数据 is gone, or cannot be read", async () => {
  await archivePeriod();
  await setPeriod("2023年");
  await runCommand("distribute");
  expect(notice()?.text).toMatch(/，上年同期、上期已按历史数据填入，请在窗格中.{2,9}。$/);
  await edit(HISTORY, (sheet) => void (sheet.getRange("E1").values = [["数值"]]));
  await runCommand("distribute");
  expect(notice()?.text).toMatch(/以前归档的数可能没有填入：“历史数据”缺少“值”列；.*改好后请再分发一次。$/);
  await edit(HISTORY, (sheet) => sheet.delete());
  await runCommand("distribute");
  expect(notice()?.text).toMatch(/以前归档的数可能没有填入：“历史数据”不在了/);
});
