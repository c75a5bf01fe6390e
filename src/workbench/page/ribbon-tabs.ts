import { moveByArrows } from "./arrow-keys";

/** A tab whose panel the spreadsheet draws shows this part of the spreadsheet's toolbar. */
export const SHEET_TABS: Record<string, string> = {
  "tab-start": "ribbon.start",
  "tab-formulas": "ribbon.formulas",
  "tab-data": "ribbon.data",
};

/** Makes the row of tabs above the ribbon work; `show` is told which part of the spreadsheet's toolbar is wanted. */
export function listenToTabs(row: HTMLElement, show: (part: string) => void): void {
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
