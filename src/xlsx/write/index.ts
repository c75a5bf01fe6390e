import { FONT, type SheetLayout } from "../../grid";
import { loadXlsx } from "../libraries";
import { chartSteps } from "./charts/parts";
import { namesOf, sheetOf } from "./layout";
import { writeNames } from "./names";
import { WINDOW, writeSheet } from "./sheet";
import { withParts } from "./with-parts";

/** What a file's properties say, for whoever opens them. */
export interface FileProperties {
  title: string;
  subject: string;
  keywords: string;
  description: string;
}

/** Sheets in their order, as one file. */
export interface WorkbookFile {
  sheets: SheetLayout[];
  properties: FileProperties;
  /** when it was made */
  created: Date;
}

const DEFAULT_FONT = { name: FONT, size: 10, family: 2, charset: 134 };
const AUTHOR = "一指填报";
const withoutSign = (formula: string): string => formula.slice(1);

/** Writes layouts as an .xlsx file, with everything the Excel writer gives them. */
export async function writeWorkbook({ sheets, properties, created }: WorkbookFile): Promise<Uint8Array> {
  const { Workbook } = await loadXlsx();
  const workbook = new Workbook();
  // column widths count its characters
  workbook.model = Object.assign(workbook.model, { defaultFont: DEFAULT_FONT });
  const author = { creator: AUTHOR, lastModifiedBy: AUTHOR, created, modified: created };
  Object.assign(workbook, properties, author, { views: [{ ...WINDOW, activeTab: 0 }] });
  // results that were not written are calculated when the file is opened
  workbook.calcProperties.fullCalcOnLoad = true;
  const written = sheets.map(sheetOf);
  for (const sheet of written) await writeSheet(workbook, sheet, withoutSign);
  writeNames(workbook, { names: sheets.flatMap(namesOf), sheets: written }, withoutSign);
  return withParts(await workbook.xlsx.writeBuffer(), chartSteps(written));
}
