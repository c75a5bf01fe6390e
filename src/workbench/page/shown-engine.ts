import { type Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { FunctionType } from "@univerjs/engine-formula";
import { IDescriptionService } from "@univerjs/sheets-formula";
import { IDialogService, ILayoutService } from "@univerjs/ui";
import type { Area } from "../engine/engine";
import { overlaps } from "../host/address";
import type { FunctionMetadata } from "../host/functions";
import { UniverEngine } from "../univer/univer-engine";
import { scrollTo } from "./scroll-to";

/** The smallest area that holds both. */
function around(a: Area, b: Area): Area {
  const [row, column] = [Math.min(a.row, b.row), Math.min(a.column, b.column)];
  const rows = Math.max(a.row + a.rows, b.row + b.rows) - row;
  return { row, column, rows, columns: Math.max(a.column + a.columns, b.column + b.columns) - column };
}

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

  /** As Excel does on Range.select, takes merged cells whole and scrolls to what is selected where it is out of view. */
  override select(sheet: string, area: Area): void {
    const { merges } = this.sheetState(sheet);
    const whole = merges.filter((merge) => overlaps(merge, area)).reduce(around, area);
    super.select(sheet, whole);
    scrollTo(this.services, this.api, area);
  }

  /** Gives the keyboard to the cells. */
  focus(): void {
    // what a closed dialog has given the focus back to has no caret after a click of the mouse
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
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
