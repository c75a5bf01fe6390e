export { cellContent, type Content } from "./content";
export { fileIssueMessage, type FileIssue } from "./issues";
export { loadXlsx, loadZip, type Xlsx } from "./libraries";
export { openXlsx } from "./open";
export { unpack } from "./package";
export { definedNames, namesOf, type Parts, type SheetPart, sheetParts, xmlOf } from "./parts";
export { fittedHeight } from "./row-height";
export { elements, unescapeXml } from "./xml";
