import { auditForm, insertTable, readHoldings } from "../../src/excel";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { FORM, FORM_SHEET } from "../../src/sheets";
import { Host } from "../../src/workbench/host/host";
import { PlainEngine } from "../workbench/plain-engine";
import { freshWorkbook } from "./fresh";
import { loadOffice } from "./office";
import { form } from "./sheets";

const COPY = "指标填报 (2)";
const YL07 = form.cell("YL07", "本期值");
const YL08 = form.cell("YL08", "本期值");

const engine = new PlainEngine();
const host = new Host(engine);
const edit = (change: (workbook: Excel.Workbook) => void): Promise<void> =>
  Excel.run(async (context) => {
    change(context.workbook);
    await context.sync();
  });
const sheetNames = (): string[] => engine.sheets().map(({ name }) => name);

beforeAll(async () => {
  await loadOffice(host);
  await insertTable(FORM, plan, undefined, "2023年");
  await edit(({ worksheets }) => {
    const original = worksheets.getItem(FORM_SHEET);
    original.getRange(YL07).values = [[48]];
    const copy = worksheets.add(COPY);
    copy.getRange().copyFrom(original.getRange(), "All");
    copy.getRange(YL07).values = [["四十八"]];
    copy.getRange(YL08).values = [[101]];
  });
});
freshWorkbook(() => host);

const mustIn = async (): Promise<string[]> => {
  const { findings } = (await auditForm(plan)).report;
  return findings
    .filter(({ level, address }) => level === "强制" && address.startsWith("H"))
    .map((f) => f.address);
};

test("the form that is open is audited, be it the original or its copy", async () => {
  await edit(({ worksheets }) => worksheets.getItem(COPY).activate());
  expect(await mustIn()).toEqual([YL07, YL08]);
  await edit(({ worksheets }) => worksheets.getItem(FORM_SHEET).activate());
  expect(await mustIn()).toEqual([]);
});

test("with another sheet open, the form is the one that the workbook's names point at", async () => {
  await edit(({ worksheets }) => worksheets.getItem("Sheet1").activate());
  expect(await mustIn()).toEqual([]);
});

test("a copy is put right as itself, and the names stay with the original", async () => {
  await edit(({ worksheets }) => {
    const copy = worksheets.getItem(COPY);
    copy.activate();
    copy.getRange("A1").values = [["别的标题"]];
  });
  const { sheet, created } = await insertTable(FORM, plan);
  expect({ sheet, created }).toEqual({ sheet: COPY, created: false });
  expect(engine.names().get("YIZHI_PERIOD")).toBe(`='${FORM_SHEET}'!$F$3`);
  expect(sheetNames()).toEqual(["Sheet1", FORM_SHEET, COPY]);
});

test("with only the copy left, it is the form: nothing is inserted beside it, and the names point at it", async () => {
  await edit(({ worksheets }) => {
    worksheets.getItem(FORM_SHEET).delete();
    worksheets.getItem("Sheet1").activate();
  });
  expect((await readHoldings(plan)).form?.period).toBe("2023年");
  const { sheet, created } = await insertTable(FORM, plan);
  expect({ sheet, created }).toEqual({ sheet: COPY, created: false });
  expect(sheetNames()).toEqual(["Sheet1", COPY]);
  expect(engine.names().get("YIZHI_PERIOD")).toBe(`='${COPY}'!$F$3`);
});

test("a copy under any name is found when it is the only one, whatever sheet is open", async () => {
  await edit(({ worksheets }) => {
    worksheets.getItem(FORM_SHEET).delete();
    worksheets.getItem(COPY).name = "养老上报";
    worksheets.getItem("Sheet1").activate();
    engine.removeName("YIZHI_PERIOD");
  });
  expect((await readHoldings(plan)).form?.period).toBe("2023年");
  expect((await auditForm(plan)).report.sheets.form?.name).toBe("养老上报");
  const { sheet, created } = await insertTable(FORM, plan);
  expect({ sheet, created }).toEqual({ sheet: "养老上报", created: false });
  expect(sheetNames()).toEqual(["Sheet1", "养老上报"]);
});
