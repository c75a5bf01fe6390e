import "./no-reading-by-itself";
import {
  archivePeriod,
  briefingToCopy,
  closeMatters,
  makeBriefing,
  makeDashboard,
  readResults,
  results,
  rollPeriod,
  saveBriefing,
  setFirstLeads,
  setVocabulary,
  state,
  updateBook,
} from "../../src/commands";
import { readAgain } from "../../src/commands/live";
import { forgetBefore } from "../../src/commands/periods-state";
import { forgetKept, insertTable } from "../../src/excel";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { FORM, FORM_SHEET, TASKS, TASKS_SHEET } from "../../src/sheets";
import { hash } from "../../src/text";
import { Host } from "../../src/workbench/host/host";
import { formPlaces, taskPlaces } from "../places";
import { PlainEngine } from "../workbench/plain-engine";
import { loadOffice } from "./office";
import { edit } from "./sheets";

const engine = new PlainEngine();
const host = new Host(engine);
const empty = engine.save();
const [form, tasks] = [formPlaces(), taskPlaces()];

const type = (key: string | number, header: string, value: unknown): Promise<void> =>
  typeof key === "number"
    ? edit(TASKS_SHEET, (sheet) => void (sheet.getRange(tasks.cell(key, header)).values = [[value]]))
    : edit(FORM_SHEET, (sheet) => void (sheet.getRange(form.cell(key, header)).values = [[value]]));
const values = (name: string): Promise<unknown[][]> =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(name).getUsedRange(true).load("values");
    await context.sync();
    return range.values as unknown[][];
  });
const texts = async (name: string): Promise<string[]> =>
  (await values(name))
    .map((row) => row.filter((cell) => cell !== "").join(" | "))
    .filter((line) => line !== "");
/** The row, from 0, in which a text stands. */
const rowOf = async (name: string, text: string): Promise<number> =>
  (await values(name)).findIndex((row) => row.some((cell) => String(cell).includes(text)));
const write = async (name: string, text: string, column: number, value: unknown): Promise<void> => {
  const row = await rowOf(name, text);
  await edit(name, (sheet) => void (sheet.getCell(row, column).values = [[value]] as unknown[][]));
};
const sheetNames = (): string[] => engine.sheets().map(({ name }) => name);
const digest = (): string => hash(engine.digest());
const notice = () => state.get().notice;
const requests = async (work: () => Promise<unknown>): Promise<number> => {
  await readAgain();
  host.requests.length = 0;
  await work();
  return host.requests.filter(({ actions }) => actions > 2).length;
};
const [BOOK, BRIEFING, DASHBOARD] = ["督办台账", "进展通报", "看板"];
const REASON_COLUMN = 8;

beforeAll(() => loadOffice(host));
beforeEach(async () => {
  engine.restore(empty);
  forgetBefore();
  forgetKept();
  results.set({ read: null, vocabulary: "schedule", firstLeads: false, file: null });
  state.set({ notice: null, view: "fill" });
  await insertTable(FORM, plan, undefined, "2023年");
  await insertTable(TASKS, plan);
  await type("YL07", "本期值", 48);
  await type("YL08", "本期值", 70);
  await type("YL06", "本期值", 96);
  await type("YL06", "情况说明", "两个小区未交付");
  await type(3, "进展状态", "推进中");
});

describe("看板", () => {
  test("is made in one request that reads and one that writes, on a sheet of its own", async () => {
    expect(await requests(makeDashboard)).toBe(2);
    expect(notice()).toMatchObject({ kind: "success", text: "已生成“看板”（2023年）。" });
    expect((await texts(DASHBOARD))[1]).toMatch(/^报告期：2023年　生成时间：/);
    const charts = await Excel.run(async (context) => {
      const all = context.workbook.worksheets.getItem(DASHBOARD).charts.load("items/name");
      await context.sync();
      return all.items.map(({ name }) => name);
    });
    expect(charts).toEqual(["看板各责任部门指标状态", "看板完成进度与序时进度", "看板各期指标状态"]);
    expect(Math.max(...host.requests.map(({ actions }) => actions))).toBeLessThanOrEqual(250);
    expect(Math.max(...host.requests.map(({ bytes }) => bytes))).toBeLessThanOrEqual(40 * 1024);
  });

  test("made again takes the place of the one before", async () => {
    await makeDashboard();
    await type("YL07", "本期值", 55);
    expect(await requests(makeDashboard)).toBe(2);
    expect(sheetNames()).toEqual(["Sheet1", FORM_SHEET, TASKS_SHEET, DASHBOARD]);
  });

  test("on which somebody has written stays beside the new one, and a foreign sheet of its name as it is", async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.add(DASHBOARD).getRange("A1").values = [["自己的看板"]];
      await context.sync();
    });
    await makeDashboard();
    await edit("看板（一指）", (sheet) => void (sheet.getRange("A60").values = [["我的备注"]]));
    await makeDashboard();
    expect(sheetNames()).toEqual(expect.arrayContaining([DASHBOARD, "看板（原）", "看板（一指）"]));
    expect(notice()?.text).toContain("表上有改动，原表保留为“看板（原）”");
    expect(await texts("看板（原）")).toContain("我的备注");
    expect(await texts(DASHBOARD)).toEqual(["自己的看板"]);
  });

  test("is not made where nothing can be told, and the workbook stays as it is", async () => {
    await edit(FORM_SHEET, (sheet) => void (sheet.getRange(form.slot("报告期")).values = [["后年"]]));
    const before = digest();
    await makeDashboard();
    expect(notice()).toMatchObject({ kind: "error", text: expect.stringMatching(/^没有生成看板：/) });
    expect(digest()).toBe(before);
  });
});

describe("通报", () => {
  const made = async (): Promise<string[]> => {
    await makeBriefing();
    return texts(BRIEFING);
  };

  test("has its annexes, and leads to the cells", async () => {
    const lines = await made();
    expect(sheetNames().slice(-3)).toEqual([BRIEFING, "通报附表", "通报数据来源"]);
    expect(lines).toEqual(
      expect.arrayContaining(
        ["一、总体情况", "（一）", "发文单位："].map((text): unknown => expect.stringContaining(text)),
      ),
    );
    expect(notice()?.text).toBe("已生成“进展通报”和附表（2023年）。");
  });

  test("what the office writes on it stands again on the next one", async () => {
    await made();
    const slots = [
      ["（一）", "　　（一）加强调度。"],
      ["（二）", "　　（二）"],
      ["发文单位：", "发文单位：市发展改革委"],
    ] as const;
    for (const [label, text] of slots) await write(BRIEFING, label, 0, text);
    await write(BRIEFING, "护理型", REASON_COLUMN, "床位在建");
    const last = (await values(BRIEFING)).length;
    await edit(BRIEFING, (sheet) => void (sheet.getCell(last, 0).values = [["抄送：市政府办公室"]]));
    await type("YL07", "本期值", 47);
    expect(await requests(makeBriefing)).toBe(2);
    expect(notice()?.text).toBe("已生成“进展通报”和附表（2023年）。写过的内容已保留。");
    const lines = await texts(BRIEFING);
    expect(lines.map((line) => line.trim())).toEqual(
      expect.arrayContaining(["（一）加强调度。", "（二）", "发文单位：市发展改革委", "抄送：市政府办公室"]),
    );
    expect(lines.find((line) => line.includes("▲ 护理型"))).toMatch(/8个百分点.*床位在建$/);
    expect(lines.find((line) => line.includes("▲ 新建"))).toMatch(/两个小区未交付$/);
    expect(sheetNames()).not.toContain("进展通报（原）");
    // the text that is copied is that of the sheet
    const copied = await briefingToCopy();
    for (const text of ["（一）加强调度。", "发文单位：市发展改革委", "抄送：市政府办公室", "床位在建"])
      expect(copied).toContain(text);
    expect(copied).toMatch(/▲ 护理型.*8个百分点/);
    // and once more
    await makeBriefing();
    expect(await texts(BRIEFING)).toEqual(lines);
  });

  test("what has no place any more is told, and stays on the former sheet", async () => {
    await made();
    await write(BRIEFING, "护理型", REASON_COLUMN, "床位在建");
    await type("YL07", "本期值", 55);
    await makeBriefing();
    expect(notice()?.text).toContain("“护理型养老床位占比”的原因没有位置，原表保留为“进展通报（原）”");
    expect((await texts("进展通报（原）")).some((line) => line.includes("床位在建"))).toBe(true);
  });

  test("a sentence that was changed by hand is not repeated as if it still held", async () => {
    await made();
    const row = await rowOf(BRIEFING, "纳入通报的指标");
    await edit(BRIEFING, (sheet) => void (sheet.getCell(row, 0).values = [["　　改写过的一句。"]]));
    await makeBriefing();
    expect(notice()?.text).toContain("改动过的内容没有位置，原表保留为“进展通报（原）”");
    expect((await texts("进展通报（原）")).join()).toContain("改写过的一句");
  });

  test("for another period takes no reason along; the former one stays", async () => {
    await made();
    await write(BRIEFING, "护理型", REASON_COLUMN, "床位在建");
    await write(BRIEFING, "（一）", 0, "　　（一）加强调度。");
    await archivePeriod({ cleanOnly: true });
    await rollPeriod("2024年");
    await type("YL07", "本期值", 48);
    await makeBriefing();
    const lines = await texts(BRIEFING);
    expect(lines.join()).not.toContain("床位在建");
    expect(lines.join()).toContain("加强调度");
    expect(sheetNames()).toContain("进展通报（原）");
  });

  test("its document is made of the same, with what was written", async () => {
    await made();
    await write(BRIEFING, "（一）", 0, "　　（一）加强调度。");
    expect(await requests(saveBriefing)).toBe(1);
    const { file } = results.get();
    expect(file?.name).toMatch(/2023年_通报\.docx$/);
    expect(file!.bytes.length).toBeGreaterThan(1000);
  });
});

describe("督办台账", () => {
  const lines = async (): Promise<unknown[][]> =>
    (await values(BOOK))
      .slice(2)
      .map((row) => [row[0], String(row[2]).split(" ")[0], row[6], row[7], row[11]]);

  test("opens what is behind, raises it when it stays so, and takes nothing away", async () => {
    expect(await requests(updateBook)).toBe(2);
    expect(notice()?.text).toMatch(/^“督办台账”新立 2 项/);
    expect(await lines()).toEqual([
      [1, "YL06", 1, "提醒", ""],
      [2, "YL07", 1, "提醒", ""],
    ]);
    await edit(BOOK, (sheet) => void (sheet.getRange("K3").values = [["已约谈"]]));
    await archivePeriod({ cleanOnly: true });
    await rollPeriod("2024年");
    await type("YL07", "本期值", 49);
    await type("YL06", "本期值", 100);
    await updateBook();
    expect(notice()?.text).toMatch(/更新 1 项的期数、等级；1 项已不滞后/);
    expect(await lines()).toEqual([
      [1, "YL06", 1, "提醒", ""],
      [2, "YL07", 2, "通报", ""],
    ]);
    expect((await values(BOOK))[2]![10]).toBe("已约谈");
  });

  test("closes what has recovered, and only that", async () => {
    await updateBook();
    await type("YL06", "本期值", 100);
    await readResults();
    const { recovered, open } = results.get().read!;
    expect(recovered).toEqual([{ row: 2, matter: expect.stringMatching(/^YL06/), words: expect.anything() }]);
    expect(open.map(({ matter, level }) => [matter.slice(0, 4), level])).toEqual([["YL07", "提醒"]]);
    await closeMatters([3]);
    expect(notice()).toMatchObject({ kind: "error" });
    await closeMatters([2]);
    expect(notice()?.text).toBe("“督办台账”已销号 1 项。");
    expect((await lines())[0]![4]).toMatch(/^\d{4}-\d\d-\d\d$/);
    await readResults();
    expect(results.get().read!.recovered).toEqual([]);
  });

  test("another sheet of its name is told, and left as it is", async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.add(BOOK).getRange("A1").values = [["别的台账"]];
      await context.sync();
    });
    await updateBook();
    expect(notice()).toMatchObject({ kind: "error", text: expect.stringContaining("请把它改名") });
    expect(await texts(BOOK)).toEqual(["别的台账"]);
  });

  test("the first bureau leads where that is asked for, and so it stays", async () => {
    await setFirstLeads(true);
    await updateBook();
    expect((await values(BOOK))[2]!.slice(3, 5)).toEqual(["市住建局", "市自然资源和规划局"]);
  });
});

test("what was made is told, with whether the data has changed since", async () => {
  await readResults();
  expect(results.get().read).toMatchObject({ period: "2023年", dashboard: null, briefing: null, book: null });
  await makeDashboard();
  await setVocabulary("midterm");
  await makeBriefing();
  await updateBook();
  await readResults();
  const { read } = results.get();
  for (const made of [read!.dashboard, read!.briefing, read!.book])
    expect(made).toMatchObject({ period: "2023年", changed: false });
  expect(read!.hasBriefing).toBe(true);
  expect(await briefingToCopy()).toContain("滞后于预期");
  expect(read!.letters.map(({ kind, bureau }) => `${kind} ${bureau}`)).toEqual(
    expect.arrayContaining(["督办 市民政局", "催报 市民政局"]),
  );
  expect(read!.letters.find(({ kind }) => kind === "督办")!.text).toContain("等级为提醒");
  await type("YL07", "本期值", 47);
  await readResults();
  expect(results.get().read!.dashboard).toMatchObject({ changed: true, sheet: DASHBOARD });
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(DASHBOARD).delete();
    await context.sync();
  });
  await readResults();
  expect(results.get().read!.dashboard).toBeNull();
});
