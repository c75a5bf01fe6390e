import { Workbook } from "@cj-tech-master/excelts";
import { readWorkbook } from "../../src/exchange/read";

/** one pixel */
const PICTURE =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

test("a file in which someone left a note and a picture is read all the same", async () => {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet("指标填报");
  sheet.getCell("A1").value = "指标代码";
  sheet.getCell("A1").note = "请核对";
  const picture = workbook.addImage({ extension: "png", base64: PICTURE });
  sheet.addImage(picture, { tl: { col: 4, row: 4 }, ext: { width: 9, height: 9 } });
  const read = await readWorkbook(await workbook.xlsx.writeBuffer());
  expect(read).toMatchObject({ ok: true, value: { sheets: [{ grid: { values: [["指标代码"]] } }] } });
});
