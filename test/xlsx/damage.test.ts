import { strFromU8, strToU8, Zip, ZipDeflate, zipSync } from "fflate";
import fc from "fast-check";
import { fileIssueMessage } from "../../src/xlsx";
import { readWorkbook } from "../../src/exchange/read";
import { openIssueMessage, readXlsx } from "../../src/xlsx/workbook";
import { smallBook } from "./book";
import { packed, textsOf, type Texts } from "./oddities";

/** What a file reads as, or the sentence that refuses it. */
async function outcome(bytes: Uint8Array): Promise<string> {
  const read = await readWorkbook(bytes);
  if (!read.ok) return fileIssueMessage(read.issue);
  const { sheets, names } = read.value;
  const cells = sheets.map(({ name, grid, notes, errors }) => [name, grid, [...notes], [...errors]]);
  return JSON.stringify([cells, [...names]]);
}
const SENTENCE = /^[^{}[\]]+；请[^{}[\]]+$/;

const at = (bytes: Uint8Array, signature: number, from = 0): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let i = from; i < bytes.length - 4; i++) if (view.getUint32(i, true) === signature) return i;
  return -1;
};
const DIRECTORY_ENTRY = 0x02014b50;

test("one flipped bit anywhere changes no entry: the file reads the same or is refused", async () => {
  const bytes = await smallBook();
  const whole = await outcome(bytes);
  let refused = 0;
  for (let i = 0; i < bytes.length; i++) {
    const flipped = bytes.slice();
    flipped[i]! ^= 1 << ((i * 5) % 8);
    const read = await outcome(flipped);
    if (read === whole) continue;
    expect([i, read]).toEqual([i, expect.stringMatching(SENTENCE)]);
    refused++;
  }
  expect(refused).toBeGreaterThan(bytes.length / 2);
});

describe("a .zip file that is not as it should be", () => {
  const encrypted = (bytes: Uint8Array): Uint8Array => {
    const changed = bytes.slice();
    for (let i = at(changed, DIRECTORY_ENTRY); i >= 0; i = at(changed, DIRECTORY_ENTRY, i + 4))
      changed[i + 8]! |= 1;
    return changed;
  };
  const withMethod = (bytes: Uint8Array, method: number): Uint8Array => {
    const changed = bytes.slice();
    changed[at(changed, DIRECTORY_ENTRY) + 10] = method;
    return changed;
  };
  /** Two entries that name the same part. */
  const doubled = (texts: Texts): Uint8Array =>
    packed({ ...texts, "XL/WORKSHEETS/SHEET1.XML": texts["xl/worksheets/sheet1.xml"]! });

  test.each<[string, (bytes: Uint8Array) => Uint8Array, RegExp]>([
    ["encrypted entries", encrypted, /密码/],
    ["an unknown way of packing", (bytes) => withMethod(bytes, 14), /已损坏/],
    ["two entries of one name", (bytes) => doubled(textsOf(bytes)), /已损坏/],
    ["no directory", (bytes) => bytes.slice(0, at(bytes, DIRECTORY_ENTRY)), /不完整/],
    ["nothing but a directory", (bytes) => bytes.slice(at(bytes, DIRECTORY_ENTRY)), /不是|不完整/],
  ])("%s", async (_, change, words) => {
    const read = await outcome(change(await smallBook()));
    expect(read).toMatch(SENTENCE);
    expect(read).toMatch(words);
  });

  test("sizes that stand behind the entries are read", async () => {
    const bytes = await smallBook();
    const chunks: Uint8Array[] = [];
    const zip = new Zip((_, chunk) => chunks.push(chunk));
    for (const [path, text] of Object.entries(textsOf(bytes))) {
      const entry = new ZipDeflate(path);
      zip.add(entry);
      entry.push(strToU8(text), true);
    }
    zip.end();
    expect(await outcome(Buffer.concat(chunks))).toBe(await outcome(bytes));
  });

  test("sizes of 64 bits are read", async () => {
    const bytes = await smallBook();
    expect(await outcome(wide(packed(textsOf(bytes))))).toBe(await outcome(bytes));
  });
});

/** The same file with a directory of 64 bits. */
function wide(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = at(bytes, 0x06054b50);
  const start = view.getUint32(end + 16, true);
  const entries: Buffer[] = [];
  for (let i = start; i < end;) {
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(i + field, true)) as [
      number,
      number,
      number,
    ];
    const entry = Buffer.from(bytes.slice(i, i + 46 + name));
    const field = Buffer.alloc(28);
    field.writeUInt16LE(1, 0);
    field.writeUInt16LE(24, 2);
    field.writeBigUInt64LE(BigInt(entry.readUInt32LE(24)), 4);
    field.writeBigUInt64LE(BigInt(entry.readUInt32LE(20)), 12);
    field.writeBigUInt64LE(BigInt(entry.readUInt32LE(42)), 20);
    for (const place of [20, 24, 42]) entry.writeUInt32LE(0xffffffff, place);
    entry.writeUInt16LE(28, 30);
    entry.writeUInt16LE(0, 32);
    entries.push(entry, field);
    i += 46 + name + extra + comment;
  }
  const directory = Buffer.concat(entries);
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(entries.length / 2), 24);
  record.writeBigUInt64LE(BigInt(entries.length / 2), 32);
  record.writeBigUInt64LE(BigInt(directory.length), 40);
  record.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(start + directory.length), 8);
  const last = Buffer.from(bytes.slice(end, end + 22));
  last.writeUInt16LE(0xffff, 10);
  last.writeUInt32LE(0xffffffff, 12);
  last.writeUInt32LE(0xffffffff, 16);
  return Buffer.concat([bytes.slice(0, start), directory, record, locator, last]);
}

describe("a file that has lost something", () => {
  const without = (texts: Texts, path: string): Texts =>
    Object.fromEntries(Object.entries(texts).filter(([name]) => name !== path));

  test.each<[string, (texts: Texts) => Texts, RegExp]>([
    ["a sheet", (texts) => without(texts, "xl/worksheets/sheet2.xml"), /工作表“任务分工”/],
    [
      "part of a sheet's XML",
      (texts) => ({
        ...texts,
        "xl/worksheets/sheet1.xml": texts["xl/worksheets/sheet1.xml"]!.slice(0, -200),
      }),
      /工作表“指标填报”/,
    ],
    [
      "a sheet's relation",
      (texts) => ({
        ...texts,
        "xl/_rels/workbook.xml.rels": texts["xl/_rels/workbook.xml.rels"]!.replace(
          /<Relationship [^>]*sheet1.xml"\/>/,
          "",
        ),
      }),
      /工作表“指标填报”/,
    ],
    ["its texts", (texts) => without(texts, "xl/sharedStrings.xml"), /缺少文字/],
    ["its styles", (texts) => without(texts, "xl/styles.xml"), /缺少格式/],
    ["its workbook", (texts) => without(texts, "xl/workbook.xml"), /不是/],
  ])("%s: says so and is not read in part", async (_, change, words) => {
    const read = await outcome(packed(change(textsOf(await smallBook()))));
    expect(read).toMatch(SENTENCE);
    expect(read).toMatch(words);
  });
});

describe("whatever a file holds, it is read or refused with a sentence", () => {
  const refusedOrRead = async (bytes: Uint8Array): Promise<void> => {
    for (const read of [await readWorkbook(bytes), await readXlsx(bytes, "YIZHI")])
      if (!read.ok)
        for (const purpose of ["merge", "open"] as const)
          expect(
            read.issue.code === "large-sheet"
              ? openIssueMessage(read.issue)
              : fileIssueMessage(read.issue, purpose),
          ).toMatch(SENTENCE);
  };

  test("bytes", () =>
    fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), refusedOrRead), { numRuns: 200 }));

  test("bytes in the middle of a file", async () => {
    const bytes = await smallBook();
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length), fc.uint8Array({ maxLength: 60 }), (place, junk) => {
        const changed = bytes.slice();
        changed.set(junk.slice(0, bytes.length - place), place);
        return refusedOrRead(changed);
      }),
      { numRuns: 200 },
    );
  });

  test("zips of anything", () =>
    fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc.constantFrom("_rels/.rels", "xl/workbook.xml", "xl/workbook.bin", "../x", "a/"),
          fc.string(),
        ),
        (texts) =>
          refusedOrRead(
            zipSync(Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, strToU8(text)]))),
          ),
      ),
      { numRuns: 100 },
    ));

  /** Pieces of XML that go missing, come twice, or are another's. */
  test("soup of XML", async () => {
    const texts = textsOf(await smallBook());
    const paths = Object.keys(texts).filter((path) => /\.(xml|rels)$/.test(path));
    const stranger = fc.constantFrom(
      "",
      "<",
      "</c>",
      "<row r='-1'>",
      '<c r="ZZZ9"/>',
      '<c r="A1" t="s"><v>9e9</v></c>',
      "<v>NaN</v>",
      "&#x110000;",
      "\u0000",
      '<mergeCell ref="A1:A1048577"/>',
      '<col min="-1" max="1e9"/>',
      '<hyperlink ref="A1" r:id="rId99"/>',
      "<f t='shared' si='7'/>",
      '<dataValidation sqref=""/>',
      '<definedName name="_xlnm.Print_Area" localSheetId="0">#REF!</definedName>',
      '<tablePart r:id="rId9"/>',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.array(fc.tuple(fc.nat(9999), fc.nat(3), stranger), { minLength: 1, maxLength: 4 }),
        (path, changes) => {
          const pieces = strFromU8(strToU8(texts[path]!)).split(/(?=<)/);
          for (const [place, taken, put] of changes) pieces.splice(place % pieces.length, taken, put);
          return refusedOrRead(packed({ ...texts, [path]: pieces.join("") }));
        },
      ),
      { numRuns: 300 },
    );
  });
});
