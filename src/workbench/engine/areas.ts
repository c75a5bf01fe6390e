import type { Area } from "../../grid";

/** Which lines: rows, one below the other, or columns, side by side. */
export type Axis = "rows" | "columns";

export const overlaps = (a: Area, b: Area): boolean =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;

/** What is left of an area when another is cut out of it: at most four areas. */
export function subtract(from: Area, cut: Area): Area[] {
  if (!overlaps(from, cut)) return [from];
  const top = Math.max(from.row, cut.row);
  const bottom = Math.min(from.row + from.rows, cut.row + cut.rows);
  const left = Math.max(from.column, cut.column);
  const right = Math.min(from.column + from.columns, cut.column + cut.columns);
  return [
    { ...from, rows: top - from.row },
    { ...from, row: bottom, rows: from.row + from.rows - bottom },
    { row: top, rows: bottom - top, column: from.column, columns: left - from.column },
    { row: top, rows: bottom - top, column: right, columns: from.column + from.columns - right },
  ].filter((part) => part.rows > 0 && part.columns > 0);
}

/** What two areas share: one area, or none. */
export const intersect = (a: Area, b: Area): Area[] => {
  if (!overlaps(a, b)) return [];
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  return [
    {
      row,
      column,
      rows: Math.min(a.row + a.rows, b.row + b.rows) - row,
      columns: Math.min(a.column + a.columns, b.column + b.columns) - column,
    },
  ];
};

export const outside = (from: Area[], cuts: Area[]): Area[] =>
  cuts.reduce((left, cut) => left.flatMap((area) => subtract(area, cut)), from);

export const inside = (of: Area[], among: Area[]): Area[] =>
  of.flatMap((a) => among.flatMap((b) => intersect(a, b)));
