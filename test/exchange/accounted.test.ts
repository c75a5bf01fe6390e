import type { CellValue } from "@cj-tech-master/excelts";
import fc from "fast-check";
import { type Incoming, tellFile } from "../../src/exchange";
import { isBlank } from "../../src/text";
import { FORM_SHEET, TASKS_SHEET } from "../../src/sheets";
import { filled, incoming, returned } from "./files";

const BUREAU = "市民政局";

const VALUES: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom<CellValue[]>(
    48,
    -3,
    0.95,
    "９５％",
    "2万",
    "约55",
    "见附件",
    "推进中",
    "已完工",
    " ",
    "\u200b",
    true,
    new Date(Date.UTC(2023, 4, 31)),
    { error: "#N/A" },
    { formula: "40+8", result: 48 },
    { formula: 'IF(1=1,"","x")', result: "" },
    { formula: "1+1" },
    { richText: [{ text: "6" }, { text: "1", font: { vertAlign: "superscript" } }] },
  ),
  fc.integer({ min: -10, max: 5000 }),
  fc.string({ minLength: 1, maxLength: 8 }).filter((text) => !/[\u0000-\u001f]/.test(text)),
);

/** Cells of the sheets as handed out, and beside and below them; not the cells that say whose file it is. */
const PLACES = fc.record({
  sheet: fc.constantFrom(FORM_SHEET, TASKS_SHEET, "附表"),
  row: fc.integer({ min: 1, max: 50 }),
  column: fc.integer({ min: 1, max: 18 }),
});

const isSeen = (value: CellValue): boolean =>
  !(typeof value === "object" && value !== null && "formula" in value && value.result === "") &&
  !isBlank(value);

/** Everything that is said about a file, or offered of it. */
const said = (read: Incoming): string =>
  [
    ...read.entries.map(({ address }) => ` ${address} `),
    ...tellFile(read).remarks,
    ...tellFile(read).findings,
    tellFile(read).signed,
  ].join("\n");

test("nothing that a bureau types is neither offered, held back, told nor what stood there", async () => {
  await fc.assert(
    fc.asyncProperty(PLACES, VALUES, async ({ sheet: name, row, column }, value) => {
      let [was, covered, typed]: [CellValue, boolean, boolean] = [null, false, false];
      const bytes = await returned(BUREAU, (workbook) => {
        const sheet = workbook.getWorksheet(name) ?? workbook.addWorksheet(name);
        const cell = sheet.getRow(row).getCell(column);
        covered = cell.isMerged && cell.master !== cell;
        if (covered) return;
        was = cell.value;
        cell.value = value;
        typed = true;
      });
      const read = await incoming("a.xlsx", bytes);
      const address = `${String.fromCharCode(64 + column)}${row}`;
      fc.pre(typed && (isSeen(value) || isSeen(was)));
      // what stood there is ours: writing the same again, or nothing over nothing, is no change
      if (JSON.stringify(was) === JSON.stringify(value)) return;
      const words = said(read);
      const whole = read.refused || /缺少|表头“|找不到/.test(words);
      const signature = words.includes("表头、表尾填有");
      if (!whole && !signature && isSeen(value)) expect(words).toMatch(new RegExp(`\\b${address}\\b|附表`));
    }),
    { numRuns: 60 },
  );
});

test("an untouched and an ordinarily filled file have nothing to remark", async () => {
  for (const bytes of [await filled(BUREAU, {}), await filled(BUREAU, { YL07: 48 }, { 3: "推进中" })])
    expect((await incoming("a.xlsx", bytes)).issues).toEqual([]);
});
