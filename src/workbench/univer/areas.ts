import type { Area } from "../engine/engine";

export interface Cell {
  row: number;
  column: number;
}

export const cellsOf = ({ row, column, rows, columns }: Area): Cell[] =>
  Array.from({ length: rows * columns }, (_, i) => ({
    row: row + Math.floor(i / columns),
    column: column + (i % columns),
  }));

/** Runs of neighbouring cells, row by row. */
function runsOf(cells: Cell[]): Area[] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const runs: Area[] = [];
  for (const { row, column } of sorted) {
    const last = runs.at(-1);
    const next = last?.row === row ? last.column + last.columns : null;
    if (last && column === next) last.columns++;
    else if (next === null || column > next) runs.push({ row, column, rows: 1, columns: 1 });
  }
  return runs;
}

/** The cells as areas; equal runs in rows that follow each other are one. Cells may repeat. */
export function areasOf(cells: Cell[]): Area[] {
  const open = new Map<string, Area>();
  const areas: Area[] = [];
  for (const run of runsOf(cells)) {
    const key = `${run.column}:${run.columns}`;
    const above = open.get(key);
    if (above && above.row + above.rows === run.row) above.rows++;
    else {
      areas.push(run);
      open.set(key, run);
    }
  }
  return areas;
}
