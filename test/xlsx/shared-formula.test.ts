import { sharedFormula } from "../../src/xlsx/shared-formula";

const from = { row: 2, column: 2 };

test.each([
  ["cells", "A1+$A$1+A$1+$A1", "B2+$A$1+B$1+$A2"],
  ["an area", "SUM(A1:B2)", "SUM(B2:C3)"],
  ["whole columns", "SUM(A:A,$B:C)", "SUM(B:B,$B:D)"],
  ["whole rows", "SUM(1:1,$2:3)", "SUM(2:2,$2:4)"],
  ["text in quotes", 'IF(A1="B1级","A1""A1",A1)', 'IF(B2="B1级","A1""A1",B2)'],
  ["a sheet in quotes", "'Q1 表'!A1+'它''s A1'!B1", "'Q1 表'!B2+'它''s A1'!C2"],
  ["a sheet whose name is that of a cell", "T1!B2+SUM(T1:T3!B2)", "T1!C3+SUM(T1:T3!C3)"],
  ["functions", "LOG10(A1)+DAYS360 (A1,B1)", "LOG10(B2)+DAYS360 (B2,C2)"],
  ["a function as the end of an area", "SUM(A1:INDEX(B:B,3))", "SUM(B2:INDEX(C:C,3))"],
  ["names", "名1+A1b+_A1+A1.x+XFE1+TRUE+R1C1", "名1+A1b+_A1+A1.x+XFE1+TRUE+R1C1"],
  ["numbers and errors", "1E5+1E+5+{1,2}+#N/A+#REF!+0.5", "1E5+1E+5+{1,2}+#N/A+#REF!+0.5"],
  ["tables and other files", "表1[[#This Row],[A1]]+[1]Sheet1!A1", "表1[[#This Row],[A1]]+[1]Sheet1!B2"],
  ["the sheet's last cells", "XFD1048576", "A1"],
])("a formula that cells share keeps its %s", (_, formula, expected) => {
  expect(sharedFormula(formula, from, { row: 3, column: 3 })).toBe(expected);
  expect(sharedFormula(expected, { row: 3, column: 3 }, from)).toBe(formula);
});

test("what leaves the sheet comes in on the other side", () => {
  expect(sharedFormula("A1", from, { row: 1, column: 1 })).toBe("XFD1048576");
});
