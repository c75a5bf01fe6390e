import { createHeadlessEngine } from "../../../src/workbench/univer/headless";

const sheet = "sheet-0";

test.each([
  ['=HYPERLINK("#Sheet1!A1","318.8万元")', "318.8万元"],
  ['=HYPERLINK("#Sheet1!A1","91.4%")', "91.4%"],
  ['=HYPERLINK("#Sheet1!A1","12")', "12"],
  ['=HYPERLINK("#Sheet1!A1","2023-07-05")', "2023-07-05"],
  ['=HYPERLINK("#Sheet1!A1",12)', 12],
  ['=HYPERLINK("#Sheet1!A1")', "#Sheet1!A1"],
  ['=HYPERLINK("#Sheet1!A1",1/0)', "#DIV/0!"],
  ['=LEN(HYPERLINK("#Sheet1!A1","91.4%"))', 5],
])("%s says its words as they are, in the cell's own writing", async (formula, value) => {
  const engine = createHeadlessEngine();
  engine.writeCells(sheet, { row: 0, column: 0, rows: 1, columns: 1 }, [[{ value: null, formula }]]);
  await engine.settled();
  const cells = engine.readCells(sheet, { row: 0, column: 0, rows: 1, columns: 1 });
  expect(cells[0]![0]!.value).toBe(value);
  const raw = engine.api.getActiveWorkbook()!.getActiveSheet().getRange("A1").getCellData();
  expect(raw?.p ?? null).toBeNull();
});
