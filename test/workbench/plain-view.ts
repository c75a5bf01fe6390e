import type { MountView } from "../../src/workbench/engine/view";
import { PlainEngine } from "./plain-engine";

/** The plain engine with the sheet in front as a table, so that a person sees something. */
export const mount: MountView = ({ cells, toolbar }) => {
  const engine = new PlainEngine();
  const table = document.createElement("table");
  table.tabIndex = 0;
  cells.append(table);
  cells.style.overflow = "auto";

  table.addEventListener("keydown", ({ key, ctrlKey }) => {
    if (ctrlKey && key === "z") void engine.history.undo();
    if (ctrlKey && key === "y") void engine.history.redo();
  });

  const draw = (): void => {
    const sheet = engine.activeSheet();
    const used = engine.usedArea(sheet, true);
    const texts = used ? engine.readText(sheet, used) : [];
    const rows = texts.map((row) => {
      const line = document.createElement("tr");
      line.append(...row.map((text) => Object.assign(document.createElement("td"), { textContent: text })));
      return line;
    });
    table.replaceChildren(...rows);
  };
  let due = false;
  engine.onChange(() => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      draw();
    });
  });
  return {
    engine,
    focus: () => table.focus(),
    showToolbar: (part) => {
      toolbar.textContent = part;
    },
    // nobody types formulas here
    describeFunctions: () => undefined,
  };
};
