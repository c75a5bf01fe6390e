import type { Workbook } from "@cj-tech-master/excelts";
import { fail, ok, type Result } from "../text";
import { canonical, type OpenedSheet } from "./canonical";
import type { FileIssue } from "./issues";
import { loadXlsx } from "./libraries";
import { unpack } from "./package";
import { type Parts, workbookPath, xmlOf } from "./parts";
import { Refusal } from "./refusal";
import type { Most } from "./sheet";

/** An .xlsx file that was read. */
export interface OpenedXlsx {
  /** as the library has it: without links, merges, tables, pictures, notes and names, which the others tell */
  workbook: Workbook;
  /** all parts as they are in the file; the workbook's also as plain XML under its usual path */
  parts: Parts;
  /** in the order of the library's */
  sheets: OpenedSheet[];
  /** charts and the like that the workbook lists among its sheets */
  otherSheets: string[];
}

export interface OpenOptions {
  /** a sheet that is not looked at: it is taken for empty */
  unread?: string;
  most?: Partial<Most>;
}

/** Far more than any of our sheets. */
const MOST: Most = { rows: 2000, columns: 200, cells: 500_000, merges: 10_000 };
const USUAL_PATH = "xl/workbook.xml";

/** Opens an .xlsx file of any program for reading, or says why it is not read. Never throws for what a file holds. */
export async function openXlsx<T>(
  bytes: Uint8Array,
  read: (file: OpenedXlsx) => T,
  { unread, most }: OpenOptions = {},
): Promise<Result<T, FileIssue>> {
  try {
    const parts = await unpack(bytes);
    const { files, ...rest } = canonical(parts, { ...MOST, ...most }, unread);
    const { Workbook } = await loadXlsx();
    const workbook = new Workbook();
    await workbook.xlsx.loadFromFiles(files);
    const plain = new TextEncoder().encode(xmlOf(parts, workbookPath(parts)!));
    return ok(read({ workbook, parts: { ...parts, [USUAL_PATH]: plain }, ...rest }));
  } catch (error) {
    return fail(error instanceof Refusal ? error.issue : { code: "unreadable", details: String(error) });
  }
}
