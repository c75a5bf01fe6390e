import type { Worksheet } from "@cj-tech-master/excelts";
import { type Area, MAX_COLUMNS, MAX_ROWS } from "../engine/engine";

/** Runs of lines for which it holds: first and number. */
function runs(count: number, holds: (index: number) => boolean): [first: number, count: number][] {
  const found: [number, number][] = [];
  for (let i = 0; i < count; i++) {
    const last = found.at(-1);
    if (!holds(i)) continue;
    if (last && last[0] + last[1] === i) last[1]++;
    else found.push([i, 1]);
  }
  return found;
}

const rowsAt = ([row, rows]: [number, number]): Area => ({ row, rows, column: 0, columns: MAX_COLUMNS });
const columnsAt = ([column, columns]: [number, number]): Area => ({
  row: 0,
  rows: MAX_ROWS,
  column,
  columns,
});

/** The hidden among so many rows and columns. */
export const readHidden = (sheet: Worksheet, rows: number, columns: number): Area[] => [
  ...runs(rows, (i) => Boolean(sheet.getRow(i + 1).hidden)).map(rowsAt),
  ...runs(columns, (i) => Boolean(sheet.getColumn(i + 1).hidden)).map(columnsAt),
];

/** Hides them among so many rows and columns. */
export function writeHidden(sheet: Worksheet, hidden: Area[], rows: number, columns: number): void {
  for (const area of hidden)
    if (area.columns === MAX_COLUMNS)
      for (let i = area.row; i < Math.min(area.row + area.rows, rows); i++) sheet.getRow(i + 1).hidden = true;
    else
      for (let i = area.column; i < Math.min(area.column + area.columns, columns); i++)
        sheet.getColumn(i + 1).hidden = true;
}
