import type { FileIssue } from "./issues";
import { foreignFile, foreignZip } from "./kinds";
import { type Parts, workbookPath, xmlOf } from "./parts";
import { refuse } from "./refusal";
import { zipEntries } from "./zip";

/** A form has some 30 KB in 15 parts; these leave ample room and still stop what is meant to flood the page. */
const LIMITS = { file: 20, entries: 1000, unpacked: 100 };
const MEGABYTE = 1024 * 1024;

/** What the first bytes say, before anything is unpacked. */
function foreign(bytes: Uint8Array): FileIssue | null {
  if (bytes.length === 0) return { code: "empty" };
  if (bytes.length > LIMITS.file * MEGABYTE)
    return { code: "too-large", megabytes: Math.round(bytes.length / MEGABYTE), limit: LIMITS.file };
  return foreignFile(bytes);
}

/** Parts that are no XML are not looked at. */
const UNREAD =
  /\.(bin|png|jpe?g|gif|bmp|tiff?|emf|wmf|wdp|svg|ico|mp[34]|wav|avi|ttf|odttf|pdf|docx?|xlsx?)$/i;

/**
 * Unpacks an .xlsx file, and makes sure that it names a workbook. Its directory is held against limits before anything
 * is unpacked, and no part may grow beyond what the directory says, so a file that lies about its size cannot flood the
 * page. Refuses what is no workbook, or damaged.
 */
export async function unpack(bytes: Uint8Array): Promise<Parts> {
  const issue = foreign(bytes);
  if (issue) refuse(issue);
  const entries = await zipEntries(bytes);
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (entries.length > LIMITS.entries)
    refuse({ code: "many-parts", parts: entries.length, limit: LIMITS.entries });
  if (size > LIMITS.unpacked * MEGABYTE)
    refuse({ code: "zip-bomb", megabytes: Math.round(size / MEGABYTE), limit: LIMITS.unpacked });
  const parts = Object.create(null) as Parts;
  const names = new Set<string>();
  for (const { name, unpack } of entries) {
    const path = name.replace(/^(\.?\/)+/, "");
    if (names.has(path.toLowerCase())) refuse({ code: "damaged", part: path });
    names.add(path.toLowerCase());
    parts[path] = UNREAD.test(path) ? new Uint8Array() : unpack();
  }
  const workbook = workbookPath(parts);
  if (workbook === undefined || !/<workbook[\s>]/.test(xmlOf(parts, workbook)))
    return refuse(foreignZip(entries.map(({ name }) => name)));
  return parts;
}
