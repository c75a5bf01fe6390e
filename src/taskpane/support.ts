/** Fluent's controls attach their internals, and open their lists as popovers. */
const isTooOld = typeof ElementInternals === "undefined" || !("popover" in HTMLElement.prototype);

/** Why there can be no pane here: the id of the page's sentence on it; null where there can. */
export const hindrance = typeof Office === "undefined" ? "no-office" : isTooOld ? "too-old" : null;

/** Shows one of the page's sentences instead of a pane. @param id its id */
export function say(id: string): void {
  document.querySelector(".unopened")?.remove();
  document.getElementById(id)!.hidden = false;
}

/** Said at once, before anything else of the pane runs: without Office.js nothing does. */
if (hindrance !== null) say(hindrance);
