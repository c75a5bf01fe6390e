import { strToU8, zipSync } from "fflate";
import { type FileIssue, fileIssueMessage } from "../../src/exchange";
import { unpack } from "../../src/exchange/package";
import { filled } from "./files";

const utf16 = (text: string): number[] => [...text].flatMap((char) => [char.charCodeAt(0), 0]);
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const zipped = (part: string): Uint8Array => zipSync({ [part]: strToU8("<x/>") });

/** A workbook whose directory says a part is small although it unpacks to 64 MB. */
function lying(): Uint8Array {
  const bytes = zipSync({ "xl/workbook.xml": new Uint8Array(64 * 1024 * 1024) });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at < bytes.length - 46; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
  return bytes;
}

test.each<[string, () => Uint8Array | Promise<Uint8Array>, FileIssue["code"]]>([
  ["an empty file", () => new Uint8Array(), "empty"],
  ["an .xls file", () => new Uint8Array([...OLE, ...utf16("Workbook")]), "old-excel"],
  ["a file with a password", () => new Uint8Array([...OLE, ...utf16("EncryptedPackage")]), "password"],
  ["a renamed .docx", () => zipped("word/document.xml"), "not-a-workbook"],
  ["a zip of something else", () => zipped("readme.xml"), "not-a-workbook"],
  ["a web page", () => strToU8("<html></html>"), "not-a-workbook"],
  ["a truncated file", async () => (await filled("市民政局", {})).slice(0, 9000), "truncated"],
  [
    "too many parts",
    () => zipSync(Object.fromEntries(Array.from({ length: 1200 }, (_, i) => [`${i}.xml`, new Uint8Array()]))),
    "zip-bomb",
  ],
  [
    "a part that is too large",
    () => zipSync({ "xl/workbook.xml": new Uint8Array(101 * 1024 * 1024) }),
    "zip-bomb",
  ],
])("%s is named, with what to do", async (_, make, code) => {
  const result = await unpack(await make());
  expect(result).toMatchObject({ ok: false, issue: { code } });
  if (!result.ok) expect(fileIssueMessage(result.issue)).toMatch(/请/);
});

test("a part that unpacks to more than the directory says does not grow beyond it", async () => {
  const result = await unpack(lying());
  const size = result.ok ? result.value["xl/workbook.xml"]!.length : 0;
  expect(size).toBeLessThanOrEqual(10);
});
