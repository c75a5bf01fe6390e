import type { CellContent } from "../../../src/workbench/engine/engine";
import { createHeadlessEngine } from "../../../src/workbench/univer/headless";

const area = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });
const f = (formula: string): CellContent => ({ value: null, formula });

const ROWS = [3, 4, 5, 6, 7, 8, 9, 10];

test("formulas that a highlight looks at are calculated in their order, though they read cells that it colours", async () => {
  const engine = createHeadlessEngine();
  engine.updateSheet("sheet-0", {
    highlights: [{ id: "a", areas: [area(2, 0, ROWS.length, 6)], formula: "=$L3>0", fill: "#ff0000" }],
  });
  const write = (column: number, line: (n: number) => CellContent[]): void =>
    engine.writeCells(
      "sheet-0",
      area(2, column, ROWS.length, line(0).length),
      ROWS.map((n) => line(n)),
    );
  write(7, (n) => [
    f(`=INDEX($A:$A,MATCH(${n},$A:$A,0))`),
    ...["H", "I", "J", "K"].map((left) => f(`=${left}${n}+$C${n}`)),
  ]);
  write(0, (n) => [{ value: n }, { value: null }, f(`=INDEX($D:$D,${n})`)]);
  for (const value of [1, 100]) {
    write(3, () => [{ value }]);
    await engine.settled();
    const shown = engine.readCells("sheet-0", area(2, 11, ROWS.length));
    expect(shown.map(([cell]) => cell!.value)).toEqual(ROWS.map((n) => n + 4 * value));
  }
});
