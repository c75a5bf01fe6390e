import { insertTable } from "../../src/excel";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { expandTable } from "../../src/tables";
import { FORM, FORM_SHEET, formSheet, TASKS } from "../../src/sheets";
import type { Area } from "../../src/workbench/engine/engine";
import { restore } from "../../src/workbench/engine/restore";
import { takeSnapshot, type WorkbookSnapshot } from "../../src/workbench/engine/snapshot";
import type { Host } from "../../src/workbench/host/host";
import { createHeadlessEngine } from "../../src/workbench/univer/headless";
import type { UniverEngine } from "../../src/workbench/univer/univer-engine";
import { readXlsx, writeXlsx } from "../../src/xlsx/workbook";
import { openAddIn } from "./office";

let host: Host;
let engine: UniverEngine;
let bytes: Uint8Array;
let written: WorkbookSnapshot;
let read: WorkbookSnapshot;

/** what is not said about a look */
const PLAIN = { bold: false, italic: false, wrap: false, borders: {} };

/** what is not said about a page, in points */
const PAGE = {
  orientation: "Portrait",
  paperSize: "A4",
  margins: { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 },
};
const roundedAll = (sizes: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(sizes).map(([edge, size]) => [edge, Math.round(size * 1000) / 1000]));

const row = expandTable(formSheet(plan)).cells.findIndex(([code]) => code === "YL07") + 1;

beforeAll(async () => {
  ({ host, engine } = await openAddIn());
  await insertTable(FORM, plan, undefined, "2023年");
  await insertTable(TASKS, plan);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(FORM_SHEET);
    sheet.getRange(`H${row}`).values = [[42]];
    sheet.getRange(`O${row}`).values = [["'=见附件"]];
    const first = context.workbook.worksheets.getItem("Sheet1");
    first.getRange("A1:C1").formulas = [["=1/0", true, "'007"]];
    first.getRange("1:1").rowHidden = true;
    first.getRange("B:C").columnHidden = true;
    await context.sync();
  });
  await host.settled();
  written = takeSnapshot(engine);
  bytes = await writeXlsx(written, "YIZHI");
  const result = await readXlsx(bytes, "YIZHI");
  if (!result.ok) throw new Error(JSON.stringify(result));
  expect(result.value.leftOut).toEqual([]);
  read = result.value.workbook;
});

const sheet = ({ sheets }: WorkbookSnapshot, name: string) => sheets.find((s) => s.name === name)!;

test.each(["Sheet1", FORM_SHEET, "任务分工"])("%s comes back from its file as it was", (name) => {
  const [before, after] = [sheet(written, name), sheet(read, name)];
  const rows = before.cells.length;
  const looks = ({ styles, looks: all }: typeof before) =>
    styles.map((line) => line.map((n) => ({ ...PLAIN, ...all[n] })));
  const rounded = (sizes: number[]): number[] => sizes.map((size) => Math.round(size * 100) / 100);
  expect(after.cells).toEqual(before.cells);
  expect(looks(after)).toEqual(looks(before));
  expect(rounded(after.columnWidths)).toEqual(rounded(before.columnWidths));
  expect(after.rowHeights.slice(0, rows)).toEqual(before.rowHeights.slice(0, rows));
  const byPlace = (a: Area, b: Area): number => a.row - b.row || a.column - b.column;
  const ids = (state: typeof before.state) => ({
    ...state,
    merges: [...state.merges].sort(byPlace),
    page: {
      ...PAGE,
      ...state.page,
      margins: roundedAll({ ...PAGE.margins, ...(state.page.margins as object) }),
    },
    highlights: state.highlights.map((rule) => ({ ...rule, id: "" })),
  });
  expect(ids(after.state)).toEqual(ids(before.state));
});

test("names of cells and of texts come back, and the sheet that was shown", () => {
  expect(read.names).toEqual(written.names);
  expect(read.names.length).toBeGreaterThan(3);
  const shown = (workbook: WorkbookSnapshot) =>
    workbook.sheets.find(({ id }) => id === workbook.active)?.name;
  expect(shown(read)).toBe(shown(written));
});

test("an opened file stands in another workbook with its sheets and formulas", () => {
  const other = createHeadlessEngine();
  restore(other, takeSnapshot(other), read);
  expect(other.sheets().map(({ name }) => name)).toEqual(written.sheets.map(({ name }) => name));
  const form = other.sheets().find(({ name }) => name === FORM_SHEET)!.id;
  const taken = takeSnapshot(other).sheets.find(({ id }) => id === form)!;
  expect(taken.cells.map((line) => line.map((cell) => cell?.formula))).toEqual(
    sheet(written, FORM_SHEET).cells.map((line) => line.map((cell) => cell?.formula)),
  );
});
