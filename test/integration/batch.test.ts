import type { Host } from "../../src/workbench/host/host";
import { openAddIn } from "./office";

let host: Host;
const values = (address: string): unknown => {
  const [row, column] = [Number(address.slice(1)) - 1, address.charCodeAt(0) - 65];
  return host.engine.readCells("sheet-0", { row, column, rows: 1, columns: 1 })[0]![0]!.value;
};

/** Runs a batch that must fail and gives the library's error. */
async function failureOf(batch: (context: Excel.RequestContext) => void): Promise<OfficeExtension.Error> {
  const error: unknown = await Excel.run(async (context) => {
    batch(context);
    await context.sync();
  }).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(OfficeExtension.Error);
  return error as OfficeExtension.Error;
}

beforeAll(async () => {
  ({ host } = await openAddIn());
});

test.each<[string, (sheet: Excel.Worksheet, context: Excel.RequestContext) => void, string, string]>([
  [
    "a sheet that is not there",
    (_, c) => void (c.workbook.worksheets.getItem("没有").name = "x"),
    "ItemNotFound",
    "WorksheetCollection.getItem",
  ],
  [
    "an address that is none",
    (s) => void (s.getRange("1A").values = [[1]]),
    "InvalidArgument",
    "Worksheet.getRange",
  ],
  [
    "a matrix of another shape",
    (s) => void (s.getRange("B1:B2").values = [[1]]),
    "InvalidArgument",
    "Range.values",
  ],
  [
    "a name that is taken",
    (_, c) => void c.workbook.worksheets.add("Sheet1"),
    "ItemAlreadyExists",
    "WorksheetCollection.add",
  ],
])("%s stops the batch there; what ran before stays", async (what, fail, code, location) => {
  host.engine.writeCells("sheet-0", { row: 0, column: 0, rows: 2, columns: 1 }, [
    [{ value: null }],
    [{ value: null }],
  ]);
  const error = await failureOf((context) => {
    const sheet = context.workbook.worksheets.getItem("sheet-0");
    sheet.getRange("A1").values = [[what]];
    fail(sheet, context);
    sheet.getRange("A2").values = [["不会写入"]];
  });
  expect(error.code).toBe(code);
  expect(error.message).not.toBe("");
  expect(error.debugInfo).toMatchObject({ code, message: error.message, errorLocation: location });
  expect([values("A1"), values("A2")]).toEqual([what, null]);
});

test("the library names the failing statement and those around it", async () => {
  OfficeExtension.config.extendedErrorLogging = true;
  const { debugInfo } = await failureOf((context) => {
    const sheet = context.workbook.worksheets.getItem("sheet-0");
    sheet.getRange("A1").values = [[1]];
    sheet.getRange("B1:B2").values = [[1]];
    sheet.getRange("A2").values = [[2]];
  });
  OfficeExtension.config.extendedErrorLogging = false;
  const info = debugInfo as OfficeExtension.DebugInfo & { fullStatements: string[] };
  expect(info.statement).toMatch(/^range\d*\.values = \.\.\.;$/);
  const marked = info.surroundingStatements!.findIndex((line) => line.startsWith("// >>>>>"));
  expect(info.surroundingStatements![marked + 1]).toBe(info.statement);
  expect(info.fullStatements.join("\n")).toContain('getRange("B1:B2")');
});
