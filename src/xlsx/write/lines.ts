import type { Row, Worksheet } from "@cj-tech-master/excelts";
import { type Area, MAX_COLUMNS, PIXELS_PER_CHARACTER, POINTS_PER_PIXEL, type SheetState } from "../../grid";
import { fittedHeight } from "./row-height";

/** A file counts column widths in characters of its default font; the library's is Calibri of 11 points. */
export const POINTS_PER_WIDTH = PIXELS_PER_CHARACTER * POINTS_PER_PIXEL;

/** A sheet's lines: widths and heights in points. */
export interface Lines {
  columnWidths: readonly number[];
  /** null: the row follows its text; undefined: it is as the program has it */
  rowHeights: readonly (number | null | undefined)[];
  /** of a row that follows its text */
  leastHeight: number;
  state: SheetState;
}

/** The height of a row that follows its text, as far as can be reckoned; merged cells count as little as in Excel. */
function fit(line: Row, { columnWidths, leastHeight, state }: Lines): void {
  const merged = (column: number): boolean =>
    state.merges.some(
      (m) =>
        line.number > m.row &&
        line.number <= m.row + m.rows &&
        column >= m.column &&
        column < m.column + m.columns,
    );
  const cells = columnWidths.flatMap((points, i) => {
    if (merged(i)) return [];
    const { text, alignment, font } = line.getCell(i + 1);
    return [
      { text, width: points / POINTS_PER_WIDTH, wrap: alignment?.wrapText ?? false, size: font?.size ?? 10 },
    ];
  });
  line.height = fittedHeight(cells, leastHeight);
  line.customHeight = false;
}

/** The library takes this width for none; the file counts in 256ths of a character. */
const UNSAID = 9;
const leastMore = (width: number): number => (width === UNSAID ? width + 1 / 256 : width);

/** Hides them among so many rows and columns. */
function writeHidden(sheet: Worksheet, hidden: readonly Area[], rows: number, columns: number): void {
  for (const area of hidden)
    if (area.columns === MAX_COLUMNS)
      for (let i = area.row; i < Math.min(area.row + area.rows, rows); i++) sheet.getRow(i + 1).hidden = true;
    else
      for (let i = area.column; i < Math.min(area.column + area.columns, columns); i++)
        sheet.getColumn(i + 1).hidden = true;
}

/** Once the cells are there, which some rows follow. */
export function writeLines(sheet: Worksheet, lines: Lines, rows: number): void {
  const { columnWidths, rowHeights, state } = lines;
  columnWidths.forEach((width, i) => (sheet.getColumn(i + 1).width = leastMore(width / POINTS_PER_WIDTH)));
  rowHeights.slice(0, rows).forEach((height, i) => {
    if (height === null) fit(sheet.getRow(i + 1), lines);
    else if (height !== undefined) sheet.getRow(i + 1).height = height;
  });
  writeHidden(sheet, state.hidden, rowHeights.length, columnWidths.length);
}
