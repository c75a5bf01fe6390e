import { made, opened } from "./made";

const cell = (attributes: string, content: string): string =>
  `<row r="1"><c r="A1" ${attributes}>${content}</c></row>`;
const from1904 = `<workbookPr date1904="1"/>`;

test.each([
  [`t="d"`, "<v>2023-05-01T12:00:00</v>", "", 45047.5, false],
  [`t="d"`, "<v>2023-05-01</v>", from1904, 45047, false],
  [`t="d"`, "<f>TODAY()</f><v>2023-05-01</v>", "", 45047, false],
  [`t="d"`, "<v>06:00:00</v>", "", 0.25, false],
  [`t="d"`, "<v>1900-01-01</v>", "", 1, false],
  [`t="d"`, "<v>明天</v>", "", "明天", true],
  ["", "<v>1,234</v>", "", "1,234", true],
  ["", "<v>NaN</v>", "", "NaN", true],
  ["", "<v>INF</v>", "", "INF", true],
  ["", "<v>1E+400</v>", "", "1E+400", true],
  ["", "<v> 1.5E3 </v>", "", 1500, false],
  [`t="b"`, "<v>TRUE</v>", "", true, false],
  [`t="b"`, "<v>0</v>", "", false, false],
  [`t="inlineStr"`, "<f>A2</f><is><t>甲</t></is>", "", "甲", false],
  [`t="inlineStr"`, "<is><t>甲</t></is>", "", "甲", false],
])("a cell of %s %s %s holds %j", async (attributes, content, book, value, odd) => {
  const { workbook, leftOut } = await opened(made({ rows: cell(attributes, content), book }));
  expect(workbook.sheets[0]!.cells[0]![0]!.value).toBe(value);
  expect(leftOut).toEqual(odd ? ["写得不像数、改作文字的数值 1 个"] : []);
});

test("values under a merge are told; a merge goes as far as the sheet does", async () => {
  const { workbook, leftOut } = await opened(
    made({
      rows: `<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>`,
      after: `<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`,
    }),
  );
  expect(workbook.sheets[0]!.state.merges).toEqual([{ row: 0, column: 0, rows: 100, columns: 26 }]);
  expect(leftOut).toEqual(["合并区域里被盖住的值 1 个", "离数据很远的合并部分 1 处"]);
});
