import { type Area, MAX_COLUMNS, MAX_ROWS } from "../engine/engine";
import { columnLetters, columnNumber } from "../engine/references";
import { HostError } from "./errors";

export { MAX_COLUMNS, MAX_ROWS } from "../engine/engine";
export { quoteSheet, shiftFormula } from "../engine/references";

const PART = /^\$?([A-Za-z]{1,3})?\$?(\d{1,7})?$/;

interface Corner {
  row: number | null;
  column: number | null;
}

function corner(text: string): Corner {
  const match = PART.exec(text.trim());
  if (!match || (match[1] === undefined && match[2] === undefined))
    throw new HostError("InvalidArgument", `address "${text}"`);
  const row = match[2] === undefined ? null : Number(match[2]) - 1;
  const column = match[1] === undefined ? null : columnNumber(match[1]);
  if ((row ?? 0) < 0 || (row ?? 0) >= MAX_ROWS || (column ?? 0) >= MAX_COLUMNS)
    throw new HostError("InvalidArgument", `address "${text}"`);
  return { row, column };
}

/** `B2`, `$A$1:C3`, `A:C` or `2:4`, with or without a sheet. @throws HostError InvalidArgument */
export function parseArea(address: string): Area {
  const local = address.slice(address.lastIndexOf("!") + 1);
  const [first, last = first, ...more] = local.split(":").map(corner);
  const alike =
    first &&
    last &&
    (first.row === null) === (last.row === null) &&
    (first.column === null) === (last.column === null);
  const single = !local.includes(":") && (first?.row === null || first?.column === null);
  if (!alike || single || more.length > 0) throw new HostError("InvalidArgument", `address "${address}"`);
  const span = (a: number | null, b: number | null, all: number): [number, number] =>
    a === null || b === null ? [0, all] : [Math.min(a, b), Math.abs(a - b) + 1];
  const [row, rows] = span(first.row, last.row, MAX_ROWS);
  const [column, columns] = span(first.column, last.column, MAX_COLUMNS);
  return { row, column, rows, columns };
}

/** The sheet that a reference such as `'甲 表'!$A$1` names, or null. */
export function sheetOf(reference: string): string | null {
  const end = reference.lastIndexOf("!");
  if (end < 0) return null;
  const name = reference.slice(0, end).replace(/^=/, "");
  return name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name;
}

/** As Excel writes it: `A1`, `A1:B2`, `A:C`, `2:4`. */
export function formatArea({ row, column, rows, columns }: Area): string {
  if (rows === MAX_ROWS) return `${columnLetters(column)}:${columnLetters(column + columns - 1)}`;
  if (columns === MAX_COLUMNS) return `${row + 1}:${row + rows}`;
  const first = `${columnLetters(column)}${row + 1}`;
  return rows * columns === 1 ? first : `${first}:${columnLetters(column + columns - 1)}${row + rows}`;
}
