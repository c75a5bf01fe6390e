import { restore } from "../../../src/workbench/engine/restore";
import { takeSnapshot } from "../../../src/workbench/engine/snapshot";
import { createHeadlessEngine } from "../../../src/workbench/univer/headless";

const sheet = "sheet-0";
const area = { row: 0, column: 0, rows: 1, columns: 4 };
const FORMULAS = [
  { value: 0.5 },
  ...["=A1", "=A1*2", "=TODAY()"].map((formula) => ({ value: null, formula })),
];
const GENERAL = ["0.0%", "General", "General", "General"];

const formatsOf = (engine: ReturnType<typeof createHeadlessEngine>): unknown[] =>
  engine.readStyles(sheet, area)[0]!.map(({ numberFormat }) => numberFormat);

test("formulas that are written or opened keep their number formats, whenever they are calculated", async () => {
  const engine = createHeadlessEngine();
  engine.writeStyle(sheet, [{ ...area, columns: 1 }], { numberFormat: "0.0%" });
  engine.writeCells(sheet, area, [FORMULAS]);
  await engine.settled();
  expect(formatsOf(engine)).toEqual(GENERAL);
  engine.writeCells(sheet, { ...area, columns: 1 }, [[{ value: 0.25 }]]);
  await engine.settled();
  expect(formatsOf(engine)).toEqual(GENERAL);
  const opened = createHeadlessEngine();
  restore(opened, takeSnapshot(opened), takeSnapshot(engine));
  await opened.settled();
  expect(formatsOf(opened)).toEqual(GENERAL);
});

test("a formula that a person types takes the number format of what it refers to, once", async () => {
  const engine = createHeadlessEngine();
  engine.writeStyle(sheet, [{ ...area, columns: 1 }], { numberFormat: "0.0%" });
  engine.writeCells(sheet, { ...area, columns: 1 }, [[{ value: 0.5 }]]);
  await engine.settled();
  engine.api.getActiveWorkbook()!.getActiveSheet().getRange("B1").setValue({ f: "=A1" });
  await engine.settled();
  expect(formatsOf(engine)[1]).toBe("0.0%");
  engine.writeStyle(sheet, [{ ...area, column: 1, columns: 1 }], { numberFormat: "General" });
  engine.writeCells(sheet, { ...area, columns: 1 }, [[{ value: 0.25 }]]);
  await engine.settled();
  expect(formatsOf(engine)[1]).toBe("General");
});
