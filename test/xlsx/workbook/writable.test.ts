import type { CellContent } from "../../../src/workbench/engine/engine";
import { exportFault, exportNotes, isFormula } from "../../../src/xlsx/workbook/writable";
import { writeXlsx } from "../../../src/xlsx/workbook";
import { made, opened, part } from "./made";

async function bookOf(content: CellContent, name = "表") {
  const { workbook } = await opened(made({ rows: `<row r="1"><c r="A1"><v>1</v></c></row>` }));
  const [sheet] = workbook.sheets;
  return { ...workbook, sheets: [{ ...sheet!, name, cells: [[content]] }] };
}

test.each([
  ["=1+", false],
  ["=SUM(", false],
  ['="a', false],
  ["==1", false],
  ["=SUM(A1,)+@B1:B2%", true],
  ["=LET(x,A1#,x)", true],
  ["=[1]!函数(1)", true],
  ["=表!#REF!", true],
])("whether %s is a formula: %s", (formula, expected) => {
  expect(isFormula(formula)).toBe(expected);
});

test.each<[CellContent, string, string | undefined]>([
  [{ value: "#NAME?", formula: "=1+", error: true }, "<t>=1+</t>", "不完整的公式 1 个（存为文字）"],
  [{ value: Infinity }, '<c r="A1" s="1" t="e"><v>#NUM!</v></c>', "大得存不下的数 1 个（存为 #NUM!）"],
  [{ value: "#N/A", error: true }, 't="e"><v>#N/A</v>', undefined],
  [{ value: Infinity, formula: "=1" }, "<f>1</f><v>#NUM!</v>", undefined],
])("%j makes a file that Excel takes: %s", async (content, xml, note) => {
  const book = await bookOf(content);
  const bytes = await writeXlsx(book, "YIZHI");
  const strings = content.formula === "=1+" ? part(bytes, "xl/sharedStrings.xml") : "";
  expect(part(bytes, "xl/worksheets/sheet1.xml") + strings).toContain(xml);
  expect(exportNotes(book)).toEqual(note ? [note] : []);
});

test.each([
  ["History", "工作表“History”的名称是 Excel 留作他用的，请改名"],
  ["字".repeat(35), `工作表“${"字".repeat(35)}”的名称超过 31 个字，请改名`],
  ["'引", "工作表“'引”的名称以单引号开头或结尾，请改名"],
  ["a/b", "工作表“a/b”的名称里有 * ? : \\ / [ ] 之一，请改名"],
])("a sheet called %s cannot be exported, and that is said", async (name, sentence) => {
  await expect(writeXlsx(await bookOf({ value: 1 }, name), "YIZHI")).rejects.toThrow(sentence);
});

test("a text that no cell of a file holds is not cut", async () => {
  const book = await bookOf({ value: "字".repeat(32_768) });
  expect(exportFault(book)).toBe(
    "“表”的 A1 文字有 32768 个字，超过一个单元格的上限 32767 个，请缩短或分放在几个单元格里",
  );
  expect(exportFault(await bookOf({ value: "字".repeat(32_767) }))).toBeUndefined();
});
