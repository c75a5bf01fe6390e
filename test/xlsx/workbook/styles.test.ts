import type { CellStyle } from "../../../src/workbench/engine/engine";
import { fromUniver, toUniver } from "../../../src/workbench/univer/styles";
import { fromXlsxStyle } from "../../../src/xlsx/workbook/styles";
import { toXlsxStyle } from "../../../src/xlsx/write/looks";

const STYLE: CellStyle = {
  locked: false,
  numberFormat: "0.0%",
  fill: "#FFFBE6",
  fontName: "微软雅黑",
  fontSize: 10,
  fontColor: "#1F2937",
  bold: true,
  italic: true,
  underline: true,
  strikethrough: true,
  horizontal: "Center",
  vertical: "Top",
  wrap: true,
  borders: { top: { style: "Continuous", color: "#BFC5CE" } },
};

test("every part of a look passes through a file and through the engine", () => {
  expect(fromXlsxStyle(toXlsxStyle(STYLE))).toEqual(STYLE);
  expect(fromUniver(toUniver(STYLE), false)).toEqual(STYLE);
});

test("a colour of the theme is read as Excel's default theme has it", () => {
  const font = { color: { theme: 4 } } as Parameters<typeof fromXlsxStyle>[0]["font"];
  expect(fromXlsxStyle({ font }).fontColor).toBe("#4472C4");
});
