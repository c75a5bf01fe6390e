import type { SpreadsheetView } from "../engine/view";
import { listenForKeys } from "./keys";

/**
 * The keyboard never goes nowhere: as in Excel it is the cells' when a button of the ribbon has done its work, and when
 * what had it, such as a dialog, is gone.
 */
function giveKeyboardBack({ page, ribbon, view }: Page): void {
  const isNowhere = (): boolean =>
    (page.activeElement === null || page.activeElement === page.body) && !page.querySelector("dialog[open]");
  new MutationObserver((changes) => {
    const done = changes.some(({ target }) => !(target as HTMLButtonElement).disabled);
    const pressed = changes.some(({ target }) => target === page.activeElement);
    if (done && (pressed || isNowhere())) view.focus();
  }).observe(ribbon, { subtree: true, attributeFilter: ["disabled"] });
  page.addEventListener(
    "keydown",
    () => {
      // text of the page that is selected may be about to be copied
      if (isNowhere() && page.getSelection()?.isCollapsed !== false) view.focus();
    },
    { capture: true },
  );
}

interface Page {
  page: Document;
  ribbon: HTMLElement;
  sheet: HTMLElement;
  pane: HTMLIFrameElement;
  view: SpreadsheetView;
}

interface Region {
  holds: (focused: Element | null) => boolean;
  /** @returns false where nothing in it takes the keyboard now */
  focus: () => boolean;
}

/** The selected tab of a list of tabs, else the first control. */
const FIRST = ["[role=tab][aria-selected=true]", "button:not(:disabled)", "[tabindex='0']"];

const isShown = (element: HTMLElement): boolean => element.checkVisibility();

function focusFirst(parent: ParentNode): boolean {
  const first = FIRST.flatMap((selector) => [...parent.querySelectorAll<HTMLElement>(selector)]).find(
    isShown,
  );
  first?.focus();
  return first !== undefined;
}

function focusPane(pane: HTMLIFrameElement): boolean {
  const inside = pane.contentDocument;
  if (pane.hidden || !inside) return false;
  const last = inside.activeElement as HTMLElement | null;
  pane.focus();
  if (!last || last === inside.body || !isShown(last)) return focusFirst(inside);
  last.focus();
  return true;
}

const regionsOf = ({ ribbon, sheet, pane, view }: Page): Region[] => [
  { holds: (focused) => ribbon.contains(focused), focus: () => focusFirst(ribbon) },
  {
    holds: (focused) => sheet.contains(focused),
    focus: () => {
      view.focus();
      return true;
    },
  },
  { holds: (focused) => focused === pane, focus: () => focusPane(pane) },
];

/** F6 and Shift+F6 go round ribbon, sheet and pane, as in Excel; Esc goes from the ribbon back to the sheet. */
export function walkRegions(parts: Page): void {
  const { page, ribbon, pane, view } = parts;
  giveKeyboardBack(parts);
  const regions = regionsOf(parts);
  const walk = (step: 1 | -1): void => {
    const found = regions.findIndex(({ holds }) => holds(page.activeElement));
    const from = found < 0 ? 1 : found;
    for (let i = 1; i <= regions.length; i++) {
      const next = (from + step * i + regions.length * i) % regions.length;
      if (regions[next]!.focus()) return;
    }
  };
  listenForKeys(page, pane, ({ key, shiftKey, ctrlKey, altKey, metaKey }) => {
    if (key !== "F6" || ctrlKey || altKey || metaKey || page.querySelector("dialog[open]")) return false;
    walk(shiftKey ? -1 : 1);
    return true;
  });
  ribbon.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") view.focus();
  });
}
