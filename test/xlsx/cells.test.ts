import { readWorkbook } from "../../src/exchange/read";
import { readXlsx } from "../../src/xlsx/workbook";
import { book, type SheetXml } from "./book";

const DATES = '<cellXfs><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>';

/** What both readers make of one cell below another: its formula, its value; null where nothing stands. */
async function read(cell: string, rest: SheetXml = {}) {
  const bytes = book({ rows: `<row><c><v>77</v></c></row><row>${cell}</row>`, styles: DATES, ...rest });
  const [merge, open] = [await readWorkbook(bytes), await readXlsx(bytes, "YIZHI")];
  if (!merge.ok || !open.ok) throw new Error(JSON.stringify([merge, open]));
  const [sheet] = merge.value.sheets;
  const { values, formulas } = sheet!.grid;
  const one = open.value.workbook.sheets[0]!.cells[1]?.[0];
  expect(values[0]![0]).toBe(77);
  return {
    merged: values[1]?.[0] ?? "",
    formula: String(formulas[1]?.[0] ?? ""),
    uncalculated: sheet!.uncalculated.size > 0,
    error: sheet!.errors.size > 0,
    opened: one?.value ?? "",
    openedFormula: one?.formula,
  };
}

const EXTENSION = '<extLst><ext uri="x" xmlns:q="urn:q"><q:v>8</q:v><q:t>9</q:t></ext></extLst>';
const SPOKEN = '<rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/>';
const shared = (texts: string): SheetXml => ({ texts });
const S0 = '<c t="s"><v>0</v></c>';

describe("the text of a cell, however it is written", () => {
  test.each<[string, string, string, SheetXml?]>([
    ["text before parts", S0, "甲乙", shared("<si><t>甲</t><r><t>乙</t></r></si>")],
    ["text after parts", S0, "乙甲", shared("<si><r><t>乙</t></r><t>甲</t></si>")],
    ["parts with looks", S0, "甲 乙", shared("<si><r><rPr><b/></rPr><t>甲</t></r><r><t> 乙</t></r></si>")],
    [
      "a raised sign",
      S0,
      "48²",
      shared('<si><r><t>48</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r></si>'),
    ],
    ["how it is spoken", S0, "東京", shared(`<si><t>東京</t>${SPOKEN}</si>`)],
    ["character data and comments", S0, "a<b", shared("<si><t>a<!-- </si> --><![CDATA[<]]>b</t></si>")],
    ["signs as numbers", '<c t="&#115;"><v>&#48;</v></c>', "a\n&", shared("<si><t>a&#10;&amp;</t></si>")],
    ["one of its own", '<c t="inlineStr"><is><t>内</t></is></c>', "内"],
    ["one of its own, spoken", `<c t="inlineStr"><is><t>東京</t>${SPOKEN}</is></c>`, "東京"],
    [
      "one of its own, in parts, spoken",
      `<c t="inlineStr"><is><r><t>東</t></r><r><t>京</t></r>${SPOKEN}</is></c>`,
      "東京",
    ],
    ["one of its own without a type", "<c><is><t>内</t></is></c>", "内"],
    ["one of its own as a value", '<c t="inlineStr"><v>内</v></c>', "内"],
    ["one of its own with signs", '<c t="inlineStr"><is><t>&lt;b&gt; &amp;amp;</t></is></c>', "<b> &amp;"],
    ["a result without a formula", '<c t="str"><v>&amp;lt;</v></c>', "&lt;"],
    ["a text with an extension", `<c t="inlineStr"><is><t>内</t></is>${EXTENSION}</c>`, "内"],
    [
      "a shared text with an extension",
      `<c t="s"><v>0</v>${EXTENSION}</c>`,
      "甲",
      shared("<si><t>甲</t></si>"),
    ],
    ["digits", '<c t="inlineStr"><is><t>007</t></is></c>', "007"],
    ["none: an empty shared text", S0, "", shared("<si/>")],
    ["none: an empty text", S0, "", shared("<si><t/></si>")],
    ["none: an empty one of its own", '<c t="inlineStr"><is/></c>', ""],
    ["none: a shared text without a number", '<c t="s"><v></v></c>', "", shared("<si><t>甲</t></si>")],
  ])("%s", async (_, cell, text, rest = {}) => {
    expect(await read(cell, rest)).toEqual({
      merged: text,
      formula: text,
      uncalculated: false,
      error: false,
      opened: text,
      openedFormula: undefined,
    });
  });
});

describe("the value of a cell is what is written: what is no number is text, and none is cut short", () => {
  test.each<[string, string | number | boolean]>([
    ["<c><v>1.5E-3</v></c>", 0.0015],
    ["<c><v> -.5 </v></c>", -0.5],
    ["<c><v>+3</v></c>", 3],
    ["<c><v>&#49;</v></c>", 1],
    [`<c><v>5</v>${EXTENSION}</c>`, 5],
    ['<c t="x"><v>3</v></c>', 3],
    ["<c><v>1,234</v></c>", "1,234"],
    ["<c><v>12 万</v></c>", "12 万"],
    ["<c><v>NaN</v></c>", "NaN"],
    ["<c><v>INF</v></c>", "INF"],
    ["<c><v>1e999</v></c>", "1e999"],
    ["<c><v>0x10</v></c>", "0x10"],
    ["<c><v>abc</v></c>", "abc"],
    ['<c t="b"><v>1</v></c>', true],
    ['<c t="b"><v>TRUE</v></c>', true],
    ['<c t="b"><v>true</v></c>', true],
    ['<c t="b"><v>0</v></c>', false],
    ['<c t="b"><v>FALSE</v></c>', false],
    ['<c t="b"><v>是</v></c>', "是"],
    ['<c t="d" s="1"><v>2023-05-06</v></c>', 45052],
    ['<c t="d" s="1"><v>2023-05-06T12:00:00Z</v></c>', 45052.5],
    ['<c t="d"><v>2023-05-06T06:00:00.000</v></c>', 45052.25],
    ['<c t="d" s="1"><v>12:00:00</v></c>', 0.5],
    ['<c t="d"><v>T18:00</v></c>', 0.75],
    ['<c t="d"><v>五月六日</v></c>', "五月六日"],
    ['<c t="n"><v></v></c>', ""],
    ["<c><v/></c>", ""],
  ])("%s", async (cell, value) => {
    expect(await read(cell)).toMatchObject({
      merged: value,
      opened: value,
      uncalculated: false,
      error: false,
    });
  });

  test("days that are counted from 1904 stand as days from 1900", async () => {
    for (const on of ["1", "true"])
      for (const [cell, day] of [
        ['<c s="1"><v>43590</v></c>', 45052],
        ['<c t="d" s="1"><v>2023-05-06</v></c>', 45052],
        ["<c><v>100</v></c>", 100],
      ] as const)
        expect(await read(cell, { properties: `<workbookPr date1904="${on}"/>` })).toMatchObject({
          merged: day,
          opened: day,
        });
  });

  test("a look of which the file does not tell is none", async () => {
    expect(await read('<c s="1"><v>5</v></c>', { styles: undefined })).toMatchObject({
      merged: 5,
      opened: 5,
    });
  });
});

describe("a formula brings the result that is written", () => {
  test.each<[string, string | number | boolean, object?]>([
    ["<c><f>A1</f><v>5</v></c>", 5],
    ["<c><f>A1</f><v>1,234</v></c>", "1,234"],
    ['<c t="n"><f>A1</f><v>INF</v></c>', "INF"],
    ['<c t="b"><f>A1</f><v>TRUE</v></c>', true],
    ['<c t="str"><f>A1</f><v>a &amp;amp; b</v></c>', "a &amp; b"],
    ['<c t="str"><f>A1</f><v></v></c>', ""],
    ['<c t="str"><f>A1</f></c>', ""],
    ['<c t="inlineStr"><f>A1</f><is><t>算出</t></is></c>', "算出"],
    ['<c t="s"><f>A1</f><v>0</v></c>', "共用", shared("<si><t>共用</t></si>")],
    ['<c t="d"><f>A1</f><v>2023-05-06T12:00:00</v></c>', 45052.5],
    ['<c t="e"><f>A1</f><v>#DIV/0!</v></c>', "#DIV/0!", undefined],
  ])("%s", async (cell, value, rest = {}) => {
    expect(await read(cell, rest)).toMatchObject({
      merged: value,
      formula: "=A1",
      uncalculated: false,
      opened: value,
      openedFormula: "=A1",
    });
  });

  test.each(["<c><f>A1</f></c>", "<c><f>A1</f><v></v></c>"])("%s: none is told", async (cell) => {
    expect(await read(cell)).toMatchObject({ merged: "", formula: "=A1", uncalculated: true });
  });

  test("one that cells share keeps its texts and names of sheets", async () => {
    const rows =
      '<row><c r="A1"><v>1</v></c><c r="B1" t="str"><f t="shared" ref="B1:B2" si="0">A1&amp;"B1级"&amp;\'Q1 表\'!A1</f><v>x</v></c></row>' +
      '<row><c r="A2"><v>2</v></c><c r="B2" t="str"><f t="shared" si="0"/><v>y</v></c><c r="C2"><f t="shared" si="9"/><v>5</v></c></row>';
    const result = await readWorkbook(book({ rows }));
    expect(result.ok && result.value.sheets[0]!.grid).toMatchObject({
      formulas: [
        [1, "=A1&\"B1级\"&'Q1 表'!A1", ""],
        [2, "=A2&\"B1级\"&'Q1 表'!A2", 5],
      ],
      values: [
        [1, "x", ""],
        [2, "y", 5],
      ],
    });
  });
});
