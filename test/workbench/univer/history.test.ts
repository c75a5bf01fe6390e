import { createHeadlessEngine } from "../../../src/workbench/univer/headless";

const area = { row: 0, column: 0, rows: 1, columns: 1 };

test("what was done before the history is emptied cannot be undone, what is done afterwards can", async () => {
  const engine = createHeadlessEngine();
  const { api, history } = engine;
  const read = () => engine.readCells("sheet-0", area)[0]![0]!.value;
  const write = (value: number): void => engine.writeCells("sheet-0", area, [[{ value }]]);
  api.getActiveWorkbook()!.getActiveSheet().getRange("A1").setValue(1);
  await history.group(async () => {
    history.change(() => write(2));
    history.change(() => {
      history.clear();
      write(3);
    });
  });
  expect(await api.undo()).toBe(false);
  expect(read()).toBe(3);
  history.change(() => write(4));
  await api.undo();
  expect(read()).toBe(3);
  expect(await api.redo()).toBe(true);
  history.clear();
  expect([await api.undo(), await api.redo(), read()]).toEqual([false, false, 4]);
});
