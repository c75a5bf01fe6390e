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

const columnNumber = (letters: string): number =>
  [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** `H12` or `$F$3` as numbers from 0; null for anything else. */
function readCorner(text: string): { row: number; column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d+)$/.exec(text) ?? [];
  return letters && digits ? { row: Number(digits) - 1, column: columnNumber(letters) } : null;
}

/** The areas of an address such as `甲!A1:B2,甲!D4`; parts that are none are left out. */
export const readAreas = (address: string): Area[] =>
  address.split(",").flatMap((part) => {
    const [first, last = first] = part
      .slice(part.lastIndexOf("!") + 1)
      .trim()
      .split(":")
      .map(readCorner);
    return first && last
      ? [area(first.row, first.column, last.row - first.row + 1, last.column - first.column + 1)]
      : [];
  });

/** The cell that a reference such as `='甲 表'!$F$3` names, of an area its first; null for anything else. */
export function readReference(formula: string): { sheet: string; row: number; column: number } | null {
  const [, quoted, plain, cell] =
    /^=(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Z]{1,3}\$?\d+)(?::.*)?$/.exec(formula) ?? [];
  const corner = cell === undefined ? null : readCorner(cell);
  return corner && { sheet: quoted?.replace(/''/g, "'") ?? plain!, ...corner };
}
