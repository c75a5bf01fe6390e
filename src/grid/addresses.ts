import type { Area } from "./area";

/** Excel's; an area as wide or high as these is whole rows or columns. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

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

/** Counts from 0: A → 0. */
export const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;

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

const PART = /^\$?([A-Za-z]{1,3})?\$?(\d{1,7})?$/;

/** `H12`, `$H`, `12`: of whole columns the row is null, of whole rows the column. Null for what is on no sheet. */
function readPart(text: string): { row: number | null; column: number | null } | null {
  const [match, letters, digits] = PART.exec(text.trim()) ?? [];
  if (!match || (letters === undefined && digits === undefined)) return null;
  const row = digits === undefined ? null : Number(digits) - 1;
  const column = letters === undefined ? null : columnNumber(letters);
  return (row ?? 0) < 0 || (row ?? 0) >= MAX_ROWS || (column ?? 0) >= MAX_COLUMNS ? null : { row, column };
}

/** `B2`, `$A$1:C3`, `A:C` or `2:4`, with or without a sheet; null for anything else. */
export function readArea(address: string): Area | null {
  const parts = address.slice(address.lastIndexOf("!") + 1).split(":");
  const [first, last = first] = parts.map(readPart);
  if (!first || !last || parts.length > 2) return null;
  const whole = first.row === null || first.column === null;
  const alike =
    (first.row === null) === (last.row === null) && (first.column === null) === (last.column === null);
  if (!alike || (whole && parts.length === 1)) return null;
  const span = (a: number | null, b: number | null, all: number): [number, number] =>
    a === null || b === null ? [0, all] : [Math.min(a, b), Math.abs(a - b) + 1];
  const [row, rows] = span(first.row, last.row, MAX_ROWS);
  const [column, columns] = span(first.column, last.column, MAX_COLUMNS);
  return { row, column, rows, columns };
}

/** A sheet's name in quotes, as it may stand before the ! of any reference. */
export const quoteName = (name: string): string => `'${name.replace(/'/g, "''")}'`;

/** A sheet's name as it stands before the ! of a reference. Names that could be read as something else are quoted. */
export const quoteSheet = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) ? name : quoteName(name);

/** The cell that a reference such as `='甲 表'!$F$3` names, of an area its first; null for anything else. */
export function readReference(formula: string): { sheet: string; row: number; column: number } | null {
  const [, quoted, plain, cell] =
    /^=(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Z]{1,3}\$?\d+)(?::.*)?$/.exec(formula) ?? [];
  const corner = cell === undefined ? null : readCorner(cell);
  return corner && { sheet: quoted?.replace(/''/g, "'") ?? plain!, ...corner };
}
