import type { CellContent, FunctionCall } from "../../../src/workbench/engine/engine";
import { parseArea } from "../../../src/workbench/host/address";
import type { UniverEngine } from "../../../src/workbench/univer/univer-engine";
import { createHeadlessEngine } from "../../../src/workbench/univer/headless";

const area = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });
const f = (formula: string): CellContent => ({ value: null, formula });
const v = (value: CellContent["value"]): CellContent => ({ value });

type Compute = (args: FunctionCall["args"]) => CellContent[][];
const answering = (engine: UniverEngine, functions: Record<string, Compute>): void =>
  engine.registerFunctions(Object.keys(functions), (calls, answer) =>
    calls.forEach((call) => answer(call, { cells: functions[call.name]!(call.args) })),
  );

test("a function is told blank from empty text, and its errors are errors", async () => {
  const engine = createHeadlessEngine();
  answering(engine, {
    "YIZHI.KIND": ([cells]) => {
      const kind = cells?.[0]?.[0]?.value;
      return [[v(cells === null ? "omitted" : kind === null ? "blank" : JSON.stringify(kind))]];
    },
    "YIZHI.NA": () => [[{ value: "#N/A", error: true }]],
    "YIZHI.LIST": () => [
      [v(1), v("a")],
      [v(2), v("b")],
    ],
  });
  engine.setName("YIZHI_PERIOD", "='Sheet1'!$B$1");
  engine.writeCells("sheet-0", area(0, 0, 1, 2), [[v(48), v("2023年")]]);
  engine.writeCells("sheet-0", area(1, 5), [[f("=YIZHI.KIND(,1)")]]);
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
  expect(engine.readCells("sheet-0", area(1, 5))[0]![0]!.value).toBe("omitted");
  expect(cells[5]![0]!.error).toBe(true);
  expect(cells[8]![1]!.value).toBe("b");
});

test("a formula stays in a cell that is given another look, calculated or not", async () => {
  const engine = createHeadlessEngine();
  const formulas = () => engine.readCells("sheet-0", area(0, 1, 2, 1)).map(([cell]) => cell!.formula);
  const look = async (calculated: boolean) => {
    if (calculated) await engine.settled();
    engine.writeStyle("sheet-0", [area(0, 0, 2, 2)], { bold: true });
    engine.writeStyles("sheet-0", area(0, 1), [[{ fill: "#ff0000" }]]);
    engine.clearStyles("sheet-0", area(0, 1, 2, 1));
  };
  engine.writeCells("sheet-0", area(0, 0, 2, 2), [
    [v(1), f("=A1*2")],
    [v(2), f('=IF(A9="","",1)')],
  ]);
  for (const calculated of [false, true]) {
    await look(calculated);
    expect(formulas()).toEqual(["=A1*2", '=IF(A9="","",1)']);
  }
});

test("rows of formulas that read alike afterwards keep them", async () => {
  const engine = createHeadlessEngine();
  const rows = [1, 2, 3, 4];
  engine.writeCells(
    "sheet-0",
    area(0, 0, 4, 2),
    rows.map((row) => [v(row), f(`=A${row}*2`)]),
  );
  engine.writeStyles(
    "sheet-0",
    area(0, 0, 4, 2),
    rows.map((row) => [{ bold: row > 2 }, { fill: row > 2 ? "#ff0000" : "#00ff00" }]),
  );
  await engine.settled();
  engine.insertCells("sheet-0", parseArea("2:2"), "rows");
  await engine.settled();
  const cells = engine.readCells("sheet-0", area(0, 1, 5, 1)).map(([cell]) => cell);
  expect(cells).toEqual([
    { value: 2, formula: "=A1*2" },
    { value: null },
    ...[3, 4, 5].map((row) => ({ value: (row - 1) * 2, formula: `=A${row}*2` })),
  ]);
});

test("a formula that was filled down is read in every cell, and stays when rows are inserted", async () => {
  const engine = createHeadlessEngine();
  engine.writeCells("sheet-0", area(0, 0, 3, 1), [[v(1)], [v(2)], [v(3)]]);
  const sheet = engine.api.getActiveWorkbook()!.getActiveSheet();
  sheet.getRange("B1:B3").setValues([[{ f: "=A1*2", si: "s" }], [{ si: "s" }], [{ si: "s" }]]);
  await engine.settled();
  engine.insertCells("sheet-0", parseArea("2:2"), "rows");
  await engine.settled();
  const cells = engine.readCells("sheet-0", area(0, 1, 4, 1)).map(([cell]) => cell);
  expect(cells).toEqual([
    { value: 2, formula: "=A1*2" },
    { value: null },
    { value: 4, formula: "=A3*2" },
    { value: 6, formula: "=A4*2" },
  ]);
});

test("formulas and names follow a sheet that is renamed", async () => {
  const engine = createHeadlessEngine();
  const data = engine.addSheet("数据");
  engine.writeCells(data, area(0, 0), [[v(7)]]);
  engine.setName("YIZHI_PERIOD", "='数据'!$A$1");
  engine.writeCells("sheet-0", area(0, 0, 1, 2), [[f("=数据!A1+1"), f("=YIZHI_PERIOD")]]);
  await engine.settled();
  engine.renameSheet(data, "一 指");
  await engine.settled();
  expect(engine.names().get("YIZHI_PERIOD")).toBe("='一 指'!$A$1");
  const [cells] = engine.readCells("sheet-0", area(0, 0, 1, 2));
  expect(cells!.map(({ value }) => value)).toEqual([8, 7]);
  expect(cells![0]!.formula).toBe("='一 指'!A1+1");
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

test("what is written while results are awaited, arrive or are calculated is lost to none of them", async () => {
  const engine = createHeadlessEngine();
  const ROWS = 400;
  engine.registerFunctions(["YIZHI.TWICE"], (calls, answer) => {
    setTimeout(() => {
      for (const call of calls) answer(call, { cells: [[v(2 * Number(call.args[0]![0]![0]!.value ?? 0))]] });
    }, 20);
  });
  const rows = Array.from({ length: ROWS }, (_, i) => i + 1);
  engine.writeCells(
    "sheet-0",
    area(0, 0, ROWS, 2),
    rows.map((row) => [v(row), f(`=YIZHI.TWICE(A${row})+C1`)]),
  );
  for (let c = 1; c <= 30; c++) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    engine.writeCells("sheet-0", area(0, 2), [[v(c)]]);
    engine.writeCells("sheet-0", area(c, 0), [[v(1000 + c)]]);
  }
  await engine.settled();
  const expected = rows.map((row) => (row >= 2 && row <= 31 ? 2 * (999 + row) : 2 * row) + 30);
  expect(engine.readCells("sheet-0", area(0, 1, ROWS, 1)).map(([cell]) => cell!.value)).toEqual(expected);
});

describe("when a person inserts or deletes rows", () => {
  const validation = {
    areas: [area(4, 1, 3)],
    type: "decimal" as const,
    operator: "Between",
    formula1: "0",
    formula2: "100",
    prompt: { show: true, title: "本期值", message: "请填数字" },
    error: { show: true, style: "Stop", title: "不是数字", message: "请填 0 到 100" },
  };
  const state = { validations: [validation], merges: [area(8, 0, 1, 3)], frozenRows: 3, tabColor: "#aa0000" };
  const page = { printArea: "A1:C9", printTitleRows: "2:3" };

  function filled() {
    const engine = createHeadlessEngine();
    engine.updateSheet("sheet-0", { ...state, page });
    engine.setName("YIZHI_PERIOD", "='Sheet1'!$B$6");
    engine.writeCells("sheet-0", area(5, 0, 1, 3), [[v(1), v(2), f("=A6+B6")]]);
    return { engine, sheet: engine.api.getActiveWorkbook()!.getActiveSheet() };
  }

  test("validations, merges, names, page and formulas move with their cells", async () => {
    const { engine, sheet } = filled();
    await engine.settled();
    expect(engine.sheetState("sheet-0")).toMatchObject(state);
    sheet.insertRows(1, 2);
    await engine.settled();
    expect(engine.sheetState("sheet-0")).toMatchObject({
      ...state,
      validations: [{ ...validation, areas: [area(6, 1, 3)] }],
      merges: [area(10, 0, 1, 3)],
      page: { printArea: "A1:C11", printTitleRows: "4:5" },
    });
    expect(engine.names().get("YIZHI_PERIOD")).toBe("=Sheet1!$B$8");
    expect(engine.readCells("sheet-0", area(7, 2))[0]![0]).toEqual({ value: 3, formula: "=A8+B8" });
    sheet.deleteRows(6, 1);
    await engine.settled();
    expect(engine.sheetState("sheet-0").validations[0]!.areas).toEqual([area(6, 1, 2)]);
    expect(engine.names().get("YIZHI_PERIOD")).toBe("=Sheet1!$B$7");
  });

  test("a rule whose cells are gone is gone, and comes back with undo", async () => {
    const { engine, sheet } = filled();
    sheet.deleteRows(4, 3);
    await engine.settled();
    expect(engine.sheetState("sheet-0").validations).toEqual([]);
    engine.api.getActiveWorkbook()!.undo();
    await engine.settled();
    expect(engine.sheetState("sheet-0").validations).toEqual([validation]);
  });
});

test.each(["Stop", "Warning", "Information"])("a rule's %s alert is kept as given", (style) => {
  const engine = createHeadlessEngine();
  const rules = [
    { areas: [area(0, 0)], type: "whole" as const, operator: "GreaterThan", formula1: "1" },
    { areas: [area(1, 0)], type: "list" as const, formula1: "是,否" },
    {
      areas: [area(2, 0)],
      type: "list" as const,
      formula1: "是,否",
      error: { show: false, style, title: "", message: "" },
    },
  ];
  engine.updateSheet("sheet-0", { validations: rules });
  expect(engine.sheetState("sheet-0").validations).toEqual(rules);
});

test("highlights are kept in order, those without a formula too", () => {
  const engine = createHeadlessEngine();
  const highlights = [
    { id: "c", areas: [area(0, 0, 2)], formula: "" },
    {
      id: "a",
      areas: [area(0, 0, 2, 2)],
      formula: '=$A1="滞后"',
      fill: "#ff0000",
      fontColor: "#ffffff",
      bold: true,
    },
    { id: "b", areas: [area(0, 0)], formula: "=A1>1", bold: false },
  ];
  engine.updateSheet("sheet-0", { highlights });
  expect(engine.sheetState("sheet-0").highlights).toEqual(highlights);
});

test.each([
  [0.0725, "0.0%", "7.3%"],
  [-1.005, "0.00", "-1.01"],
  [30, "0.0####", "30.0"],
  [48, "General", "48"],
])("%p as %s is shown as %s: half up in decimal, as in Excel", (value, numberFormat, text) => {
  const engine = createHeadlessEngine();
  engine.writeCells("sheet-0", area(0, 0), [[v(value)]]);
  engine.writeStyle("sheet-0", [area(0, 0)], { numberFormat });
  expect(engine.readText("sheet-0", area(0, 0))).toEqual([[text]]);
  expect(engine.api.getActiveWorkbook()!.getActiveSheet().getRange("A1").getDisplayValue()).toBe(text);
});

test("a row has a height of its own until it follows its text again", () => {
  const engine = createHeadlessEngine();
  const own = (): boolean[] => [1, 2, 3].map((row) => engine.hasOwnHeight("sheet-0", row));
  engine.setRowHeight("sheet-0", 1, 3, 30);
  expect([...own(), engine.rowHeight("sheet-0", 2)]).toEqual([true, true, true, 30]);
  engine.setRowHeight("sheet-0", 2, 1, null);
  expect([...own(), engine.rowHeight("sheet-0", 2)]).toEqual([
    true,
    false,
    true,
    engine.rowHeight("sheet-0", 9),
  ]);
});

test.each([
  ["column AK", 0, 36],
  ["column CA", 0, 78],
  ["row 900", 899, 0],
])("a list of 8 × 40 finds its place from %s of an empty sheet", async (_, row, column) => {
  const engine = createHeadlessEngine();
  answering(engine, {
    "YIZHI.LIST": () => Array.from({ length: 40 }, () => Array.from({ length: 8 }, () => v(1))),
  });
  engine.writeCells("sheet-0", area(row, column), [[f("=YIZHI.LIST()")]]);
  await engine.settled();
  expect(engine.readCells("sheet-0", area(row + 39, column + 7))[0]![0]).toMatchObject({ value: 1 });
});
