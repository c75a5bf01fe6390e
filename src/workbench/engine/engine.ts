/**
 * What the Office.js host and the workbench's page need of a spreadsheet engine: plain data, no engine's and no host's
 * names. Rows and columns count from 0; sizes are points. Another engine is put under both by implementing this; whether
 * it does is said by test/contract.
 */
import type { Area, CellContent, CellStyle, SheetInfo, SheetState } from "../../grid";
import type { Axis } from "./areas";
import type { EngineEvent } from "./events";
import type { FunctionInvoker } from "./functions";
import type { History } from "./history";

export { MAX_COLUMNS, MAX_ROWS, PROTECTION_OPTIONS } from "../../grid";
export type {
  Area,
  BorderEdge,
  CellContent,
  CellStyle,
  ChartState,
  HighlightRule,
  PageEdge,
  PageSetup,
  ProtectionOption,
  Scalar,
  SheetInfo,
  SheetProtection,
  SheetState,
  ValidationRule,
} from "../../grid";
export type { Axis } from "./areas";
export * from "./events";
export * from "./functions";
export * from "./history";

export interface Sheets {
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
}

export interface Contents {
  /** rows × columns of the area */
  readCells(sheet: string, area: Area): CellContent[][];
  /** null keeps the cell */
  writeCells(sheet: string, area: Area, cells: (CellContent | null)[][]): void;
  /** as shown, formatted */
  readText(sheet: string, area: Area): string[][];
  /** smallest area that holds all content and formatting, or all values only; null when there is none */
  usedArea(sheet: string, valuesOnly?: boolean): Area | null;
}

export interface Looks {
  readStyles(sheet: string, area: Area): CellStyle[][];
  /** as a person sees it: with the highlights that hold */
  readShownStyles(sheet: string, area: Area): CellStyle[][];
  writeStyle(sheet: string, areas: Area[], style: CellStyle): void;
  /** cell by cell; null keeps the cell's */
  writeStyles(sheet: string, area: Area, styles: (CellStyle | null)[][]): void;
  clearStyles(sheet: string, area: Area): void;
}

export interface Structure {
  /**
   * Makes room for new cells: those in the area and beyond move down ("rows") or right ("columns"). Everything that
   * refers to cells follows: formulas of all sheets, names, merges, rules, the page. A merge must not be cut through.
   */
  insertCells(sheet: string, area: Area, moved: Axis): void;
  /** Takes cells away: those below ("rows") or right of them ("columns") close up, and everything follows likewise. */
  deleteCells(sheet: string, area: Area, moved: Axis): void;
}

export interface Sizes {
  columnWidth(sheet: string, column: number): number;
  setColumnWidth(sheet: string, column: number, count: number, width: number): void;
  rowHeight(sheet: string, row: number): number;
  /** false: the row follows its text, as every row does until it is given a height */
  hasOwnHeight(sheet: string, row: number): boolean;
  /** null: the rows follow their text again */
  setRowHeight(sheet: string, row: number, count: number, height: number | null): void;
}

/** Rules, charts, merges, protection, page and whatever else belongs to a sheet as a whole. */
export interface SheetStates {
  sheetState(sheet: string): Readonly<SheetState>;
  updateSheet(sheet: string, change: Partial<SheetState>): void;
}

export interface Names {
  /**
   * Name → formula with its leading "=": names of the whole workbook, or those that a sheet has for itself. On that
   * sheet they come before the workbook's. Upper and lower case are the same name.
   */
  names(sheet?: string): ReadonlyMap<string, string>;
  setName(name: string, formula: string, sheet?: string): void;
  removeName(name: string, sheet?: string): void;
}

export interface Selection {
  selection(): { sheet: string; area: Area };
  select(sheet: string, area: Area): void;
}

export interface Functions {
  /** Makes functions known under names such as YIZHI.GAP. They are pure: the same arguments give the same result, until all is calculated anew. */
  registerFunctions(names: string[], invoke: FunctionInvoker): void;
  /** Calculates every formula anew, with nothing of what registered functions gave before. */
  calculateAll(): void;
  /** @param name in capitals, built-in or registered */
  knowsFunction(name: string): boolean;
  /** What a registered function said of the error that a cell shows, or null. */
  messageAt(sheet: string, row: number, column: number): string | null;
}

export interface SpreadsheetEngine
  extends Sheets, Contents, Looks, Structure, Sizes, SheetStates, Names, Selection, Functions {
  readonly history: History;
  /** Resolves when nothing is left to calculate. */
  settled(): Promise<void>;
  onEvent(listener: (event: EngineEvent) => void): void;
  /** Called after whatever changes what the workbook holds, looks and results included; often, and without saying what. */
  onChange(listener: () => void): void;
}
