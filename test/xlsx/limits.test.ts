import { type OpenedXlsx, openXlsx, type OpenOptions } from "../../src/xlsx";
import { book } from "./book";

const many = (count: number, one: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => one(i + 1)).join("");
const row = (r: number, cells = `<c><v>${r}</v></c>`): string => `<row r="${r}">${cells}</row>`;
const LITTLE = row(1);

const seen = ({ workbook, sheets }: OpenedXlsx) => {
  const [sheet] = workbook.worksheets;
  const { merges, beyond } = sheets[0]!;
  return { rows: sheet!.rowCount, columns: sheet!.columnCount, merges: merges.length, beyond };
};
async function opened(bytes: Uint8Array, options?: OpenOptions) {
  const read = await openXlsx(bytes, seen, options);
  return read.ok ? read.value : read.issue;
}

describe("what is beyond the rows and columns that are read never reaches the library, and is told", () => {
  const read = { rows: 3, columns: 2 };
  test.each<[string, string, object]>([
    ["as much as is read", row(1) + row(3, '<c r="B3"><v>1</v></c>'), { rows: 3, columns: 2, beyond: false }],
    ["rows below", row(1) + row(4), { rows: 1, beyond: true }],
    ["blank rows below", row(1) + row(4, '<c r="A4" s="0"/>'), { rows: 1, beyond: false }],
    ["the last cell of all", row(1048576, '<c r="XFD1048576"><v>1</v></c>'), { rows: 0, beyond: true }],
    ["a column beyond", row(1, '<c r="A1"><v>1</v></c><c r="C1"><v>1</v></c>'), { columns: 1, beyond: true }],
    ["a blank column beyond", row(1, '<c r="A1"><v>1</v></c><c r="C1"/>'), { columns: 1, beyond: false }],
  ])("%s", async (_, rows, expected) => {
    expect(await opened(book({ rows }), { most: read })).toMatchObject(expected);
  });

  test("what stands below the rows that are cut off is still read", async () => {
    const bytes = book({ rows: many(9, row), tail: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>' });
    expect(await opened(bytes, { most: read })).toEqual({ rows: 3, columns: 1, merges: 1, beyond: true });
  });
});

describe("more than is read is refused before anything is parsed", () => {
  const merge = (i: number): string => `<mergeCell ref="A${2 * i}:B${2 * i + 1}"/>`;
  test.each<[string, Uint8Array, object]>([
    [
      "cells",
      book({ rows: many(2000, (r) => row(r, "<c/>".repeat(260))) }),
      { what: "cells", limit: 500_000 },
    ],
    [
      "merges",
      book({ rows: LITTLE, tail: `<mergeCells>${many(50_000, merge)}</mergeCells>` }),
      { what: "merges", sheet: "表", limit: 10_000 },
    ],
    [
      "areas of one rule",
      book({
        rows: LITTLE,
        tail: `<dataValidations><dataValidation type="list" sqref="${many(60_000, (i) => `A${i} `)}"/></dataValidations>`,
      }),
      { what: "setup" },
    ],
    [
      "rules",
      book({
        rows: LITTLE,
        tail: many(
          60_000,
          (i) =>
            `<conditionalFormatting sqref="A${i}"><cfRule type="expression" priority="${i}"><formula>1</formula></cfRule></conditionalFormatting>`,
        ),
      }),
      { what: "setup" },
    ],
  ])("%s", async (_, bytes, expected) => {
    const all = { most: { columns: 16_384 } };
    expect(await opened(bytes, all)).toMatchObject({ code: "too-much", ...expected });
  });

  test("the caller says how much", async () => {
    const bytes = book({ rows: many(4, row), tail: `<mergeCells>${many(4, merge)}</mergeCells>` });
    expect(await opened(bytes, { most: { cells: 3 } })).toMatchObject({ what: "cells", limit: 3 });
    expect(await opened(bytes, { most: { merges: 3 } })).toMatchObject({ what: "merges", limit: 3 });
    expect(await opened(bytes, { most: { cells: 4, merges: 4 } })).toMatchObject({ rows: 4, merges: 4 });
  });
});

describe("areas over a whole sheet cost no more than what stands in them", () => {
  test.each([
    ["a merge", { tail: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' }],
    ["columns", { head: '<cols><col min="1" max="2000000000" width="9"/></cols>' }],
    [
      "a rule",
      {
        tail: '<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>',
      },
    ],
  ])("%s", async (_, parts) => {
    const before = process.memoryUsage().heapUsed;
    expect(await opened(book({ rows: LITTLE, ...parts }))).toMatchObject({ rows: 1, columns: 1 });
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(100e6);
  });

  test("of cells under a merge only the first shows; of two merges that overlap one stays", async () => {
    const cells = (r: number): string => row(r, "<c><v>1</v></c><c><v>2</v></c><c><v>3</v></c>");
    const tail =
      '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/><mergeCell ref="C9"/><mergeCell ref="C3:A1"/></mergeCells>';
    const read = await openXlsx(book({ rows: many(3, cells), tail }), ({ workbook, sheets }) => [
      sheets[0]!.merges,
      workbook.worksheets[0]!.getSheetValues()
        .slice(1)
        .map((values) => (values as unknown[]).slice(1)),
    ]);
    expect(read).toEqual({
      ok: true,
      value: [
        ["A1:B2"],
        [
          [1, undefined, 3],
          [undefined, undefined, 3],
          [1, 2, 3],
        ],
      ],
    });
  });
});

test("elements without end are no sheet", async () => {
  expect(await opened(book({ rows: "<a>".repeat(100_000) }))).toEqual({ code: "sheet-lost", sheet: "表" });
});
