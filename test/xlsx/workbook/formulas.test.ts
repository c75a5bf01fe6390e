import { sharedFormula } from "../../../src/xlsx";
import {
  fromFileFormula,
  fromFileResult,
  toFileFormula,
  toFileResult,
} from "../../../src/xlsx/workbook/formulas";
import { isArrayFormula } from "../../../src/xlsx/workbook/arrays";
import { areaOfStructure } from "../../../src/xlsx/workbook/tables";

test.each([
  ["=YIZHI.GAP(A1,B1)", "_xldudf_YIZHI_GAP(A1,B1)"],
  ['=IF(A1="YIZHI.GAP(",1,YIZHI.STATUS(A1))', 'IF(A1="YIZHI.GAP(",1,_xldudf_YIZHI_STATUS(A1))'],
  ["='YIZHI.表'!A1+SUM(B1:B2)", "'YIZHI.表'!A1+SUM(B1:B2)"],
  ['=YIZHI_PERIOD&"年""度"', 'YIZHI_PERIOD&"年""度"'],
  ["=XLOOKUP(1,A:A,B:B)", "_xlfn.XLOOKUP(1,A:A,B:B)"],
  ["=SORT(FILTER(A1:A9,B1:B9>0))", "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,B1:B9>0))"],
  ['=IFS(A1="IFS(",CONCAT("a","b"))', '_xlfn.IFS(A1="IFS(",_xlfn.CONCAT("a","b"))'],
  ["=LET(x,A1,y, 2,x*y)", "_xlfn.LET(_xlpm.x,A1,_xlpm.y, 2,_xlpm.x*_xlpm.y)"],
  ["=MAP(A1:A3,LAMBDA(a,a+本期))", "_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.a,_xlpm.a+本期))"],
  ["=SUM([1]外!A1,'[2]外 表'!B2)", "SUM([1]外!A1,'[2]外 表'!B2)"],
  ["={1,2;3,4}", "{1,2;3,4}"],
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

test.each([
  ['IF(A1>0,"B2级","")', 'IF(B3>0,"B2级","")'],
  ["'Q1'!A1&'2023年H1'!$A1&甲!A$1", "'Q1'!B3&'2023年H1'!$A3&甲!B$1"],
  ["'it''s A1'!A1", "'it''s A1'!B3"],
  ["SUM(A:A,$A:$A,1:1,$1:$1,A1:$D$9)", "SUM(B:B,$A:$A,3:3,$1:$1,B3:$D$9)"],
  ["LOG10(A1)+ABC1(A1)+A1_名+Q1.x", "LOG10(B3)+ABC1(B3)+A1_名+Q1.x"],
  ["SUM(表1[Q1],表1[[#This Row],[A1]])", "SUM(表1[Q1],表1[[#This Row],[A1]])"],
  ["[1]外!A1+'[1]外 表'!B2+SUM(甲:丙!A1)", "[1]外!B3+'[1]外 表'!C4+SUM(甲:丙!B3)"],
  ["XFD1048576", "A2"],
])("%s of A1 reads %s in B3 that shares it", (formula, moved) => {
  expect(sharedFormula(formula, { row: 0, column: 0 }, { row: 2, column: 1 })).toBe(moved);
});

test.each([
  ["=SUM(C1:C3*D1:D3)", true],
  ["=C1:C3*2", true],
  ["=SUM(LEN(A1:A9))", true],
  ['=MAX(IF(A1:A9="甲",B1:B9))', true],
  ["=SUM(--(甲!A:A>1))", true],
  ["=SUM(A1:A9)+C1*D1", false],
  ["=SUMPRODUCT((A1:A9>1)*B1:B9)", false],
  ['=COUNTIF(A1:A9,"C1:C3*D1:D3")', false],
  ["=VLOOKUP(A1,B1:C9,2,FALSE)&甲!B2", false],
])("%s is a formula of an array: %s", (formula, expected) => {
  expect(isArrayFormula(formula)).toBe(expected);
});

const TABLE = {
  name: "上报",
  sheet: "表 一",
  area: { row: 0, column: 0, rows: 5, columns: 3 },
  columns: ["名", "数", "量"],
  headers: 1,
  totals: 1,
};
test.each([
  ["[数]", "表 一", "$B$2:$B$4"],
  ["上报[数]", "乙", "'表 一'!$B$2:$B$4"],
  ["上报[#All]", "表 一", "$A$1:$C$5"],
  ["上报[[#This Row],[数]:[量]]", "表 一", "$B$3:$C$3"],
  ["上报[@量]", "表 一", "$C$3"],
  ["上报[[#Headers],[数]]", "表 一", "$B$1"],
  ["上报[[#Totals],[数]]", "表 一", "$B$5"],
  ["上报[没有]", "表 一", "#REF!"],
  ["别的[数]", "表 一", null],
])("%s on %s stands for %s", (reference, sheet, area) => {
  expect(areaOfStructure(reference, { row: 2, column: 1, sheet, tables: [TABLE] })).toBe(area);
});
