import {
  correct,
  explain,
  insertExample,
  runCommand,
  setParameter,
  setPeriod,
  state,
  takeBack,
  corrections,
  workbook,
} from "../../src/commands";
import { insertTable, readHoldings } from "../../src/excel";
import { FORM, TASKS } from "../../src/sheets";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { Host } from "../../src/workbench/host/host";
import { createHeadlessEngine } from "../../src/workbench/univer/headless";
import { freshWorkbook } from "./fresh";
import { loadOffice } from "./office";
import { form } from "./sheets";

let host: Host;

/** Reads the form into the state, as the pane does after every change. */
const read = async () => {
  const holdings = await readHoldings(plan);
  workbook.set(holdings);
  return holdings.form!;
};

beforeAll(async () => {
  host = new Host(createHeadlessEngine());
  await loadOffice(host);
});

describe("in an empty workbook", () => {
  freshWorkbook(() => host);

  test("without a form there is nothing to report, and what needs one says so", async () => {
    expect((await readHoldings(plan)).form).toBeNull();
    await explain("YL07", "原因");
    expect(state.get().notice).toMatchObject({
      kind: "error",
      text: expect.stringContaining("插入指标模板"),
    });
  });

  test("the task sheet is known while it stands, under any name", async () => {
    const { sheet } = await insertTable(TASKS, plan);
    const renamed = "分工";
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheet).name = renamed;
      await context.sync();
    });
    expect(await readHoldings(plan)).toMatchObject({
      form: null,
      bureaus: { form: null, tasks: "全市" },
      report: { sheets: { tasks: { name: renamed } } },
    });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(renamed).delete();
      await context.sync();
    });
    expect(await readHoldings(plan)).toMatchObject({
      form: null,
      report: null,
      bureaus: { form: null, tasks: null },
    });
  });

  test("an example is written into an empty cell of any sheet", async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("B2").select();
      await context.sync();
    });
    await insertExample('=YIZHI.GAP("YL07",48)');
    expect(state.get().notice).toMatchObject({ kind: "success", text: expect.stringContaining("B2") });
  });
});

describe("on a form", () => {
  beforeAll(() => insertTable(FORM, plan, undefined, "2023年"));
  freshWorkbook(() => host);
  afterEach(async () => expect(await form.isProtected()).toBe(true));

  /** Texts that the audit can read, in two cells. */
  const typeTexts = async () => {
    await form.type("YL01", "本期值", "'95%");
    await form.type("YL02", "上年同期", "'９０％");
    return (await read()).findings;
  };
  const texts = async () => [await form.content("YL01", "本期值"), await form.content("YL02", "上年同期")];

  test("修正 writes the reading offered and 撤销 puts the text back as it was typed", async () => {
    await correct(await typeTexts());
    expect(await texts()).toEqual([95, 90]);
    await takeBack();
    expect(await texts()).toEqual(["95%", "９０％"]);
    expect(corrections.get().last).toBeNull();
  });

  test("修正 leaves a cell alone that has changed since the audit, and so does 撤销", async () => {
    const findings = await typeTexts();
    await form.type("YL01", "本期值", 96);
    await correct(findings.filter(({ code }) => code === "YL01"));
    expect(await form.content("YL01", "本期值")).toBe(96);
    expect(state.get().notice?.kind).toBe("error");

    await correct(findings.filter(({ code }) => code === "YL02"));
    await form.type("YL02", "上年同期", 91);
    await takeBack();
    expect(await form.content("YL02", "上年同期")).toBe(91);
    expect(state.get().notice?.kind).toBe("error");
  });

  test("修正 overwrites no formula, though its result is text", async () => {
    await form.type("YL04", "本期值", '="约"&95');
    await host.settled();
    const { findings } = await read();
    const found = findings.filter(({ code }) => code === "YL04");
    expect(found[0]!.correction?.reading).toBe(95);
    await correct(found);
    expect(await form.content("YL04", "本期值")).toBe('="约"&95');
  });

  test.each(["床位改造停用", "=1+1", "2023-06"])("情况说明 %j stands on its row as typed", async (text) => {
    await form.type("YL07", "本期值", 41);
    await explain("YL07", text);
    expect(await form.content("YL07", "情况说明")).toBe(text);
    expect((await read()).findings.find(({ code }) => code === "YL07")).toMatchObject({ explanation: text });
  });

  test("报告期, 容差 and 红线 stand in the form's cells, which are what a later reading tells", async () => {
    await read();
    await setPeriod("2023Q2");
    await setParameter("tolerance", "12");
    await setParameter("redline", "三十");
    expect((await readHoldings(plan)).form).toMatchObject({
      period: "2023Q2",
      tolerance: "12",
      redline: "三十",
    });
    expect((await readHoldings(plan)).form!.unjudged).toContain("三十");
  });

  test("entries are found by code, wherever their row has moved", async () => {
    await form.act((sheet) => {
      sheet.protection.unprotect();
      const [first, second] = [form.row("YL08"), form.row("YL09")];
      sheet.getRange(`${first}:${first}`).insert("Down");
      sheet.getRange(`${first}:${first}`).copyFrom(`${second + 1}:${second + 1}`);
      sheet.getRange(`${second + 1}:${second + 1}`).delete("Up");
    });
    await explain("YL08", "换了行");
    expect(await form.content("YL09", "情况说明")).toBe("换了行");
    await runCommand("insertForm");
    expect(await form.content("YL08", "情况说明")).toBe("换了行");
  });

  test("审核数据 opens its tab on the same report that a reading gives", async () => {
    await runCommand("auditForm");
    expect(state.get().view).toBe("audit");
    expect(workbook.get().form).toEqual((await readHoldings(plan)).form);
  });

  test.each([
    ["a locked cell", "指标名称", "受保护"],
    ["a filled cell", "本期值", "已有内容"],
  ])("an example is not written into %s", async (_, header, words) => {
    await form.type("YL07", "本期值", 41);
    const before = await form.content("YL07", header);
    await form.select("YL07", header);
    await insertExample('=YIZHI.GAP("YL07",48)');
    expect(state.get().notice).toMatchObject({ kind: "error", text: expect.stringContaining(words) });
    expect(await form.content("YL07", header)).toEqual(before);
  });

  test.each([
    ["0%", 0.95],
    ["0.00%", 0.9500000000000001],
  ])(
    "a rate in format %s is corrected with its format, on the protected sheet, and taken back with it",
    async (format, fraction) => {
      const address = form.cell("YL01", "本期值");
      const cell = async () => {
        const range = await form.act((sheet) => sheet.getRange(address).load("formulas,numberFormat,text"));
        return [range.formulas[0]![0], range.numberFormat[0]![0], range.text[0]![0]] as unknown[];
      };
      await form.unprotected((sheet) => {
        sheet.getRange(address).numberFormat = [[format]];
        sheet.getRange(address).formulas = [[fraction]];
      });
      const finding = (await read()).findings.find((f) => f.address === address && f.correction)!;
      expect(finding).toMatchObject({ level: "强制", correction: { reading: 95 } });
      await correct([finding]);
      const [value, shownFormat, text] = await cell();
      expect({ value, text }).toEqual({ value: 95, text: "95.0" });
      expect(shownFormat).not.toContain("%");
      expect(await form.isProtected()).toBe(true);
      await takeBack();
      expect((await cell()).slice(0, 2)).toEqual([fraction, format]);
    },
  );
});
