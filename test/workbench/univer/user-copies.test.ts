import { createHeadlessEngine } from "../../../src/workbench/univer/headless";

test("a person's copy of a sheet is printed and protected as the sheet is", async () => {
  const engine = createHeadlessEngine();
  const state = {
    page: { printArea: "A1:C9", orientation: "Landscape" as const },
    protection: { allowSort: true },
  };
  engine.updateSheet("sheet-0", { ...state, zoom: 75 });
  await engine.api.executeCommand("sheet.command.copy-sheet", { subUnitId: "sheet-0" });
  const copy = engine.sheets().find(({ id }) => id !== "sheet-0")!;
  expect(engine.sheetState(copy.id)).toMatchObject({ ...state, zoom: 75 });
});
