import { ICommandService, type Injector } from "@univerjs/core";
import type { SheetInfo, SpreadsheetEngine } from "../engine/engine";
import { nameCopy } from "../engine/structure";

interface Params {
  subUnitId?: string;
  sheet?: SheetInfo;
}

/**
 * Gives the copy that a person makes of a sheet its names, page and protection, which Univer does not. They mean nothing
 * while the copy is undone, and are there again when it is redone.
 */
export function completeUserCopies(injector: Injector, engine: SpreadsheetEngine): void {
  let latest: SheetInfo | undefined;
  injector.get(ICommandService).onCommandExecuted(({ id, params }) => {
    const { sheet, subUnitId = engine.activeSheet() } = (params ?? {}) as Params;
    if (id === "sheet.mutation.insert-sheet") latest = sheet;
    if (id !== "sheet.command.copy-sheet" || !latest) return;
    nameCopy(engine, subUnitId, latest);
    const { page, protection, zoom } = engine.sheetState(subUnitId);
    engine.updateSheet(latest.id, { page, protection, zoom });
  });
}
