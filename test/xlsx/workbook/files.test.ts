import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SheetSnapshot, WorkbookSnapshot } from "../../../src/workbench/engine/snapshot";
import { restore } from "../../../src/workbench/engine/restore";
import { blankWorkbook, takeSnapshot } from "../../../src/workbench/engine/snapshot";
import { createHeadlessEngine } from "../../../src/workbench/univer/headless";
import { openIssueMessage, readXlsx, writeXlsx } from "../../../src/xlsx/workbook";

const FOLDER = join(__dirname, "fixtures");
const FILES = readdirSync(FOLDER);

async function open(name: string) {
  const read = await readXlsx(new Uint8Array(readFileSync(join(FOLDER, name))), "YIZHI");
  if (!read.ok) throw new Error(openIssueMessage(read.issue));
  return read.value;
}

/** The cells of a sheet by address, formulas with their results. */
async function cellsOf(name: string, sheet = "表"): Promise<(row: number, column: number) => unknown> {
  const { workbook } = await open(name);
  const { cells } = workbook.sheets.find((one) => one.name === sheet)!;
  return (row, column) => {
    const cell = cells[row]?.[column];
    return cell?.formula ?? cell?.value ?? null;
  };
}

test("formulas that cells share are each their own: texts and sheets' names stay", async () => {
  const at = await cellsOf("book-shared-text.xlsx");
  expect([0, 1, 2].map((row) => at(row, 2))).toEqual([
    '=IF(A1>0,"B2级","")',
    '=IF(A2>0,"B2级","")',
    '=IF(A3>0,"B2级","")',
  ]);
  expect([at(2, 3), at(2, 4)]).toEqual(["='Q1'!A3", "='2023年H1'!A3*2"]);
});

test("a formula with a link keeps its formula; arrays keep theirs; newer functions have their names", async () => {
  const at = await cellsOf("book-links-and-arrays.xlsx");
  expect([at(0, 0), at(1, 0), at(2, 0)]).toEqual(["=1+1", 5, 45292]);
  expect([at(0, 4), at(0, 5), at(1, 5)]).toEqual(["=SUM(C1:C3*D1:D3)", "=C1:C3*D1:D3", null]);
  expect([at(0, 6), at(0, 7), at(1, 7)]).toEqual([
    "=SORT(C1:C3)",
    "=XLOOKUP(1,C1:C3,D1:D3)",
    '=CONCAT("a","b")',
  ]);
});

test.each([
  [0, 5, "合计"],
  [1, 5, "=SUBTOTAL(109,$B$2:$B$4)"],
  [2, 5, "=SUBTOTAL(101,$C$2:$C$4)"],
])("the totals of a table stand as the file has them: column %i", async (column, row, expected) => {
  expect((await cellsOf("book-table-totals.xlsx"))(row - 1, column)).toBe(expected);
});

test("numbers are numbers, whatever their format; formats are as they were written", async () => {
  const { workbook } = await open("book-format-escapes.xlsx");
  const [sheet] = workbook.sheets;
  expect(sheet!.cells.map(([cell]) => cell?.value)).toEqual(Array(8).fill(12.5));
  expect(sheet!.styles.map(([number]) => sheet!.looks[number!]!.numberFormat)).toEqual([
    "0.0\\m",
    "0\\d",
    "0\\h",
    "#,##0\\%",
    "0\\s\\t",
    "\\#0",
    "0\\y",
    "yyyy\\d",
  ]);
  const odd = await cellsOf("book-odd-dates.xlsx");
  expect(Array.from({ length: 10 }, (_, row) => odd(row, 0))).toEqual([
    -5, 0, 0.5, 59, 60, 61, 2958465, 99999999, 1e12, 1.23456789012345,
  ]);
});

test("a date whose format has only a number looks as in Chinese Excel", async () => {
  const { workbook } = await open("book-builtin-31.xlsx");
  const [sheet] = workbook.sheets;
  expect(sheet!.cells).toEqual([[{ value: 45292 }]]);
  expect(sheet!.looks[sheet!.styles[0]![0]!]!.numberFormat).toBe('yyyy"年"m"月"d"日"');
});

test("rules over whole columns are over whole columns", async () => {
  const { workbook } = await open("book-whole-column-list.xlsx");
  expect(workbook.sheets[0]!.state.validations).toMatchObject([
    { type: "list", formula1: "甲,乙", areas: [{ row: 0, rows: 1_048_576, column: 0, columns: 1 }] },
    {
      type: "decimal",
      operator: "GreaterThan",
      formula1: "0",
      areas: [{ column: 1, columns: 100, rows: 1_048_576 }],
    },
  ]);
});

test("all rows of a long sheet are there", async () => {
  expect((await cellsOf("book-rows-2500.xlsx"))(2499, 0)).toBe(2500);
});

test("a sheet that is too large is refused with a sentence", async () => {
  await expect(open("book-last-cell.xlsx")).rejects.toThrow("“表”用到第 1048576 行、第 XFD 列");
});

/** What is left out of each file; of the others nothing is. */
const LEFT_OUT: Record<string, string[]> = {
  "book-charts-openpyxl.xlsx": ["图表 2 个", "图表的部分外观和设置 2 个图表"],
  "book-hidden.xlsx": ["筛选 1 个", "分级显示的行列 1 个"],
  "book-links-and-arrays.xlsx": ["超链接 3 个"],
  "book-table-colour-filter.xlsx": ["套用格式的表格 1 个"],
  "book-table-sort.xlsx": ["套用格式的表格 1 个"],
  "book-whole-column-list.xlsx": ["数据有效性第 100 列以后的部分 1 个"],
  "book-table-totals.xlsx": ["套用格式的表格 1 个"],
};

/** What is not said of a look. */
const PLAIN = { bold: false, italic: false, wrap: false, borders: {} };

/** Without what is made anew each time. */
const lasting = ({ sheets, ...book }: WorkbookSnapshot) => ({
  ...book,
  sheets: sheets.map(({ looks, styles, state, ...sheet }: SheetSnapshot) => ({
    ...sheet,
    columnWidths: sheet.columnWidths.map((width) => Math.round(width)),
    looks: styles.map((row) => row.map((number) => looks[number])),
    state: {
      ...state,
      merges: [...state.merges].sort((a, b) => a.row - b.row || a.column - b.column),
      page: { ...state.page, orientation: null, paperSize: null },
    },
  })),
});

test.each(FILES.filter((name) => name !== "book-last-cell.xlsx"))(
  "%s says what it leaves out, and is the same after an export and after another",
  async (name) => {
    const { workbook, leftOut } = await open(name);
    expect(leftOut).toEqual(LEFT_OUT[name] ?? []);
    const once = await readXlsx(await writeXlsx(workbook, "YIZHI"), "YIZHI");
    if (!once.ok) throw new Error(openIssueMessage(once.issue));
    expect(once.value.leftOut).toEqual([]);
    expect(lasting(once.value.workbook)).toEqual(lasting(workbook));
    const twice = await readXlsx(await writeXlsx(once.value.workbook, "YIZHI"), "YIZHI");
    if (!twice.ok) throw new Error(openIssueMessage(twice.issue));
    expect(lasting(twice.value.workbook)).toEqual(lasting(once.value.workbook));
  },
);

let engine: ReturnType<typeof createHeadlessEngine> | undefined;

/** What an engine shows: formulas without results, which it calculates, and only as far as anything is. */
const told = (book: WorkbookSnapshot) => {
  const { sheets, names, active } = lasting(book);
  return {
    names,
    active: sheets.find(({ id }) => id === active)?.name,
    sheets: sheets.map(({ name, names: own = [], cells, looks, state, rowHeights }) => ({
      name,
      own,
      cells: cells.map((row) => row.map((cell) => cell?.formula ?? cell?.value ?? null)),
      looks: looks.map((row) => row.map((look) => ({ ...PLAIN, ...look }))),
      state: { ...state, highlights: state.highlights.map((rule) => ({ ...rule, id: "" })) },
      rowHeights: rowHeights.slice(0, cells.length),
    })),
  };
};

test.each(FILES.filter((name) => name !== "book-last-cell.xlsx"))(
  "%s is exported from the workbench as it was opened there",
  async (name) => {
    const { workbook } = await open(name);
    engine ??= createHeadlessEngine();
    restore(engine, takeSnapshot(engine), blankWorkbook("blank"));
    restore(engine, takeSnapshot(engine), workbook);
    const shown = takeSnapshot(engine);
    const read = await readXlsx(await writeXlsx(shown, "YIZHI"), "YIZHI");
    if (!read.ok) throw new Error(openIssueMessage(read.issue));
    const [before, after] = [told(workbook), told(read.value.workbook)];
    expect(after).toEqual(before);
    read.value.workbook.sheets.forEach(({ columnWidths }, i) =>
      workbook.sheets[i]!.columnWidths.forEach((width, c) =>
        expect(Math.abs(columnWidths[c]! - width)).toBeLessThan(1),
      ),
    );
  },
);
