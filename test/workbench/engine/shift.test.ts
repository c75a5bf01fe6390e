import fc from "fast-check";
import {
  type Area,
  type Axis,
  type CellContent,
  type ChartState,
  MAX_COLUMNS,
  MAX_ROWS,
  type SheetState,
} from "../../../src/workbench/engine/engine";
import {
  cutsMerge,
  moveArea,
  moveChart,
  moveFormula,
  moveState,
  type Shift,
  shifted,
} from "../../../src/workbench/engine/shift";
import { BLANK, type SheetSnapshot, type WorkbookSnapshot } from "../../../src/workbench/engine/snapshot";
import { formatArea, parseArea } from "../../../src/workbench/host/address";

const WAYS: Record<string, Pick<Shift, "kind" | "moved">> = {
  Down: { kind: "inserted", moved: "rows" },
  Right: { kind: "inserted", moved: "columns" },
  Up: { kind: "deleted", moved: "rows" },
  Left: { kind: "deleted", moved: "columns" },
};

/** Such as `insert 3:4 Down`. */
function shiftOf(text: string): Shift {
  const [, address, way] = text.split(" ") as [string, string, string];
  return { ...WAYS[way]!, area: parseArea(address) };
}

const addressOf = (area: Area | null): string | null => area && formatArea(area);

test.each<[area: string, shift: string, after: string | null]>([
  ["B3", "insert 3:3 Down", "B4"],
  ["B3", "insert 4:4 Down", "B3"],
  ["B3:B5", "insert 5:6 Down", "B3:B7"],
  ["B3:B5", "insert 6:6 Down", "B3:B5"],
  ["B3:D5", "insert C:C Right", "B3:E5"],
  ["B3:D5", "insert C1:C9 Right", "B3:E5"],
  ["B3:D5", "insert C1:C4 Right", "B3:D5"],
  ["B3:D5", "insert B1:D2 Down", "B5:D7"],
  ["B3:D5", "insert B1:C2 Down", "B3:D5"],
  ["C:E", "insert 2:2 Down", "C:E"],
  ["C:E", "insert D:D Right", "C:F"],
  ["3:5", "delete 4:4 Up", "3:4"],
  ["B3", "delete 3:3 Up", null],
  ["B3:B5", "delete 1:3 Up", "B1:B2"],
  ["B3:B5", "delete 5:9 Up", "B3:B4"],
  ["B3:B5", "delete 2:6 Up", null],
  ["B3:B5", "delete B3:B4 Up", "B3"],
  ["B3:C5", "delete B3:B4 Up", "B3:C5"],
  ["XFC1:XFD1", "insert A:A Right", "XFD1"],
])("%s is after %s %s", (area, shift, after) => {
  expect(addressOf(moveArea(parseArea(area), shiftOf(shift)))).toBe(after);
});

test.each<[formula: string, shift: string, after: string]>([
  ["=B3+$B$3+Sheet1!B3+甲!B3", "insert 1:2 Down", "=B5+$B$5+Sheet1!B5+甲!B3"],
  ['=SUM(B3:B5)&"B3"', "delete 3:3 Up", '=SUM(B3:B4)&"B3"'],
  ["=SUM($B:$C,sheet1!B:C)", "delete B:C Left", "=SUM(#REF!,sheet1!#REF!)"],
])("%s reads after %s %s", (formula, shift, after) => {
  expect(moveFormula(formula, shiftOf(shift), "Sheet1", true)).toBe(after);
});

test.each<[merge: string, shift: string, cut: boolean]>([
  ["B3:D5", "insert C1 Down", true],
  ["B3:D5", "insert C6 Down", false],
  ["B3:D5", "insert A4 Right", true],
  ["B3:D5", "insert B1:D1 Down", false],
  ["B3:D5", "delete C3:D5 Left", false],
  ["B3:D5", "delete A1:C2 Up", true],
  ["B3:D5", "delete 4:4 Up", false],
])("a merge of %s, %s: cut is %s", (merge, shift, cut) => {
  expect(cutsMerge([parseArea(merge)], shiftOf(shift))).toBe(cut);
});

const state = (part: Partial<SheetState>): SheetState => ({ ...BLANK.state, ...part });

test.each<[what: string, before: Partial<SheetState>, shift: string, after: Partial<SheetState>]>([
  ["a merge of one cell", { merges: [parseArea("B3:B4")] }, "delete 4:4 Up", { merges: [] }],
  [
    "several print areas",
    { page: { printArea: "A1:B9,D1:E9", paperSize: "A4" } },
    "delete A:B Left",
    { page: { printArea: "B1:C9", paperSize: "A4" } },
  ],
  ["no print area", { page: { printArea: "B1:B9" } }, "delete B:B Left", { page: {} }],
  ["frozen rows and cells", { frozenRows: 3 }, "insert A2:C2 Down", { frozenRows: 3 }],
  ["frozen rows that go", { frozenRows: 3 }, "delete 1:9 Up", { frozenRows: 0 }],
  [
    "hidden rows and columns",
    { hidden: [parseArea("3:4"), parseArea("C:C")] },
    "insert 4:4 Down",
    { hidden: [parseArea("3:5"), parseArea("C:C")] },
  ],
  [
    "a highlight whose first cell goes",
    { highlights: [{ id: "a", areas: [parseArea("A5:C9")], formula: "=$B5>B$1" }] },
    "delete A:A Left",
    { highlights: [{ id: "a", areas: [parseArea("A5:B9")], formula: "=$A5>B$1" }] },
  ],
])("%s", (_what, before, shift, after) => {
  expect(moveState(state(before), shiftOf(shift), "Sheet1")).toEqual(state(after));
});

/** A chart of A2:C5, with names above and left of its numbers, over E2:H9. */
const chart = (part: Partial<ChartState> = {}): ChartState => ({
  id: "c",
  name: "看板",
  type: "BarStacked",
  source: parseArea("A2:C5"),
  series: [{ values: parseArea("B3:B5") }, { values: parseArea("C3:C5"), color: "#FF0000" }],
  position: parseArea("E2:H9"),
  ...part,
});
const second = { values: parseArea("C3:C5"), color: "#FF0000" };

test.each<[what: string, shift: string, after: Partial<ChartState>]>([
  [
    "moves with whole rows",
    "insert 1:2 Down",
    {
      source: parseArea("A4:C7"),
      series: [{ values: parseArea("B5:B7") }, { ...second, values: parseArea("C5:C7") }],
      position: parseArea("E4:H11"),
    },
  ],
  [
    "draws rows that come among the others",
    "insert 4:4 Down",
    {
      source: parseArea("A2:C6"),
      series: [{ values: parseArea("B3:B6") }, { ...second, values: parseArea("C3:C6") }],
      position: parseArea("E2:H10"),
    },
  ],
  [
    "loses the series of a column that goes",
    "delete B:B Left",
    {
      source: parseArea("A2:B5"),
      series: [{ ...second, values: parseArea("B3:B5") }],
      position: parseArea("D2:G9"),
    },
  ],
  [
    "loses its names with their row",
    "delete 2:2 Up",
    {
      source: parseArea("A2:C4"),
      series: [{ values: parseArea("B2:B4") }, { ...second, values: parseArea("C2:C4") }],
      position: parseArea("E2:H8"),
    },
  ],
  [
    "is empty, and as small as can be, where everything goes",
    "delete 1:20 Up",
    { source: parseArea("A1:C1"), series: [], position: parseArea("E1:H1") },
  ],
  ["stays where only a part of its table moves", "insert B2 Down", {}],
  ["moves with cells that its place lies among", "insert E1:H1 Down", { position: parseArea("E3:H10") }],
])("a chart %s: %s", (_what, shift, after) => {
  expect(moveChart(chart(), shiftOf(shift))).toEqual(chart(after));
});

const [ROWS, COLUMNS] = [8, 6];
const USUAL_WIDTH = 48;

const cellAddress = fc
  .record({ row: fc.nat(ROWS - 1), column: fc.nat(COLUMNS - 1) })
  .map((cell) => formatArea({ ...cell, rows: 1, columns: 1 }));
const block: fc.Arbitrary<Area> = fc
  .record({ row: fc.nat(ROWS - 1), column: fc.nat(COLUMNS - 1), rows: fc.nat(2), columns: fc.nat(2) })
  .map((area) => ({ ...area, rows: area.rows + 1, columns: area.columns + 1 }));
const lines: fc.Arbitrary<Area> = fc
  .record({ area: block, axis: fc.constantFrom<Axis>("rows", "columns") })
  .map(({ area, axis }) =>
    axis === "rows" ? { ...area, column: 0, columns: MAX_COLUMNS } : { ...area, row: 0, rows: MAX_ROWS },
  );
const formula = fc.oneof(
  cellAddress.map((at) => `=${at}*2`),
  block.map((area) => `=SUM(${formatArea(area)},甲!$A$1)`),
  lines.map((area) => `=SUM(Sheet1!${formatArea(area)})`),
);
const content: fc.Arbitrary<CellContent | null> = fc.oneof(
  fc.constant(null),
  fc.record({ value: fc.nat(99) }),
  formula.map((text) => ({ value: 0, formula: text })),
);
const rule = fc.record({ areas: fc.array(block, { minLength: 1, maxLength: 2 }), formula });

const table = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T[][]> =>
  fc.array(fc.array(of, { minLength: COLUMNS, maxLength: COLUMNS }), { minLength: ROWS, maxLength: ROWS });
const sizes = (count: number, of: fc.Arbitrary<number>) =>
  fc.array(of, { minLength: count, maxLength: count });

const sheet: fc.Arbitrary<SheetSnapshot> = fc
  .record({
    cells: table(content),
    styles: table(fc.nat(2)),
    columnWidths: sizes(COLUMNS, fc.constantFrom(48, 90)),
    rowHeights: sizes(ROWS, fc.constantFrom(15, 30)),
    rules: fc.array(rule, { maxLength: 2 }),
    merge: block.filter(({ rows, columns }) => rows * columns > 1),
    frozenRows: fc.nat(3),
    printArea: block.map(formatArea),
    place: block,
    drawn: block,
  })
  .map(({ rules, merge, frozenRows, printArea, place, drawn, ...rest }) => ({
    ...{ id: "s", name: "Sheet1", looks: [{}, { bold: true }, { fill: "#FF0000" }], ...rest },
    state: state({
      highlights: rules.map((one, i) => ({ ...one, id: String(i) })),
      validations: rules.map(({ areas, formula: formula1 }) => ({ areas, type: "list", formula1 })),
      charts: [chart({ source: drawn, series: [{ values: drawn }], position: place })],
      ...{ merges: [merge], frozenRows, page: { printArea } },
    }),
  }));
const book: fc.Arbitrary<WorkbookSnapshot> = fc
  .record({ one: sheet, other: sheet, name: lines })
  .map(({ one, other, name }) => ({
    sheets: [one, { ...other, id: "t", name: "甲" }],
    names: [["N", `=Sheet1!${formatArea(name)}`]],
    ...{ active: "s", selection: parseArea("A1") },
  }));

const cellsIn = (areas: Area[]): string[] =>
  areas
    .flatMap(({ row, column, rows, columns }) =>
      Array.from(
        { length: rows * columns },
        (_, i) => `${row + Math.floor(i / columns)},${column + (i % columns)}`,
      ),
    )
    .sort();

/** Areas by their cells, for cutting changes the number of areas; blank lines at the end are dropped. */
function plain(workbook: WorkbookSnapshot): unknown {
  const trimmed = <T>(rows: T[][], none: T): string =>
    JSON.stringify(
      rows.map((row) => JSON.stringify(row).replace(new RegExp(`(,?${String(none)})+]$`), "]")),
    ).replace(/(,?"\[]")+]$/, "]");
  return workbook.sheets.map(({ cells, styles, state: { highlights, validations, ...rest }, ...others }) => ({
    ...{ ...others, ...rest, names: workbook.names },
    ...{ cells: trimmed(cells, null), styles: trimmed(styles, -1 as number) },
    rules: [...highlights, ...validations].map((one) => ({ ...one, areas: cellsIn(one.areas) })),
  }));
}

test("what is inserted and deleted again leaves the workbook as it was", () => {
  fc.assert(
    fc.property(
      book,
      fc.oneof(block, lines),
      fc.constantFrom<Axis>("rows", "columns"),
      (before, area, axis) => {
        const moved = area.columns === MAX_COLUMNS ? "rows" : area.rows === MAX_ROWS ? "columns" : axis;
        fc.pre(!cutsMerge(before.sheets[0]!.state.merges, { kind: "inserted", area, moved }));
        const there = shifted(before, "s", { kind: "inserted", area, moved }, USUAL_WIDTH);
        const back = shifted(there, "s", { kind: "deleted", area, moved }, USUAL_WIDTH);
        expect(plain(trimSizes(back, before))).toEqual(plain(before));
      },
    ),
  );
});

/** Sizes beyond those that were known are the usual ones. */
const trimSizes = (book: WorkbookSnapshot, like: WorkbookSnapshot): WorkbookSnapshot => ({
  ...book,
  sheets: book.sheets.map((one, i) => ({
    ...one,
    columnWidths: one.columnWidths.slice(0, like.sheets[i]!.columnWidths.length),
    rowHeights: one.rowHeights.slice(0, like.sheets[i]!.rowHeights.length),
  })),
});
