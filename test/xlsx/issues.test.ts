import { strToU8, zipSync } from "fflate";
import { type FileIssue, fileIssueMessage, openXlsx } from "../../src/xlsx";
import { smallBook } from "./book";
import { packed, textsOf } from "./oddities";

const ISSUES: FileIssue[] = [
  { code: "too-large", megabytes: 30, limit: 20 },
  { code: "empty" },
  { code: "old-excel" },
  { code: "xml-2003" },
  { code: "binary" },
  { code: "password" },
  { code: "not-a-workbook", looksLike: "（像是 PDF）" },
  { code: "truncated" },
  { code: "damaged", part: "xl/workbook.xml" },
  { code: "many-parts", parts: 2000, limit: 1000 },
  { code: "zip-bomb", megabytes: 200, limit: 100 },
  { code: "unreadable", details: "" },
  { code: "sheet-lost", sheet: "指标填报" },
  { code: "part-lost", part: "styles" },
  { code: "too-much", what: "cells", limit: 5 },
  { code: "no-sheet" },
];

test.each(ISSUES.map((issue) => [issue.code, issue] as const))(
  "%s: what is wrong and what to do, for either purpose",
  (_, issue) => {
    const [merge, open] = [fileIssueMessage(issue), fileIssueMessage(issue, "open")];
    for (const words of [merge, open]) expect(words).toMatch(/^.+；.*请.+$/);
    // 打开 has no sender and nothing to merge
    expect(open).not.toMatch(/汇总|对方|填报文件|该单位/);
  },
);

const main = (texts: Record<string, string>, kind: string): Record<string, string> => ({
  ...texts,
  "[Content_Types].xml": texts["[Content_Types].xml"]!.replace(
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    kind,
  ),
});

test.each([
  ["xlsm", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"],
  ["xltx", "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml"],
  ["xltm", "application/vnd.ms-excel.template.macroEnabled.main+xml"],
])("an .%s is read", async (_, kind) => {
  const bytes = packed({ ...main(textsOf(await smallBook()), kind), "xl/vbaProject.bin": "macros" });
  expect(await openXlsx(bytes, ({ parts }) => "xl/vbaProject.bin" in parts)).toMatchObject({ ok: true });
});

test("an .xlsb is called one, whatever else is in it", async () => {
  const rels =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.bin"/></Relationships>';
  const bytes = zipSync({
    "_rels/.rels": strToU8(rels),
    "xl/workbook.bin": strToU8("\u0083\u0001"),
    "xl/workbook.xml": strToU8("<a/>"),
  });
  const read = await openXlsx(bytes, () => null);
  expect(read).toEqual({ ok: false, issue: { code: "binary" } });
  expect(fileIssueMessage({ code: "binary" }, "open")).toContain(".xlsb");
});
