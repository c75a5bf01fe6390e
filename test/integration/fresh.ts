import { state, type State } from "../../src/commands";
import { restore } from "../../src/workbench/engine/restore";
import { takeSnapshot, type WorkbookSnapshot } from "../../src/workbench/engine/snapshot";
import type { Host } from "../../src/workbench/host/host";

/** Every test of the file begins with the workbook, and the pane, that its beforeAll made; to be called after that. */
export function freshWorkbook(hostOf: () => Host): void {
  let workbook: WorkbookSnapshot;
  let shown: State;
  beforeAll(async () => {
    await hostOf().settled();
    workbook = takeSnapshot(hostOf().engine);
    shown = state.get();
  });
  beforeEach(async () => {
    const { engine } = hostOf();
    await hostOf().settled();
    restore(engine, takeSnapshot(engine), workbook);
    await hostOf().settled();
    state.set(shown);
  });
}
