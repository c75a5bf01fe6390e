import type { Injector } from "@univerjs/core";
import { BuiltInUIPart, IRibbonService, IUIPartsService, Ribbon } from "@univerjs/ui";
import { createElement } from "react";
import { createPortal } from "react-dom";

/**
 * Draws Univer's own toolbar into an element outside of Univer, as a part of the page's one ribbon.
 * @returns shows another part of it, such as `ribbon.data`
 */
export function drawSheetToolbar(parent: HTMLElement, injector: Injector): (part: string) => void {
  const toolbar = createElement(Ribbon, { ribbonType: "classic", headerMenu: false });
  injector
    .get(IUIPartsService)
    .registerComponent(BuiltInUIPart.GLOBAL, () => () => createPortal(toolbar, parent));
  return (part) => injector.get(IRibbonService).setActivatedTab(part);
}
