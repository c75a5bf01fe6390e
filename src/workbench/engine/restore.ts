import {
  type Area,
  type CellContent,
  type CellStyle,
  MAX_COLUMNS,
  type SheetState,
  type SpreadsheetEngine,
} from "./engine";
import {
  BLANK,
  type NameSnapshot,
  type SheetSnapshot,
  takeSnapshot,
  type WorkbookSnapshot,
} from "./snapshot";

type Differs = (row: number, column: number) => boolean;

/** The smallest area within rows × columns that holds every cell that differs. */
function differing(rows: number, columns: number, differs: Differs): Area | null {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      if (differs(row, column)) {
        [top, left] = [Math.min(top, row), Math.min(left, column)];
        [bottom, right] = [Math.max(bottom, row), Math.max(right, column)];
      }
  return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

const over = <T>({ row, column, rows, columns }: Area, at: (row: number, column: number) => T): T[][] =>
  Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => at(row + r, column + c)));

/** Of two formulas only the text counts: results are calculated. */
const sameContent = (a: CellContent | null, b: CellContent | null): boolean =>
  a?.formula || b?.formula
    ? a?.formula === b?.formula
    : (a?.value ?? null) === (b?.value ?? null) && Boolean(a?.error) === Boolean(b?.error);

type Sheet = Omit<SheetSnapshot, "id" | "name">;

const cellAt = ({ cells }: Sheet, row: number, column: number): CellContent | null =>
  cells[row]?.[column] ?? null;

const styleAt = ({ looks, styles }: Sheet, row: number, column: number): CellStyle | null =>
  looks[styles[row]?.[column] ?? -1] ?? null;

const sizeOf = (...sheets: Sheet[]): [rows: number, columns: number] => [
  Math.max(...sheets.map(({ cells }) => cells.length)),
  Math.max(...sheets.map(({ cells }) => cells[0]?.length ?? 0)),
];

function restoreCells(engine: SpreadsheetEngine, id: string, from: Sheet, to: Sheet): void {
  const differs: Differs = (row, column) => !sameContent(cellAt(from, row, column), cellAt(to, row, column));
  const area = differing(...sizeOf(from, to), differs);
  if (!area) return;
  const cells = over(area, (row, column) =>
    differs(row, column) ? (cellAt(to, row, column) ?? { value: null }) : null,
  );
  engine.writeCells(id, area, cells);
}

/** A style is written onto none, for a part it does not have must go. */
function restoreStyles(engine: SpreadsheetEngine, id: string, from: Sheet, to: Sheet): void {
  const text = (style: CellStyle | null): string => JSON.stringify(style);
  const [known, wanted] = [from.looks.map(text), to.looks.map(text)];
  const differs: Differs = (row, column) =>
    known[from.styles[row]?.[column] ?? -1] !== wanted[to.styles[row]?.[column] ?? -1];
  const area = differing(...sizeOf(from, to), differs);
  if (!area) return;
  engine.clearStyles(id, area);
  engine.writeStyles(
    id,
    area,
    over(area, (row, column) => styleAt(to, row, column)),
  );
}

/**
 * Sets the sizes that differ, neighbours of one size together.
 * @param usual of what a state does not say
 */
function restoreSizes<T extends number | null>(
  from: readonly T[],
  to: readonly T[],
  usual: T,
  set: (first: number, count: number, size: T) => void,
): void {
  const count = Math.max(from.length, to.length);
  const differs = (at: number): boolean => (from[at] ?? usual) !== (to[at] ?? usual);
  for (let first = 0; first < count;) {
    const size = to[first] ?? usual;
    let next = first;
    while (next < count && (to[next] ?? usual) === size && differs(next)) next++;
    if (next > first) set(first, next - first, size);
    first = Math.max(next, first + 1);
  }
}

/** What `to` does not say is as on a blank sheet. */
function restoreState(engine: SpreadsheetEngine, id: string, to: Partial<SheetState>): void {
  const from: Partial<SheetState> = engine.sheetState(id);
  const wanted: Partial<SheetState> = { ...BLANK.state, ...to };
  const keys = Object.keys({ ...from, ...wanted }) as (keyof SheetState)[];
  const changed = keys.filter((key) => JSON.stringify(from[key]) !== JSON.stringify(wanted[key]));
  if (changed.length === 0) return;
  engine.updateSheet(id, Object.fromEntries(changed.map((key) => [key, wanted[key]])));
}

/** @param sheet whose own names they are; none for the workbook's */
function restoreNames(engine: SpreadsheetEngine, to: NameSnapshot[], sheet?: string): void {
  const wanted = new Map(to);
  const known = new Map(engine.names(sheet));
  for (const name of known.keys()) if (!wanted.has(name)) engine.removeName(name, sheet);
  for (const [name, formula] of wanted) if (known.get(name) !== formula) engine.setName(name, formula, sheet);
}

/** Takes out the sheets that stand in another order among those that stay; they come again. @returns their ids */
function takeMisplaced(engine: SpreadsheetEngine, to: WorkbookSnapshot): Set<string> {
  const ranks = new Map(to.sheets.map(({ id }, rank) => [id, rank]));
  const misplaced = new Set<string>();
  let last = -1;
  for (const { id } of engine.sheets()) {
    const rank = ranks.get(id) ?? last;
    if (rank < last) misplaced.add(id);
    else last = rank;
  }
  for (const id of misplaced) engine.removeSheet(id);
  return misplaced;
}

/**
 * Sheets that must not be there go after those that come: a workbook is never without one.
 * @returns whether sheets were renamed, which formulas follow
 */
function restoreSheets(engine: SpreadsheetEngine, to: WorkbookSnapshot): boolean {
  const there = new Set(engine.sheets().map(({ id }) => id));
  to.sheets.forEach(({ id, name }, rank) => {
    if (there.has(id)) return;
    const before = engine.sheets().findIndex((sheet) => sheet.id === to.sheets[rank - 1]?.id);
    engine.addSheet(name, { id, index: before + 1 });
  });
  engine.activateSheet(to.active);
  const wanted = new Map(to.sheets.map(({ id, name }) => [id, name]));
  for (const { id } of engine.sheets()) if (!wanted.has(id)) engine.removeSheet(id);
  const renamed = engine.sheets().filter(({ id, name }) => wanted.get(id) !== name);
  // where sheets change names with each other, no two have one at a time
  if (renamed.length > 1) for (const { id } of renamed) engine.renameSheet(id, `~${id}`);
  for (const { id } of renamed) engine.renameSheet(id, wanted.get(id)!);
  return renamed.length > 0;
}

/** Writes what differs between two states of a sheet that is there. */
export function restoreSheet(engine: SpreadsheetEngine, from: Sheet, to: SheetSnapshot): void {
  const { id, columnWidths, rowHeights, state, names = [] } = to;
  restoreNames(engine, names, id);
  restoreStyles(engine, id, from, to);
  restoreCells(engine, id, from, to);
  // nobody sizes the last one
  const usualWidth = engine.columnWidth(id, MAX_COLUMNS - 1);
  restoreSizes(from.columnWidths, columnWidths, usualWidth, (first, count, width) =>
    engine.setColumnWidth(id, first, count, width),
  );
  restoreSizes(from.rowHeights, rowHeights, null, (first, count, height) =>
    engine.setRowHeight(id, first, count, height),
  );
  restoreState(engine, id, state);
}

/** Writes what differs between two states of the workbook, so that it becomes `to`; what neither knows of stays. */
export function restore(engine: SpreadsheetEngine, from: WorkbookSnapshot, to: WorkbookSnapshot): void {
  const misplaced = takeMisplaced(engine, to);
  const { sheets } = restoreSheets(engine, to) ? takeSnapshot(engine) : from;
  const stay = sheets.filter(({ id }) => !misplaced.has(id));
  const known = new Map(stay.map((sheet) => [sheet.id, sheet]));
  restoreNames(engine, to.names);
  for (const sheet of to.sheets) restoreSheet(engine, known.get(sheet.id) ?? BLANK, sheet);
  // a sheet that comes out of hiding may come to the front
  if (engine.activeSheet() !== to.active) engine.activateSheet(to.active);
}

const withoutResults = ({ sheets, names }: WorkbookSnapshot): string =>
  JSON.stringify([names, sheets], (_, value: unknown) =>
    value !== null && typeof value === "object" && "formula" in value && "value" in value
      ? { formula: value.formula }
      : value,
  );

/** Whether two states hold the same; results of formulas and where the user is do not count. */
export const isSame = (a: WorkbookSnapshot, b: WorkbookSnapshot): boolean =>
  withoutResults(a) === withoutResults(b);
