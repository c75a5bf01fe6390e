import type { SpreadsheetEngine } from "./engine";
import type { FunctionMetadata } from "./functions";

/** Parts of a spreadsheet's own toolbar, which the page shows under tabs of its own. */
export type ToolbarPart = "start" | "formulas" | "data";

/** A workbook that a person sees and types into, as the workbench's page needs it. Keys pressed in its cells, Ctrl+Z too, are its own. */
export interface SpreadsheetView {
  /** its `select` takes merged cells whole and scrolls to what is selected, as Excel's does */
  readonly engine: SpreadsheetEngine;
  /** Gives the keyboard to the cells. */
  focus(): void;
  showToolbar(part: ToolbarPart): void;
  /** Has the add-in's functions offered and explained while a formula is typed. */
  describeFunctions(functions: readonly FunctionMetadata[], namespace: string): void;
}

/** Elements of the page that a view draws into. */
export interface Places {
  cells: HTMLElement;
  toolbar: HTMLElement;
}

/** Draws a blank workbook. */
export type MountView = (places: Places) => SpreadsheetView;
