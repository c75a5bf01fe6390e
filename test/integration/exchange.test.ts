import { insertTable, writeList } from "../../src/excel";
import { convertForm } from "../../src/excel/convert";
import { readMergeTarget, writeMerge } from "../../src/excel/merge";
import { decided, type Incoming, mergeReport, type MergeReport, optionId } from "../../src/exchange";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { expandTable, repairMessage } from "../../src/tables";
import { FORM as FORM_TABLE, formSheet, RECORDS, remindersLayout, TASKS } from "../../src/sheets";
import { PLAIN_FORM } from "../../src/plain";
import type { Host } from "../../src/workbench/host/host";
import { filled, incoming, PERIOD, places, returned } from "../exchange/files";
import { freshWorkbook } from "./fresh";
import { openAddIn } from "./office";
import { form, tasks } from "./sheets";

const TIME = "2024-01-05 16:00";
const FORM = "指标填报";
let host: Host;

const actual = (code: string): string => form.cell(code, "本期值");
const body = `A5:O${expandTable(formSheet(plan)).cells.length}`;

const shown = async (
  sheet: string,
  address: string,
  what: "values" | "formulas" | "numberFormat" = "values",
): Promise<unknown[][]> => {
  await host.settled();
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address).load(what);
    await context.sync();
    return range[what] as unknown[][];
  });
};
/** Both ways calculate alike but for the last digits of the binary. */
const rounded = (matrix: unknown[][]): unknown[][] =>
  matrix.map((row) => row.map((v) => (typeof v === "number" ? Number(v.toPrecision(12)) : v)));
const sheets = (): string[] => host.engine.sheets().map((s) => s.name);
const visible = (name: string): boolean => {
  const { id } = host.engine.sheets().find((s) => s.name === name)!;
  return host.engine.sheetState(id).visible;
};

beforeAll(async () => {
  ({ host } = await openAddIn());
  await insertTable(FORM_TABLE, plan, undefined, PERIOD);
  await insertTable(TASKS, plan);
  first = [
    await incoming("民政.xlsx", await filled("市民政局", { YL07: 48, YL04: "=1+1" }, { 3: "推进中" })),
    await incoming("卫健.xlsx", await filled("市卫健委", { TY05: 1.62 })),
  ];
});
freshWorkbook(() => host);
beforeEach(() => void (files = first));

/** Two bureaus' files. */
let first: Incoming[];
let files: Incoming[];
const report = async (): Promise<MergeReport> =>
  mergeReport(plan, await readMergeTarget(plan, RECORDS), files, PERIOD);
/** What is written when the user takes every value as it stands in the files, held back or not. */
const allAsTheyAre = ({ items }: MergeReport): Record<string, string> =>
  Object.fromEntries(items.map(({ id, offers }) => [id, optionId(offers[0]!.value)]));
async function merge(
  decisions: (of: MergeReport) => Record<string, string | null> = () => ({}),
): Promise<number> {
  const found = await report();
  const { writes, records } = decided(found, decisions(found), TIME, PERIOD);
  if (records.length > 0) await writeMerge(plan, writes, records, RECORDS);
  return writes.length;
}
/** As a lead office has it that merged the first two files, each value as it stands in them. */
const mergeFirst = (): Promise<number> => merge(allAsTheyAre);

test("two files are merged by code in one reading and one writing request, each cell with its origin", async () => {
  const found = await report();
  host.requests.length = 0;
  const { writes, records } = decided(found, allAsTheyAre(found), TIME, PERIOD);
  await writeMerge(plan, writes, records, RECORDS);
  expect(host.requests.filter((r) => r.actions > 2)).toHaveLength(2);
  expect(await shown(FORM, actual("YL07"))).toEqual([[48]]);
  expect(await shown(FORM, actual("YL04"))).toEqual([["=1+1"]]);
  expect(await shown(FORM, form.cell("YL07", "状态"))).toEqual([["▲ 滞后"]]);
  expect(await shown("任务分工", tasks.cell(3, "进展状态"))).toEqual([["推进中"]]);
  expect(await shown("汇总记录", "A1:J3")).toEqual([
    ["时间", "报告期", "工作表", "代码", "栏目", "原内容", "新内容", "来源单位", "来源文件", "处理"],
    [TIME, PERIOD, FORM, "YL04", "本期值", "", "=1+1", "市民政局", "民政.xlsx", "写入"],
    [TIME, PERIOD, FORM, "YL07", "本期值", "", 48, "市民政局", "民政.xlsx", "写入"],
  ]);
});

test("a long text of the record is seen whole: its line wraps", async () => {
  const long = "正在协调资金，预计明年上半年完工。".repeat(12);
  files = [
    await incoming(
      "长.xlsx",
      await returned(
        "市民政局",
        (w) =>
          void (w.getWorksheet("任务分工")!.getCell(places("市民政局").task(4, "progress")).value = long),
      ),
    ),
  ];
  expect(await merge()).toBe(1);
  const line = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("汇总记录");
    const used = sheet.getUsedRange().load("rowCount");
    await context.sync();
    const last = sheet.getRange(`A${used.rowCount}:J${used.rowCount}`).load("format/wrapText,values");
    await context.sync();
    return { values: last.values[0]!, wraps: last.format.wrapText };
  });
  expect(line.values).toContain(long);
  expect(line.wraps).toBe(true);
});

test("merging the same files again changes nothing", async () => {
  await mergeFirst();
  const before = [await shown(FORM, body), await shown("汇总记录", "A1:I9")];
  expect((await report()).items.every((item) => item.state === "same")).toBe(true);
  expect(await merge()).toBe(0);
  expect([await shown(FORM, body), await shown("汇总记录", "A1:I9")]).toEqual(before);
});

test("a bureau's next file changes its own value; the record grows", async () => {
  await mergeFirst();
  files = [await incoming("民政2.xlsx", await filled("市民政局", { YL07: 49.8 }))];
  expect(await merge()).toBe(1);
  expect(await shown(FORM, actual("YL07"))).toEqual([[49.8]]);
  const lines = await shown("汇总记录", "D2:I7");
  expect(lines.filter((line) => line[0] === "YL07").map((line) => line.slice(2))).toEqual([
    ["", 48, "市民政局", "民政.xlsx"],
    [48, 49.8, "市民政局", "民政2.xlsx"],
  ]);
});

test("a cell that was edited after the report is not overwritten, and nothing else is written", async () => {
  await mergeFirst();
  files = [await incoming("民政3.xlsx", await filled("市民政局", { YL08: 60, YL10: 100 }))];
  const { writes, records } = decided(await report(), {}, TIME, PERIOD);
  await form.type("YL10", "本期值", 99);
  const record = await shown("汇总记录", "A1:I12");
  await expect(writeMerge(plan, writes, records, RECORDS)).rejects.toThrow(/又有改动/);
  expect(await shown(FORM, actual("YL08"))).toEqual([[""]]);
  expect(await shown("汇总记录", "A1:I12")).toEqual(record);
});

test.each([1, 4, 12, 18])("a merge whose action %i fails leaves the workbook as it was", async (index) => {
  await mergeFirst();
  files = [await incoming("民政4.xlsx", await filled("市民政局", { YL08: 60, YL13: 9 }, { 4: "推进中" }))];
  const { writes, records } = decided(await report(), {}, TIME, PERIOD);
  const before = [
    await shown(FORM, body),
    await shown("汇总记录", "A1:I12"),
    await shown("任务分工", tasks.cell(4, "进展状态")),
  ];
  host.faults.failAction = { skip: 1, index, code: "GeneralException" };
  await expect(writeMerge(plan, writes, records, RECORDS)).rejects.toThrow(/没有改动/);
  expect([
    await shown(FORM, body),
    await shown("汇总记录", "A1:I12"),
    await shown("任务分工", tasks.cell(4, "进展状态")),
  ]).toEqual(before);
});

test("text that starts like a formula stays text, in the form and in the record, and nothing is calculated", async () => {
  await mergeFirst();
  const looks = { YL05: "=1+1", YL12: "+48%", YL15: "-48人", YL16: "@SUM(1,1)" };
  files = [await incoming("=cmd|'x'!A1.xlsx", await filled("市民政局", looks))];
  const taken = Object.entries(looks);
  const before = (await shown("汇总记录", "A1:I40")).filter(([time]) => time !== "").length;
  expect(await merge(allAsTheyAre)).toBe(taken.length);
  for (const [code, text] of taken) {
    expect(await shown(FORM, actual(code))).toEqual([[text]]);
    expect(await shown(FORM, actual(code), "formulas")).toEqual([[text]]);
  }
  const lines = await shown("汇总记录", `F${before + 1}:I${before + taken.length}`);
  expect(lines.map(([, value]) => value).sort()).toEqual(taken.map(([, text]) => text).sort());
  expect(lines).toContainEqual(["", "=1+1", "市民政局", "=cmd|'x'!A1.xlsx"]);
  expect(await shown("汇总记录", `F${before + 1}:I${before + taken.length}`, "formulas")).toEqual(lines);
});

test("what the audit holds back is not written unasked; its reading is, with the column's format", async () => {
  files = [await incoming("民政5.xlsx", await filled("市民政局", { YL19: "９５％" }))];
  const { items } = await report();
  expect(items).toMatchObject([{ state: "held" }]);
  expect(await merge()).toBe(0);
  expect(await shown(FORM, actual("YL19"))).toEqual([[""]]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(FORM);
    sheet.protection.unprotect();
    sheet.getRange(actual("YL19")).numberFormat = [["0%"]];
    sheet.protection.protect();
    await context.sync();
  });
  expect(await merge(() => ({ [items[0]!.id]: optionId(95) }))).toBe(1);
  expect(await shown(FORM, actual("YL19"))).toEqual([[95]]);
  expect(await shown(FORM, actual("YL19"), "numberFormat")).not.toEqual([["0%"]]);
});

test("a file with nothing new and a value kept are remembered: neither is asked or written again", async () => {
  await mergeFirst();
  files = [await incoming("民政6.xlsx", await filled("市民政局", { YL07: 51 }))];
  await form.type("YL07", "本期值", 50);
  const [item] = (await report()).items;
  expect(item).toMatchObject({ state: "conflict" });
  expect(await merge(() => ({ [item!.id]: null }))).toBe(0);
  expect((await report()).items).toMatchObject([{ state: "decided" }]);
  files = [await incoming("医保.xlsx", await filled("市医保局", {}))];
  expect(await merge()).toBe(0);
  const last = (await shown("汇总记录", "A1:J60")).filter(([time]) => time !== "").slice(-2);
  expect(last).toEqual([
    [TIME, PERIOD, FORM, "YL07", "本期值", 50, 51, "市民政局", "民政6.xlsx", "未采用"],
    [TIME, PERIOD, "", "", "", "", "", "市医保局", "医保.xlsx", "收到，无新内容"],
  ]);
  const { outstanding } = mergeReport(plan, await readMergeTarget(plan, RECORDS), [], "2023年度");
  expect(outstanding.find(({ bureau }) => bureau === "市医保局")).toMatchObject({ returned: true });
});

test("a sheet 汇总记录 of the first version gets the new column; where the merge fails, it is as it was", async () => {
  await mergeFirst();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("汇总记录");
    sheet.protection.unprotect();
    sheet.getRange("J1:J60").clear();
    await context.sync();
  });
  const before = await shown("汇总记录", "A1:J60");
  files = [await incoming("民政7.xlsx", await filled("市民政局", { YL20: 9 }))];
  // where the sheets stand is known from here on, so that the second request is the one that writes
  await report();
  host.faults.failAction = { skip: 1, index: 12, code: "GeneralException" };
  await expect(merge()).rejects.toThrow(/没有改动/);
  expect(await shown("汇总记录", "A1:J60")).toEqual(before);
  expect(await merge()).toBe(1);
  expect(await shown("汇总记录", "J1")).toEqual([["处理"]]);
});

test("plain formulas show what YIZHI functions show; back again, and values stay", async () => {
  await mergeFirst();
  await form.type("YL07", "本期值", 50);
  const before = await shown(FORM, body);
  const functions = await shown(FORM, body, "formulas");
  await convertForm(plan, "formulas", PLAIN_FORM);
  expect(sheets()).toContain("计算过程");
  expect(visible("计算过程")).toBe(false);
  expect(JSON.stringify(await shown(FORM, body, "formulas"))).not.toContain("YIZHI.");
  expect(rounded(await shown(FORM, body))).toEqual(rounded(before));
  await convertForm(plan, "functions", PLAIN_FORM);
  expect(sheets()).not.toContain("计算过程");
  expect(await shown(FORM, body, "formulas")).toEqual(functions);
  await convertForm(plan, "values", PLAIN_FORM);
  expect((await shown(FORM, form.cell("YL07", "状态"), "formulas"))[0]![0]).toBe("◐ 达到序时");
  expect(await shown(FORM, body)).toEqual(before);
  await convertForm(plan, "functions", PLAIN_FORM);
  expect(await shown(FORM, body, "formulas")).toEqual(functions);
});

test("插入指标模板 gives a form of plain formulas its functions back and leaves no sheet of steps behind", async () => {
  const functions = await shown(FORM, body, "formulas");
  await convertForm(plan, "formulas", PLAIN_FORM);
  const { repairs } = await insertTable(FORM_TABLE, plan);
  expect(repairs.map(repairMessage)).toEqual(["普通公式已换回 YIZHI 函数"]);
  expect(await shown(FORM, body, "formulas")).toEqual(functions);
  expect(sheets().filter((name) => /计算过程|一指备份/.test(name))).toEqual([]);
});

test("a form whose cells show errors is not turned into values", async () => {
  const status = form.cell("YL07", "状态");
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(FORM);
    sheet.protection.unprotect();
    sheet.getRange(status).formulas = [["=1/0"]];
    await context.sync();
  });
  const before = await shown(FORM, body, "formulas");
  await expect(convertForm(plan, "values", PLAIN_FORM)).rejects.toThrow(
    `${form.cell("YL07", "序时目标")} 显示 #DIV/0!`,
  );
  expect(await shown(FORM, body, "formulas")).toEqual(before);
});

test("催报清单 lists each bureau with what it has not reported, and is made anew each time", async () => {
  await mergeFirst();
  const { outstanding } = mergeReport(plan, await readMergeTarget(plan, RECORDS), [], PERIOD);
  await writeList(remindersLayout(outstanding, plan, PERIOD));
  await writeList(remindersLayout(outstanding, plan, PERIOD));
  expect(sheets().filter((name) => name.startsWith("催报清单"))).toEqual(["催报清单"]);
  const list = await shown("催报清单", `A4:E${3 + outstanding.length}`);
  expect(list.map((row) => row[0])).toEqual(outstanding.map((o) => o.bureau));
  expect(String(list.find((row) => row[0] === "市民政局")![4])).not.toContain("YL07");
  expect(String(list.find((row) => row[0] === "市民政局")![4])).toContain("YL08");
});
