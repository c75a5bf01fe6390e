import {
  fromFileFormula,
  fromFileResult,
  toFileFormula,
  toFileResult,
} from "../../../src/workbench/xlsx/formulas";

test.each([
  ["=YIZHI.GAP(A1,B1)", "_xldudf_YIZHI_GAP(A1,B1)"],
  ['=IF(A1="YIZHI.GAP(",1,YIZHI.STATUS(A1))', 'IF(A1="YIZHI.GAP(",1,_xldudf_YIZHI_STATUS(A1))'],
  ["='YIZHI.表'!A1+SUM(B1:B2)", "'YIZHI.表'!A1+SUM(B1:B2)"],
  ['=YIZHI_PERIOD&"年""度"', 'YIZHI_PERIOD&"年""度"'],
])("%s is %s in a file, and itself again", (formula, inFile) => {
  expect(toFileFormula(formula, "YIZHI")).toBe(inFile);
  expect(fromFileFormula(inFile, "YIZHI")).toBe(formula);
});

test.each([
  ["_xldudf_YIZHI_CHECK(A1)", "", "\u00A0"],
  ["_xldudf_YIZHI_CHECK(A1)", "强制", "强制"],
  ['IF(A1="","",1)', "", ""],
  ["_xldudf_YIZHI_GAP(A1,B1)", 0, 0],
])("%s that gives %j brings %j, and gives it again", (formula, result, inFile) => {
  expect(toFileResult(formula, result)).toBe(inFile);
  expect(fromFileResult(formula, inFile)).toBe(result);
});
