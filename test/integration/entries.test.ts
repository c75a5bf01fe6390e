import {
  correct,
  explain,
  insertExample,
  runCommand,
  setParameter,
  setPeriod,
  state,
  takeBack,
} from "../../src/commands";
import { insertTable, readHoldings } from "../../src/excel";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { expandTable } from "../../src/tables";
import { FORM as FORM_TABLE, formSheet, TASKS } from "../../src/sheets";
import { Host } from "../../src/workbench/host/host";
import { createHeadlessEngine } from "../../src/workbench/univer/headless";
import { loadOffice } from "./office";

const FORM = "指标填报";
const rows = expandTable(formSheet(plan)).cells;
const cellOf = (column: string, code: string): string =>
  `${column}${rows.findIndex((cells) => cells[0] === code) + 1}`;

let host: Host;

const formulas = (address: string): Promise<unknown> =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(FORM).getRange(address).load("formulas");
    await context.sync();
    return range.formulas[0]![0] as unknown;
  });
const type = (address: string, value: string | number): Promise<void> =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem(FORM).getRange(address).formulas = [[value]];
    await context.sync();
  });
const isProtected = (): Promise<boolean> =>
  Excel.run(async (context) => {
    const { protection } = context.workbook.worksheets.getItem(FORM).load("protection/protected");
    await context.sync();
    return protection.protected;
  });
const select = (sheet: string, address: string): Promise<void> =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).select();
    await context.sync();
  });
/** Reads the form into the state, as the pane does after every change. */
const read = async () => {
  const form = (await readHoldings(plan)).form;
  state.set({ form });
  return form!;
};

beforeAll(async () => {
  host = new Host(createHeadlessEngine());
  await loadOffice(host);
});

test("without a form there is nothing to report, and what needs one says so", async () => {
  expect((await readHoldings(plan)).form).toBeNull();
  await explain("YL07", "原因");
  expect(state.get().notice).toMatchObject({ kind: "error", text: expect.stringContaining("插入指标模板") });
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
    tasksBureau: "全市",
    report: { sheets: { tasks: { name: renamed } } },
  });
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(renamed).delete();
    await context.sync();
  });
  expect(await readHoldings(plan)).toEqual({ form: null, report: null, tasksBureau: null });
});

describe("on a form", () => {
  beforeAll(() => insertTable(FORM_TABLE, plan, undefined, "2023年"));
  afterEach(async () => expect(await isProtected()).toBe(true));

  test("修正 writes the reading offered and 撤销 puts the text back as it was typed", async () => {
    await type(cellOf("H", "YL01"), "'95%");
    await type(cellOf("G", "YL02"), "'９０％");
    await correct((await read()).findings);
    expect([await formulas(cellOf("H", "YL01")), await formulas(cellOf("G", "YL02"))]).toEqual([95, 90]);
    await takeBack();
    expect([await formulas(cellOf("H", "YL01")), await formulas(cellOf("G", "YL02"))]).toEqual([
      "95%",
      "９０％",
    ]);
    expect(state.get().corrected).toBeNull();
  });

  test("修正 leaves a cell alone that has changed since the audit, and so does 撤销", async () => {
    const { findings } = await read();
    await type(cellOf("H", "YL01"), 96);
    await correct(findings.filter(({ code }) => code === "YL01"));
    expect(await formulas(cellOf("H", "YL01"))).toBe(96);
    expect(state.get().notice?.kind).toBe("error");

    await correct(findings.filter(({ code }) => code === "YL02"));
    await type(cellOf("G", "YL02"), 91);
    await takeBack();
    expect(await formulas(cellOf("G", "YL02"))).toBe(91);
    expect(state.get().notice?.kind).toBe("error");
  });

  test("修正 overwrites no formula, though its result is text", async () => {
    await type(cellOf("H", "YL04"), '="约"&95');
    await host.settled();
    const { findings } = await read();
    const found = findings.filter(({ code }) => code === "YL04");
    expect(found[0]!.correction?.reading).toBe(95);
    await correct(found);
    expect(await formulas(cellOf("H", "YL04"))).toBe('="约"&95');
    await type(cellOf("H", "YL04"), "");
  });

  test.each(["床位改造停用", "=1+1", "2023-06"])("情况说明 %j stands on its row as typed", async (text) => {
    await type(cellOf("H", "YL07"), 41);
    await explain("YL07", text);
    expect(await formulas(cellOf("O", "YL07"))).toBe(text);
    expect((await read()).findings.find(({ code }) => code === "YL07")).toMatchObject({ explanation: text });
  });

  test("报告期, 容差 and 红线 stand in the form's cells, which are what a later reading tells", async () => {
    await setPeriod("2023Q2");
    await setParameter("tolerance", "12");
    await setParameter("redline", "三十");
    expect((await readHoldings(plan)).form).toMatchObject({
      period: "2023Q2",
      tolerance: "12",
      redline: "三十",
    });
    expect((await readHoldings(plan)).form!.unjudged).toContain("三十");
    await setParameter("redline", "30");
  });

  test("entries are found by code, wherever their row has moved", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(FORM);
      sheet.protection.unprotect();
      const [first, second] = ["YL08", "YL09"].map((code) => Number(cellOf("A", code).slice(1)));
      sheet.getRange(`${first}:${first}`).insert("Down");
      sheet.getRange(`${first}:${first}`).copyFrom(`${second! + 1}:${second! + 1}`);
      sheet.getRange(`${second! + 1}:${second! + 1}`).delete("Up");
      await context.sync();
    });
    await explain("YL08", "换了行");
    expect(await formulas(cellOf("O", "YL09"))).toBe("换了行");
    await runCommand("insertForm");
    expect(await formulas(cellOf("O", "YL08"))).toBe("换了行");
  });

  test("审核数据 opens its tab on the same report that a reading gives", async () => {
    await runCommand("auditForm");
    expect(state.get()).toMatchObject({ view: "audit", form: (await readHoldings(plan)).form });
  });

  test.each([
    ["a locked cell", FORM, cellOf("C", "YL07"), "受保护"],
    ["a filled cell", FORM, cellOf("H", "YL07"), "已有内容"],
  ])("an example is not written into %s", async (_, sheet, address, words) => {
    const before = await formulas(address);
    await select(sheet, address);
    await insertExample('=YIZHI.GAP("YL07",48)');
    expect(state.get().notice).toMatchObject({ kind: "error", text: expect.stringContaining(words) });
    expect(await formulas(address)).toEqual(before);
  });
});

test("an example is written into an empty cell of any sheet", async () => {
  const other = host.engine.sheets().find(({ name }) => name !== FORM)!.name;
  await select(other, "B2");
  await insertExample('=YIZHI.GAP("YL07",48)');
  expect(state.get().notice).toMatchObject({ kind: "success", text: expect.stringContaining("B2") });
});

test.each([
  ["0%", 0.95],
  ["0.00%", 0.9500000000000001],
])(
  "a rate in format %s is corrected with its format, on the protected sheet, and taken back with it",
  async (format, fraction) => {
    const address = cellOf("H", "YL01");
    const cell = () =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets
          .getItem(FORM)
          .getRange(address)
          .load("formulas,numberFormat,text");
        await context.sync();
        return [range.formulas[0]![0], range.numberFormat[0]![0], range.text[0]![0]] as unknown[];
      });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(FORM);
      sheet.protection.unprotect();
      sheet.getRange(address).numberFormat = [[format]];
      sheet.getRange(address).formulas = [[fraction]];
      sheet.protection.protect({ allowFormatColumns: true });
      await context.sync();
    });
    const finding = (await read()).findings.find((f) => f.address === address && f.correction)!;
    expect(finding).toMatchObject({ level: "强制", correction: { reading: 95 } });
    await correct([finding]);
    const [value, shownFormat, text] = await cell();
    expect({ value, text }).toEqual({ value: 95, text: "95.0" });
    expect(shownFormat).not.toContain("%");
    expect(await isProtected()).toBe(true);
    await takeBack();
    expect((await cell()).slice(0, 2)).toEqual([fraction, format]);
    expect(await isProtected()).toBe(true);
  },
);
