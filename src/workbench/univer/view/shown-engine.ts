import { type Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { IDialogService, ILayoutService } from "@univerjs/ui";
import { overlaps } from "../../engine/areas";
import type { Area } from "../../engine/engine";
import { UniverEngine } from "../univer-engine";
import { scrollTo } from "./scroll-to";

/** The smallest area that holds both. */
function around(a: Area, b: Area): Area {
  const [row, column] = [Math.min(a.row, b.row), Math.min(a.column, b.column)];
  const rows = Math.max(a.row + a.rows, b.row + b.rows) - row;
  return { row, column, rows, columns: Math.max(a.column + a.columns, b.column + b.columns) - column };
}

/** The engine with what only a person at the screen needs: the view follows, and so does the keyboard. */
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
}
