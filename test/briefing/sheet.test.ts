import { builtInPlan as plan } from "../../src/plan/built-in";
import { indicatorsOf } from "../../src/plan";
import { type Cell, widthInPoints, type SheetLayout } from "../../src/grid";
import { annexSheets, type Briefing, briefingOf, briefingSheet } from "../../src/briefing";
import { HANDS, inPoints, linesIn, PAPER } from "../../src/briefing/paper";
import { summaryWith } from "../summary/held";

const POINTS_PER_MM = 72 / 25.4;

/** So many indicators lag, some with a reason. */
function briefing(lagging: number): Briefing {
  const growing = indicatorsOf(plan).filter(
    ({ code }) => code !== "YL03" && !["YL16", "TY07", "TY09"].includes(code),
  );
  const form = Object.fromEntries(
    growing
      .slice(0, lagging)
      .map(({ code }, i) => [code, { 本期值: 0, 情况说明: i % 2 ? "" : '资金没有到位，"两个"项目尚未开工' }]),
  );
  return briefingOf(summaryWith({ period: "2023年", form }, plan), { vocabulary: "schedule", changes: [] });
}

const total = (layout: SheetLayout): number =>
  layout.rowHeights.reduce((sum, { height, rows }) => sum + (height ?? NaN) * rows, 0);
const shown = (cell: Cell | null): string =>
  cell !== null && typeof cell === "object" ? String(cell.result) : String(cell ?? "");

test.each([
  [0, 1],
  [1, 1],
  [15, 1],
  [16, undefined],
  [25, undefined],
])("with %i lagging indicators it is made to fit on %s page", (lagging, pages) =>
  expect(briefingSheet(briefing(lagging)).print.pages).toBe(pages),
);

test("by the standard's measures: margins, width, and where it fits on a page its writing", () => {
  const layout = briefingSheet(briefing(1));
  expect(layout.print).toMatchObject({
    orientation: "portrait",
    margins: { top: 3.7, left: 2.8, right: 2.6, bottom: 3.5 },
  });
  const width = layout.columnWidths.reduce((sum, one) => sum + widthInPoints(one), 0);
  expect(Math.abs(width - 156 * POINTS_PER_MM)).toBeLessThan(1);
  const long = briefingSheet(briefing(20));
  expect(long.styles.map(({ style }) => style.font?.size)).toEqual(expect.arrayContaining([22, 16, 9]));
});

test("fifteen lagging indicators fit on the page without the printer making it much smaller", () =>
  expect(total(briefingSheet(briefing(15)))).toBeLessThan(225 * POINTS_PER_MM * 1.25));

test("a figure leads to its cell, in a formula that Excel takes", () => {
  const made = briefing(15);
  for (const layout of [briefingSheet(made), ...annexSheets(made)])
    for (const cell of layout.cells.flat())
      if (cell !== null && typeof cell === "object") {
        expect(cell.formula).toMatch(/^=HYPERLINK\("#'指标填报'!H\d+","[^"]+"\)$/);
        expect(cell.formula.length).toBeLessThan(255);
      }
  const links = briefingSheet(made)
    .cells.flat()
    .filter((cell) => cell !== null && typeof cell === "object");
  expect(links).toHaveLength(15);
});

test("only what the office must write is open to be written in", () => {
  const layout = briefingSheet(briefing(2));
  const open = layout.styles.filter(({ style }) => style.locked === false).flatMap(({ areas }) => areas);
  const texts = open.map(({ row, column }) => shown(layout.cells[row]![column]!).trim());
  expect(texts).toEqual(["", "（一）", "（二）", "（三）", "发文单位：", "印发日期："]);
});

test.each([
  ["with everything", briefing(16)],
  ["with nothing filled in", briefing(0)],
])("every row has its cells, its height and a style, %s", (_, made) => {
  for (const { cells, columnWidths, rowHeights, styles, numberFormats } of [
    briefingSheet(made),
    ...annexSheets(made),
  ]) {
    expect(cells.every((row) => row.length === columnWidths.length)).toBe(true);
    expect(numberFormats).toHaveLength(cells.length);
    expect(rowHeights.map(({ row }) => row)).toEqual(cells.map((__, row) => row));
    const styled = new Set(styles.flatMap(({ areas }) => areas.map(({ row }) => row)));
    expect(styled.size).toBe(cells.length);
    // Excel's rows go no higher
    expect(Math.max(...rowHeights.map(({ height }) => height!))).toBeLessThanOrEqual(409);
  }
});

test("what a table says in digits is a number, shown as it is said: no text that looks like one", () => {
  for (const layout of [briefingSheet(briefing(15)), ...annexSheets(briefing(15))])
    for (const cell of layout.cells.flat()) expect(String(cell)).not.toMatch(/^-?\d+(\.\d+)?%$/);
  const layout = briefingSheet(briefing(15));
  const numbers = layout.cells.flatMap((row, r) =>
    row.flatMap((cell, c) => (typeof cell === "number" ? [[cell, layout.numberFormats[r]![c]]] : [])),
  );
  expect(numbers).toEqual(
    expect.arrayContaining([
      [1, "0"],
      [1, "0%"],
    ]),
  );
});

const NOTE =
  "　　注1：达到目标的为已达标，不落后于序时进度的为达到序时，落后不到10个百分点的为基本达到，落后10至30个百分点的为滞后，落后超过30个百分点或劣于基期的为严重滞后；保持型指标按与目标的差距评价。";

// two lines and a little where no digit and no mark takes room of its own
test.each([
  [9, 3],
  [10.5, 3],
  [12, 3],
  [16, 4],
])("a note of %s points has room for its %s lines", (size, lines) =>
  expect(linesIn(NOTE, inPoints(PAPER.bodyWidth), { ...HANDS.note, size })).toBe(lines),
);
