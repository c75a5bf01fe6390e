import { type CellContent, MAX_COLUMNS, type SpreadsheetEngine } from "../../../src/workbench/engine/engine";
import { restore } from "../../../src/workbench/engine/restore";
import { blankWorkbook, takeSnapshot } from "../../../src/workbench/engine/snapshot";
import { createHeadlessEngine } from "../../../src/workbench/univer/headless";
import { parseArea } from "../../../src/workbench/host/address";
import { PlainEngine } from "../plain-engine";

const write = (engine: SpreadsheetEngine, sheet: string, address: string, cell: CellContent): void =>
  engine.writeCells(sheet, parseArea(address), [[cell]]);
const f = (formula: string): CellContent => ({ value: null, formula });
const listed = (engine: SpreadsheetEngine, sheet?: string): Record<string, string> =>
  Object.fromEntries(engine.names(sheet));

/** A sheet of ours with names: of its cells, of another's, and one that it has for itself. */
function named(engine: SpreadsheetEngine): string {
  const sheet = engine.sheets()[0]!.id;
  engine.renameSheet(sheet, "指标填报");
  engine.addSheet("Sheet9");
  engine.setName("期", "=指标填报!$B$1");
  engine.setName("率", "=Sheet9!$A$1");
  engine.setName("合", "=SUM(指标填报!$B$1:$B$2)", sheet);
  return sheet;
}

describe.each([
  ["the plain engine", () => new PlainEngine()],
  ["Univer", createHeadlessEngine],
])("names in %s", (_, create) => {
  test("a sheet's own names are apart from the workbook's, whatever their case", () => {
    const engine: SpreadsheetEngine = create();
    const sheet = named(engine);
    engine.setName("X", "=Sheet9!$C$1");
    engine.setName("x", "=Sheet9!$C$2", sheet);
    engine.setName("X", "=Sheet9!$C$3", sheet);
    engine.removeName("合", sheet);
    expect(listed(engine, sheet)).toEqual({ x: "=Sheet9!$C$3" });
    expect(listed(engine)).toEqual({ 期: "=指标填报!$B$1", 率: "=Sheet9!$A$1", X: "=Sheet9!$C$1" });
  });

  test("a copy has the sheet's names, and the workbook's that refer to it, for itself", () => {
    const engine = create();
    const sheet = named(engine);
    const copy = engine.copySheet(sheet, "指标填报 (2)", 1);
    expect(listed(engine, copy)).toEqual({
      合: "=SUM('指标填报 (2)'!$B$1:$B$2)",
      期: "='指标填报 (2)'!$B$1",
    });
    expect(listed(engine)).toEqual({ 期: "=指标填报!$B$1", 率: "=Sheet9!$A$1" });
    const again = engine.copySheet(copy, "指标填报 (3)", 2);
    expect(listed(engine, again)).toEqual({
      合: "=SUM('指标填报 (3)'!$B$1:$B$2)",
      期: "='指标填报 (3)'!$B$1",
    });
    engine.removeSheet(copy);
    expect(listed(engine)).toEqual({ 期: "=指标填报!$B$1", 率: "=Sheet9!$A$1" });
  });

  test("they are kept, opened again and move with their cells", () => {
    const engine = create();
    const sheet = named(engine);
    engine.insertCells(sheet, parseArea("1:1"), "rows");
    expect(listed(engine, sheet)).toEqual({ 合: "=SUM(指标填报!$B$2:$B$3)" });
    const kept = takeSnapshot(engine);
    restore(engine, takeSnapshot(engine), blankWorkbook("other"));
    expect([listed(engine), listed(engine, "other")]).toEqual([{}, {}]);
    restore(engine, takeSnapshot(engine), kept);
    expect(takeSnapshot(engine)).toEqual(kept);
  });

  test("a workbook that was kept before sheets had names of their own opens", () => {
    const engine = create();
    const sheet = named(engine);
    const { sheets, ...book } = takeSnapshot(engine);
    const kept = { ...book, sheets: sheets.map(({ names: _own, ...rest }) => rest) };
    restore(engine, takeSnapshot(engine), kept);
    expect(listed(engine, sheet)).toEqual({});
  });
});

test("sheets that changed names with each other change back, and formulas say what they said", async () => {
  const engine = createHeadlessEngine();
  const [a, b] = ["sheet-0", engine.addSheet("乙")];
  write(engine, a, "A1", { value: 1 });
  write(engine, b, "A1", { value: 2 });
  write(engine, a, "B1", f("=Sheet1!A1*10+乙!A1"));
  const before = takeSnapshot(engine);
  const swapped = before.sheets.map((sheet, i) => ({ ...sheet, name: before.sheets[1 - i]!.name }));
  restore(engine, before, { ...before, sheets: swapped });
  await engine.settled();
  expect(engine.readCells(a, parseArea("B1"))[0]![0]).toEqual({ formula: "=Sheet1!A1*10+乙!A1", value: 21 });
  expect(engine.sheets().map(({ name }) => name)).toEqual(["乙", "Sheet1"]);
});

describe("names in Univer's formulas", () => {
  const valuesOf = async (
    engine: ReturnType<typeof createHeadlessEngine>,
    sheet: string,
    address: string,
  ): Promise<unknown[]> => {
    await engine.settled();
    return engine.readCells(sheet, parseArea(address)).flatMap((row) => row.map(({ value }) => value));
  };

  test("a formula on a copy means the copy's own name, elsewhere the workbook's, and with a sheet that sheet's", async () => {
    const engine = createHeadlessEngine();
    const sheet = named(engine);
    write(engine, sheet, "B1", { value: 3 });
    write(engine, sheet, "B2", { value: 4 });
    write(engine, sheet, "C1", f("=期*10+合"));
    const copy = engine.copySheet(sheet, "指标填报 (2)", 1);
    write(engine, copy, "B1", { value: 5 });
    const other = engine.addSheet("他");
    engine.writeCells(other, parseArea("A1:E1"), [
      [f("=期"), f("='指标填报 (2)'!期"), f("=合"), f('="期"&期'), f("=指标填报!期+'指标填报 (2)'!率")],
    ]);
    expect(await valuesOf(engine, copy, "C1")).toEqual([59]);
    expect(await valuesOf(engine, sheet, "C1")).toEqual([37]);
    expect(await valuesOf(engine, other, "A1:E1")).toEqual([3, 5, "#NAME?", "期3", 3]);
    expect(engine.readCells(copy, parseArea("C1"))[0]![0]!.formula).toBe("=期*10+合");
  });

  test("a name that is given another target, calculated or not, reads it, and follows it", async () => {
    const engine = createHeadlessEngine();
    engine.writeCells("sheet-0", parseArea("A1:A3"), [[{ value: 1 }], [{ value: 2 }], [{ value: 3 }]]);
    engine.setName("X", "=Sheet1!$A$1");
    engine.setName("Y", "=X*100");
    engine.writeCells("sheet-0", parseArea("B1:B2"), [[f("=x+10")], [f("=Y")]]);
    expect(await valuesOf(engine, "sheet-0", "B1:B2")).toEqual([11, 100]);
    engine.setName("X", "=Sheet1!$A$2");
    expect(await valuesOf(engine, "sheet-0", "B1:B2")).toEqual([12, 200]);
    write(engine, "sheet-0", "A2", { value: 7 });
    expect(await valuesOf(engine, "sheet-0", "B1:B2")).toEqual([17, 700]);
    engine.removeName("X");
    expect(await valuesOf(engine, "sheet-0", "B1:B2")).toEqual(["#NAME?", "#NAME?"]);
    engine.setName("X", "=Sheet1!$A$3");
    expect(await valuesOf(engine, "sheet-0", "B1:B2")).toEqual([13, 300]);
  });

  test("a person's copy has its names too, undone and redone", async () => {
    const engine = createHeadlessEngine();
    const sheet = named(engine);
    write(engine, sheet, "C1", f("=期"));
    await engine.settled();
    await engine.api.executeCommand("sheet.command.copy-sheet", { subUnitId: sheet });
    const copy = engine.sheets().find(({ id, name }) => id !== sheet && name.startsWith("指标填报"))!;
    const own = { 合: `=SUM('${copy.name}'!$B$1:$B$2)`, 期: `='${copy.name}'!$B$1` };
    expect(listed(engine, copy.id)).toEqual(own);
    await engine.api.undo();
    expect(await valuesOf(engine, sheet, "C1")).toEqual([0]);
    await engine.api.redo();
    expect(listed(engine, copy.id)).toEqual(own);
    write(engine, copy.id, "B1", { value: 8 });
    expect(await valuesOf(engine, copy.id, "C1")).toEqual([8]);
  });

  test("formulas and names refer to a sheet that is made again", async () => {
    const engine = createHeadlessEngine();
    const make = (value: number): string => {
      const made = engine.addSheet("表");
      write(engine, made, "A1", { value });
      return made;
    };
    const first = make(1);
    engine.setName("X", "=表!$A$1");
    engine.writeCells("sheet-0", parseArea("A1:B1"), [[f("=表!A1"), f("=X")]]);
    expect(await valuesOf(engine, "sheet-0", "A1:B1")).toEqual([1, 1]);
    engine.removeSheet(first);
    const second = make(2);
    expect(await valuesOf(engine, "sheet-0", "A1:B1")).toEqual([2, 2]);
    write(engine, second, "A1", { value: 3 });
    expect(await valuesOf(engine, "sheet-0", "A1:B1")).toEqual([3, 3]);
  });
});

test("a formula that asks for a sheet that is gone, at once or after other changes, shows #REF!", async () => {
  const engine = createHeadlessEngine();
  const [first, other] = [engine.sheets()[0]!.id, engine.addSheet("数据")];
  const at = (row: number) => ({ row, column: 2, rows: 1, columns: 1 });
  const shown = async () => {
    await engine.settled();
    return engine.readCells(first, { ...at(0), rows: 2 }).map(([cell]) => cell!.value);
  };
  engine.writeCells(first, at(0), [[{ value: null, formula: "=数据!A1+1" }]]);
  engine.writeCells(first, at(1), [[{ value: null, formula: '=SUM(数据!A:B)&"数据!A1"' }]]);
  expect(await shown()).toEqual([1, "0数据!A1"]);
  engine.removeSheet(other);
  expect(await shown()).toEqual(["#REF!", "#REF!"]);
  engine.deleteCells(first, { row: 5, column: 0, rows: 1, columns: MAX_COLUMNS }, "rows");
  expect(await shown()).toEqual(["#REF!", "#REF!"]);
});
