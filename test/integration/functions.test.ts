import { FUNCTIONS, registerFunctions } from "../../src/functions";
import type { CellContent } from "../../src/workbench/engine/engine";
import type { FunctionMetadata } from "../../src/workbench/engine/functions";
import { Host } from "../../src/workbench/host/host";
import { createHeadlessEngine } from "../../src/workbench/univer/headless";
import type { UniverEngine } from "../../src/workbench/univer/univer-engine";
import { functionMetadata } from "./functions-json";
import { loadOffice } from "./office";

const SHEET = "sheet-0";
const BOUND = 1500;

/** The library's error; its type does not say that it is thrown. */
const cellError = (code: keyof typeof CustomFunctions.ErrorCode): Error =>
  new CustomFunctions.Error(CustomFunctions.ErrorCode[code], "没有") as unknown as Error;

/** Functions no add-in should have, and what they were given. */
const given: unknown[][] = [];
let cancelled = 0;
const BAD: Record<string, (...args: unknown[]) => unknown> = {
  GIVEN: (...args) => given.push(args.slice(0, -1)),
  LATE: (value) => new Promise((resolve) => setTimeout(() => resolve(value), 20)),
  THROWS: () => {
    throw new Error("程序错误");
  },
  REJECTS: () => Promise.reject(new Error("程序错误")),
  REFUSES: () => Promise.reject(cellError("notAvailable")),
  DIVIDES: () => {
    throw cellError("divisionByZero");
  },
  NEVER: (invocation) =>
    new Promise(() => {
      (invocation as CustomFunctions.CancelableInvocation).onCanceled = () => void cancelled++;
    }),
  NAN: () => NaN,
  INFINITE: () => Infinity,
  NOTHING: () => undefined,
  RAGGED: () => [[1, 2], [3]],
  EMPTY: () => [],
  OBJECT: () => ({ a: 1 }),
  DATE: () => [[new Date(0), {}, NaN]],
  MIXED: () => [
    [1, "甲"],
    [true, cellError("notAvailable")],
  ],
};
const any = (name: string, dimensionality?: string) => ({ name, ...(dimensionality && { dimensionality }) });
const badMetadata: FunctionMetadata[] = Object.keys(BAD).map((id) => ({
  id,
  name: id,
  parameters:
    id === "GIVEN" ? [any("one"), any("many", "matrix"), any("left")] : id === "LATE" ? [any("one")] : [],
  ...(id === "NEVER" && { options: { cancelable: true } }),
}));

let host: Host;
let engine: UniverEngine;
let row = 0;

/** Shows a formula in a row of its own, with what it spills, and gives the values. */
async function shown(formula: string, rows = 1, columns = 1): Promise<unknown[][]> {
  const place = { row, column: 0 };
  row += rows;
  engine.writeCells(SHEET, { ...place, rows: 1, columns: 1 }, [[{ value: null, formula }]]);
  await engine.settled();
  const cells = engine.readCells(SHEET, { ...place, rows, columns });
  return cells.map((line) => line.map(({ value }) => value));
}

beforeAll(async () => {
  engine = createHeadlessEngine();
  host = new Host(engine, { functionBound: BOUND });
  host.registerFunctions(await functionMetadata(), "YIZHI");
  host.registerFunctions(badMetadata, "BAD");
  await loadOffice(host);
  registerFunctions(async () => FUNCTIONS);
  for (const [id, compute] of Object.entries(BAD)) CustomFunctions.associate(id, compute);
  await host.settled();
});

test.each<[string, unknown[][]]>([
  ['=YIZHI.GAP("YL07",48)', [[7]]],
  ['=YIZHI.GAP("YL07",48)*2+YIZHI.TARGET("YL07")', [[69]]],
  ['=YIZHI.STATUS("YL07",48,"2023年",,30)', [["滞后"]]],
  ['=YIZHI.GAP("没有",48)', [["#N/A"]]],
  ['=YIZHI.GAP("YL07","四十八")', [["#VALUE!"]]],
  ['=IFERROR(YIZHI.GAP("YL08",48),"–")', [[22]]],
  ['=IFERROR(YIZHI.GAP("没有",49),"–")', [["–"]]],
  ['=IF(ISERROR(YIZHI.GAP("YL09",70)),"错","对")', [["对"]]],
  ['=YIZHI.GAP({"YL07","没有"},{48,1})', [[7, "#N/A"]]],
  ['=YIZHI.STATUS("YL05",12.1+66.1+21.8,"2023年前三季度")', [["已达标"]]],
  ['=YIZHI.STATUS("YL07",UNICHAR(8203),"2023年")', [["未填报"]]],
  ['=YIZHI.CHECK("YL12","2亿元")', [["强制：“2亿元”不是数，可能是20000"]]],
  ['=IFERROR(YIZHI.EXPECTED("YL07",2023.1),"问")', [["问"]]],
  [
    '=YIZHI.LAGGING({"YL07";"YL08";"YL09"},{"";43;" "},"2023年")',
    [["YL08", "兜底线和普惠性养老床位合计占比", "严重滞后", 27, "市民政局"]],
  ],
  [
    '=YIZHI.LAGGING({"YL07";"YL08"},IF(ISBLANK(AM1:AM2),"",AM1:AM2),"2023年")',
    [["无滞后指标", "", "", "", ""]],
  ],
  ['=BAD.LATE(YIZHI.GAP("YL07",BAD.LATE(50)))', [[5]]],
  [
    "=BAD.MIXED()",
    [
      [1, "甲"],
      [true, "#N/A"],
    ],
  ],
])("%s shows its final value", async (formula, expected) => {
  expect(await shown(formula, expected.length, expected[0]!.length)).toEqual(expected);
});

test.each<[string, string]>([
  ["=BAD.THROWS()", "#VALUE!"],
  ["=BAD.REJECTS()", "#VALUE!"],
  ["=BAD.REFUSES()", "#N/A"],
  ["=BAD.DIVIDES()", "#DIV/0!"],
  ["=BAD.NAN()", "#VALUE!"],
  ["=BAD.INFINITE()", "#NUM!"],
  ["=BAD.NOTHING()", "#VALUE!"],
  ["=BAD.RAGGED()", "#VALUE!"],
  ["=BAD.EMPTY()", "#VALUE!"],
  ["=BAD.OBJECT()", "#VALUE!"],
  ["=BAD.NEVER()", "#VALUE!"],
  ['=YIZHI.GAP("YL07",1/0)', "#DIV/0!"],
])("%s gives its own cell an error, and stops no other", async (formula, expected) => {
  const other = `=YIZHI.GAP("YL07",${100 + row})`;
  engine.writeCells(SHEET, { row, column: 8, rows: 1, columns: 1 }, [[{ value: null, formula: other }]]);
  const wanted = 55 - 100 - row;
  const place = row;
  expect(await shown(formula)).toEqual([[expected]]);
  expect(engine.readCells(SHEET, { row: place, column: 8, rows: 1, columns: 1 })[0]![0]!.value).toBe(wanted);
});

test("in a matrix what is no value is an error of its own cell", async () => {
  const [values] = await shown("=BAD.DATE()", 1, 3);
  expect(values).toEqual([new Date(0).toISOString(), "#VALUE!", "#VALUE!"]);
});

test("a function that never settles is told that it is cancelled", async () => {
  await shown("=BAD.NEVER()+1");
  expect(cancelled).toBeGreaterThan(0);
});

test("one blank cell arrives as 0, one of a range as null, empty text as text, what is left out as null", async () => {
  given.length = 0;
  engine.writeCells(SHEET, { row: 0, column: 20, rows: 2, columns: 2 }, [
    [{ value: null }, { value: null, formula: '=""' }],
    [{ value: "甲" }, { value: true }],
  ]);
  await shown("=BAD.GIVEN(U1,U1:V2)");
  await shown("=BAD.GIVEN(V1,V1,)");
  expect(given).toEqual([
    [
      0,
      [
        [null, ""],
        ["甲", true],
      ],
      null,
    ],
    ["", [[""]], null],
  ]);
});

test("the same arguments are asked for once, and cells that change follow", async () => {
  given.length = 0;
  engine.writeCells(SHEET, { row: 0, column: 24, rows: 1, columns: 1 }, [[{ value: 5 }]]);
  const column: CellContent[][] = Array.from({ length: 20 }, () => [
    { value: null, formula: "=BAD.GIVEN($Y$1,1)" },
  ]);
  engine.writeCells(SHEET, { row: 0, column: 25, rows: 20, columns: 1 }, column);
  await engine.settled();
  expect(given).toEqual([[5, [[1]], null]]);
  engine.writeCells(SHEET, { row: 0, column: 24, rows: 1, columns: 1 }, [[{ value: 6 }]]);
  await engine.settled();
  expect(given.slice(1)).toEqual([[6, [[1]], null]]);
});

test("in a range a blank is no entry, and an error spoils no other cell", async () => {
  engine.writeCells(SHEET, { row: 0, column: 32, rows: 4, columns: 2 }, [
    [{ value: "YL07" }, { value: 48 }],
    [{ value: "YL08" }, { value: null }],
    [{ value: "YL09" }, { value: null, formula: "=1/0" }],
    [{ value: "YL12" }, { value: 1 }],
  ]);
  await engine.settled();
  const listed = await shown('=YIZHI.LAGGING(AG1:AG4,AH1:AH4,"2023年")', 3, 1);
  expect(listed.flat().filter((code) => code !== null)).toEqual(["YL12", "YL07"]);
  const gaps = await shown("=YIZHI.GAP(AG1:AG4,AH1:AH4)", 4, 1);
  expect([gaps[0]![0], gaps[1]![0]]).toEqual([7, ""]);
  expect(String(gaps[2]![0])).toMatch(/^#/);
});

test("while a result is awaited the cell shows its last one", async () => {
  const cell = { row: 0, column: 27, rows: 1, columns: 1 };
  const input = { row: 0, column: 28, rows: 1, columns: 1 };
  const seen = new Set<unknown>();
  engine.writeCells(SHEET, input, [[{ value: 48 }]]);
  engine.writeCells(SHEET, cell, [[{ value: null, formula: '=IFERROR(YIZHI.GAP("YL07",AC1),"–")' }]]);
  await engine.settled();
  engine.api.addEvent(engine.api.Event.CommandExecuted, () =>
    seen.add(engine.readCells(SHEET, cell)[0]![0]!.value),
  );
  engine.writeCells(SHEET, input, [[{ value: 40 }]]);
  await engine.settled();
  expect([...seen]).toEqual([7, 15]);
});

test("functions that stream or want their address are refused when they are registered", () => {
  const streams: FunctionMetadata = { id: "S", name: "S", parameters: [], options: { stream: true } };
  expect(() => host.registerFunctions([streams], "BAD")).toThrow("S streams");
});

test("a cell that shows an error has the message of the function that failed; one that shows none has none", async () => {
  const at = async (formula: string): Promise<string | null> => {
    await shown(formula);
    return engine.messageAt(SHEET, row - 1, 0);
  };
  expect(await at('=YIZHI.GAP("查无此码",48)')).toContain("查无此码");
  expect(await at('=IFERROR(YIZHI.GAP("查无此码",47),"–")')).toBeNull();
  expect(await at("=BAD.REFUSES()")).toBe("没有");
  expect(await at("=1/0")).toBeNull();
  expect(engine.messageAt("no such sheet", 0, 0)).toBeNull();
});
