import type { FileIssue } from "./issues";
import { decodeXml } from "./xml";

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);

/** Where the bytes hold a text as two-byte characters, as old Office files name their streams; -1: nowhere. */
function placeOf(bytes: Uint8Array, text: string): number {
  // a name ends with a zero, so that Book is not the end of another one
  const wanted = [...text, "\0"].flatMap((char) => [char.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1))
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return at;
  return -1;
}

const foreign = (looksLike: string): FileIssue => ({ code: "not-a-workbook", looksLike });
const WORD = foreign("（像是 Word 文档）");
const SLIDES = foreign("（像是 PPT）");
const OPEN_DOCUMENT = foreign("（像是 OpenDocument 文件）");
const UNKNOWN = foreign("");

/** Old Office files by the stream that holds what they are about. */
const STREAMS: [name: string, issue: FileIssue][] = [
  ["EncryptedPackage", { code: "password" }],
  ["Workbook", { code: "old-excel" }],
  ["Book", { code: "old-excel" }],
  ["WordDocument", WORD],
  ["PowerPoint Document", SLIDES],
];

/** Of several the first one counts: what is put into a file stands behind its own. */
function oldOffice(bytes: Uint8Array): FileIssue {
  const found = STREAMS.map(([name, issue]) => ({ at: placeOf(bytes, name), issue }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return found[0]?.issue ?? UNKNOWN;
}

const SIGNATURES: { start: number[]; looksLike: string }[] = [
  { start: [0x25, 0x50, 0x44, 0x46], looksLike: "（像是 PDF）" },
  { start: [0x52, 0x61, 0x72, 0x21], looksLike: "（像是 RAR 压缩包，请先解压）" },
  { start: [0x37, 0x7a, 0xbc, 0xaf], looksLike: "（像是 7z 压缩包，请先解压）" },
  { start: [0xff, 0xd8, 0xff], looksLike: "（像是图片）" },
  { start: [0x89, 0x50, 0x4e, 0x47], looksLike: "（像是图片）" },
];

/** Files that are text, by how they begin. */
const TEXTS: { form: RegExp; issue: FileIssue }[] = [
  { form: /progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet/, issue: { code: "xml-2003" } },
  { form: /<office:document\b/, issue: OPEN_DOCUMENT },
  { form: /<(!doctype\s+html|html|head|body|table|meta|style)\b/i, issue: foreign("（像是网页）") },
  { form: /^\s*</, issue: foreign("（像是 XML 文件）") },
  { form: /^[^\n]*[,\t;]/, issue: foreign("（像是 CSV 文本）") },
];
const BEGINNING = 4000;
/** Signs that no text holds. */

const NO_TEXT = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

function textFile(bytes: Uint8Array): FileIssue | null {
  const start = decodeXml(bytes.subarray(0, BEGINNING));
  if (NO_TEXT.test(start)) return null;
  return TEXTS.find(({ form }) => form.test(start))?.issue ?? foreign("（像是文本文件）");
}

/** A .zip file may have a few bytes before it, as mail programs add them. */
const START = 64;
const isZip = (bytes: Uint8Array): boolean =>
  Array.from(bytes.subarray(0, START)).some((_, at) =>
    startsWith(bytes.subarray(at), 0x50, 0x4b, 0x03, 0x04),
  );

/** What the first bytes of a file say that is no .zip file, and so no workbook; null for one that is. */
export function foreignFile(bytes: Uint8Array): FileIssue | null {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return oldOffice(bytes);
  const known = SIGNATURES.find(({ start }) => startsWith(bytes, ...start));
  if (known) return foreign(known.looksLike);
  return isZip(bytes) ? null : (textFile(bytes) ?? UNKNOWN);
}

/** Other files that are .zip files within, by the name of a part. */
const PARTS: { part: RegExp; issue: FileIssue }[] = [
  { part: /(^|\/)workbook\.bin$/i, issue: { code: "binary" } },
  { part: /^word\/document/i, issue: WORD },
  { part: /^ppt\/presentation/i, issue: SLIDES },
  { part: /^content\.xml$/i, issue: OPEN_DOCUMENT },
];

/** What a .zip file is that is no workbook. */
export const foreignZip = (names: readonly string[]): FileIssue =>
  PARTS.find(({ part }) => names.some((name) => part.test(name)))?.issue ??
  foreign("（像是压缩包，请先解压）");
