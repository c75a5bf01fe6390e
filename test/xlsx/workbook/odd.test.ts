import { writeXlsx } from "../../../src/xlsx/workbook";
import { made, opened, part, stylesOf } from "./made";

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
  `<dataValidations><dataValidation type="whole" allowBlank="1" sqref="${sqref}"><formula1>1</formula1></dataValidation></dataValidations>`;

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

const THEME = `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="甲"><a:dk1><a:sysClr val="windowText" lastClr="010101"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FEFEFE"/></a:lt1>${[
  "dk2",
  "lt2",
  ...[1, 2, 3, 4, 5, 6].map((n) => `accent${n}`),
  "hlink",
  "folHlink",
]
  .map((name, i) => `<a:${name}><a:srgbClr val="0000${10 + i}"/></a:${name}>`)
  .join("")}</a:clrScheme></a:themeElements></a:theme>`;

test.each([
  [0, "#FEFEFE", "#FFFFFF"],
  [1, "#010101", "#000000"],
  [4, "#000012", "#4472C4"],
  [10, "#000018", "#0563C1"],
  [11, "#000019", "#954F72"],
])("colour %i of a theme is the file's own: %s, or else Excel's: %s", async (number, own, usual) => {
  const styles = stylesOf({
    fonts: `<font><sz val="11"/><name val="Calibri"/></font><font><color theme="${number}"/></font>`,
    xfs: `<xf/><xf fontId="1"/>`,
  });
  const colorOf = async (theme?: string): Promise<string | undefined> => {
    const { workbook } = await opened(made({ rows: CELL, styles, ...(theme && { theme }) }));
    const [sheet] = workbook.sheets;
    return sheet!.looks[sheet!.styles[0]![0]!]!.fontColor;
  };
  expect([await colorOf(THEME), await colorOf()]).toEqual([own, usual]);
});

test.each<[string, Parameters<typeof made>[0]]>([
  [
    "上标、下标、双线或会计用下划线 1 个单元格",
    { styles: stylesOf({ fonts: `<font/><font><u val="double"/></font>`, xfs: `<xf/><xf fontId="1"/>` }) },
  ],
  ["隐藏公式的保护 1 个单元格", { styles: stylesOf({ xfs: `<xf/><xf><protection hidden="1"/></xf>` }) }],
  [
    "条件格式里的边框、斜体等 1 处",
    { styles: stylesOf({ xfs: "<xf/><xf/>", more: "<dxfs><dxf><font><i/></font></dxf></dxfs>" }) },
  ],
  [
    "不显示零值、隐藏行列标题或页面布局等视图设置 1 张表",
    { before: `<sheetViews><sheetView showZeros="0" workbookViewId="0"/></sheetViews>` },
  ],
  [
    "隐藏的名称 1 个",
    { names: `<definedNames><definedName name="甲" hidden="1">1</definedName></definedNames>` },
  ],
])("%s is told", async (told, file) => {
  const { leftOut } = await opened(made({ rows: CELL, ...file }));
  expect(leftOut).toEqual([told]);
});

test("rules over the whole sheet, numbering and order of pages are written as they were read", async () => {
  const after = `${rule("A1:XFD1048576")}<pageSetup firstPageNumber="3" useFirstPageNumber="1" pageOrder="overThenDown"/>`;
  const { workbook } = await opened(made({ after }));
  expect(workbook.sheets[0]!.state.page).toMatchObject({ firstPageNumber: 3, printOrder: "OverThenDown" });
  const bytes = await writeXlsx(workbook, "YIZHI");
  expect(part(bytes, "xl/worksheets/sheet1.xml")).toContain('sqref="A1:XFD1048576"');
  const again = (await opened(bytes)).workbook.sheets[0]!.state;
  expect(again.highlights).toEqual(workbook.sheets[0]!.state.highlights);
  expect(again.page).toMatchObject({ firstPageNumber: 3, printOrder: "OverThenDown" });
});
