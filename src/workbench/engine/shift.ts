import {
  type Area,
  type Axis,
  type ChartState,
  MAX_COLUMNS,
  MAX_ROWS,
  type PageSetup,
  type SheetState,
} from "./engine";
import { areaOf, mapReferences, shiftFormula, withArea } from "./references";
import type { NameSnapshot, SheetSnapshot, WorkbookSnapshot } from "./snapshot";

/** Cells that come or go; those below them ("rows") or right of them ("columns") move away or close up. */
export interface Shift {
  kind: "inserted" | "deleted";
  area: Area;
  moved: Axis;
}

/** First and number of rows or columns. */
type Span = [first: number, count: number];

const EDGE = { rows: MAX_ROWS, columns: MAX_COLUMNS } as const;
const other = (axis: Axis): Axis => (axis === "rows" ? "columns" : "rows");

const along = ({ row, column, rows, columns }: Area, axis: Axis): Span =>
  axis === "rows" ? [row, rows] : [column, columns];

const withSpan = (area: Area, axis: Axis, [first, count]: Span): Area =>
  axis === "rows" ? { ...area, row: first, rows: count } : { ...area, column: first, columns: count };

/** Whether all of the area lies where cells move. */
const isAcross = (area: Area, { area: shifted, moved }: Shift): boolean => {
  const [[first, count], [from, width]] = [along(area, other(moved)), along(shifted, other(moved))];
  return first >= from && first + count <= from + width;
};

/** Grows when cells come in its midst; null when all of it is gone. */
function moveSpan([first, count]: Span, { kind, area, moved }: Shift): Span | null {
  const [at, by] = along(area, moved);
  const edge = EDGE[moved];
  if (count === edge) return [first, count];
  const back = (line: number): number => (line <= at ? line : Math.max(at, line - by));
  const end = first + count;
  const [start, stop] =
    kind === "deleted"
      ? [back(first), back(end)]
      : [first < at ? first : first + by, end <= at ? end : Math.min(end + by, edge)];
  return stop > start ? [start, stop - start] : null;
}

/** Where an area that is one thing is afterwards: what lies only partly where cells move stays; null when it is gone. */
export function moveArea(area: Area, shift: Shift): Area | null {
  if (!isAcross(area, shift)) return area;
  const span = moveSpan(along(area, shift.moved), shift);
  return span && withSpan(area, shift.moved, span);
}

/** Where the cells of an area are afterwards: what lies only partly where cells move is cut. */
function moveCells(area: Area, shift: Shift): Area[] {
  const axis = other(shift.moved);
  const [first, count] = along(area, axis);
  const [from, width] = along(shift.area, axis);
  const [end, to] = [first + count, from + width];
  const span = along(area, shift.moved);
  if (String(moveSpan(span, shift)) === String(span)) return [area];
  const parts: Span[] = [
    [first, Math.min(end, from) - first],
    [Math.max(first, from), Math.min(end, to) - Math.max(first, from)],
    [Math.max(first, to), end - Math.max(first, to)],
  ];
  return parts
    .filter(([, length]) => length > 0)
    .flatMap((part) => moveArea(withSpan(area, axis, part), shift) ?? []);
}

/** The cell that is at a place afterwards; null for a new one. */
function cellBefore(row: number, column: number, shift: Shift): { row: number; column: number } | null {
  const cell = { row, column, rows: 1, columns: 1 };
  const [at, by] = along(shift.area, shift.moved);
  const [line] = along(cell, shift.moved);
  if (!isAcross(cell, shift) || line < at) return cell;
  if (shift.kind === "inserted" && line < at + by) return null;
  return withSpan(cell, shift.moved, [shift.kind === "inserted" ? line - by : line + by, 1]);
}

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/**
 * A formula that refers to cells of the sheet where they move.
 * @param standsOn whether the formula stands on that sheet
 */
export const moveFormula = (formula: string, shift: Shift, sheetName: string, standsOn: boolean): string =>
  mapReferences(formula, (reference) => {
    const ours = reference.sheet === null ? standsOn : sameName(reference.sheet, sheetName);
    if (!ours) return reference;
    const area = moveArea(areaOf(reference), shift);
    return area && withArea(reference, area);
  });

const overlapsAcross = (area: Area, { area: shifted, moved }: Shift): boolean => {
  const [[first, count], [from, width]] = [along(area, other(moved)), along(shifted, other(moved))];
  return first < from + width && from < first + count;
};

/** Whether a merged area lies only partly where cells move: it would be cut through. */
export const cutsMerge = (merges: Area[], shift: Shift): boolean =>
  merges.some((merge) => {
    const [first, count] = along(merge, shift.moved);
    const isReached = first + count > along(shift.area, shift.moved)[0];
    return isReached && overlapsAcross(merge, shift) && !isAcross(merge, shift);
  });

/** A rule's formulas are relative to the first cell of its first area, which may be another one afterwards. */
function moveRule<R extends { areas: Area[] }>(
  rule: R,
  shift: Shift,
  change: (rule: R, formula: (text: string) => string) => R,
  sheetName: string,
): R[] {
  const areas = rule.areas.flatMap((area) => moveCells(area, shift));
  const [was, is] = [rule.areas[0], areas[0]];
  if (!was || !is) return [];
  const before = cellBefore(is.row, is.column, shift) ?? was;
  const formula = (text: string): string =>
    moveFormula(shiftFormula(text, before.row - was.row, before.column - was.column), shift, sheetName, true);
  return [change({ ...rule, areas }, formula)];
}

/** Addresses of a page, such as `A1:F20,H1:J9`; undefined when nothing is left of them. */
function moveAddresses(addresses: string | undefined, shift: Shift): string | undefined {
  const moved = addresses?.split(",").map((address) => moveFormula(address, shift, "", true));
  return moved?.filter((address) => !address.includes("#REF!")).join(",") || undefined;
}

/** Print area, title rows and title columns. */
export function movePage(page: PageSetup, shift: Shift): PageSetup {
  const { printArea, printTitleRows, printTitleColumns, ...rest } = page;
  const areas = Object.entries({ printArea, printTitleRows, printTitleColumns })
    .map(([name, addresses]) => [name, moveAddresses(addresses, shift)] as const)
    .filter(([, addresses]) => addresses !== undefined);
  return { ...rest, ...Object.fromEntries(areas) };
}

/**
 * Where a chart is and what it draws afterwards. It stays as long as its sheet does: with one line of cells where all of
 * its place is gone, and without series where all of their cells are. A source of which only a part moves stays whole.
 */
export function moveChart(chart: ChartState, shift: Shift): ChartState {
  const remains = (area: Area): Area =>
    moveArea(area, shift) ?? withSpan(area, shift.moved, [along(shift.area, shift.moved)[0], 1]);
  const position = remains(chart.position);
  if (!isAcross(chart.source, shift)) return { ...chart, position };
  const series = chart.series.flatMap((one) => {
    const values = moveArea(one.values, shift);
    return values ? [{ ...one, values }] : [];
  });
  return { ...chart, position, source: remains(chart.source), series };
}

/** Rows or columns that come or go within the frozen ones are frozen too. */
function moveFrozen(frozen: number, axis: Axis, shift: Shift): number {
  const whole = along(shift.area, other(axis))[1] === EDGE[other(axis)];
  if (axis !== shift.moved || !whole) return frozen;
  const [at, by] = along(shift.area, axis);
  if (shift.kind === "inserted") return at < frozen ? frozen + by : frozen;
  return moveSpan([0, frozen], shift)?.[1] ?? 0;
}

const isOneCell = ({ rows, columns }: Area): boolean => rows * columns === 1;

/** What belongs to the sheet where cells move. */
export function moveState(state: SheetState, shift: Shift, sheetName: string): SheetState {
  const moveAll = (areas: Area[]): Area[] => areas.flatMap((area) => moveArea(area, shift) ?? []);
  const optional = (text: string | undefined, formula: (text: string) => string): string | undefined =>
    text?.startsWith("=") ? formula(text) : text;
  return {
    ...state,
    merges: moveAll(state.merges).filter((area) => !isOneCell(area)),
    hidden: moveAll(state.hidden),
    validations: state.validations.flatMap((rule) =>
      moveRule(
        rule,
        shift,
        (moved, formula) => ({
          ...moved,
          ...(moved.formula1 !== undefined && { formula1: optional(moved.formula1, formula) }),
          ...(moved.formula2 !== undefined && { formula2: optional(moved.formula2, formula) }),
        }),
        sheetName,
      ),
    ),
    highlights: state.highlights.flatMap((rule) =>
      moveRule(rule, shift, (moved, formula) => ({ ...moved, formula: formula(moved.formula) }), sheetName),
    ),
    charts: state.charts.map((chart) => moveChart(chart, shift)),
    frozenRows: moveFrozen(state.frozenRows, "rows", shift),
    frozenColumns: moveFrozen(state.frozenColumns, "columns", shift),
    page: movePage(state.page, shift),
  };
}

/** How many rows or columns of the table there are afterwards: enough for all that was in it, and for what is new. */
const lengthAfter = (length: number, axis: Axis, { kind, area, moved }: Shift): number => {
  const [at, by] = along(area, axis);
  return axis === moved && kind === "inserted" && at <= length ? length + by : length;
};

/** A table whose cells move; `fresh` gives what is in new cells and in those that come from beyond it. */
function moveTable<T>(table: T[][], shift: Shift, fresh: (row: number, column: number) => T): T[][] {
  const rows = lengthAfter(table.length, "rows", shift);
  const columns = lengthAfter(table[0]?.length ?? 0, "columns", shift);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const before = cellBefore(row, column, shift);
      return (before && table[before.row]?.[before.column]) ?? fresh(row, column);
    }),
  );
}

/** No look of its own. */
const PLAIN = -1;

/** A new cell looks as the one above it or left of it, as Excel does unasked. */
function moveStyles(styles: number[][], shift: Shift): number[][] {
  const [at] = along(shift.area, shift.moved);
  const neighbour = (row: number, column: number): number =>
    (shift.moved === "rows" ? styles[at - 1]?.[column] : styles[row]?.[at - 1]) ?? PLAIN;
  return moveTable(styles, shift, (row, column) =>
    cellBefore(row, column, shift) ? PLAIN : neighbour(row, column),
  );
}

/** Sizes move with whole rows or columns only; new ones are as the one before them. */
function moveSizes<T>(sizes: T[], axis: Axis, usual: T, shift: Shift): T[] {
  const [first, count] = along(shift.area, other(axis));
  if (axis !== shift.moved || first > 0 || count < EDGE[other(axis)]) return sizes;
  const [at, by] = along(shift.area, axis);
  if (at > sizes.length) return sizes;
  const extra = (size: T): T[] => Array<T>(by).fill(size);
  return shift.kind === "inserted"
    ? [...sizes.slice(0, at), ...extra(sizes[at - 1] ?? usual), ...sizes.slice(at)]
    : [...sizes.slice(0, at), ...sizes.slice(at + by), ...extra(usual)];
}

const moveSheet = (sheet: SheetSnapshot, shift: Shift, usualWidth: number): SheetSnapshot => ({
  ...sheet,
  cells: moveTable(sheet.cells, shift, () => null),
  styles: moveStyles(sheet.styles, shift),
  columnWidths: moveSizes(sheet.columnWidths, "columns", usualWidth, shift),
  rowHeights: moveSizes(sheet.rowHeights, "rows", null, shift),
  state: moveState(sheet.state, shift, sheet.name),
});

/**
 * The workbook with cells of one sheet inserted or deleted, as Excel does it.
 * @param usualWidth of a column that nobody sized, in points; such a row follows its text
 */
export function shifted(
  book: WorkbookSnapshot,
  sheetId: string,
  shift: Shift,
  usualWidth: number,
): WorkbookSnapshot {
  const target = book.sheets.find(({ id }) => id === sheetId)!;
  const moveNames = (names: NameSnapshot[]): NameSnapshot[] =>
    names.map(([name, formula]) => [name, moveFormula(formula, shift, target.name, false)]);
  const inSheet = (sheet: SheetSnapshot): SheetSnapshot => ({
    ...sheet,
    ...(sheet.names && { names: moveNames(sheet.names) }),
    cells: sheet.cells.map((row) =>
      row.map((cell) =>
        cell?.formula
          ? { ...cell, formula: moveFormula(cell.formula, shift, target.name, sheet.id === sheetId) }
          : cell,
      ),
    ),
  });
  return {
    ...book,
    sheets: book.sheets.map((sheet) =>
      inSheet(sheet.id === sheetId ? moveSheet(sheet, shift, usualWidth) : sheet),
    ),
    names: moveNames(book.names),
  };
}
