import { Workbook } from "@cj-tech-master/excelts";
import { packed, type Texts } from "./oddities";

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

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const relations = (...targets: [type: string, target: string][]): string =>
  `<Relationships xmlns="${PACKAGE}">${targets
    .map(
      ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`;

/** A sheet's XML and what a workbook of it holds beside. */
export interface SheetXml {
  rows?: string;
  head?: string;
  tail?: string;
  /** shared texts */
  texts?: string;
  styles?: string;
  /** what the workbook tells before its sheets */
  properties?: string;
  /** the workbook's list of sheets */
  sheets?: string;
  parts?: Texts;
}

/** A workbook of one sheet, rId1, written out. */
export const book = ({
  rows = "",
  head = "",
  tail = "",
  texts,
  styles,
  properties = "",
  sheets = '<sheet name="表" sheetId="1" r:id="rId1"/>',
  parts,
}: SheetXml): Uint8Array =>
  packed({
    "_rels/.rels": relations(["officeDocument", "xl/workbook.xml"]),
    "xl/_rels/workbook.xml.rels": relations(
      ["worksheet", "worksheets/sheet1.xml"],
      ...(texts === undefined ? [] : [["sharedStrings", "texts.xml"] as [string, string]]),
      ...(styles === undefined ? [] : [["styles", "styles.xml"] as [string, string]]),
    ),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${properties}<sheets>${sheets}</sheets></workbook>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}">${head}<sheetData>${rows}</sheetData>${tail}</worksheet>`,
    ...(texts !== undefined && { "xl/texts.xml": `<sst xmlns="${MAIN}">${texts}</sst>` }),
    ...(styles !== undefined && { "xl/styles.xml": `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }),
    ...parts,
  });
