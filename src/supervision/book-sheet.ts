import { area, type Area, type Cell, type Cells, COLORS, type SheetLayout } from "../grid";
import { LIST_FONT, listLayout } from "../sheets";
import { type Book, BOOK_COLUMNS, BOOK_SHEET } from "./book";
import { LADDER } from "./ladder";
import type { BookUpdate } from "./update";

/** What 更新台账 writes: rows below all that stands there, and single cells of rows that do. */
export interface BookWrite {
  /** the sheet to be made first; null: it is there */
  layout: SheetLayout | null;
  /** where the new rows go: it was empty when the sheet was read */
  area: Area | null;
  /** rows × columns; null keeps what is there, under columns that are not ours */
  cells: Cells;
  font: { name: string; size: number };
  changes: readonly { row: number; column: number; was: Cell; value: Cell }[];
}

const HEADERS = BOOK_COLUMNS.map(({ header, width }) => [header, width] as const);
/** Rows above the headers: the ladder. */
const HEAD_ROWS = 1;
const LABEL = "等级（连续滞后期数达到）";

/** The sheet before anything is pressed: the ladder in its head, to be changed there, and the headers. */
export function bookLayout(): SheetLayout {
  const list = listLayout(BOOK_SHEET, HEADERS);
  const width = HEADERS.length;
  const head: Cell[] = ["", "", LABEL, ...LADDER.flatMap(({ level, from }): Cell[] => [level, from])];
  const numbers = LADDER.map((_, i) => area(0, 4 + 2 * i));
  return {
    ...list,
    cells: [[...head, ...Array<Cell>(width - head.length).fill("")], ...list.cells],
    numberFormats: [Array<string>(width).fill("General"), ...list.numberFormats],
    styles: [
      ...list.styles.map((rule) => ({
        ...rule,
        areas: rule.areas.map((one) => ({ ...one, row: one.row + HEAD_ROWS })),
      })),
      {
        areas: [area(0, 0, 1, width)],
        style: { font: { ...LIST_FONT, color: COLORS.text }, horizontal: "Right", vertical: "Center" },
      },
      { areas: numbers, style: { fill: COLORS.entry, horizontal: "Left", locked: false } },
    ],
    rowHeights: [{ row: 0, rows: 1 + HEAD_ROWS, height: 24 }],
    validations: [
      {
        areas: numbers,
        rule: { type: "whole", min: 1, max: 99 },
        prompt: { title: "期数", message: "连续滞后达到几期为这个等级，由小到大。" },
        error: { title: "期数有误", message: "请填 1 以上的整数。" },
      },
    ],
    frozenRows: 1 + HEAD_ROWS,
    print: { ...list.print, title: area(0, 0, 1 + HEAD_ROWS) },
  };
}

/** What an update writes, each cell under its header; null where there is nothing to write. */
export function bookWrite(
  { place }: Book,
  { opened, changes }: Pick<BookUpdate, "opened" | "changes">,
): BookWrite | null {
  if (opened.length + changes.length === 0) return null;
  const columns = place?.columns ?? new Map(BOOK_COLUMNS.map(({ id }, i) => [id, i] as const));
  const left = Math.min(...columns.values());
  const width = Math.max(...columns.values()) - left + 1;
  const cells = opened.map((row) => {
    const line = Array<Cell | null>(width).fill(null);
    for (const [id, column] of columns) line[column - left] = row.cells[id];
    return line;
  });
  const top = place?.bottom ?? 1 + HEAD_ROWS;
  return {
    layout: place ? null : bookLayout(),
    area: cells.length === 0 ? null : area(top, left, cells.length, width),
    cells,
    font: LIST_FONT,
    changes: changes.map(({ row, column, was, value }) => ({
      row: row.row!,
      column: columns.get(column)!,
      was,
      value,
    })),
  };
}
