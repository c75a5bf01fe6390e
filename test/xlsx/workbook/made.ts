import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { openIssueMessage, readXlsx } from "../../../src/xlsx/workbook";

const TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`;
const relations = (...kinds: [kind: string, target: string][]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${kinds
    .map(([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${TYPE}/${kind}" Target="${target}"/>`)
    .join("")}</Relationships>`;

export interface Made {
  /** of the sheet 表: its rows, and what stands before and after them */
  rows?: string;
  before?: string;
  after?: string;
  /** of the styles, in place of a single plain look */
  styles?: string;
  /** of the workbook: what stands before and after its sheets */
  book?: string;
  names?: string;
  theme?: string;
}

const FONT = `<font><sz val="11"/><name val="Calibri"/></font>`;
/** Styles of a file whose looks and parts of looks are given. */
export const stylesOf = ({
  fonts = FONT,
  borders = "<border/>",
  xfs = "<xf/>",
  more = "",
}: Partial<Record<"fonts" | "borders" | "xfs" | "more", string>>): string =>
  `<fonts>${fonts}</fonts><fills><fill><patternFill patternType="none"/></fill></fills><borders>${borders}</borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs>${xfs}</cellXfs>${more}`;

/** A file with one sheet, as XML says. */
export const made = ({ rows = "", before = "", after = "", styles, book = "", names = "", theme }: Made) =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
        "_rels/.rels": relations(["officeDocument", "xl/workbook.xml"]),
        "xl/workbook.xml": `<workbook ${MAIN} xmlns:r="${TYPE}">${book}<sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets>${names}</workbook>`,
        "xl/_rels/workbook.xml.rels": relations(
          ["worksheet", "worksheets/sheet1.xml"],
          ["styles", "styles.xml"],
          ...(theme === undefined ? [] : [["theme", "theme/theme1.xml"] as [string, string]]),
        ),
        "xl/styles.xml": `<styleSheet ${MAIN}>${styles ?? stylesOf({})}</styleSheet>`,
        "xl/worksheets/sheet1.xml": `<worksheet ${MAIN} xmlns:r="${TYPE}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
        ...(theme !== undefined && { "xl/theme/theme1.xml": theme }),
      }).map(([path, xml]) => [path, strToU8(xml)]),
    ),
  );

export async function opened(bytes: Uint8Array) {
  const read = await readXlsx(bytes, "YIZHI");
  if (!read.ok) throw new Error(openIssueMessage(read.issue) + JSON.stringify(read.issue));
  return read.value;
}

export const part = (bytes: Uint8Array, path: string): string => strFromU8(unzipSync(bytes)[path]!);
