import type { ICellData, IExecutionOptions, Injector, IRange, Nullable } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { MessageType } from "@univerjs/design";
import { AUTO_FILL_HOOK_TYPE, IAutoFillService } from "@univerjs/sheets";
import { ISheetClipboardService } from "@univerjs/sheets-ui";
import { outside } from "../../engine/areas";
import type { Area } from "../../engine/engine";
import { isLocked } from "../../engine/locks";
import { areasOf } from "../areas";
import { fromRange } from "../rules";
import type { UniverEngine } from "../univer-engine";
import { pasteValues } from "./paste-values";
import "@univerjs/sheets-ui/facade";
import "@univerjs/ui/facade";

/** Commands of a person that change what the selected cells hold. */
const CONTENT = /^sheet\.command\.(set-range-values|clear-selection-(content|all)|auto-clear-content)$/;
/** Commands that change rows, columns, merges or looks, which the protection does not allow. */
const STRUCTURE =
  /^sheet\.command\.(insert-(row|col|multi|range)|remove-(row|col)|delete-range-move|move-(rows|cols)|(add|remove)-worksheet-merge|clear-selection-format|paste-(format|col-width)|refill|set-(style|bold|italic|underline|font|text|background|horizontal|vertical|border))/;
/** Commands that move cells; formulas, those of locked cells too, would follow. */
const MOVE = /^(sheet\.command\.move-range|univer\.command\.cut)$/;
/** Commands whose changes follow from something else: formulas that refer to what was renamed, and what was done before. */
const FOLLOWING =
  /^(univer\.command\.(undo|redo)|sheet\.command\.((insert|set|remove)-defined-name|set-worksheet-name))$/;

const FILL = "sheet.command.auto-fill";
const SET_VALUES = "sheet.mutation.set-range-values";

const REFUSED = "单元格受保护，不能改动。请在浅黄色单元格填写。";
const NOT_MOVED = "工作表受保护，不能剪切或移动单元格。请先复制，再粘贴到浅黄色单元格。";

/** As far as they are read here, of all commands together. */
interface Params {
  subUnitId: string;
  cellValue?: Record<number, Record<number, Nullable<ICellData>>>;
  sourceRange: IRange;
  /** with the source */
  targetRange: IRange;
  /** the command that a mutation is part of */
  trigger?: string;
}

interface Command {
  id: string;
  params?: unknown;
  options?: IExecutionOptions;
  cancel?: boolean;
}

/** Takes the looks away from what is to be written. @returns where content is left */
function contentAlone(cellValue: NonNullable<Params["cellValue"]>): Area[] {
  const cells = [];
  for (const [row, columns] of Object.entries(cellValue))
    for (const [column, cell] of Object.entries(columns)) {
      if (cell) {
        delete cell.s;
        delete cell.custom;
      }
      // a cell without anything would be taken for one without a formula
      if (cell && Object.keys(cell).length === 0) delete columns[Number(column)];
      else cells.push({ row: Number(row), column: Number(column) });
    }
  return areasOf(cells);
}

/**
 * Excel refuses what a person types, pastes, fills, moves or clears in locked cells of a protected sheet; Univer does
 * not know of locks. In the other cells of such a sheet only contents change: they stay entry cells.
 */
export function guardLockedCells(api: FUniver, injector: Injector, engine: UniverEngine): void {
  const isProtected = (sheet = engine.activeSheet()): boolean => engine.sheetState(sheet).protection !== null;
  const isSelectionLocked = (): boolean => {
    const { sheet, area } = engine.selection();
    return isLocked(engine, sheet, [area]);
  };
  const say = (content: string): void => void api.showMessage({ content, type: MessageType.Warning });
  const refuse = (event: { cancel?: boolean }, why = REFUSED): void => {
    event.cancel = true;
    say(why);
  };
  api.addEvent(api.Event.BeforeSheetEditStart, (event) => {
    if (isProtected() && isSelectionLocked()) refuse(event);
  });
  // looks and rules are filled in by hooks of their own
  const fillContentAlone = (): void => {
    for (const hook of injector.get(IAutoFillService).getAllHooks())
      if (hook.type !== AUTO_FILL_HOOK_TYPE.DEFAULT)
        hook.disable ??= ({ subUnitId }) => isProtected(subUnitId);
  };
  const guardCommand = (event: Command): void => {
    const [structure, move] = [STRUCTURE.test(event.id), MOVE.test(event.id)];
    if (!(structure || move || event.id === FILL || CONTENT.test(event.id)) || !isProtected()) return;
    // what is cut from the text that is being typed is no cell
    if (move) return api.getActiveWorkbook()?.isCellEditing() ? undefined : refuse(event, NOT_MOVED);
    if (event.id === FILL) {
      fillContentAlone();
      const { targetRange, sourceRange } = event.params as Params;
      const filled = outside([fromRange(targetRange)], [fromRange(sourceRange)]);
      if (isLocked(engine, engine.activeSheet(), filled)) refuse(event);
    } else if (structure || isSelectionLocked()) refuse(event);
  };
  /** Whatever the command was: the cells that are written tell, which need not be those that are selected. */
  const guardValues = (event: Command): void => {
    const { subUnitId, cellValue, trigger } = event.params as Params;
    // results of formulas, and looks that the engine lays on, are told to nobody else
    if (engine.source === "api" || event.options?.onlyLocal || event.options?.fromFormula) return;
    const isOwn = !FOLLOWING.test(trigger ?? "") && subUnitId === engine.activeSheet();
    if (!isOwn || !cellValue || !isProtected(subUnitId)) return;
    if (isLocked(engine, subUnitId, contentAlone(cellValue))) refuse(event);
  };
  // every command of Univer's passes here, so its name is looked at first
  api.addEvent(api.Event.BeforeCommandExecute, (event) =>
    event.id === SET_VALUES ? guardValues(event) : guardCommand(event),
  );
  pasteValues(injector.get(ISheetClipboardService), {
    isProtected,
    accepts: (sheet, area) => {
      const locked = isLocked(engine, sheet, [area]);
      if (locked) say(REFUSED);
      return !locked;
    },
  });
}
