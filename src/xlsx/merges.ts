import { columnLetters, columnNumber as columnFromZero, MAX_COLUMNS, MAX_ROWS } from "../grid";

/** A merged area; rows and columns counted from 1, last ones included. */
export interface Merge {
  address: string;
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** `AB` → 28; 0 for what is no column. Files count from 1. */
export function columnNumber(letters: string): number {
  const number = /^[A-Z]{1,3}$/.test(letters) ? columnFromZero(letters) + 1 : 0;
  return number <= MAX_COLUMNS ? number : 0;
}

const LETTERS: string[] = [];
/** 28 → `AB`; asked for every cell, so remembered */
export const lettersOf = (column: number): string => (LETTERS[column] ??= columnLetters(column - 1));

const AREA = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/;

/** Null for what is no area of at least two cells. */
export function readMerge(address: string): Merge | null {
  const [, left = "", top, right = "", bottom] = AREA.exec(address) ?? [];
  const merge = {
    address: address.replace(/\$/g, ""),
    top: Number(top),
    left: columnNumber(left),
    bottom: Number(bottom),
    right: columnNumber(right),
  };
  const placed = merge.left > 0 && merge.top > 0 && merge.bottom <= MAX_ROWS;
  const grows = merge.bottom >= merge.top && merge.right >= merge.left;
  const several = merge.bottom > merge.top || merge.right > merge.left;
  return placed && grows && several ? merge : null;
}

type Columns = (Merge | undefined)[];

function lay(merge: Merge, columns: Columns): void {
  for (let column = merge.left; column <= merge.right; column++) columns[column] = merge;
}

function isFree({ top, left, right }: Merge, columns: Columns): boolean {
  for (let column = left; column <= right; column++) if ((columns[column]?.bottom ?? 0) >= top) return false;
  return true;
}

const inOrder = (merges: readonly Merge[]): Merge[] =>
  [...merges].sort((a, b) => a.top - b.top || a.left - b.left);

/** Those that share no cell with one before them, from top to bottom: of two that overlap only one can be shown. */
export function apart(merges: readonly Merge[]): Merge[] {
  const columns: Columns = [];
  return inOrder(merges).filter((merge) => {
    const free = isFree(merge, columns);
    if (free) lay(merge, columns);
    return free;
  });
}

/**
 * Whether a merge covers a cell and shows another one in its place; cells are asked for from top to bottom.
 * @param merges as `apart` gives them
 */
export function covering(merges: readonly Merge[]): (row: number, column: number) => boolean {
  const columns: Columns = [];
  let next = 0;
  return (row, column) => {
    for (; next < merges.length && merges[next]!.top <= row; next++) lay(merges[next]!, columns);
    const merge = columns[column];
    if (!merge || row < merge.top || row > merge.bottom) return false;
    return row !== merge.top || column !== merge.left;
  };
}
