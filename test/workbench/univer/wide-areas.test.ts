import { type Area, MAX_COLUMNS, MAX_ROWS, type SheetState } from "../../../src/workbench/engine/engine";
import { createHeadlessEngine } from "../../../src/workbench/univer/headless";

/** Whole columns, rows and sheets cost nothing like their cells, and stay what they are. */

const sheet = "sheet-0";
const WIDE: [name: string, area: Area][] = [
  ["A:C", { row: 0, column: 0, rows: MAX_ROWS, columns: 3 }],
  ["2:3", { row: 1, column: 0, rows: 2, columns: MAX_COLUMNS }],
  ["the whole sheet", { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS }],
  ["B:XFD", { row: 0, column: 1, rows: MAX_ROWS, columns: MAX_COLUMNS - 1 }],
];
const CHANGES: [name: string, change: (area: Area) => Partial<SheetState>][] = [
  ["merges", (area) => ({ merges: [area] })],
  ["validations", (area) => ({ validations: [{ areas: [area], type: "list", formula1: "甲,乙" }] })],
  ["highlights", (area) => ({ highlights: [{ id: "h", areas: [area], formula: "=A1>1", fill: "#FF0000" }] })],
];

test.each(CHANGES.flatMap(([what, change]) => WIDE.map(([name, area]) => ({ what, name, change, area }))))(
  "$what of $name",
  async ({ change, area }) => {
    const engine = createHeadlessEngine();
    engine.updateSheet(sheet, change(area));
    await engine.settled();
    expect(engine.sheetState(sheet)).toMatchObject(change(area));
    engine.updateSheet(sheet, { merges: [], validations: [], highlights: [] });
    await engine.settled();
    expect(engine.sheetState(sheet)).toMatchObject({ merges: [], validations: [], highlights: [] });
  },
);
