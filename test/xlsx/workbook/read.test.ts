import { Workbook } from "@cj-tech-master/excelts";
import { readXlsx } from "../../../src/xlsx/workbook";

/** one pixel */
const PICTURE =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

async function opened(fill: (workbook: Workbook) => void) {
  const workbook = new Workbook();
  fill(workbook);
  const read = await readXlsx(await workbook.xlsx.writeBuffer(), "YIZHI");
  if (!read.ok) throw new Error(JSON.stringify(read.issue));
  return read.value;
}

test("what has no place in the workbench is told, the rest is read", async () => {
  const { workbook, leftOut } = await opened((file) => {
    const sheet = file.addWorksheet("表");
    sheet.getCell("A1").value = "甲";
    sheet.getCell("B1").dataValidation = { type: "textLength", operator: "lessThan", formulae: [5] };
    sheet.getCell("B2").dataValidation = {
      type: "whole",
      operator: "greaterThan",
      formulae: [1],
      allowBlank: true,
    };
    sheet.addConditionalFormatting({
      ref: "A1:A9",
      rules: [
        { type: "colorScale", priority: 1, cfvo: [{ type: "min" }, { type: "max" }], color: [] } as never,
        { type: "expression", priority: 2, formulae: ["A1=1"], style: {} },
      ],
    });
    sheet.getCell("C1").note = "批注";
    const picture = file.addImage({ extension: "png", base64: PICTURE });
    sheet.addImage(picture, { tl: { col: 4, row: 4 }, ext: { width: 9, height: 9 } });
  });
  const [sheet] = workbook.sheets;
  expect(sheet!.cells[0]![0]).toEqual({ value: "甲" });
  expect(sheet!.state.validations).toMatchObject([
    { type: "whole", operator: "GreaterThan", formula1: "1", areas: [{ row: 1, column: 1 }] },
  ]);
  expect(sheet!.state.highlights).toMatchObject([{ formula: "=A1=1" }]);
  expect(leftOut).toEqual([
    "图片 1 个",
    "批注 1 条",
    "时间、文本长度或自定义的数据有效性 1 条",
    "不用公式的条件格式 1 条",
  ]);
});

test("links, dates, rich texts and merged cells are read as what they show", async () => {
  const { workbook } = await opened((file) => {
    const sheet = file.addWorksheet("表");
    sheet.getCell("A1").value = { text: "网站", hyperlink: "https://example.com" };
    sheet.getCell("B1").value = new Date(Date.UTC(2023, 11, 31));
    sheet.getCell("C1").value = { richText: [{ text: "一" }, { text: "指" }] };
    sheet.getCell("A2").value = "合并";
    sheet.mergeCells("A2:B2");
  });
  expect(workbook.sheets[0]!.cells).toEqual([
    [{ value: "网站" }, { value: 45291 }, { value: "一指" }],
    [{ value: "合并" }, null, null],
  ]);
});
