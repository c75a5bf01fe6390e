import type { CellContent } from "../../../src/workbench/engine/engine";
import { createHeadlessEngine } from "../../../src/workbench/univer/headless";

const area = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });
const f = (formula: string): CellContent => ({ value: null, formula });
const v = (value: CellContent["value"]): CellContent => ({ value });

test("a function is told blank from empty text, and its errors are errors", async () => {
  const engine = createHeadlessEngine();
  engine.registerFunction("YIZHI.KIND", "", ([cells]) => [
    [{ value: cells?.[0]?.[0]?.value === null ? "blank" : JSON.stringify(cells?.[0]?.[0]?.value) }],
  ]);
  engine.registerFunction("YIZHI.NA", "", () => [[{ value: "#N/A", error: true }]]);
  engine.registerFunction("YIZHI.LIST", "", () => [
    [v(1), v("a")],
    [v(2), v("b")],
  ]);
  engine.setName("YIZHI_PERIOD", "='Sheet1'!$B$1");
  engine.writeCells("sheet-0", area(0, 0, 1, 2), [[v(48), v("2023年")]]);
  engine.writeCells("sheet-0", area(2, 0, 8, 1), [
    [f("=YIZHI.KIND(A1)")],
    [f("=YIZHI.KIND(C1)")],
    [f('=YIZHI.KIND(IF(TRUE,"",1))')],
    [f("=YIZHI.KIND(YIZHI_PERIOD)")],
    [f('=IFERROR(YIZHI.NA(),"caught")')],
    [f("=YIZHI.NA()")],
    [f('=YIZHI.KIND(IF(ISBLANK(C1),"",C1))')],
    [f("=YIZHI.LIST()")],
  ]);
  await engine.settled();
  const cells = engine.readCells("sheet-0", area(2, 0, 9, 2));
  expect(cells.map((row) => row[0]!.value)).toEqual([
    "48",
    "blank",
    '""',
    '"2023年"',
    "caught",
    "#N/A",
    '""',
    1,
    2,
  ]);
  expect(cells[5]![0]!.error).toBe(true);
  expect(cells[8]![1]!.value).toBe("b");
});

test("typing over an input recalculates, and only blanks read as null", async () => {
  const engine = createHeadlessEngine();
  engine.writeCells("sheet-0", area(0, 0, 1, 3), [[v(2), f("=A1*2"), v("")]]);
  await engine.settled();
  expect(engine.readCells("sheet-0", area(0, 1))[0]![0]!.value).toBe(4);
  engine.writeCells("sheet-0", area(0, 0), [[v(5)]]);
  await engine.settled();
  expect(engine.readCells("sheet-0", area(0, 0, 1, 4))[0]!.map((c) => c.value)).toEqual([5, 10, "", null]);
});
