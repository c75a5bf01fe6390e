import "./no-reading-by-itself";
import {
  compareFiles,
  comparison,
  convert,
  correct,
  explain,
  mergeDecided,
  remind,
  selectCell,
  state,
} from "../../src/commands";
import { insertTable, readHoldings } from "../../src/excel";
import { patience } from "../../src/excel/run";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { expandTable } from "../../src/tables";
import { FORM, FORM_SHEET, formSheet, TASKS, TASKS_SHEET } from "../../src/sheets";
import { Host } from "../../src/workbench/host/host";
import { type MannerName, usualManners } from "../../src/workbench/host/manners";
import { filled, PERIOD } from "../exchange/files";
import { PlainEngine } from "../workbench/plain-engine";
import { loadOffice } from "./office";
import { press } from "./press";

/* Where Excel refuses to lift a sheet's protection, or to put it on again, the workbook is as before, and the user knows. */

const engine = new PlainEngine();
let forgotten = 0;
const host = new Host(engine, { clearHistory: () => forgotten++ });
const empty = engine.save();

const behave = (...names: MannerName[]): void => {
  Object.assign(host.manners, usualManners());
  for (const name of names) host.manners[name] = true;
};
const notice = () => state.get().notice;
const rowOf = (code: string): number =>
  expandTable(formSheet(plan)).cells.findIndex(([first]) => first === code) + 1;
const edit = (change: (workbook: Excel.Workbook) => void): Promise<void> =>
  Excel.run(async (context) => {
    change(context.workbook);
    await context.sync();
  });
const idOf = (name: string): string => engine.sheets().find((sheet) => sheet.name === name)!.id;

/** Both sheets filled, another one open; rows and names are damaged, so that everything is to be written. */
async function full(): Promise<void> {
  engine.restore(empty);
  behave();
  await insertTable(FORM, plan, undefined, PERIOD);
  await insertTable(TASKS, plan);
  await edit(({ worksheets }) => {
    const sheet = worksheets.getItem(FORM_SHEET);
    sheet.protection.unprotect();
    sheet.getRange(`H${rowOf("YL07")}`).values = [[48]];
    sheet.getRange("C6").values = [["名称"]];
    sheet.getRange(`H${rowOf("YL01")}`).numberFormat = [["0.00%"]];
    sheet.getRange(`H${rowOf("YL01")}`).values = [["'95%"]];
    sheet.protection.protect({ allowFormatColumns: true, allowFormatRows: true, allowAutoFilter: true });
    worksheets.getItem("Sheet1").activate();
  });
}
/** Everything but protection. */
const bare = (): string => engine.digest().replace(/\["protection",\[\[.*?\]\]\]/g, '["protection",null]');
/** Where two digests part, short enough to read. */
function difference(a: string, b: string): string {
  if (a === b) return "";
  const at = [...a].findIndex((char, i) => char !== b[i]);
  return `${a.slice(at - 60, at + 60)} <> ${b.slice(at - 60, at + 60)}`;
}
const mend = (): Promise<void> => press("insertForm");

beforeAll(() => {
  patience.front = 50;
  return loadOffice(host);
});

/** Between two tries of taking something back. */
const AGAIN_MS = 1000;

type Case = [command: string, act: () => Promise<unknown>, sheet: string, prepare?: () => Promise<unknown>];

const compared = async (): Promise<void> => {
  const bytes = await filled("市人社局", { YL01: 95 });
  await compareFiles([{ name: "甲.xlsx", read: async () => bytes }]);
};
const merge = (): Promise<void> =>
  mergeDecided(
    Object.fromEntries(
      (comparison.get().found?.items ?? []).map(({ item, options }) => [item.id, options[0]!.id]),
    ),
  );
const corrected = async (): Promise<void> => {
  await correct((await readHoldings(plan)).form!.findings);
};

const CASES: Case[] = [
  ["更新指标模板", () => press("insertForm"), FORM_SHEET],
  ["更新任务分工", () => press("insertTasks"), TASKS_SHEET],
  ["标记滞后", () => press("markLagging"), FORM_SHEET, mend],
  ["转为普通公式", () => convert("formulas"), FORM_SHEET, mend],
  ["转为数值", () => convert("values"), FORM_SHEET, mend],
  [
    "转回 YIZHI 函数",
    () => convert("functions"),
    FORM_SHEET,
    async () => (await mend(), convert("formulas")),
  ],
  ["修正一个带格式的值", corrected, FORM_SHEET],
  ["汇总到一个带格式的单元格", merge, FORM_SHEET, compared],
];

const bySomebody = (name: string): Promise<void> =>
  edit(({ worksheets }) => {
    const { protection } = worksheets.getItem(name);
    protection.unprotect();
    protection.protect({}, "secret");
  });

describe.each(CASES)("%s", (_, act, sheet, prepare) => {
  beforeEach(async () => {
    await full();
    await prepare?.();
    await edit(({ worksheets }) => worksheets.getItem("Sheet1").activate());
  });

  test.each<[string, () => Promise<unknown>]>([
    ["refuses", async () => behave("unprotectRefused")],
    ["asks for a password", () => bySomebody(sheet)],
  ])(
    "where Excel %s to lift protection, nothing is changed at any press, and the user is told",
    async (_, harm) => {
      await harm();
      const before = engine.digest();
      for (let i = 0; i < 2; i++) {
        state.set({ notice: null });
        await act();
        expect(notice()).toMatchObject({
          kind: "error",
          text: expect.stringMatching(/受保护，请先.*撤销保护/),
        });
        expect(engine.digest()).toBe(before);
      }
    },
  );

  test("where Excel does not protect again, all else is as before, and the user is told which sheet is open", async () => {
    behave("protectRefused");
    const before = bare();
    state.set({ notice: null });
    await act();
    expect(notice()).toMatchObject({ kind: "error" });
    expect(notice()!.text).toContain(`“${sheet}”`);
    expect(notice()!.text).toMatch(/现在没有保护.*加上保护/);
    expect(difference(bare(), before)).toBe("");
    expect(engine.sheetState(idOf(sheet)).protection).toBeNull();
  });

  test("while another workbook is in front, nothing is tried that empties what can be undone", async () => {
    behave("anotherWorkbook", "undoEmptied");
    forgotten = 0;
    const wait = jest.spyOn(globalThis, "setTimeout");
    await act();
    const waits = wait.mock.calls.filter(([, ms]) => ms === AGAIN_MS);
    wait.mockRestore();
    expect(waits).toEqual([]);
    if (notice()?.kind === "error") expect(forgotten).toBe(0);
  });
});

test.each<[string, () => Promise<unknown>]>([
  ["插入指标模板", () => press("insertForm")],
  ["插入任务分工表", () => press("insertTasks")],
])("%s into an empty workbook takes the sheet away again when it cannot be protected", async (_, act) => {
  engine.restore(empty);
  behave("protectRefused");
  const before = engine.digest();
  await act();
  expect(notice()).toMatchObject({ kind: "error", text: expect.stringContaining("保护") });
  expect(engine.digest()).toBe(before);
});

test("催报清单 keeps the old list when the new one cannot be protected", async () => {
  await full();
  await remind();
  const before = engine.digest();
  behave("protectRefused");
  await remind();
  expect(notice()).toMatchObject({ kind: "error", text: expect.stringContaining("保护") });
  expect(engine.digest()).toBe(before);
});

test("what is written into entry cells alone needs no protection lifted", async () => {
  await full();
  behave("unprotectRefused", "protectRefused");
  await explain("YL07", "床位改造停用");
  expect(notice()?.kind).toBe("success");
  await press("auditForm");
  expect(notice()?.text).toMatch(/^审核/);
  await selectCell("form", "H7");
});
