import type { ChartState } from "../../../src/workbench/engine/engine";
import { formatArea, parseArea } from "../../../src/workbench/host/address";
import { createHeadlessEngine } from "../../../src/workbench/univer/headless";

const CHART: ChartState = {
  id: "c",
  name: "看板",
  type: "BarStacked",
  source: parseArea("A2:C5"),
  series: [{ values: parseArea("B3:B5") }, { values: parseArea("C3:C5") }],
  position: parseArea("E2:H9"),
};

function charted() {
  const engine = createHeadlessEngine();
  engine.updateSheet("sheet-0", { charts: [CHART] });
  const told: string[] = [];
  engine.onEvent(({ kind, sheet }) => void (kind === "charted" && told.push(sheet)));
  const book = engine.api.getActiveWorkbook()!;
  const areas = (sheet = "sheet-0"): string[] =>
    engine
      .sheetState(sheet)
      .charts.flatMap(({ source, series, position }) =>
        [source, ...series.map(({ values }) => values), position].map(formatArea),
      );
  return { engine, book, sheet: book.getActiveSheet(), told, areas };
}

type Sheet = ReturnType<typeof charted>["sheet"];
const AS_BEFORE = ["A2:C5", "B3:B5", "C3:C5", "E2:H9"];

/** What a person does, who sees it at once. */
test.each<[string, (sheet: Sheet) => unknown, string[]]>([
  ["inserts rows", (sheet) => sheet.insertRows(2, 2), ["A2:C7", "B5:B7", "C5:C7", "E2:H11"]],
  ["inserts a column", (sheet) => sheet.insertColumns(1, 1), ["A2:D5", "C3:C5", "D3:D5", "F2:I9"]],
  ["deletes the last row drawn", (sheet) => sheet.deleteRows(4, 1), ["A2:C4", "B3:B4", "C3:C4", "E2:H8"]],
  ["deletes a series", (sheet) => sheet.deleteColumns(2, 1), ["A2:B5", "B3:B5", "D2:G9"]],
  ["deletes everything", (sheet) => sheet.deleteRows(0, 20), ["A1:C1", "E1:H1"]],
])("a person %s, undoes and redoes: charts follow", async (_, act, after) => {
  const { engine, book, sheet, told, areas } = charted();
  act(sheet);
  await engine.settled();
  expect(areas()).toEqual(after);
  book.undo();
  await engine.settled();
  expect(areas()).toEqual(AS_BEFORE);
  book.redo();
  await engine.settled();
  expect(areas()).toEqual(after);
  expect(told).toEqual(["sheet-0", "sheet-0", "sheet-0"]);
});

test("a person's copy of a sheet has its charts", async () => {
  const { engine, areas } = charted();
  await engine.api.executeCommand("sheet.command.copy-sheet", { subUnitId: "sheet-0" });
  const copy = engine.sheets().find(({ id }) => id !== "sheet-0")!;
  expect(areas(copy.id)).toEqual(AS_BEFORE);
});

test("a sheet that a person deletes comes back with its charts", async () => {
  const { engine, book, areas } = charted();
  engine.addSheet("乙");
  await engine.api.executeCommand("sheet.command.remove-sheet", { subUnitId: "sheet-0" });
  book.undo();
  await engine.settled();
  expect(areas()).toEqual(AS_BEFORE);
});
