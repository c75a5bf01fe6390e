import type { Injector } from "@univerjs/core";
import { BuiltInUIPart, IRibbonService, IUIPartsService, Ribbon, useObservable } from "@univerjs/ui";
import { createElement } from "react";
import { createPortal } from "react-dom";

/**
 * Draws Univer's own toolbar into an element outside of Univer, as a part of the page's one ribbon, when
 * it is first wanted.
 * @returns shows another part of it, such as `ribbon.data`
 */
export function drawSheetToolbar(parent: HTMLElement, injector: Injector): (part: string) => void {
  const service = injector.get(IRibbonService);
  const Toolbar = (): unknown => {
    // each part is drawn anew: else it is measured with the tools of the part before
    const key = useObservable(service.activatedTab$, "ribbon.start");
    return createPortal(createElement(Ribbon, { key, ribbonType: "classic", headerMenu: false }), parent);
  };
  let drawn = false;
  return (part) => {
    if (!drawn) injector.get(IUIPartsService).registerComponent(BuiltInUIPart.GLOBAL, () => Toolbar);
    drawn = true;
    service.setActivatedTab(part);
  };
}
