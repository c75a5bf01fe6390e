import { areaOf, mapReferences, shiftFormula } from "../../../src/workbench/engine/references";
import { formatArea } from "../../../src/workbench/host/address";

/** The references of a formula, as sheet and plain address. */
function found(formula: string): string[] {
  const references: string[] = [];
  mapReferences(formula, (reference) => {
    references.push(`${reference.sheet ?? ""}|${formatArea(areaOf(reference))}`);
    return reference;
  });
  return references;
}

test.each<[formula: string, references: string[]]>([
  ["=A1+$B$2*c3", ["|A1", "|B2", "|C3"]],
  ["=SUM(A1:$C$3,D:$F,2:$4)", ["|A1:C3", "|D:F", "|2:4"]],
  ["=SUM(C3:A1)", ["|A1:C3"]],
  ["='指标 填报'!$F$3&指标填报!A1&'O''Neil'!B2:C3", ["指标 填报|F3", "指标填报|A1", "O'Neil|B2:C3"]],
  ['="A1"&"""B2"""', []],
  ["=LOG10(5)+YIZHI.GAP(1)+ATAN2(1,2)+TRUE", []],
  ["=YIZHI_PERIOD+数A1+A1数+R2D2x+A1_", []],
  ["='[别的.xlsx]表'!A1", ["[别的.xlsx]表|A1"]],
  ["=[1]Sheet1!A1", []],
  ["=#REF!+Sheet1!#REF!+#N/A", []],
  ["=XFE1+A1048577+ZZZ9", []],
  ["=A1:INDEX(B:B,2)", ["|A1", "|B:B"]],
  ["=1.5+2E3-A2#", ["|A2"]],
])("%s refers to %j", (formula, references) => {
  expect(found(formula)).toEqual(references);
  expect(mapReferences(formula, (reference) => reference).toUpperCase()).toBe(formula.toUpperCase());
});

test.each<[formula: string, rows: number, columns: number, there: string]>([
  ["=A1+$B1+C$1+$D$1", 2, 1, "=B3+$B3+D$1+$D$1"],
  ["=SUM(B:C,2:3,$B:$C)", 1, 1, "=SUM(C:D,3:4,$B:$C)"],
  ['=甲!A2&"A2"', 1, 0, '=甲!A3&"A2"'],
  ["=A1", -1, 0, "=#REF!"],
  ["=SUM(甲!A1:B2)", 0, -1, "=SUM(甲!#REF!)"],
])("%s reads %d rows and %d columns further as %s", (formula, rows, columns, there) => {
  expect(shiftFormula(formula, rows, columns)).toBe(there);
});
