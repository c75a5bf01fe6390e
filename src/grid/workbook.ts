import type { ChartState } from "./charts";
import type { CellContent } from "./content";
import type { Area } from "./layout";
import type { CellStyle } from "./looks";
import type { PageSetup } from "./page";
import type { SheetProtection } from "./protection";
import type { HighlightRule, ValidationRule } from "./rules";

/** What belongs to a sheet as a whole. Changed only through `updateSheet`. */
export interface SheetState {
  validations: ValidationRule[];
  highlights: HighlightRule[];
  /** a later one lies over those before it */
  charts: readonly ChartState[];
  merges: Area[];
  /** whole rows, then whole columns, each in order and apart from the next */
  hidden: Area[];
  protection: SheetProtection | null;
  frozenRows: number;
  frozenColumns: number;
  gridlines: boolean;
  tabColor: string;
  visible: boolean;
  /** hidden so that only a program shows it again; passed on from file to file, as is the zoom in percent */
  veryHidden?: boolean;
  zoom?: number;
  page: PageSetup;
}

export interface SheetInfo {
  id: string;
  name: string;
}

/** A name and its formula with its leading "=". */
export type NameSnapshot = [name: string, formula: string];

/** A sheet as plain data that outlives the engine. Sizes are points. */
export interface SheetSnapshot extends SheetInfo {
  /** rows × columns from A1; null is a blank. A formula's value is its latest result. */
  cells: (CellContent | null)[][];
  /** rows × columns from A1: each cell's place in `looks` */
  styles: number[][];
  looks: CellStyle[];
  columnWidths: number[];
  /** null: the row follows its text */
  rowHeights: (number | null)[];
  state: SheetState;
  /** the sheet's own */
  names?: NameSnapshot[];
}

/** A workbook as plain data: what is kept in the browser, written to a file, and put back by undo. */
export interface WorkbookSnapshot {
  sheets: SheetSnapshot[];
  /** of the whole workbook */
  names: NameSnapshot[];
  active: string;
  selection: Area;
}
