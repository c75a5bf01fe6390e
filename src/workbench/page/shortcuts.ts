import type { FUniver } from "@univerjs/core/facade";

const TYPING = "input, textarea, [contenteditable=true]";

/** In Excel a button of the ribbon leaves the keyboard to the sheet; here it keeps it, so undo and redo work there too. */
export function listenForUndo(page: Document, sheet: HTMLElement, api: FUniver): void {
  page.addEventListener("keydown", (event) => {
    const target = event.target as HTMLElement;
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    // the sheet has its own shortcuts, and so have fields
    if (sheet.contains(target) || target.closest(TYPING)) return;
    const key = event.key.toLowerCase();
    const redo = key === "y" || (key === "z" && event.shiftKey);
    if (!redo && key !== "z") return;
    event.preventDefault();
    void (redo ? api.redo() : api.undo());
  });
}
