import type { SheetSnapshot, WorkbookSnapshot } from "../../grid";
import type { Area, CellContent, CellStyle, SheetInfo, SheetState, SpreadsheetEngine } from "./engine";

export type { NameSnapshot, SheetSnapshot, WorkbookSnapshot } from "../../grid";

const BLANK_STATE: SheetState = {
  validations: [],
  highlights: [],
  charts: [],
  merges: [],
  hidden: [],
  protection: null,
  frozenRows: 0,
  frozenColumns: 0,
  gridlines: true,
  tabColor: "",
  visible: true,
  page: {},
};

/** A new sheet: whatever is not said is the engine's default. */
export const BLANK: Omit<SheetSnapshot, "id" | "name"> = {
  cells: [],
  styles: [],
  looks: [],
  columnWidths: [],
  rowHeights: [],
  state: BLANK_STATE,
};

export const blankWorkbook = (id: string): WorkbookSnapshot => ({
  sheets: [{ id, name: "Sheet1", ...BLANK }],
  names: [],
  active: id,
  selection: { row: 0, column: 0, rows: 1, columns: 1 },
});

/** Sizes are kept for at least so many, whether used or not. */
const COLUMNS = 26;
const ROWS = 100;

const list = <T>(count: number, at: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => at(i));

/** What the cell holds itself; a value that another cell's formula spills into it is not its own. */
function contentOf({ spilled, ...cell }: CellContent): CellContent | null {
  return spilled || (cell.value === null && !cell.formula) ? null : cell;
}

/** The formulas whose values reach into other cells, with all of them: right as far as they go, then down. */
function withSpills(read: CellContent[][]): (CellContent | null)[][] {
  const taken = new Set<CellContent>();
  const isFree = (row: number, column: number): boolean => {
    const cell = read[row]?.[column];
    return Boolean(cell?.spilled && !taken.has(cell));
  };
  return read.map((line, row) =>
    line.map((cell, column) => {
      const content = contentOf(cell);
      if (!content?.formula || !(isFree(row, column + 1) || isFree(row + 1, column))) return content;
      let [right, bottom] = [column + 1, row + 1];
      while (isFree(row, right)) right++;
      const isFull = (at: number): boolean =>
        list(right - column, (i) => isFree(at, column + i)).every(Boolean);
      while (isFull(bottom)) bottom++;
      const cells = read.slice(row, bottom).map((one) => one.slice(column, right));
      cells.flat().forEach((one) => taken.add(one));
      return {
        ...content,
        spill: cells.map((one) => one.map(({ value, error }) => ({ value, ...(error && { error }) }))),
      };
    }),
  );
}

/** Each different look once. */
function numberLooks(styles: CellStyle[][]): Pick<SheetSnapshot, "styles" | "looks"> {
  const numbers = new Map<string, number>();
  const looks: CellStyle[] = [];
  const numberOf = (style: CellStyle): number => {
    const key = JSON.stringify(style);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, looks.length);
    return looks.push(style) - 1;
  };
  return { styles: styles.map((row) => row.map(numberOf)), looks };
}

export function takeSheet(engine: SpreadsheetEngine, { id, name }: SheetInfo): SheetSnapshot {
  const used = engine.usedArea(id);
  const [rows, columns] = used ? [used.row + used.rows, used.column + used.columns] : [0, 0];
  const all: Area = { row: 0, column: 0, rows, columns };
  const names = [...engine.names(id)];
  return {
    id,
    name,
    cells: withSpills(engine.readCells(id, all)),
    ...numberLooks(engine.readStyles(id, all)),
    columnWidths: list(Math.max(columns, COLUMNS), (column) => engine.columnWidth(id, column)),
    rowHeights: list(Math.max(rows, ROWS), (row) =>
      engine.hasOwnHeight(id, row) ? engine.rowHeight(id, row) : null,
    ),
    state: structuredClone(engine.sheetState(id)),
    ...(names.length > 0 && { names }),
  };
}

export function takeSnapshot(engine: SpreadsheetEngine): WorkbookSnapshot {
  return {
    sheets: engine.sheets().map((sheet) => takeSheet(engine, sheet)),
    names: [...engine.names()],
    active: engine.activeSheet(),
    selection: engine.selection().area,
  };
}

/** The workbook with other ids for its sheets than those of another, so that no sheet passes for one of that one's. */
export function withOwnIds(workbook: WorkbookSnapshot, other: WorkbookSnapshot): WorkbookSnapshot {
  const taken = new Set(other.sheets.map(({ id }) => id));
  const own = (id: string): string => (taken.has(id) ? own(`${id}_`) : id);
  const sheets = workbook.sheets.map((sheet) => ({ ...sheet, id: own(sheet.id) }));
  return { ...workbook, sheets, active: own(workbook.active) };
}
