import { incomingIssueMessage, readIncoming, submissionOf } from "../../src/exchange";
import { builtInPlan as plan } from "../../src/plan/built-in";
import type { Grid } from "../../src/grid";
import { FORM_SHEET, formSheet, type PerTable, TASKS_SHEET, taskSheet } from "../../src/sheets";
import { expandTable } from "../../src/tables";
import { loadXlsx } from "../../src/xlsx/libraries";
import { asRead, columnOf, fill, fillSlot, rowOf } from "../sheets/helpers";
import { bureau, expectation, PERIOD } from "./files";

const CIVIL = bureau("市民政局");
const WHEN = { time: "2024-01-05 16:00", created: new Date("2024-01-05T08:00:00Z") };

/** A bureau's workbook, or the whole city's, as the add-in made it and people filled it. */
function tables(of: typeof CIVIL | null = CIVIL, keep: string[] = []): PerTable<Grid> {
  const options = { ...(of && { bureau: of }), period: PERIOD, keep: new Set(keep) };
  const form = asRead(expandTable(formSheet(plan, options)));
  const tasks = asRead(expandTable(taskSheet(plan, options)));
  fill(form, "YL07", "本期值", 48);
  fill(form, "YL07", "上年同期", 45);
  fill(form, "YL08", "本期值", 60.5, "=50+10.5");
  fillSlot(form, "填表人", "张三");
  fill(tasks, 3, "进展状态", "推进中");
  return { form, tasks };
}

const made = async (of: PerTable<Grid | null>) => {
  const file = await submissionOf(of, plan, WHEN);
  if (!file?.ok) throw new Error(JSON.stringify(file));
  return file.value;
};

async function opened(bytes: Uint8Array) {
  const { Workbook } = await loadXlsx();
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  const texts = (name: string): string[] => {
    const cells: string[] = [];
    workbook
      .getWorksheet(name)!
      .eachRow((row) => row.eachCell((cell) => void (cell.value !== null && cells.push(cell.text))));
    return cells;
  };
  return { workbook, texts };
}

test("the file holds form, tasks and the audit with plain formulas and what they give; the rest is hidden", async () => {
  const { name, bytes } = await made(tables());
  expect(name).toBe("市民政局_2023年_上报.xlsx");
  const { workbook, texts } = await opened(bytes);
  expect(workbook.worksheets.map((sheet) => [sheet.name, sheet.state])).toEqual([
    [FORM_SHEET, "visible"],
    [TASKS_SHEET, "visible"],
    ["审核情况", "visible"],
    ["计算过程", "hidden"],
    ["文件信息", "hidden"],
  ]);
  expect(texts(FORM_SHEET).join()).toContain("▲ 滞后");
  expect(texts(FORM_SHEET)).toContain("张三");
  expect(texts(FORM_SHEET).join()).not.toContain("YIZHI.");
});

test("the sheet 审核情况 says what was found, explained, not checked and left empty, and when", async () => {
  const own = tables();
  fill(own.form, "YL07", "本期值", 90);
  fill(own.form, "YL07", "情况说明", "新建三所机构，床位翻番");
  const { texts } = await opened((await made({ ...own, tasks: null })).bytes);
  const all = texts("审核情况").join("\n");
  expect(all).toMatch(/审核时间：2024-01-05 16:00　可以上报：强制 0 项，核实 1 项（都已说明）/);
  expect(all).toContain("新建三所机构，床位翻番");
  expect(all).toMatch(/工作簿中没有“任务分工”表，任务 \d+ 项不在文件中，没有审核/);
  expect(all).toMatch(/指标未填 \d+ 项：/);
});

test("cells that show no result are told, and the file brings them all the same", async () => {
  const own = tables();
  const { values } = own.form;
  values[rowOf(values, "YL07")]![columnOf(values, "状态")] = "#BUSY!";
  const { texts } = await opened((await made(own)).bytes);
  expect(texts("审核情况").join()).toMatch(/有 1 格没有算出（如 \w+ 显示 #BUSY!）/);
  expect(texts(FORM_SHEET).join()).not.toContain("#BUSY!");
});

test.each([
  ["a bureau's", CIVIL, "市民政局_2023年_上报.xlsx"],
  ["the whole city's", null, "宿州市_2023年_上报.xlsx"],
])("%s file reads back as it was sent, and nothing is said against it", async (_, of, file) => {
  const { name, bytes } = await made(tables(of));
  expect(name).toBe(file);
  const read = await readIncoming("上报.xlsx", bytes, expectation());
  expect(read).toMatchObject({ refused: false, bureau: of?.name ?? plan.place.whole });
  expect(read.entries.map(({ key, column, value }) => [key, column, value])).toEqual([
    ["YL07", "previous", 45],
    ["YL07", "actual", 48],
    ["YL08", "actual", 60.5],
    ["3", "state", "推进中"],
  ]);
  expect(read.issues.map(incomingIssueMessage)).toEqual([]);
});

test.each<[string, (own: PerTable<Grid>) => void, RegExp]>([
  [
    "nothing is filled in",
    (own) => void (own.form = asRead(expandTable(formSheet(plan, { period: PERIOD })))),
    /填报单位/,
  ],
  ["强制", ({ form }) => fill(form, "YL07", "本期值", "九十"), /1 项强制问题没有改正/],
  ["unexplained 核实", ({ form }) => fill(form, "YL07", "本期值", 95), /1 项核实问题没有说明/],
  ["no period", ({ form }) => fillSlot(form, "报告期", ""), /强制问题没有改正/],
])("nothing is made where it is not ready: %s", async (_, change, words) => {
  const own = tables();
  change(own);
  const file = await submissionOf(own, plan, WHEN);
  expect(file).toMatchObject({ ok: false });
  if (file?.ok === false) expect(file.issue.join("；")).toMatch(words);
});

test("rows of others that are filled in go along, and are told as such where the file comes back", async () => {
  const own = tables(CIVIL, ["TY05"]);
  fill(own.form, "TY05", "本期值", 1.62);
  const read = await readIncoming("上报.xlsx", (await made(own)).bytes, expectation());
  expect(read.issues.map(incomingIssueMessage)).toEqual([
    expect.stringMatching(/^H\d+ 的 TY05 不归该单位填报，填有“1.62”/),
  ]);
});

test("a workbook without our tables gives none", async () => {
  expect(await submissionOf({ form: null, tasks: null }, plan, WHEN)).toBeNull();
});
