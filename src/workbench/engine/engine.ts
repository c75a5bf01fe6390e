/**
 * What the Office.js host needs of a spreadsheet engine: plain data, no engine's and no host's names.
 * Rows and columns count from 0; sizes are points. Another engine is put under the host by implementing this.
 */

/** Excel's; an area as wide or high as these is whole rows or columns. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** Which lines: rows, one below the other, or columns, side by side. */
export type Axis = "rows" | "columns";

export type Scalar = string | number | boolean;

/** A cell: `value` is null for a blank, "" for empty text; `error` marks values such as #N/A that are errors, not text. */
export interface CellContent {
  value: Scalar | null;
  /** with its leading "=" */
  formula?: string;
  error?: boolean;
  /** what the function that failed said; of results only */
  message?: string;
  /** the value comes from another cell's formula; read, never written */
  spilled?: true;
  /** all values of a formula that gives more than one, rows × columns; in snapshots only */
  spill?: (CellContent | null)[][];
}

export type BorderEdge = "top" | "bottom" | "left" | "right";

/** Undefined parts are the engine's defaults when read, and stay as they are when written. */
export interface CellStyle {
  fontName?: string;
  fontSize?: number;
  fontColor?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  /** null: no fill */
  fill?: string | null;
  horizontal?: "General" | "Left" | "Center" | "Right";
  vertical?: "Top" | "Center" | "Bottom";
  wrap?: boolean;
  numberFormat?: string;
  locked?: boolean;
  /** Excel's styles and weights; no weight is a thin border */
  borders?: Partial<Record<BorderEdge, { style: string; weight?: string; color: string } | null>>;
}

export interface ValidationRule {
  areas: Area[];
  /** limits of a date stand as `2000-01-01` */
  type: "decimal" | "whole" | "date" | "list";
  operator?: string;
  formula1?: string;
  formula2?: string;
  prompt?: { show: boolean; title: string; message: string };
  error?: { show: boolean; style: string; title: string; message: string };
}

/** A highlight by formula, relative to the first area's top-left cell; the list's first rule wins. */
export interface HighlightRule {
  id: string;
  areas: Area[];
  formula: string;
  fill?: string;
  fontColor?: string;
  bold?: boolean;
}

/** What belongs to a sheet as a whole. Changed only through `updateSheet`. */
export interface SheetState {
  validations: ValidationRule[];
  highlights: HighlightRule[];
  merges: Area[];
  /** whole rows, then whole columns, each in order and apart from the next */
  hidden: Area[];
  protection: Record<string, unknown> | null;
  frozenRows: number;
  frozenColumns: number;
  gridlines: boolean;
  tabColor: string;
  visible: boolean;
  /** hidden so that only a program shows it again; passed on from file to file, as is the zoom in percent */
  veryHidden?: boolean;
  zoom?: number;
  /** page setup by name, as the host gave it */
  page: Record<string, unknown>;
}

export interface SheetInfo {
  id: string;
  name: string;
}

/** A call of a registered function from a cell. */
export interface FunctionCall {
  name: string;
  /** matrices (rows × columns, a blank's value is null); null stands for an argument that is left out */
  args: (CellContent[][] | null)[];
  sheet: string;
  row: number;
  column: number;
}

export interface FunctionResult {
  /** rows × columns */
  cells: CellContent[][];
  /** not to be kept for the next time the same is asked */
  transient?: boolean;
}

/** Computes many calls; answers each once, at once or later, in any order, and whatever happens. */
export type FunctionInvoker = (
  calls: FunctionCall[],
  answer: (call: FunctionCall, result: FunctionResult) => void,
) => void;

/** A person at the screen, or the caller of this interface. */
export type Source = "user" | "api";

/** What happened to the workbook. New values of formulas are no event. */
export type EngineEvent =
  /** `before`: what a single cell held */
  | { kind: "edited"; sheet: string; areas: Area[]; source: Source; before?: CellContent }
  /** `area`: the new cells, or those that are gone; the others moved away from it or towards it */
  | { kind: "inserted" | "deleted"; sheet: string; area: Area; moved: Axis; source: Source }
  | { kind: "selected"; sheet: string; areas: Area[] }
  | { kind: "activated" | "deactivated"; sheet: string }
  | { kind: "added" | "removed"; sheet: string };

export interface SpreadsheetEngine {
  sheets(): SheetInfo[];
  activeSheet(): string;
  activateSheet(id: string): void;
  /** @param place with the id and at the position it had, for a sheet that comes back; else the last, with an id of its own */
  addSheet(name: string, place?: { id: string; index: number }): string;
  removeSheet(id: string): void;
  renameSheet(id: string, name: string): void;
  /**
   * All that the sheet holds, on another one at a position. Its own names, and those of the workbook that refer to it,
   * are the copy's own there, as in Excel, and mean the copy. @returns its id
   */
  copySheet(id: string, name: string, index: number): string;

  /** rows × columns of the area */
  readCells(sheet: string, area: Area): CellContent[][];
  /** null keeps the cell */
  writeCells(sheet: string, area: Area, cells: (CellContent | null)[][]): void;
  /** as shown, formatted */
  readText(sheet: string, area: Area): string[][];
  /** smallest area that holds all content and formatting, or all values only; null when there is none */
  usedArea(sheet: string, valuesOnly?: boolean): Area | null;

  readStyles(sheet: string, area: Area): CellStyle[][];
  /** as a person sees it: with the highlights that hold */
  readShownStyles(sheet: string, area: Area): CellStyle[][];
  writeStyle(sheet: string, areas: Area[], style: CellStyle): void;
  /** cell by cell; null keeps the cell's */
  writeStyles(sheet: string, area: Area, styles: (CellStyle | null)[][]): void;
  clearStyles(sheet: string, area: Area): void;

  /**
   * Makes room for new cells: those in the area and beyond move down ("rows") or right ("columns"). Everything that
   * refers to cells follows: formulas of all sheets, names, merges, rules, the page. A merge must not be cut through.
   */
  insertCells(sheet: string, area: Area, moved: Axis): void;
  /** Takes cells away: those below ("rows") or right of them ("columns") close up, and everything follows likewise. */
  deleteCells(sheet: string, area: Area, moved: Axis): void;

  columnWidth(sheet: string, column: number): number;
  setColumnWidth(sheet: string, column: number, count: number, width: number): void;
  rowHeight(sheet: string, row: number): number;
  /** false: the row follows its text, as every row does until it is given a height */
  hasOwnHeight(sheet: string, row: number): boolean;
  /** null: the rows follow their text again */
  setRowHeight(sheet: string, row: number, count: number, height: number | null): void;

  sheetState(sheet: string): Readonly<SheetState>;
  updateSheet(sheet: string, change: Partial<SheetState>): void;

  /**
   * Name → formula with its leading "=": names of the whole workbook, or those that a sheet has for itself. On that
   * sheet they come before the workbook's. Upper and lower case are the same name.
   */
  names(sheet?: string): ReadonlyMap<string, string>;
  setName(name: string, formula: string, sheet?: string): void;
  removeName(name: string, sheet?: string): void;

  selection(): { sheet: string; area: Area };
  select(sheet: string, area: Area): void;

  /** Makes functions known under names such as YIZHI.GAP. They are pure: the same arguments give the same result. */
  registerFunctions(names: string[], invoke: FunctionInvoker): void;
  /** Resolves when nothing is left to calculate. */
  settled(): Promise<void>;
  onEvent(listener: (event: EngineEvent) => void): void;
}
