import {
  type Area,
  type ChartState,
  type EngineEvent,
  MAX_COLUMNS,
  type SpreadsheetEngine,
} from "../../src/workbench/engine/engine";
import { createHeadlessEngine } from "../../src/workbench/univer/headless";
import { PlainEngine } from "../workbench/plain-engine";

const A1: Area = { row: 0, column: 0, rows: 1, columns: 1 };

/** What the contract says beyond what Office.js shows of it. */
describe.each<[string, () => SpreadsheetEngine]>([
  ["Univer", createHeadlessEngine],
  ["the plain engine", () => new PlainEngine()],
])("%s", (_, make) => {
  let engine: SpreadsheetEngine;
  let sheet: string;
  const write = (value: string | number, area = A1): void => engine.writeCells(sheet, area, [[{ value }]]);
  const read = () => engine.readCells(sheet, A1)[0]![0]!.value;

  beforeEach(() => {
    engine = make();
    sheet = engine.activeSheet();
  });

  test("a change is undone and redone", async () => {
    engine.history.change(() => write(1));
    engine.history.change(() => write(2));
    expect([await engine.history.undo(), read()]).toEqual([true, 1]);
    expect([await engine.history.redo(), read()]).toEqual([true, 2]);
    expect(await engine.history.redo()).toBe(false);
  });

  test("changes of one group are undone at once", async () => {
    engine.history.change(() => write(1));
    await engine.history.group(async () => {
      engine.history.change(() => write(2));
      engine.history.change(() => engine.addSheet("乙"));
    });
    await engine.history.undo();
    expect([read(), engine.sheets().length]).toEqual([1, 1]);
  });

  test("a sheet's other name is one step, undone and redone", async () => {
    const names = (): string[] => engine.sheets().map(({ name }) => name);
    engine.history.change(() => write(1));
    engine.history.change(() => engine.renameSheet(sheet, "乙"));
    await engine.history.undo();
    expect([names(), read()]).toEqual([["Sheet1"], 1]);
    await engine.history.redo();
    expect([names(), read()]).toEqual([["乙"], 1]);
    await engine.history.undo();
    await engine.history.undo();
    expect([names(), read()]).toEqual([["Sheet1"], null]);
  });

  test("nothing is undone beyond what was cleared", async () => {
    engine.history.change(() => {
      write(1);
      engine.history.clear();
    });
    expect([await engine.history.undo(), read()]).toEqual([false, 1]);
  });

  test("an edit is told with what a single cell held; sheets that come and go are told", () => {
    write("甲");
    const events: EngineEvent[] = [];
    engine.onEvent((event) => events.push(event));
    write("乙");
    const other = engine.addSheet("另一张");
    engine.removeSheet(other);
    expect(events).toEqual([
      { kind: "edited", sheet, areas: [A1], source: "api", before: { value: "甲" } },
      { kind: "added", sheet: other },
      { kind: "removed", sheet: other },
    ]);
  });

  test("charts that come, change and move are told, and so is that they come back", async () => {
    const chart: ChartState = {
      id: "c",
      name: "看板",
      type: "Line",
      source: A1,
      series: [{ values: A1 }],
      position: { row: 2, column: 2, rows: 9, columns: 4 },
    };
    const rows = (): number[] => engine.sheetState(sheet).charts.map(({ position }) => position.row);
    let told = 0;
    engine.onEvent(({ kind }) => void (kind === "charted" && told++));
    engine.history.change(() => engine.updateSheet(sheet, { charts: [chart] }));
    engine.history.change(() => engine.updateSheet(sheet, { gridlines: false }));
    expect([told, rows()]).toEqual([1, [2]]);
    const above: Area = { row: 0, column: 0, rows: 3, columns: MAX_COLUMNS };
    engine.history.change(() => engine.insertCells(sheet, above, "rows"));
    expect([told, rows()]).toEqual([2, [5]]);
    await engine.history.undo();
    expect([told, rows()]).toEqual([3, [2]]);
    const copy = engine.copySheet(sheet, "副本", 1);
    expect(engine.sheetState(copy).charts).toEqual([chart]);
    await engine.history.undo();
    await engine.history.undo();
    expect(rows()).toEqual([]);
  });

  test.each<[string, () => void]>([
    ["contents", () => write(1)],
    ["looks", () => engine.writeStyle(sheet, [A1], { bold: true })],
    ["states of a sheet", () => engine.updateSheet(sheet, { gridlines: false })],
    [
      "charts",
      () =>
        engine.updateSheet(sheet, {
          charts: [{ id: "c", name: "甲", type: "Line", source: A1, series: [], position: A1 }],
        }),
    ],
    ["sheets", () => engine.addSheet("乙")],
    ["names of sheets", () => engine.renameSheet(sheet, "丙")],
    ["names", () => engine.setName("甲", "=Sheet1!$A$1")],
    ["sizes", () => engine.setColumnWidth(sheet, 0, 1, 90)],
  ])("who keeps the workbook learns of other %s", (_what, act) => {
    let changes = 0;
    engine.onChange(() => changes++);
    act();
    expect(changes).toBeGreaterThan(0);
  });

  test("a function that gives something else is asked again once all is calculated anew", async () => {
    let answered = 1;
    engine.registerFunctions(["YIZHI.NOW"], (calls, answer) =>
      calls.forEach((call) => answer(call, { cells: [[{ value: answered }]] })),
    );
    engine.writeCells(sheet, A1, [[{ value: null, formula: "=YIZHI.NOW(1)+0" }]]);
    await engine.settled();
    answered = 2;
    engine.calculateAll();
    await engine.settled();
    expect(engine.readCells(sheet, A1)[0]![0]!.value).toBe(2);
  });

  test("an add-in's function is known, asked with cells, and what it says of a failure is kept", async () => {
    const asked: unknown[] = [];
    engine.registerFunctions(["YIZHI.TRY"], (calls, answer) => {
      for (const call of calls) {
        asked.push(call.args);
        answer(call, { cells: [[{ value: "#N/A", error: true, message: "没有" }]] });
      }
    });
    expect([engine.knowsFunction("YIZHI.TRY"), engine.knowsFunction("YIZHI.NONE")]).toEqual([true, false]);
    write("甲");
    engine.writeCells(sheet, { ...A1, row: 1 }, [[{ value: null, formula: "=YIZHI.TRY(A1)" }]]);
    await engine.settled();
    expect(asked).toEqual([[[[{ value: "甲" }]]]]);
    expect(engine.readCells(sheet, { ...A1, row: 1 })[0]![0]!.value).toBe("#N/A");
    expect([engine.messageAt(sheet, 1, 0), engine.messageAt(sheet, 0, 0)]).toEqual(["没有", null]);
  });
});
