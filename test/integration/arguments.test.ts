import type { CellContent } from "../../src/workbench/engine/engine";
import type { Host } from "../../src/workbench/host/host";
import { type MannerName, usualManners } from "../../src/workbench/host/manners";
import type { UniverEngine } from "../../src/workbench/univer/univer-engine";
import { openAddIn } from "./office";

/* Blanks and errors reach a function in four ways, by Excel's build: every function copes with each. */

const SHEET = "sheet-0";
let host: Host;
const behave = (...names: MannerName[]): void => {
  Object.assign(host.manners, usualManners());
  for (const name of names) host.manners[name] = true;
};

let engine: UniverEngine;

const f = (formula: string): CellContent => ({ value: null, formula });

/** A to D: codes and 本期值, of which the second is blank and the third an error; D is blank throughout. */
const CELLS: CellContent[][] = [
  [{ value: "YL07" }, { value: 43 }],
  [{ value: "YL08" }, { value: null }],
  [{ value: "YL09" }, f("=1/0")],
  [{ value: "YL12" }, { value: 1 }],
];

beforeAll(async () => {
  ({ host, engine } = await openAddIn());
  engine.writeCells(SHEET, { row: 0, column: 0, rows: 4, columns: 2 }, CELLS);
  await engine.settled();
});

/** What a formula shows, by itself. The manner is part of it, since same arguments are asked for once. */
async function shown(formula: string, rows: number, columns = 1): Promise<unknown[][]> {
  const place = { row: 10, column: 6 };
  const cell = { ...place, rows: 1, columns: 1 };
  engine.writeCells(SHEET, cell, [[f(formula)]]);
  await engine.settled();
  const cells = engine.readCells(SHEET, { ...place, rows, columns });
  engine.writeCells(SHEET, cell, [[{ value: null }]]);
  await engine.settled();
  return cells.map((line) => line.map(({ value }) => value));
}

const BLANKS = ["blanksAsZero", "blanksAsNull"] as const;
const ERRORS = [null, "errorsAsText", "errorsNotPassed"] as const;

/** The help's advice, which makes a blank the same for every Excel. */
const ACTUALS = 'IF(ISBLANK(B1:B2),"",B1:B2)';

describe.each(BLANKS)("%s", (manner) => {
  beforeAll(() => behave(manner));
  /** a range of another size for each manner, so that its results are its own */
  const own = (formula: string): string => formula.replaceAll("~", manner === "blanksAsZero" ? "1" : "2");

  test.each<[string, unknown[]]>([
    [`=YIZHI.GAP(A1:A2,${ACTUALS})`, [12, ""]],
    [`=YIZHI.PROGRESS(A1:A2,${ACTUALS})`, [1 / 13, ""]],
    [`=YIZHI.STATUS(A1:A2,${ACTUALS},"2023年")`, ["严重滞后", "未填报"]],
    [`=YIZHI.REASON(A1:A2,${ACTUALS},"2023年")`, [expect.stringContaining("落后52.3个百分点"), ""]],
    [`=YIZHI.CHECK(A1:A2,${ACTUALS})`, ["", ""]],
    [`=YIZHI.CHECK(A1:A2,${ACTUALS},IF(ISBLANK(D1:D2),"",D1:D2))`, ["", ""]],
    ['=YIZHI.STATUS("YL07","","2023年")', ["未填报"]],
    [`=YIZHI.LAGGING(A1:A2,${ACTUALS},"2023年")`, ["YL07"]],
  ])("%s takes it for nothing", async (formula, expected) => {
    const values = (await shown(own(formula), expected.length)).flat();
    expected.forEach((one, i) =>
      typeof one === "number" ? expect(values[i]).toBeCloseTo(one, 9) : expect(values[i]).toEqual(one),
    );
  });

  test.each<[string, string]>([
    ["=YIZHI.INFO(A~:A~,D~)", "#VALUE!"],
    ["=YIZHI.EXPECTED(A~,D~)", "#VALUE!"],
    ["=YIZHI.TARGET(D~)", "#N/A"],
    ["=YIZHI.BASELINE(D~)", "#N/A"],
    ["=YIZHI.BUREAU(D~)", "#N/A"],
    ["=YIZHI.LAGGING(A~,B1,D~)", "#VALUE!"],
  ])("%s asks for what is blank", async (formula, error) =>
    expect(await shown(own(formula), 1)).toEqual([[error]]),
  );

  test.each(["=ROWS(YIZHI.INDICATORS(D~))", "=ROWS(YIZHI.TASKS(D~))"])("%s lists all", async (formula) =>
    expect(Number((await shown(own(formula), 1))[0]![0])).toBeGreaterThan(20),
  );
});

test("a blank cell of a range that arrives as null needs no advice: it is nothing to every function", async () => {
  behave("blanksAsNull");
  const range = "A1:A2,B1:B2";
  expect((await shown(`=YIZHI.GAP(${range})`, 2)).flat()).toEqual([12, ""]);
  expect((await shown(`=YIZHI.PROGRESS(${range})`, 2)).flat()[1]).toBe("");
  expect((await shown(`=YIZHI.STATUS(${range},"2023年")`, 2)).flat()[1]).toBe("未填报");
  expect((await shown(`=YIZHI.REASON(${range},"2023年")`, 2)).flat()[1]).toBe("");
  expect((await shown(`=YIZHI.CHECK(${range},D1:D2)`, 2)).flat()).toEqual(["", ""]);
  expect((await shown(`=YIZHI.LAGGING(${range},"2023年")`, 1)).flat()).toEqual(["YL07"]);
});

describe.each(ERRORS)("errors in a range, %s", (manner) => {
  beforeAll(() => behave("blanksAsNull", ...(manner ? [manner] : [])));
  /** Ranges of another end, so that each manner's results are its own. */
  const last = 4 + ERRORS.indexOf(manner);
  const range = `A1:A${last},B1:B${last}`;
  const called = manner !== "errorsNotPassed";

  test.each<[string, unknown[]]>([
    [`=YIZHI.GAP(${range})`, [12, "", "#VALUE!"]],
    [`=YIZHI.PROGRESS(${range})`, [expect.any(Number), "", "#VALUE!"]],
    [`=YIZHI.STATUS(${range},"2023年")`, ["严重滞后", "未填报", "数据有误"]],
    [`=YIZHI.REASON(${range},"2023年")`, [expect.any(String), "", expect.stringContaining("#DIV/0!")]],
    [`=YIZHI.CHECK(${range})`, [expect.any(String), "", expect.stringContaining("#DIV/0!")]],
    [`=YIZHI.LAGGING(${range},"2023年")`, ["YL12", "YL07"]],
    [`=YIZHI.TARGET(B2:B${last})`, ["#N/A", "#N/A"]],
    [`=YIZHI.BASELINE(B2:B${last})`, ["#N/A", "#N/A"]],
    [`=YIZHI.BUREAU(B2:B${last})`, ["#N/A", "#N/A"]],
    [`=YIZHI.EXPECTED(B2:B${last},"2023年")`, ["#N/A", "#N/A"]],
    [`=YIZHI.INFO(B2:B${last},"单位")`, ["#N/A", "#N/A"]],
  ])("%s spoils no other cell, and leaves none without an answer", async (formula, expected) => {
    const values = (await shown(formula, expected.length)).flat();
    if (called) expect(values).toEqual(expected);
    else expect(values[0]).toBe("#DIV/0!");
  });

  test.each(["INDICATORS", "TASKS"])("%s of a range that begins with an error says so", async (id) => {
    const [[value]] = (await shown(`=YIZHI.${id}(B3:B${last})`, 1)) as [[unknown]];
    expect(value).toBe(called ? "#N/A" : "#DIV/0!");
  });
});
