import { insertTable } from "../../src/excel";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { FORM, FORM_SHEET, TASKS } from "../../src/sheets";
import { isSame } from "../../src/workbench/engine/restore";
import { takeSnapshot, type WorkbookSnapshot } from "../../src/workbench/engine/snapshot";
import type { Host } from "../../src/workbench/host/host";
import type { UniverEngine } from "../../src/workbench/univer/univer-engine";
import { formPlaces } from "../places";
import { freshWorkbook } from "./fresh";
import { openAddIn } from "./office";

let host: Host;
let engine: UniverEngine;

beforeAll(async () => {
  ({ host, engine } = await openAddIn(({ history }) => ({ change: (act) => history.change(act) })));
});

const undo = (): Promise<boolean> => engine.api.undo();
const redo = (): Promise<boolean> => engine.api.redo();

async function snapshot(): Promise<WorkbookSnapshot> {
  await host.settled();
  return takeSnapshot(engine);
}

/** @returns the workbook before and after, once each was seen again by undoing and redoing it */
async function thereAndBack(command: () => Promise<unknown>): Promise<void> {
  const before = await snapshot();
  await command();
  const after = await snapshot();
  expect(isSame(after, before)).toBe(false);
  expect(await undo()).toBe(true);
  expect({ ...(await snapshot()), selection: null }).toEqual({ ...before, selection: null });
  expect(await redo()).toBe(true);
  expect({ ...(await snapshot()), selection: null }).toEqual({ ...after, selection: null });
}

const type = (address: string, value: unknown): Promise<void> =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(FORM_SHEET);
    sheet.protection.unprotect();
    sheet.getRange(address).values = [[value]];
    await context.sync();
  });

const readUsed = (): Promise<void> =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem(FORM_SHEET).getUsedRange().load("values");
    await context.sync();
  });

const row = formPlaces().row("YL07");
const insert = () => insertTable(FORM, plan, undefined, "2023年");

test("a form is undone and redone as a whole, with its names, rules, sizes and results", async () => {
  await thereAndBack(insert);
});

describe("on a form", () => {
  beforeAll(insert);
  freshWorkbook(() => host);

  test("what is typed on it comes back with its statuses", async () => {
    await thereAndBack(() => type(formPlaces().cell("YL07", "本期值"), 42));
  });

  const change = (act: (sheet: Excel.Worksheet) => void): Promise<void> =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(FORM_SHEET);
      sheet.protection.unprotect();
      act(sheet);
      await context.sync();
    });

  test.each<[string, (sheet: Excel.Worksheet) => void]>([
    ["a column inserted before 2020年", (sheet) => sheet.getRange("E:E").insert("Right")],
    ["rows inserted among the indicators", (sheet) => sheet.getRange(`${row}:${row + 1}`).insert("Down")],
    ["the row of an indicator deleted", (sheet) => sheet.getRange(`${row}:${row}`).delete("Up")],
    ["cells deleted", (sheet) => sheet.getRange(`N${row}:O${row}`).delete("Left")],
    ["hidden rows and columns", (sheet) => void (sheet.getRange("B2:C3").rowHidden = true)],
    ["a copied sheet", (sheet) => void sheet.copy("End")],
  ])("%s: undone and redone", async (_what, act) => {
    await thereAndBack(() => change(act));
  });

  test("putting a form right over entries is undone without losing them", async () => {
    await type(formPlaces().cell("YL07", "指标名称"), "别的名称");
    await thereAndBack(() => insertTable(FORM, plan, undefined, "2023年"));
  });

  test("several requests of one command are one step", async () => {
    const before = await snapshot();
    await engine.history.group(async () => {
      await insertTable(TASKS, plan);
      await type(`H${row + 1}`, 50);
    });
    await undo();
    expect(isSame(await snapshot(), before)).toBe(true);
  });

  test("a command that changes nothing is no step", async () => {
    const before = await snapshot();
    await type(`H${row + 1}`, 50);
    const filled = await snapshot();
    await type(`H${row + 1}`, 50);
    await readUsed();
    expect(isSame(await snapshot(), filled)).toBe(true);
    await undo();
    expect(isSame(await snapshot(), before)).toBe(true);
  });

  test("an entry that a person makes lies between the commands, and is undone on its own", async () => {
    const before = await snapshot();
    const sheet = engine.api.getActiveWorkbook()!.getSheetByName(FORM_SHEET)!;
    sheet.getRange(row, 7).setValue(33);
    const typed = await snapshot();
    await type(`H${row + 2}`, 7);
    await undo();
    expect(isSame(await snapshot(), typed)).toBe(true);
    await undo();
    expect(isSame(await snapshot(), before)).toBe(true);
  });
});
