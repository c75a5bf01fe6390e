import { Workbook } from "@cj-tech-master/excelts";

/** A small workbook with what a form has: texts, numbers, formulas, formats, a merge, a note, a name. */
export async function smallBook(): Promise<Uint8Array> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet("指标填报");
  sheet.addRow(["指标代码", "本期值", "说明"]);
  sheet.addRow(["YL07", 48, "按“年报”口径 <&>"]);
  sheet.addRow(["YL08", 0.25, { formula: 'IF(B3>0,"","无")', result: "" }]);
  sheet.getCell("B3").numFmt = "0.0%";
  sheet.getCell("B2").note = "请核对";
  sheet.getCell("A6").value = "合并";
  sheet.mergeCells("A6:C7");
  sheet.getCell("E9").value = { formula: "B2*2", result: 96 };
  workbook.addWorksheet("任务分工").addRow(["序号", "进展状态"]);
  workbook.definedNames.add("指标填报!$B$2", "YIZHI_X");
  return workbook.xlsx.writeBuffer();
}
