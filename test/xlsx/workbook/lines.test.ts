import { pointsPerWidth } from "../../../src/xlsx/workbook/sizes";
import { made, opened, stylesOf } from "./made";

const ONE = `<row r="1"><c r="A1"><v>1</v></c></row>`;
const column = (first: number, count: number) => ({ row: 0, rows: 1_048_576, column: first, columns: count });
const rows = (first: number, count: number) => ({ row: first, rows: count, column: 0, columns: 16_384 });

test.each([
  [`<col min="3" max="4" hidden="1"/>`, ONE, [column(2, 2)], []],
  [`<col min="8" max="8" width="0" customWidth="1"/>`, ONE, [column(7, 1)], []],
  [`<col min="3" max="3" hidden="1"/><col min="4" max="5" hidden="true"/>`, ONE, [column(2, 3)], []],
  [`<col min="20" max="16384" hidden="1"/>`, ONE, [column(19, 7)], ["离数据很远的隐藏行列 1 处"]],
  ["", `${ONE}<row r="40" hidden="1"/><row r="41" ht="0" customHeight="1"/>`, [rows(39, 2)], []],
  ["", `${ONE}<row r="5000" hidden="1"/>`, [], ["离数据很远的隐藏行列 1 处"]],
  [`<col min="40" max="41" width="20" customWidth="1"/>`, ONE, [], ["离数据很远的列宽 1 处"]],
])(
  "hidden lines %s %s are kept near the cells, and told far from them",
  async (cols, lines, hidden, told) => {
    const { workbook, leftOut } = await opened(made({ rows: lines, before: cols && `<cols>${cols}</cols>` }));
    expect([workbook.sheets[0]!.state.hidden, leftOut]).toEqual([hidden, told]);
  },
);

test("a height below the cells is kept", async () => {
  const { workbook } = await opened(
    made({ rows: `${ONE}<row r="9" ht="40" customHeight="1"/><row r="20"/>` }),
  );
  expect(workbook.sheets[0]!.rowHeights).toEqual([...Array<null>(8).fill(null), 40]);
});

test("cells without a look have the file's own default font, in which widths are counted too", async () => {
  const { workbook } = await opened(
    made({
      rows: `<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>1</v></c></row>`,
      before: `<cols><col min="1" max="1" width="10" customWidth="1"/></cols>`,
      styles: stylesOf({
        fonts: `<font><sz val="12"/><name val="宋体"/></font><font><b/></font>`,
        xfs: `<xf/><xf fontId="1"/>`,
      }),
    }),
  );
  const { looks, styles, columnWidths } = workbook.sheets[0]!;
  expect(styles[0]!.map((number) => looks[number]!)).toMatchObject([
    { fontName: "宋体", fontSize: 12, bold: false },
    { fontName: "宋体", fontSize: 12, bold: true },
  ]);
  expect(columnWidths[0]).toBe(60);
});

test.each([
  ["Calibri", 11, 7],
  ["宋体", 12, 8],
  ["宋体", 10, 7],
  ["Arial", 10, 7],
])("a digit of %s %i is %i pixels wide", (name, size, pixels) => {
  expect(pointsPerWidth({ name, size })).toBe(pixels * 0.75);
});
