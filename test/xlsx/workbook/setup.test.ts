import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { builtInPlan as plan } from "../../../src/plan/built-in";
import type { CellContent, CellStyle, SheetState } from "../../../src/workbench/engine/engine";
import { BLANK, type SheetSnapshot, type WorkbookSnapshot } from "../../../src/workbench/engine/snapshot";
import { describe as describeFile } from "../../../src/workbench/page/describe";
import { readXlsx, writeXlsx } from "../../../src/xlsx/workbook";

const STATE = BLANK.state;

const sheetOf = (
  name: string,
  state: Partial<SheetState>,
  cells: (CellContent | null)[][] = [[{ value: 1 }]],
  look: CellStyle = {},
): SheetSnapshot => ({
  id: name,
  name,
  cells,
  styles: cells.map((row) => row.map(() => 0)),
  looks: [look],
  columnWidths: [9, 8.43, 8.38, 20].map((width) => width * 5.25),
  rowHeights: cells.map(() => null),
  state: { ...STATE, ...state },
});

const bookOf = (...sheets: SheetSnapshot[]): WorkbookSnapshot => ({
  sheets,
  names: [["率", "='甲''乙 1'!$A$1"]],
  active: sheets[0]!.id,
  selection: { row: 0, column: 0, rows: 1, columns: 1 },
});

const part = (bytes: Uint8Array, path: string): string => strFromU8(unzipSync(bytes)[path]!);

async function again(bytes: Uint8Array) {
  const read = await readXlsx(bytes, "YIZHI");
  if (!read.ok) throw new Error(JSON.stringify(read.issue));
  return read.value;
}

const edited = (bytes: Uint8Array, path: string, change: (xml: string) => string): Uint8Array => {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [path]: strToU8(change(strFromU8(parts[path]!))) });
};

const NAME = "甲'乙 1";
const PAGE = {
  printArea: "1:3,A:B,C5:D6",
  printTitleRows: "1:2",
  printTitleColumns: "A:B",
  leftHeader: "左 && 1",
  centerHeader: '&"宋体,加粗"中',
  rightFooter: "第 &P 页",
  centerVertically: true,
  printGridlines: true,
};

test("what belongs to a sheet as a whole comes back from its file", async () => {
  const hidden = [{ row: 0, rows: 1_048_576, column: 1, columns: 2 }];
  const list = {
    type: "list" as const,
    formula1: `='甲''乙 1'!$A:$A`,
    areas: [{ row: 0, rows: 1_048_576, column: 0, columns: 1 }],
  };
  const book = bookOf(
    sheetOf(NAME, { page: PAGE, tabColor: "#FF8800", zoom: 85, hidden, frozenRows: 1 }),
    sheetOf("乙", { visible: false, veryHidden: true, validations: [list] }),
  );
  const { workbook, leftOut } = await again(await writeXlsx(book, "YIZHI"));
  expect(leftOut).toEqual([]);
  expect(workbook.names).toEqual(book.names);
  const [first, second] = workbook.sheets;
  expect(first!.state).toMatchObject({ page: PAGE, tabColor: "#FF8800", zoom: 85, hidden, frozenRows: 1 });
  expect(second!.state).toMatchObject({ visible: false, veryHidden: true, validations: [list] });
  first!.columnWidths
    .slice(0, 4)
    .forEach((width, i) => expect(width).toBeCloseTo(book.sheets[0]!.columnWidths[i]!, 1));
});

test.each([
  { algorithmName: "SHA-512", hashValue: "q83v", saltValue: "AQID", spinCount: "100000" },
  { password: "CC1A" },
])("an owner's password comes back as the file has it: %j", async (hash) => {
  const plain = await writeXlsx(
    bookOf(sheetOf(NAME, { protection: { allowSort: true, password: "" } })),
    "YIZHI",
  );
  const attributes = Object.entries(hash).map(([name, value]) => `${name}="${value}"`);
  const owned = edited(plain, "xl/worksheets/sheet1.xml", (xml) =>
    xml.replace("<sheetProtection ", `<sheetProtection ${attributes.join(" ")} `),
  );
  const { workbook } = await again(owned);
  expect(workbook.sheets[0]!.state.protection).toMatchObject({
    hash,
    allowSort: true,
    allowFormatCells: false,
  });
  const xml = part(await writeXlsx(workbook, "YIZHI"), "xl/worksheets/sheet1.xml");
  const [tag] = /<sheetProtection[^>]*>/.exec(xml)!;
  for (const attribute of attributes) expect(tag).toContain(attribute);
});

test("a password typed in the workbench is hashed", async () => {
  const bytes = await writeXlsx(bookOf(sheetOf(NAME, { protection: { password: "秘密" } })), "YIZHI");
  expect(part(bytes, "xl/worksheets/sheet1.xml")).toMatch(
    /hashValue="[^"]+" saltValue="[^"]+" spinCount="1000"/,
  );
});

test("a formula of an array is one in the file, with the values of its cells", async () => {
  const spill = [[{ value: 4 }], [{ value: 10 }]];
  const book = bookOf(
    sheetOf(NAME, {}, [
      [
        { value: 14, formula: "=SUM(C1:C2*D1:D2)" },
        { value: 4, formula: "=SORT(C1:C2)", spill },
      ],
      [null, null],
    ]),
  );
  const bytes = await writeXlsx(book, "YIZHI");
  const xml = part(bytes, "xl/worksheets/sheet1.xml");
  expect(xml).toContain('<f t="array" ref="A1">SUM(C1:C2*D1:D2)</f><v>14</v>');
  expect(xml).toContain('<f t="array" ref="B1:B2">_xlfn._xlws.SORT(C1:C2)</f><v>4</v>');
  expect(xml).toMatch(/<c r="B2"[^>]*><v>10<\/v>/);
  expect((await again(bytes)).workbook.sheets[0]!.cells).toEqual(book.sheets[0]!.cells);
});

const ROW = [{ row: 0, rows: 1, column: 0, columns: 4 }];
test.each([
  { type: "date" as const, operator: "Between", formula1: "=B1", formula2: "2023-12-31", areas: ROW },
  { type: "date" as const, operator: "GreaterThan", formula1: "2000-01-01", areas: ROW },
  { type: "whole" as const, operator: "LessThan", formula1: "=SUM($B$1:$B$9)", areas: ROW },
  { type: "list" as const, formula1: '甲,"乙"', areas: ROW },
])("the limits of a rule come back: $type $formula1", async (rule) => {
  const { workbook } = await again(await writeXlsx(bookOf(sheetOf(NAME, { validations: [rule] })), "YIZHI"));
  expect(workbook.sheets[0]!.state.validations).toMatchObject([rule]);
});

test("a list on another sheet that stands among the extensions is read", async () => {
  const extension =
    '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1"><x14:dataValidation type="list" allowBlank="1" showErrorMessage="1"><x14:formula1><xm:f>乙!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>B1:B9 D1</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>';
  const bytes = edited(
    await writeXlsx(bookOf(sheetOf(NAME, {})), "YIZHI"),
    "xl/worksheets/sheet1.xml",
    (xml) => xml.replace("</worksheet>", extension),
  );
  expect((await again(bytes)).workbook.sheets[0]!.state.validations).toMatchObject([
    {
      type: "list",
      formula1: "=乙!$A$1:$A$3",
      areas: [
        { row: 0, rows: 9, column: 1 },
        { row: 0, column: 3 },
      ],
    },
  ]);
});

test("days counted from 1904 are the same days", async () => {
  const book = bookOf(sheetOf(NAME, {}, [[{ value: 43830 }]], { numberFormat: "yyyy-mm-dd" }));
  const bytes = edited(await writeXlsx(book, "YIZHI"), "xl/workbook.xml", (xml) =>
    xml.replace(/<workbookPr[^>]*\/>/, '<workbookPr date1904="1"/>'),
  );
  expect((await again(bytes)).workbook.sheets[0]!.cells).toEqual([[{ value: 45292 }]]);
});

test.each([
  ["Continuous", "Medium"],
  ["Continuous", "Hairline"],
  ["Double", "Thick"],
  ["SlantDashDot", "Medium"],
  ["Dot", undefined],
])("a border %s %s comes back", async (style, weight) => {
  const borders = { top: { style, ...(weight && { weight }), color: "#112233" } };
  const { workbook } = await again(
    await writeXlsx(bookOf(sheetOf(NAME, {}, undefined, { borders })), "YIZHI"),
  );
  const [sheet] = workbook.sheets;
  expect(sheet!.looks[sheet!.styles[0]![0]!]!.borders).toEqual(borders);
});

test("a file is named and described by its form, and by nothing where there is none", async () => {
  const now = new Date(2026, 10, 25);
  const form = await again(readFileSync(join(__dirname, "fixtures/form-filled.xlsx")));
  const { name, properties } = describeFile(form.workbook, plan, now);
  expect(name).toMatch(/^一指填报 市\S+ \S*年\S* 2026-11-25\.xlsx$/);
  expect(properties).toMatchObject({
    company: expect.stringMatching(/^市/),
    title: expect.stringMatching(/填报$/),
  });
  expect(describeFile(bookOf(sheetOf("甲", {})), plan, now)).toEqual({
    name: "一指填报 2026-11-25.xlsx",
    properties: { created: now },
  });
  const bytes = await writeXlsx(form.workbook, "YIZHI", { ...properties, creator: "张三" });
  expect(part(bytes, "docProps/core.xml")).toContain("<dc:creator>张三</dc:creator>");
  expect(part(bytes, "docProps/app.xml")).toContain(`<Company>${properties.company}</Company>`);
});
