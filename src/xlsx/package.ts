import { fail, ok, type Result } from "../plan";
import type { FileIssue } from "./issues";
import { loadZip } from "./libraries";
import type { Parts } from "./parts";

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

/** What the first bytes say, before anything is unpacked. */
function foreign(bytes: Uint8Array): FileIssue | null {
  if (bytes.length === 0) return { code: "empty" };
  if (bytes.length > LIMITS.file * MEGABYTE)
    return { code: "too-large", megabytes: Math.round(bytes.length / MEGABYTE), limit: LIMITS.file };
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return { code: holds(bytes, "EncryptedPackage") ? "password" : "old-excel" };
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return null;
  const known = SIGNATURES.find(({ start }) => startsWith(bytes, ...start));
  return { code: "not-a-workbook", looksLike: known?.looksLike ?? "" };
}

const KINDS: { part: string; looksLike: string }[] = [
  { part: "word/document.xml", looksLike: "（像是 Word 文档）" },
  { part: "ppt/presentation.xml", looksLike: "（像是 PPT）" },
  { part: "content.xml", looksLike: "（像是 OpenDocument 文件）" },
  { part: "xl/workbook.bin", looksLike: "（像是 .xlsb 二进制工作簿）" },
];

/** Pictures and the like are not looked at; notes need their shapes, which are .vml. */
const READ = /\.(xml|rels|vml)$/;

/**
 * Unpacks an .xlsx file. Its directory is held against limits before anything is unpacked, and no part may grow beyond
 * what the directory says, so a file that lies about its size cannot flood the page.
 */
export async function unpack(bytes: Uint8Array): Promise<Result<Parts, FileIssue>> {
  const issue = foreign(bytes);
  if (issue) return fail(issue);
  const { unzipSync } = await loadZip();
  let [entries, size] = [0, 0];
  const names = new Set<string>();
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries++;
        size += originalSize;
        names.add(name);
        return false;
      },
    });
    if (entries > LIMITS.entries || size > LIMITS.unpacked * MEGABYTE)
      return fail({ code: "zip-bomb", entries, megabytes: Math.round(size / MEGABYTE) });
    if (!names.has("xl/workbook.xml")) {
      const known = KINDS.find(({ part }) => names.has(part));
      return fail({
        code: "not-a-workbook",
        looksLike: known?.looksLike ?? (names.size > 0 ? "（像是压缩包，请先解压）" : ""),
      });
    }
    return ok(unzipSync(bytes, { filter: ({ name }) => READ.test(name) }));
  } catch {
    return fail({ code: "truncated" });
  }
}
