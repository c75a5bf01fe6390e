import type { Area } from "./layout";

/** `0` → `A`, `26` → `AA`. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}

/** The address a person reads, such as `H12`. */
export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** `A1` or `A1:C3`. */
export function areaAddress({ row, column, rows, columns }: Area): string {
  const first = cellAddress(row, column);
  return rows * columns === 1 ? first : `${first}:${cellAddress(row + rows - 1, column + columns - 1)}`;
}

/** `$F$3` */
export const absoluteAddress = ({ row, column }: Area): string => `$${columnLetters(column)}$${row + 1}`;

export const area = (row: number, column: number, rows = 1, columns = 1): Area => ({
  row,
  column,
  rows,
  columns,
});

/** Joins areas of the same columns whose rows follow each other. */
export function joinRows(areas: Area[]): Area[] {
  const joined: Area[] = [];
  for (const next of [...areas].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = joined.at(-1);
    const follows =
      last &&
      last.column === next.column &&
      last.columns === next.columns &&
      last.row + last.rows === next.row;
    if (follows) last.rows += next.rows;
    else joined.push({ ...next });
  }
  return joined;
}
