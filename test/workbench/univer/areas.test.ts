import fc from "fast-check";
import { areasOf, cellsOf } from "../../../src/workbench/univer/areas";

const area = (row: number, column: number, rows: number, columns: number) => ({ row, column, rows, columns });

test.each([
  ["a block", [area(1, 1, 3, 2)]],
  ["two blocks apart", [area(0, 0, 2, 2), area(4, 0, 1, 3)]],
  ["one cell", [area(9, 9, 1, 1)]],
])("%s stays whole", (_what, areas) => {
  expect(areasOf(areas.flatMap(cellsOf))).toEqual(areas);
});

test("the areas hold every cell once", () => {
  const cell = fc.record({ row: fc.nat(6), column: fc.nat(6) });
  fc.assert(
    fc.property(fc.array(cell), (cells) => {
      const keys = (list: typeof cells) => list.map(({ row, column }) => `${row},${column}`);
      const held = keys(areasOf(cells).flatMap(cellsOf));
      expect(held.sort()).toEqual([...new Set(keys(cells))].sort());
    }),
  );
});
