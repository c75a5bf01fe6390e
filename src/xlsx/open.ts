import type { Workbook } from "@cj-tech-master/excelts";
import { fail, ok, type Result } from "../plan";
import type { FileIssue } from "./issues";
import { loadXlsx } from "./libraries";
import { unpack } from "./package";
import { type Parts, withEmptyResults, withoutSheet } from "./parts";

/**
 * Opens an .xlsx file of any program for reading, or says why it is not read. Never throws for what a file holds.
 * @param unread a sheet that is not looked at: it is taken for empty
 */
export async function openXlsx<T>(
  bytes: Uint8Array,
  read: (file: { workbook: Workbook; parts: Parts }) => T,
  unread?: string,
): Promise<Result<T, FileIssue>> {
  const parts = await unpack(bytes);
  if (!parts.ok) return parts;
  const { Workbook } = await loadXlsx();
  const workbook = new Workbook();
  try {
    const wanted = unread ? withoutSheet(parts.value, unread) : parts.value;
    await workbook.xlsx.loadFromFiles(withEmptyResults(wanted));
    return ok(read({ workbook, parts: parts.value }));
  } catch (error) {
    return fail({ code: "unreadable", details: String(error) });
  }
}
