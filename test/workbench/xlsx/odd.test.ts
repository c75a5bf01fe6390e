import { made, opened, stylesOf } from "./made";

const CELL = `<row r="1"><c r="A1" s="1"><v>1</v></c></row>`;

test.each([
  ["none", {}],
  ["wavy", {}],
  ["thin", { left: { style: "Continuous", color: "#000000" } }],
])("a border of the kind %s is read", async (kind, borders) => {
  const styles = stylesOf({
    borders: `<border/><border><left style="${kind}"/></border>`,
    xfs: `<xf/><xf borderId="1"/>`,
  });
  const { workbook } = await opened(made({ rows: CELL, styles }));
  const [sheet] = workbook.sheets;
  expect(sheet!.looks[sheet!.styles[0]![0]!]!.borders).toEqual(borders);
});

const rule = (sqref: string): string =>
  `<conditionalFormatting sqref="${sqref}"><cfRule type="expression" priority="1"><formula>A1=1</formula></cfRule></conditionalFormatting>`;
const validation = (sqref: string): string =>
  `<dataValidations><dataValidation type="whole" sqref="${sqref}"><formula1>1</formula1></dataValidation></dataValidations>`;

test.each([
  ["", 0, 2],
  ["?? A1", 1, 2],
  ["A1:B0", 0, 2],
  ["ZZZZ1", 0, 2],
  ["A1 B2:C3", 2, 0],
])("rules over “%s” are read as far as they can be, and told otherwise", async (sqref, areas, left) => {
  const { workbook, leftOut } = await opened(
    made({ rows: CELL.replace(' s="1"', ""), after: rule(sqref) + validation(sqref) }),
  );
  const { highlights, validations } = workbook.sheets[0]!.state;
  expect([highlights, validations].map((rules) => rules[0]?.areas.length ?? 0)).toEqual([areas, areas]);
  expect(leftOut).toEqual(left ? [`地址读不出的数据有效性或条件格式 ${left} 个`] : []);
});

test("a date limit beyond all days stays what it is", async () => {
  const after = `<dataValidations><dataValidation type="date" sqref="A1"><formula1>1E+300</formula1></dataValidation></dataValidations>`;
  const { workbook } = await opened(made({ after }));
  expect(workbook.sheets[0]!.state.validations[0]!.formula1).toBe("1E+300");
});

const printed = (formula: string): string =>
  `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">${formula}</definedName></definedNames>`;

test.each([
  ["OFFSET(表!$A$1,0,0,COUNTA(表!$A:$A),3)", undefined, ["由公式决定的打印区域或打印标题 1 个"]],
  ["区域", undefined, ["由公式决定的打印区域或打印标题 1 个"]],
  ["(表!$A$1:$B$2,表!$D:$D)", "A1:B2,D:D", []],
  ["表!#REF!", undefined, []],
])("what is printed by %s is read, or told", async (formula, area, told) => {
  const { workbook, leftOut } = await opened(made({ names: printed(formula) }));
  expect([workbook.sheets[0]!.state.page.printArea, leftOut]).toEqual([area, told]);
});

test.each([
  ["", 0],
  [' lockStructure="0"', 0],
  [' lockStructure="1"', 1],
  [' workbookPassword="CC1A"', 1],
])("a workbook's protection with%s is told where it protects", async (attributes, count) => {
  const { leftOut } = await opened(made({ book: `<workbookProtection${attributes}/>` }));
  expect(leftOut).toEqual(count ? ["工作簿结构保护 1 个"] : []);
});
