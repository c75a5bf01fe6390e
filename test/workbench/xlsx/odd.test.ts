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
