import { readNames } from "../../../src/xlsx/workbook/names";

test("names of the workbook are read with what they stand for; print setup and hidden ones of Excel are none", () => {
  const xml = `<workbook><sheets><sheet name="Sheet1"/><sheet name="Sheet2"/></sheets><definedNames>
    <definedName name="YIZHI_TEMPLATE">"a &amp; b"</definedName>
    <definedName hidden="1" name="率">'甲 &apos;表'!$A$1:$B$2</definedName>
    <definedName name="_xlnm.Print_Area" localSheetId="0">Sheet1!$A$1</definedName>
    <definedName name="_xlfn.IFERROR">#NAME?</definedName>
    <definedName name="本表" localSheetId="1">Sheet2!$A$1</definedName>
  </definedNames></workbook>`;
  expect(readNames(xml, "YIZHI")).toEqual([
    ["YIZHI_TEMPLATE", '="a & b"'],
    ["率", "='甲 '表'!$A$1:$B$2"],
  ]);
  expect(readNames(xml, "YIZHI", "Sheet1")).toEqual([]);
  expect(readNames(xml, "YIZHI", "Sheet2")).toEqual([["本表", "=Sheet2!$A$1"]]);
});
