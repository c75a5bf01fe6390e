import type { FileIssue } from "./issues";
import { type Parts, workbookPath, xmlOf } from "./parts";
import { refuse } from "./refusal";
import { zipEntries } from "./zip";

/** A form has some 30 KB in 15 parts; these leave ample room and still stop what is meant to flood the page. */
const LIMITS = { file: 20, entries: 1000, unpacked: 100 };
const MEGABYTE = 1024 * 1024;

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);

/** Whether the bytes hold a text as two-byte characters, as old Office files name their streams. */
function holds(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].flatMap((char) => [char.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1))
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}

const SIGNATURES: { start: number[]; looksLike: string }[] = [
  { start: [0x25, 0x50, 0x44, 0x46], looksLike: "（像是 PDF）" },
  { start: [0x52, 0x61, 0x72, 0x21], looksLike: "（像是 RAR 压缩包，请先解压）" },
  { start: [0x37, 0x7a, 0xbc, 0xaf], looksLike: "（像是 7z 压缩包，请先解压）" },
  { start: [0x3c], looksLike: "（像是网页）" },
];

/** A .zip file may have a few bytes before it, as mail programs add them. */
const START = 64;
const isZip = (bytes: Uint8Array): boolean =>
  Array.from(bytes.subarray(0, START)).some((_, at) =>
    startsWith(bytes.subarray(at), 0x50, 0x4b, 0x03, 0x04),
  );

/** What the first bytes say, before anything is unpacked. */
function foreign(bytes: Uint8Array): FileIssue | null {
  if (bytes.length === 0) return { code: "empty" };
  if (bytes.length > LIMITS.file * MEGABYTE)
    return { code: "too-large", megabytes: Math.round(bytes.length / MEGABYTE), limit: LIMITS.file };
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return { code: holds(bytes, "EncryptedPackage") ? "password" : "old-excel" };
  const known = SIGNATURES.find(({ start }) => startsWith(bytes, ...start));
  return known || !isZip(bytes) ? { code: "not-a-workbook", looksLike: known?.looksLike ?? "" } : null;
}

/** Other files that are .zip files within, by the name of a part. */
const KINDS: { part: RegExp; issue: FileIssue }[] = [
  { part: /(^|\/)workbook\.bin$/i, issue: { code: "binary" } },
  { part: /^word\/document/i, issue: { code: "not-a-workbook", looksLike: "（像是 Word 文档）" } },
  { part: /^ppt\/presentation/i, issue: { code: "not-a-workbook", looksLike: "（像是 PPT）" } },
  { part: /^content\.xml$/i, issue: { code: "not-a-workbook", looksLike: "（像是 OpenDocument 文件）" } },
];
const ARCHIVE: FileIssue = { code: "not-a-workbook", looksLike: "（像是压缩包，请先解压）" };

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
  if (entries.length > LIMITS.entries || size > LIMITS.unpacked * MEGABYTE)
    refuse({ code: "zip-bomb", entries: entries.length, megabytes: Math.round(size / MEGABYTE) });
  const known = KINDS.find(({ part }) => entries.some(({ name }) => part.test(name)));
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
    return refuse(known?.issue ?? ARCHIVE);
  return parts;
}
