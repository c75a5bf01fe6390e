import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { type FileIssue, fileIssueMessage } from "../../src/exchange";
import { type OpenedXlsx, openXlsx } from "../../src/xlsx";
import { filled, incoming } from "../exchange/files";

// old-format.xls is saved by LibreOffice 7.4.7 from a sheet of four cells, with-password.xlsx is the same encrypted by
// officecrypto-tool 0.0.19
const fixture = (name: string): Uint8Array => readFileSync(join(__dirname, "fixtures", name));
const zipped = (part: string): Uint8Array => zipSync({ [part]: strToU8("<x/>") });

/** The parts every Word document has. */
const docx = (): Uint8Array =>
  zipSync({
    "[Content_Types].xml": strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    "_rels/.rels": strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    "word/document.xml": strToU8(
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>填报说明</w:t></w:r></w:p></w:body></w:document>',
    ),
  });

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
  ["an .xls file", () => fixture("old-format.xls"), "old-excel"],
  ["a file with a password", () => fixture("with-password.xlsx"), "password"],
  ["a renamed .docx", docx, "not-a-workbook"],
  ["a zip of something else", () => zipped("readme.xml"), "not-a-workbook"],
  ["a web page", () => strToU8("<html></html>"), "not-a-workbook"],
  [
    "a table of Excel 2003",
    () => strToU8('\ufeff<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
    "xml-2003",
  ],
  ["a truncated file", async () => (await filled("市民政局", {})).slice(0, 9000), "truncated"],
  [
    "too many parts",
    () => zipSync(Object.fromEntries(Array.from({ length: 1200 }, (_, i) => [`${i}.xml`, new Uint8Array()]))),
    "many-parts",
  ],
  [
    "a part that is too large",
    () => zipSync({ "xl/workbook.xml": new Uint8Array(101 * 1024 * 1024) }),
    "zip-bomb",
  ],
])("%s is named, with what to do", async (_, make, code) => {
  const result = await openXlsx(await make(), () => null);
  expect(result).toMatchObject({ ok: false, issue: { code } });
  if (!result.ok) expect(fileIssueMessage(result.issue)).toMatch(/请/);
});

/** The beginning of an old Office file, and the names of its streams as its directory has them. */
const compound = (...streams: string[]): Uint8Array =>
  Buffer.concat([
    Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0),
    ...streams.map((name) => Buffer.from(`${name}\0`.padEnd(32, "\0"), "utf16le")),
  ]);

test.each<[string, Uint8Array, string]>([
  ["an old Word document", compound("Root Entry", "WordDocument"), "Word"],
  ["an old Word document with a table of Excel", compound("WordDocument", "Workbook"), "Word"],
  ["old slides", compound("PowerPoint Document"), "PPT"],
  ["an .xls file", compound("Workbook"), ".xls"],
  ["an .xls file with a text of Word", compound("Workbook", "WordDocument"), ".xls"],
  ["an .xls file of Excel 95", compound("Book"), ".xls"],
  ["another old file", compound("Contents"), "文件不是 Excel 工作簿；"],
  ["a web page with a mark", strToU8("\ufeff\r\n<html xmlns:x='x'><table>"), "网页"],
  ["a web page without a head", strToU8("<table><tr>"), "网页"],
  ["other XML", strToU8("<?xml version='1.0'?><a/>"), "XML 文件"],
  ["a flat .ods", strToU8("<?xml version='1.0'?><office:document xmlns:office='x'>"), "OpenDocument"],
  ["a .csv", strToU8("指标代码,本期值\nYL07,48"), "CSV"],
  ["a text", strToU8("请填报"), "文本"],
  ["a text of two-byte characters", Buffer.from("\ufeff请填报", "utf16le"), "文本"],
  ["a picture", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), "图片"],
  ["bytes", Uint8Array.of(1, 2, 3), "文件不是 Excel 工作簿；"],
])("%s is called what it is", async (_, bytes, words) => {
  const result = await openXlsx(bytes, () => null);
  expect(result.ok ? "" : fileIssueMessage(result.issue)).toContain(words);
});

test("a part that unpacks to more than the directory says does not grow beyond it", async () => {
  const result = await openXlsx(lying(), () => null);
  expect(result).toMatchObject({ ok: false, issue: { code: "damaged", part: "xl/workbook.xml" } });
});

test("a sheet that nobody reads is taken for empty, and only that one", async () => {
  const bytes = await filled("市民政局", { YL07: 48 });
  const rows = ({ workbook }: OpenedXlsx) =>
    Object.fromEntries(workbook.worksheets.map(({ name, rowCount }) => [name, rowCount]));
  const all = await openXlsx(bytes, rows);
  expect(all).toMatchObject({ ok: true, value: { 计算过程: expect.any(Number), 文件信息: 11 } });
  const without = await openXlsx(bytes, rows, { unread: "计算过程" });
  expect(without).toEqual({ ok: true, value: { ...(all.ok && all.value), 计算过程: 0 } });
});

test("a file cut off anywhere is named, and never read in part", async () => {
  const whole = await filled("市民政局", { YL07: 48 });
  const codes = new Set<string>();
  for (let length = 0; length < whole.length; length += length < 64 ? 1 : 997) {
    const { problem, entries } = await incoming("a.xlsx", whole.slice(0, length));
    expect([length, entries]).toEqual([length, []]);
    codes.add(problem!.code);
  }
  expect([...codes].sort()).toEqual(["empty", "not-a-workbook", "truncated"]);
});
