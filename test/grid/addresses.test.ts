import { areaAddress, cellAddress, columnLetters, joinRows } from "../../src/grid";

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [701, "ZZ"],
  [702, "AAA"],
  [16383, "XFD"],
])("column %i is %s", (column, letters) => expect(columnLetters(column)).toBe(letters));

test("an address is what a person reads", () => {
  expect(cellAddress(11, 7)).toBe("H12");
  expect(areaAddress({ row: 0, column: 0, rows: 1, columns: 1 })).toBe("A1");
  expect(areaAddress({ row: 4, column: 6, rows: 20, columns: 2 })).toBe("G5:H24");
});

test("areas of the same columns join when their rows follow each other", () => {
  const at = (row: number, column = 7) => ({ row, column, rows: 1, columns: 1 });
  expect(joinRows([at(5), at(4), at(6), at(9), at(4, 8)])).toEqual([
    { row: 4, column: 7, rows: 3, columns: 1 },
    { row: 9, column: 7, rows: 1, columns: 1 },
    { row: 4, column: 8, rows: 1, columns: 1 },
  ]);
});
