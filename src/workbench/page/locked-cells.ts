import type { FUniver } from "@univerjs/core/facade";
import { MessageType } from "@univerjs/design";
import type { SpreadsheetEngine } from "../engine/engine";
import { HostError } from "../host/errors";
import { checkEntry } from "../host/excel/sheet-areas";
import "@univerjs/sheets-ui/facade";
import "@univerjs/ui/facade";

/** Commands of a person that change what cells hold. */
const CONTENT =
  /^sheet\.command\.(set-range-values|clear-selection-(content|all)|auto-(clear-content|fill)|refill|(optional-)?paste|paste-\w+|cut|move-range)$/;
/** Commands that change rows, columns, merges or looks, which the protection does not allow. */
const STRUCTURE =
  /^sheet\.command\.(insert-(row|col|multi|range)|remove-(row|col)|delete-range-move|move-(rows|cols)|(add|remove)-worksheet-merge|clear-selection-format|set-(style|bold|italic|underline|font|text|background|horizontal|vertical|border))/;

const REFUSED = "单元格受保护，不能改动。请在浅黄色单元格填写。";

/** Excel refuses what a person types, pastes or clears in locked cells of a protected sheet; Univer does not know of locks. */
export function guardLockedCells(api: FUniver, engine: SpreadsheetEngine): void {
  const isProtected = (): boolean => engine.sheetState(engine.activeSheet()).protection !== null;
  const isLocked = (): boolean => {
    const { sheet, area } = engine.selection();
    try {
      checkEntry({ engine, sheet, areas: [area] });
      return false;
    } catch (error) {
      if (error instanceof HostError) return true;
      throw error;
    }
  };
  const refuse = (event: { cancel?: boolean }): void => {
    event.cancel = true;
    api.showMessage({ content: REFUSED, type: MessageType.Warning });
  };
  api.addEvent(api.Event.BeforeSheetEditStart, (event) => {
    if (isProtected() && isLocked()) refuse(event);
  });
  // every command of Univer's passes here, so its name is looked at first
  api.addEvent(api.Event.BeforeCommandExecute, (event) => {
    const [structure, content] = [STRUCTURE.test(event.id), CONTENT.test(event.id)];
    if ((structure || content) && isProtected() && (structure || isLocked())) refuse(event);
  });
}
