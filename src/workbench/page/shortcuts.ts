import type { History } from "../engine/history";
import { listenForKeys } from "./keys";

const TYPING = "input, textarea, [contenteditable=true]";

/** In Excel a button of the ribbon leaves the keyboard to the sheet; where it stays here, undo and redo work there too. */
export function listenForUndo(page: Document, sheet: HTMLElement, history: History): void {
  page.addEventListener("keydown", (event) => {
    const target = event.target as HTMLElement;
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    // the sheet has its own shortcuts, and so have fields
    if (sheet.contains(target) || target.closest(TYPING)) return;
    const key = event.key.toLowerCase();
    const redo = key === "y" || (key === "z" && event.shiftKey);
    if (!redo && key !== "z") return;
    event.preventDefault();
    void (redo ? history.redo() : history.undo());
  });
}

interface Shortcuts {
  page: Document;
  pane: HTMLIFrameElement;
  tell: (message: string) => void;
  /** @returns what to tell the user */
  save: () => string;
}

/** What Excel's keys mean here; the browser would save, print or search its own page. */
export function listenForShortcuts({ page, pane, tell, save }: Shortcuts): void {
  const said: Record<string, () => string> = {
    s: save,
    p: () => "工作台不打印：请点“导出”，再用 Excel 或 WPS 打印（页面已按 A4 横向设好）。",
    f: () => "工作台没有查找：请点“导出”，再用 Excel 或 WPS 查找；滞后和有问题的指标可在右侧窗格里点选。",
  };
  listenForKeys(page, pane, ({ key, ctrlKey, metaKey, altKey, shiftKey }) => {
    const say = said[key.toLowerCase()];
    if (!say || !(ctrlKey || metaKey) || altKey || shiftKey) return false;
    tell(say());
    return true;
  });
}
