import { createHeadlessEngine } from "../../../src/workbench/univer/headless";
import { restore } from "../../../src/workbench/engine/restore";
import { takeSnapshot } from "../../../src/workbench/engine/snapshot";
import { isArrayFormula, withoutSingles, withSingles } from "../../../src/xlsx/workbook/arrays";
import { fromFileFormula } from "../../../src/xlsx/workbook/formulas";
import { writeXlsx } from "../../../src/xlsx/workbook";
import { made, opened, part } from "./made";

const NAMES = new Set(["区"]);

test.each([
  ["E1:E5", "@E1:E5"],
  ["E1:E5*2", "@E1:E5*2"],
  ["(E:E)", "(@E:E)"],
  ["-E1:E5%", "-@E1:E5%"],
  ["'甲 表'!$E$1:$E$5&\"E1:E5\"", "@'甲 表'!$E$1:$E$5&\"E1:E5\""],
  ["SUM(A1:A5*B1:B5)", "SUM(@A1:A5*@B1:B5)"],
  ["SUM(IF(A1:A5>1,B1:B5))", "SUM(IF(@A1:A5>1,B1:B5))"],
  ["IF(A1>1,B1:B5,0)", "IF(A1>1,@B1:B5,0)"],
  ["VLOOKUP(A:A,D:E,2,0)", "VLOOKUP(@A:A,D:E,2,0)"],
  ["COUNTIF(A:A,A:A)", "COUNTIF(A:A,@A:A)"],
  ["SUMIFS(C:C,A:A,A:A,B:B,B:B)", "SUMIFS(C:C,A:A,@A:A,B:B,@B:B)"],
  ["LEN(区)+SUM(区)", "LEN(@区)+SUM(区)"],
])("%s of the old kind takes one cell of a range: %s", (old, singles) => {
  expect(withSingles(old, NAMES)).toBe(singles);
  expect(withoutSingles(singles)).toBe(old);
  expect(isArrayFormula(singles)).toBe(false);
});

test.each([
  "SUM(A1:A9)+C1*D1",
  "SUMPRODUCT((A1:A9>1)*LEN(B1:B9))",
  "LOOKUP(2,1/(A1:A9=1),B1:B9)",
  "A1+B1:B1",
  "SUM(A1:A9 A3:C3)",
  "INDEX(A:A,2):B5",
  "IF(SUM(A1:A9)>0,{1,2},3)",
  "YIZHI.GAP(A1:A9)",
])("%s takes its ranges whole", (formula) => {
  expect(withSingles(formula, NAMES)).toBe(formula);
});

test("beside a range that is taken whole, one of which a cell is taken is marked", () => {
  expect(withoutSingles("E1:E5*@F1:F5")).toBe("E1:E5*_xlfn.SINGLE(F1:F5)");
  expect(fromFileFormula("E1:E5*_xlfn.SINGLE(F1:F5)", "YIZHI")).toBe("=E1:E5*@F1:F5");
});

const number = (address: string, value: number): string => `<c r="${address}"><v>${value}</v></c>`;
const lines = [1, 2, 3, 4, 5].map((n) => number(`E${n}`, n) + number(`F${n}`, n * 10));
const ROWS = lines
  .map((line, i) => {
    const formulas = `<c r="H2"><f>E1:E5*2</f><v>4</v></c><c r="I2"><f>SUM(E1:E5*F1:F5)</f><v>40</v></c><c r="J2"><f>区</f><v>2</v></c><c r="K2" cm="1"><f t="array" ref="K2:K4">_xlfn._xlws.SORT(E1:E3)</f><v>1</v></c><c r="L2"><f t="array" ref="L2">SUM(E1:E5*F1:F5)</f><v>550</v></c>`;
    const more = ["", formulas, number("K3", 2), number("K4", 3), ""][i];
    return `<row r="${i + 1}">${line}${more}</row>`;
  })
  .join("");

test("an old formula keeps its value and its kind in the workbench and in its file; newer ones go on spilling", async () => {
  const names = `<definedNames><definedName name="区">表!$E$1:$E$5</definedName></definedNames>`;
  const { workbook, leftOut } = await opened(made({ rows: ROWS, names }));
  expect(leftOut).toEqual([]);
  const engine = createHeadlessEngine();
  restore(engine, takeSnapshot(engine), workbook);
  await engine.settled();
  const shown = takeSnapshot(engine);
  const cells = shown.sheets[0]!.cells.slice(0, 4).map((line) =>
    line.slice(7, 12).map((cell) => cell?.value),
  );
  expect(cells[1]).toEqual([4, 40, 2, 1, 550]);
  expect(cells[2]!.slice(0, 3)).toEqual([undefined, undefined, undefined]);
  const bytes = await writeXlsx(shown, "YIZHI");
  const xml = part(bytes, "xl/worksheets/sheet1.xml");
  expect(xml).toContain("<f>E1:E5*2</f>");
  expect(xml).toContain("<f>SUM(E1:E5*F1:F5)</f>");
  expect(xml).toContain("<f>区</f>");
  expect(xml).toMatch(/<c [^>]*cm="1"[^>]*><f t="array" ref="K2:K4"/);
  expect(part(bytes, "xl/metadata.xml")).toContain("fDynamic");
  expect(part(bytes, "[Content_Types].xml")).toContain("/xl/metadata.xml");
  expect((await opened(bytes)).workbook.sheets[0]!.cells).toEqual(shown.sheets[0]!.cells);
});
