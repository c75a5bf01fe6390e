export type { Cell as FileCell, Worksheet as FileSheet } from "@cj-tech-master/excelts";
export type { OpenedSheet } from "./canonical";
export { readDate, readNumber } from "./cell";
export { cellContent, type Content } from "./content";
export { fileIssueMessage, type FileIssue, type Purpose } from "./issues";
export { loadXlsx, loadZip, type Xlsx } from "./libraries";
export { type OpenedXlsx, openXlsx, type OpenOptions } from "./open";
export {
  definedNames,
  namesOf,
  type Parts,
  relationsOf,
  type SheetPart,
  sheetParts,
  workbookPath,
  xmlOf,
} from "./parts";
export { readXml } from "./plain-xml";
export { sharedFormula } from "./shared-formula";
export type { Most, SheetLink } from "./sheet";
export { type FileProperties, type WorkbookFile, writeWorkbook } from "./write";
export { elements, rawAttribute, unescapeXml } from "./xml";
