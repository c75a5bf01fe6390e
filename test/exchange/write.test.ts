import { unzipSync, strFromU8 } from "fflate";
import { bureausToServe, distribute, type OutgoingFile, sheetsFor, zipFiles } from "../../src/exchange";
import { loadXlsx } from "../../src/xlsx/libraries";
import { canonicalName, indicatorsOf } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { areaAddress } from "../../src/grid";
import { FORM_SHEET, TASKS_SHEET } from "../../src/sheets";
import { bureau, PERIOD } from "./files";

const NOW = new Date("2024-01-05T08:00:00Z");
let files: OutgoingFile[];
beforeAll(async () => {
  files = (await distribute(plan, { period: PERIOD, now: NOW }))!;
});

const of = (name: string): OutgoingFile => files.find((f) => f.bureau === name)!;
const open = async (name: string) => {
  const { Workbook } = await loadXlsx();
  const workbook = new Workbook();
  await workbook.xlsx.load(of(name).bytes);
  return workbook;
};
const part = (name: string, path: string): string => strFromU8(unzipSync(of(name).bytes)[path]!);

test("every bureau with indicators or tasks gets one file, each indicator goes to each of its bureaus", () => {
  expect(files.map((f) => f.bureau)).toEqual(bureausToServe(plan).map((b) => b.name));
  const expected = indicatorsOf(plan).flatMap((i) => [
    ...new Set(i.bureaus.map((b) => canonicalName(b, plan))),
  ]);
  expect(files.reduce((sum, f) => sum + f.rows.form, 0)).toBe(expected.length);
  expect(new Set(files.map((f) => f.name)).size).toBe(files.length);
});

test("a file holds every cell of its layouts, text as text and formulas with what they give before anything is typed", async () => {
  const workbook = await open("市民政局");
  const layouts = sheetsFor(plan, bureau("市民政局"), PERIOD);
  expect(workbook.worksheets.map((s) => [s.name, s.state])).toEqual(
    layouts.map((l) => [l.name, l.hidden ? "hidden" : "visible"]),
  );
  const swallowed = (r: number, c: number, l: (typeof layouts)[number]): boolean =>
    l.merges.some((m) => r === m.row && c > m.column && c < m.column + m.columns);
  for (const layout of layouts)
    layout.cells.forEach((row, r) =>
      row.forEach((cell, c) => {
        if (swallowed(r, c, layout)) return;
        const found = workbook
          .getWorksheet(layout.name)!
          .getRow(r + 1)
          .getCell(c + 1);
        if (cell !== null && typeof cell === "object") expect(`=${found.formula}`).toBe(cell.formula);
        else expect(found.value ?? "").toEqual(cell ?? "");
      }),
    );
  expect(workbook.getWorksheet(FORM_SHEET)!.getCell("L6").result).toBe("○ 未填报");
});

test("validations stand in ranges that do not overlap", () => {
  const ranges = [
    ...part("市民政局", "xl/worksheets/sheet1.xml").matchAll(/<dataValidation [^>]*sqref="([^"]+)"/g),
  ].map((m) => m[1]!);
  const layout = sheetsFor(plan, bureau("市民政局"), PERIOD)[0]!;
  expect(ranges.sort()).toEqual(layout.validations.flatMap((v) => v.areas.map(areaAddress)).sort());
  const cells = layout.validations.flatMap((v) =>
    v.areas.flatMap((a) =>
      Array.from(
        { length: a.rows * a.columns },
        (_, i) => `${a.row + (i % a.rows)},${a.column + Math.floor(i / a.rows)}`,
      ),
    ),
  );
  expect(new Set(cells).size).toBe(cells.length);
});

test("protection leaves entries open; header rows are frozen and printed on each page", async () => {
  const sheet = (await open("市民政局")).getWorksheet(FORM_SHEET)!;
  expect(sheet.getCell("H6").protection).toMatchObject({ locked: false });
  expect(sheet.getCell("I6").protection?.locked ?? true).toBe(true);
  expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 4 });
  const xml = part("市民政局", "xl/worksheets/sheet1.xml");
  // read as text, for the reader has the writer's words
  expect(xml).toMatch(/<sheetProtection sheet="1"/);
  expect(xml).toMatch(/<sheetProtection [^>]*objects="1"/);
  expect(xml).toMatch(/<sheetProtection [^>]*scenarios="1"/);
  expect(xml).toMatch(/<printOptions [^>]*horizontalCentered="1"/);
  expect(xml).not.toMatch(/verticalCentered="1"/);
  expect(xml).not.toMatch(/<sheetProtection[^>]*(password|hashValue)/);
  expect(part("市民政局", "xl/workbook.xml")).toContain(
    '_xlnm.Print_Titles" localSheetId="0">&apos;指标填报&apos;!$4:$4<',
  );
});

test("a file says what it is for whoever looks: properties and names", async () => {
  const workbook = await open("市民政局");
  expect(workbook.title).toBe("市民政局 2023年 填报");
  expect(workbook.keywords).toMatch(/^form@4 suzhou-yilaoyixiao@1 [0-9a-f]{14}$/);
  expect(workbook.definedNames.model.map((n) => n.name)).toEqual(
    expect.arrayContaining(["YIZHI_TEMPLATE", "YIZHI_PERIOD", "YIZHI_FINGERPRINT"]),
  );
});

test("no formula of a file needs the add-in", () => {
  for (const { name, bytes } of files)
    for (const [path, xml] of Object.entries(unzipSync(bytes)))
      if (path.startsWith("xl/worksheets/"))
        expect([name, strFromU8(xml)]).not.toContainEqual(expect.stringContaining("YIZHI."));
});

test("the zip holds every file as it is", async () => {
  const unzipped = unzipSync(await zipFiles(files, NOW));
  expect(Object.keys(unzipped)).toEqual(files.map((f) => f.name));
  expect(unzipped[files[0]!.name]).toEqual(files[0]!.bytes);
});

test("distribution stops when it is cancelled", async () => {
  let done = 0;
  const cancelled = (): boolean => done >= 2;
  const progress = (n: number): void => void (done = n);
  expect(await distribute(plan, { period: PERIOD, now: NOW, progress, cancelled })).toBeNull();
  expect(done).toBe(2);
});

test("a record's row is as high as its text needs and has no height of its own, so that it goes on growing", async () => {
  const layouts = sheetsFor(plan, bureau("市民政局"), PERIOD);
  const tasks = layouts.find((l) => l.name === TASKS_SHEET)!;
  const sheet = (await open("市民政局")).getWorksheet(TASKS_SHEET)!;
  const longest = tasks.cells.findIndex((row) => row[0] === 4);
  const heights = [longest, longest + 1].map((row) => sheet.getRow(row + 1));
  expect(heights.map(({ customHeight }) => customHeight ?? false)).toEqual([false, false]);
  expect(heights[0]!.height).toBeGreaterThan(heights[1]!.height!);
  expect(sheet.getRow(1).customHeight).toBe(true);
});

test("a tasks sheet carries the file's 报告期 as a value, which may be changed", async () => {
  const sheet = (await open("市民政局")).getWorksheet(TASKS_SHEET)!;
  expect([sheet.getCell("C2").value, sheet.getCell("D2").value]).toEqual(["报告期：", PERIOD]);
  expect(sheet.getCell("D2").protection).toMatchObject({ locked: false });
});

test("code, number and name are frozen beside the header rows; column widths count the form's own font", async () => {
  expect((await open("市民政局")).getWorksheet(FORM_SHEET)!.views[0]).toMatchObject({ xSplit: 3, ySplit: 4 });
  expect(part("市民政局", "xl/styles.xml")).toMatch(/<fonts[^>]*><font><sz val="10"\/><name val="微软雅黑"/);
});

test("the form's two-part highlight stands in one rule that leaves entries out", () =>
  expect(part("市民政局", "xl/worksheets/sheet1.xml")).toMatch(
    /<conditionalFormatting sqref="A5:F\d+ I5:N\d+">/,
  ));
