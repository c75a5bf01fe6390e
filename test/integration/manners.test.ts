import "./no-reading-by-itself";
import {
  type ButtonId,
  comparison,
  convert,
  correct,
  corrections,
  explain,
  insertExample,
  mergeDecided,
  compareFiles,
  remind,
  runCommand,
  selectCell,
  setParameter,
  setPeriod,
  state,
  takeBack,
  workbook,
} from "../../src/commands";
import { readAgain } from "../../src/commands/live";
import { recall, remember } from "../../src/commands/memory";
import { auditForm, insertTable, issueMessage, readHoldings } from "../../src/excel";
import { markLagging } from "../../src/excel/mark";
import { patience } from "../../src/excel/run";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { expandTable } from "../../src/tables";
import { FORM, FORM_SHEET, formSheet } from "../../src/sheets";
import { Host } from "../../src/workbench/host/host";
import { type MannerName, strictManners, usualManners } from "../../src/workbench/host/manners";
import { filled, PERIOD } from "../exchange/files";
import { PlainEngine } from "../workbench/plain-engine";
import { loadOffice } from "./office";

const engine = new PlainEngine();
let forgotten = 0;
const host = new Host(engine, { clearHistory: () => forgotten++ });
const empty = engine.save();
const usual = { ...patience };

const behave = (...names: MannerName[]): void => {
  Object.assign(host.manners, usualManners());
  for (const name of names) host.manners[name] = true;
};
const rowOf = (code: string): number =>
  expandTable(formSheet(plan)).cells.findIndex(([first]) => first === code) + 1;
const at = (column: string, code: string): string => `${column}${rowOf(code)}`;
const edit = (change: (workbook: Excel.Workbook) => void): Promise<void> =>
  Excel.run(async (context) => {
    change(context.workbook);
    await context.sync();
  });
const onForm = (change: (sheet: Excel.Worksheet) => void): Promise<void> =>
  edit(({ worksheets }) => {
    const sheet = worksheets.getItem(FORM_SHEET);
    sheet.protection.unprotect();
    change(sheet);
    sheet.protection.protect({});
  });
const type = (address: string, value: unknown): Promise<void> =>
  edit(({ worksheets }) => void (worksheets.getItem(FORM_SHEET).getRange(address).values = [[value]]));
const formId = (): string => engine.sheets().find(({ name }) => name === FORM_SHEET)!.id;
const notice = () => state.get().notice;
const press = (id: ButtonId): Promise<void> => runCommand(id);

beforeAll(() => loadOffice(host));
beforeEach(() => {
  engine.restore(empty);
  behave();
  Object.assign(patience, usual);
  state.set({ notice: null });
  corrections.set({ last: null });
  comparison.set({ found: null });
});

describe("what Excel can undo is kept where only entries are written", () => {
  beforeEach(async () => {
    await insertTable(FORM, plan, undefined, PERIOD);
    behave("undoEmptied");
    forgotten = 0;
  });

  test("修正 and 撤销修正", async () => {
    await type(at("H", "YL01"), "'95%");
    const { findings } = (await readHoldings(plan)).form!;
    await correct(findings);
    expect(notice()?.text).toContain("已修正");
    await takeBack();
    expect(notice()?.text).toContain("已撤销修正");
    expect(forgotten).toBe(0);
  });

  test("报告期, 容差, 情况说明", async () => {
    workbook.set(await readHoldings(plan));
    await setPeriod("2024年");
    await setParameter("tolerance", "12");
    await explain("YL07", "床位改造停用");
    expect(forgotten).toBe(0);
  });

  test("汇总, the first and the next", async () => {
    for (const value of [47, 48]) {
      const bytes = await filled("市民政局", { YL07: value });
      await compareFiles([{ name: `${value}.xlsx`, read: async () => bytes }]);
      const { found } = comparison.get();
      await mergeDecided(
        Object.fromEntries(found!.items.map(({ item, options }) => [item.id, options[0]!.id])),
      );
      expect(notice()?.text).toContain("已写入 1 个单元格");
    }
    expect(forgotten).toBe(0);
  });

  test("but not where the form itself is changed", async () => {
    await press("insertForm");
    expect(forgotten).toBeGreaterThan(0);
  });
});

describe("while a cell is edited", () => {
  beforeEach(() => insertTable(FORM, plan, undefined, PERIOD));

  test("a reading that nobody asked for waits in silence, and holds up no later command", async () => {
    patience.ms = 50;
    behave("editing");
    host.requests.length = 0;
    let isOver = false;
    const reading = readAgain().finally(() => (isOver = true));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect([notice(), host.requests.length, isOver]).toEqual([null, 0, false]);
    behave();
    patience.ms = usual.ms;
    await press("auditForm");
    await reading;
    expect(notice()?.text).toMatch(/^审核/);
  });

  test("a command says to end the editing", async () => {
    patience.ms = 50;
    behave("editing");
    await press("auditForm");
    expect(notice()?.text).toContain("结束单元格编辑");
    behave();
  });
});

describe("while another workbook is in front", () => {
  const BACK = "请切回本工作簿";
  const full = async (): Promise<void> => {
    await insertTable(FORM, plan, undefined, PERIOD);
    await type(at("H", "YL07"), 48);
    await edit(({ worksheets }) => worksheets.getItem("Sheet1").activate());
    workbook.set(await readHoldings(plan));
    state.set({ notice: null });
  };

  test.each<[string, () => Promise<unknown>]>([
    ["插入指标模板", () => press("insertForm")],
    ["插入任务分工表", () => press("insertTasks")],
    ["标记滞后", () => press("markLagging")],
    ["转为普通公式", () => convert("formulas")],
    ["转为数值", () => convert("values")],
    ["生成催报清单", () => remind()],
    ["定位", () => selectCell("form", "H7")],
    ["插入示例", () => insertExample("=1+1")],
  ])("%s says to go back to the workbook, which is as it was", async (_, command) => {
    await full();
    const before = engine.digest();
    behave("anotherWorkbook");
    await command();
    expect(notice()).toMatchObject({ kind: "error", text: expect.stringContaining(BACK) });
    expect(engine.digest()).toBe(before);
    behave();
  });

  test("修正 and 审核 need no window", async () => {
    await full();
    behave("anotherWorkbook");
    await explain("YL07", "床位改造停用");
    expect(notice()?.kind).toBe("success");
    await press("auditForm");
    expect(notice()?.text).toMatch(/^审核/);
  });

  test("what another workbook interrupts is taken back once this one is in front again", async () => {
    await full();
    const before = engine.digest();
    const setName = engine.setName.bind(engine);
    const interrupt = jest.spyOn(engine, "setName").mockImplementation((...args) => {
      host.manners.anotherWorkbook = true;
      setName(...args);
    });
    const running = press("insertForm");
    await new Promise((resolve) => setTimeout(resolve, 1500));
    interrupt.mockRestore();
    expect(engine.digest()).not.toBe(before);
    expect(state.get().busy?.doing).toBe("写入被打断，请切回本工作簿，正在恢复…");
    host.manners.anotherWorkbook = false;
    await running;
    expect(engine.digest()).toBe(before);
    expect(notice()?.text).toContain(BACK);
  });
});

test("what could not be taken back in time is told by the next commands, with what it is and what to do", async () => {
  await insertTable(FORM, plan, undefined, PERIOD);
  await onForm((sheet) => void (sheet.getRange("C6").values = [["名称"]]));
  patience.front = 50;
  const setName = engine.setName.bind(engine);
  const interrupt = jest.spyOn(engine, "setName").mockImplementation((...args) => {
    host.manners.anotherWorkbook = true;
    setName(...args);
  });
  await press("insertForm");
  interrupt.mockRestore();
  behave();
  expect(notice()).toMatchObject({ kind: "error", text: expect.stringContaining("“一指备份”") });
  for (const id of ["auditForm", "insertForm", "markLagging"] as const) {
    await press(id);
    expect(notice()?.text).toMatch(/工作簿中有“一指备份”表，.*操作前的内容：请与现在的表核对.*再删去它/);
  }
  await edit(({ worksheets }) => worksheets.getItem("一指备份").delete());
  await press("insertForm");
  expect(notice()?.text).not.toContain("一指备份");
});

describe("a form with people's own rules", () => {
  const own = (sheet: Excel.Worksheet, address: string, formula: string): void => {
    const { custom } = sheet.getRange(address).conditionalFormats.add("Custom");
    custom.rule.formula = formula;
    custom.format.fill.color = "#00FF00";
  };
  const formulas = (): string[] => engine.sheetState(formId()).highlights.map(({ formula }) => formula);

  test("标记滞后 asks for no rule by its id, and leaves those on other cells alone", async () => {
    await insertTable(FORM, plan, undefined, PERIOD);
    const ours = formulas();
    await onForm((sheet) => {
      own(sheet, "Q1:Q9", "=$Q1>1");
      own(sheet, at("H", "YL07"), "=H7>99");
    });
    behave("staleRules");
    await markLagging(plan);
    expect([...formulas()].sort()).toEqual([...ours, "=$Q1>1", "=H7>99"].sort());
  });

  test("更新 sets its rules on cells that hold different ones", async () => {
    await insertTable(FORM, plan, undefined, PERIOD);
    await onForm((sheet) => {
      const { dataValidation } = sheet.getRange(at("H", "YL07"));
      dataValidation.clear();
      dataValidation.rule = { list: { inCellDropDown: true, source: "甲,乙" } };
      sheet.getRange(at("H", "YL08")).dataValidation.clear();
    });
    const broken = edit(({ worksheets }) => {
      const sheet = worksheets.getItem(FORM_SHEET);
      sheet.protection.unprotect();
      const range = sheet.getRange(`${at("H", "YL07")}:${at("H", "YL08")}`);
      range.dataValidation.rule = { decimal: { formula1: 0, operator: "GreaterThan" } };
    });
    await expect(broken).rejects.toMatchObject({ code: "InvalidArgument" });
    await press("insertForm");
    expect(notice()?.kind).toBe("success");
  });
});

describe("whatever Excel may do at once", () => {
  beforeEach(() => void Object.assign(host.manners, strictManners()));

  test("every command works in an empty workbook and in a full one", async () => {
    expect(await readHoldings(plan)).toMatchObject({ form: null, report: null });
    await expect(auditForm(plan)).rejects.toThrow("插入指标模板");
    for (const id of ["insertForm", "insertTasks", "insertForm", "markLagging", "auditForm"] as const) {
      await press(id);
      expect([id, notice()?.kind]).not.toEqual([id, "error"]);
    }
    for (const to of ["formulas", "values", "functions"] as const) {
      await convert(to);
      expect([to, notice()?.kind]).toEqual([to, "success"]);
    }
    for (let i = 0; i < 2; i++) {
      await remind();
      expect(notice()?.kind).toBe("success");
    }
    await edit(({ worksheets }) => worksheets.getItem(FORM_SHEET).delete());
    expect(await readHoldings(plan)).toMatchObject({ form: null });
  });

  test.each([
    ["one row", "InsideHorizontal", "A1:C1"],
    ["one column", "InsideVertical", "A1:A3"],
  ] as const)("%s has no border inside", async (_, side, address) => {
    const drawn = edit(({ worksheets }) => {
      worksheets.getItem("Sheet1").getRange(address).format.borders.getItem(side).style = "Continuous";
    });
    await expect(drawn).rejects.toMatchObject({ code: "InvalidArgument" });
  });
});

test.each([
  ["AccessDenied", "没有设过密码"],
  ["ItemAlreadyExists", "名称管理器"],
  ["GeneralException", "请切回本工作簿"],
  ["InvalidSelection", "请切回本工作簿"],
])("%s is told with what to do", (hostCode, words) => {
  expect(issueMessage({ code: "host-refused", hostCode, details: "" })).toContain(words);
});

test("what is remembered in a browser is kept apart by Office's key", async () => {
  const { context } = Office;
  Object.defineProperty(context, "partitionKey", { value: "文档甲", configurable: true });
  remember("bureau", "市民政局");
  expect([recall("bureau"), localStorage.getItem("文档甲yizhi.bureau")]).toEqual(["市民政局", "市民政局"]);
  Object.defineProperty(context, "partitionKey", { value: undefined, configurable: true });
  expect(recall("bureau")).toBeNull();
});

test("a foreign sheet of our name that reaches to the end of the grid is neither read nor touched", async () => {
  const cell = { row: 1_048_575, column: 16_383, rows: 1, columns: 1 };
  const foreign = engine.addSheet(FORM_SHEET);
  engine.writeCells(foreign, cell, [[{ value: "别人的" }]]);
  engine.writeStyle(foreign, [{ ...cell, column: 0, row: 40 }], { fill: "#FF0000" });
  await press("insertForm");
  expect(notice()?.text).toContain("工作簿中已有别的");
  expect(engine.readCells(foreign, cell)).toEqual([[{ value: "别人的" }]]);
});

describe("names", () => {
  test("are found in small letters too", async () => {
    await insertTable(FORM, plan, undefined, PERIOD);
    for (const [name, formula] of [...engine.names()]) {
      engine.removeName(name);
      engine.setName(name.toLowerCase(), formula);
    }
    await onForm((sheet) => void (sheet.getRange("A1").values = [["别的标题"]]));
    await press("insertForm");
    expect(notice()).toMatchObject({ kind: "success" });
    expect([...engine.names().keys()].every((name) => name === name.toLowerCase())).toBe(true);
  });

  test("a copied form has twins of its own; it is put right as itself and the workbook's names stay", async () => {
    await insertTable(FORM, plan, undefined, PERIOD);
    await edit(({ worksheets }) => worksheets.getItem(FORM_SHEET).copy("End"));
    const copy = engine.sheets().at(-1)!;
    const scopes = await Excel.run(async (context) => {
      const own = context.workbook.worksheets.getItem(copy.name).names.load("items/name,items/scope");
      const all = context.workbook.names.load("items/name,items/scope");
      await context.sync();
      return { own: own.items.map(({ name }) => name), all: new Set(all.items.map(({ scope }) => scope)) };
    });
    expect(scopes.own).toContain("YIZHI_PERIOD");
    expect(scopes.all).toEqual(new Set(["Workbook"]));
    const before = [...engine.names()];
    engine.setName("YIZHI_PERIOD", `='${copy.name}'!$F$4`, copy.id);
    await edit(({ worksheets }) => worksheets.getItem(copy.name).activate());
    expect((await readHoldings(plan)).report?.sheets.form?.name).toBe(copy.name);
    await press("insertForm");
    expect(notice()).toMatchObject({ kind: "success", text: expect.stringContaining(copy.name) });
    expect([...engine.names()]).toEqual(before);
    expect(engine.names(copy.id).get("YIZHI_PERIOD")).toBe(`='${copy.name}'!$F$3`);
  });
});
