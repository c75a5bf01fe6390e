import type { ToolbarPart } from "../engine/view";
import { moveByArrows } from "./arrow-keys";

/** A tab whose panel the spreadsheet draws shows this part of the spreadsheet's toolbar. */
const SHEET_TABS: Record<string, ToolbarPart> = {
  "tab-start": "start",
  "tab-formulas": "formulas",
  "tab-data": "data",
};

/** Makes the row of tabs above the ribbon work; `show` is told which part of the spreadsheet's toolbar is wanted. */
export function listenToTabs(row: HTMLElement, show: (part: ToolbarPart) => void): void {
  const tabs = [...row.querySelectorAll<HTMLElement>("[role=tab]")];
  const panelOf = (tab: HTMLElement): HTMLElement =>
    document.getElementById(tab.getAttribute("aria-controls")!)!;
  const select = (chosen: HTMLElement): void => {
    for (const tab of tabs) {
      tab.setAttribute("aria-selected", String(tab === chosen));
      panelOf(tab).hidden = panelOf(tab) !== panelOf(chosen);
    }
    panelOf(chosen).setAttribute("aria-labelledby", chosen.id);
    const part = SHEET_TABS[chosen.id];
    if (part) show(part);
  };
  for (const tab of tabs) {
    tab.addEventListener("click", () => select(tab));
    tab.addEventListener("focus", () => select(tab));
  }
  moveByArrows(row, () => tabs);
}

/** A click on the ribbon leaves the keyboard to the sheet, as in Excel; its fields take it. */
export function leaveKeyboard(ribbon: HTMLElement): void {
  ribbon.addEventListener("mousedown", (event) => {
    if (!(event.target as HTMLElement).closest("input")) event.preventDefault();
  });
}
