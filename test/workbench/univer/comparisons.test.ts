import { createHeadlessEngine } from "../../../src/workbench/univer/headless";

test.each([
  ["0 is no empty text", 0, ['A1=""', 'IF(A1="",1,2)', "A1=0"], [false, 2, true]],
  ["a text of digits is no number", "1", ["A1=1", 'A1="1"', "A1=1"], [false, true, false]],
  ["a blank is both", null, ["A1=0", 'A1=""', "A1=0"], [true, true, true]],
])("however often a cell is compared: %s", async (_, value, formulas, expected) => {
  const engine = createHeadlessEngine();
  engine.writeCells("sheet-0", { row: 0, column: 0, rows: 1, columns: 4 }, [
    [{ value }, ...formulas.map((formula) => ({ value: null, formula: `=${formula}` }))],
  ]);
  await engine.settled();
  const [cells] = engine.readCells("sheet-0", { row: 0, column: 1, rows: 1, columns: 3 });
  expect(cells!.map((cell) => cell.value)).toEqual(expected);
});
