import { type Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { FunctionType } from "@univerjs/engine-formula";
import { IDescriptionService } from "@univerjs/sheets-formula";
import { IDialogService, ILayoutService } from "@univerjs/ui";
import type { Area } from "../engine/engine";
import type { FunctionMetadata } from "../host/functions";
import { UniverEngine } from "../univer/univer-engine";

/** The engine with what only a person at the screen needs: the view follows, the keyboard, and help while typing. */
export class ShownEngine extends UniverEngine {
  constructor(
    api: FUniver,
    private readonly services: Injector,
  ) {
    super(api, services);
    // a dialog such as that of a refused entry leaves the keyboard to nobody
    services
      .get(IDialogService)
      .getDialogs$()
      .subscribe((dialogs) => {
        if (dialogs.every(({ open }) => !open)) setTimeout(() => this.focus(), 0);
      });
  }

  /** As Excel does on Range.select, scrolls to what is selected where it is out of view. */
  override select(sheet: string, area: Area): void {
    super.select(sheet, area);
    const { row, column, rows, columns } = area;
    const range = {
      startRow: row,
      startColumn: column,
      endRow: row + rows - 1,
      endColumn: column + columns - 1,
    };
    this.api.syncExecuteCommand("sheet.command.scroll-to-cell", { range });
  }

  /** Gives the keyboard to the cells. */
  focus(): void {
    this.services.get(ILayoutService).focus();
  }

  /** Has the add-in's functions offered and explained while a formula is typed, as Excel does from functions.json. */
  describeFunctions(functions: readonly FunctionMetadata[], namespace: string): void {
    this.services.get(IDescriptionService).registerDescriptions(
      functions.map(({ name, description = "", parameters }) => ({
        functionName: `${namespace}.${name}`,
        functionType: FunctionType.User,
        description,
        abstract: description.split(/[。：]/)[0]!,
        functionParameter: parameters.map((parameter) => ({
          name: parameter.name,
          detail: parameter.description ?? "",
          example: parameter.name,
          require: parameter.optional ? 0 : 1,
          repeat: 0,
        })),
      })),
    );
  }
}
