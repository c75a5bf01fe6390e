import { builtInPlan as plan } from "../../src/plan/built-in";
import { auditForm } from "../../src/excel";
import { type Incoming, incomingIssueMessage } from "../../src/exchange";
import { FORM_SHEET } from "../../src/sheets";
import { restore } from "../../src/workbench/engine/restore";
import { takeSnapshot } from "../../src/workbench/engine/snapshot";
import { Host } from "../../src/workbench/host/host";
import { readXlsx, writeXlsx } from "../../src/xlsx/workbook";
import { filled, incoming, places } from "../exchange/files";
import { PlainEngine } from "../workbench/plain-engine";
import { loadOffice } from "./office";

/* A bureau inserts rows and columns into its file, saves it and returns it: it is read as it was filled. */

const BUREAU = "市民政局";
const { form } = places(BUREAU);
const TYPED = { "YL07 actual": 48, "YL08 actual": 60.5, "3 state": "推进中" };
const engine = new PlainEngine();
let returned: unknown;

beforeAll(async () => {
  await loadOffice(new Host(engine));
  const file = await readXlsx(await filled(BUREAU, { YL07: 48, YL08: 60.5 }, { 3: "推进中" }), "YIZHI");
  if (!file.ok) throw new Error(JSON.stringify(file.issue));
  restore(engine, takeSnapshot(engine), file.value.workbook);
  returned = engine.save();
});

beforeEach(() => engine.restore(returned));

async function changed(change: (sheet: Excel.Worksheet) => void): Promise<Incoming> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(FORM_SHEET);
    sheet.protection.unprotect();
    change(sheet);
    await context.sync();
  });
  return incoming("a.xlsx", await writeXlsx(takeSnapshot(engine), "YIZHI"));
}

const valuesOf = ({ entries }: Incoming) =>
  Object.fromEntries(entries.map(({ key, column, value }) => [`${key} ${column}`, value]));
const wordsOf = ({ issues }: Incoming): string[] => issues.map(incomingIssueMessage);

const COLUMNS = [..."ABCDEFGHIJKLMNOP"].map((letter) => `${letter}:${letter}`);
const ROWS = [1, 2, 3, 4, 5, 6, 8, 12, 14, 15, 16, 17].map((row) => `${row}:${row}`);

test.each([...COLUMNS, ...ROWS])("a line inserted before %s", async (address) => {
  const file = await changed((sheet) => {
    sheet.getRange(address).insert(/\d/.test(address) ? "Down" : "Right");
  });
  expect(file).toMatchObject({ problem: null, refused: false, bureau: BUREAU, period: "2023年" });
  expect(valuesOf(file)).toEqual(TYPED);
  expect(wordsOf(file)).toEqual([]);
});

test.each(COLUMNS)(
  "another 报告期 is read with a column inserted before %s, and nothing is merged unasked",
  async (address) => {
    const file = await changed((sheet) => {
      sheet.getRange("F3").values = [["2022年"]];
      sheet.getRange(address).insert("Right");
    });
    expect(file).toMatchObject({ refused: true });
    expect(wordsOf(file).some((words) => words.includes("2022年"))).toBe(true);
  },
);

test.each(["7:7", "H:H", "O:O", "3:3"])(
  "%s hidden is read, and told where it holds entries",
  async (address) => {
    const file = await changed((sheet) => {
      const range = sheet.getRange(address);
      if (/\d/.test(address)) range.rowHidden = true;
      else range.columnHidden = true;
    });
    expect(valuesOf(file)).toEqual(TYPED);
  },
);

test("rows sorted by the bureau are read by their codes", async () => {
  const row = (code: string): number => Number(form(code, "actual").slice(1));
  const [first, second] = [row("YL07"), row("YL08")];
  const file = await changed((sheet) => {
    sheet.getRange(`${first}:${first}`).insert("Down");
    sheet.getRange(`${first}:${first}`).copyFrom(`${second + 1}:${second + 1}`);
    sheet.getRange(`${second + 1}:${second + 1}`).delete("Up");
  });
  expect(valuesOf(file)).toEqual(TYPED);
});

test("a row that the bureau deleted is told, and the others are read", async () => {
  const row = form("YL07", "actual").slice(1);
  const file = await changed((sheet) => void sheet.getRange(`${row}:${row}`).delete("Up"));
  expect(valuesOf(file)).toEqual({ "YL08 actual": 60.5, "3 state": "推进中" });
  expect(wordsOf(file).some((words) => words.includes("YL07"))).toBe(true);
});

test("a file that was just handed out is of today's template, and nothing of it counts as changed", async () => {
  const { report } = await auditForm(plan);
  expect(report.findings.filter(({ message }) => message.includes("表样"))).toEqual([]);
});
