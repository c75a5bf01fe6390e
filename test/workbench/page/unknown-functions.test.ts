import { blankWorkbook } from "../../../src/workbench/engine/snapshot";
import { unknownFunctions } from "../../../src/workbench/page/unknown-functions";
import { createHeadlessEngine } from "../../../src/workbench/univer/headless";

const known = createHeadlessEngine();
known.registerFunctions(["YIZHI.GAP"], () => undefined);

test.each([
  ["=SUM(A1:A3)+IF(B1,LET(x,2,x*3),MAP(A1:A3,LAMBDA(y,y+1)))", []],
  ['=yizhi.gap("YL07",48)&TEXTJOIN(",",TRUE,A1:A3)', []],
  ["=SUM(ANCHORARRAY(F1))+CUBEVALUE(A1)", ["ANCHORARRAY", "CUBEVALUE"]],
  ['="CUBEVALUE(1)"', []],
])("of %s the spreadsheet does not calculate %j", (formula, unknown) => {
  const workbook = blankWorkbook("sheet");
  workbook.sheets[0]!.cells = [[{ value: null, formula }]];
  expect(unknownFunctions(workbook, known)).toEqual(unknown);
});
