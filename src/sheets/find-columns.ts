import { bottomOf, folded, formulaAt, type Grid, isFormula, rightOf, valueAt } from "./cells";
import { type Column, keyOf, STRAYS_TITLE, type TableSheet } from "./table";

/** The row with most of the sheet's headers; null when fewer than half are there, so the sheet is not ours. */
export function findHeader<R>(grid: Grid, sheet: TableSheet<R>): number | null {
  const headers = new Set(sheet.columns.map((c) => folded(c.header)));
  let best: { row: number; hits: number } | null = null;
  for (const [i, cells] of grid.values.entries()) {
    const hits = new Set(cells.map(folded).filter((text) => headers.has(text))).size;
    if (!best || hits > best.hits) best = { row: grid.row + i, hits };
  }
  return best && best.hits * 2 >= headers.size ? best.row : null;
}

/** What a record's cells hold in a column that is ours to fill; null where that depends on where the row stands. */
const fixedTexts = <R>(sheet: TableSheet<R>, column: Column<R>): Set<string> | null => {
  const cells = sheet.groups.flatMap((g) => g.records.map((r) => column.cell?.(r, () => "$A1")));
  return cells.some((cell) => typeof cell === "object") ? null : new Set(cells.map(folded));
};

/** Whether what stands below a header that someone wrote over can be this column's: most of its cells are ours. */
function holds<R>(grid: Grid, sheet: TableSheet<R>, column: Column<R>, header: number, at: number): boolean {
  if (column.entry) return true;
  const texts = fixedTexts(sheet, column);
  let [filled, ours] = [0, 0];
  for (let row = header + 1; row < bottomOf(grid); row++) {
    const value = valueAt(grid, row, at);
    const formula = isFormula(value, formulaAt(grid, row, at));
    if (folded(value) === "" && !formula) continue;
    filled++;
    if (texts ? texts.has(folded(value)) : formula) ours++;
  }
  return ours * 2 >= filled && filled > 0;
}

export interface Columns {
  /** column id → column; ids whose header is gone are absent */
  columns: Map<string, number>;
  /** headers that someone wrote over */
  renamed: { column: number; was: string; header: string }[];
}

/**
 * Columns by header. One whose header was written over is the column between its neighbours, where as many stand
 * there as are missing and what is below them can be theirs.
 */
export function findColumns<R>(grid: Grid, sheet: TableSheet<R>, header: number): Columns {
  const columns = new Map<string, number>();
  const wanted = new Map(sheet.columns.map((c) => [folded(c.header), c.id]));
  for (let column = grid.column; column < rightOf(grid); column++) {
    const id = wanted.get(folded(valueAt(grid, header, column)));
    if (id && !columns.has(id)) columns.set(id, column);
  }
  const renamed: Columns["renamed"] = [];
  const taken = new Set(columns.values());
  for (const { missing, left, right } of gaps(sheet.columns, columns, grid)) {
    const free = range(left + 1, right).filter(
      (c) => !taken.has(c) && folded(valueAt(grid, header, c)) !== "",
    );
    if (free.length !== missing.length) continue;
    missing.forEach((column, i) => {
      if (!holds(grid, sheet, column, header, free[i]!)) return;
      columns.set(column.id, free[i]!);
      renamed.push({
        column: free[i]!,
        was: String(valueAt(grid, header, free[i]!)),
        header: column.header,
      });
    });
  }
  return { columns, renamed };
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/** The runs of columns that were not found, each with the found columns left and right of it. */
function gaps<R>(all: Column<R>[], found: ReadonlyMap<string, number>, grid: Grid) {
  const runs: { missing: Column<R>[]; left: number; right: number }[] = [];
  let left = grid.column - 1;
  let missing: Column<R>[] = [];
  const close = (right: number): void => {
    if (missing.length > 0) runs.push({ missing, left, right });
    missing = [];
  };
  for (const column of all) {
    const at = found.get(column.id);
    if (at === undefined) missing.push(column);
    else {
      close(at);
      left = at;
    }
  }
  close(rightOf(grid));
  return runs;
}

export interface Rows {
  /** record key → row; the first of duplicates */
  rows: Map<string, number>;
  duplicates: { key: string; row: number }[];
}

/** The first row of what an earlier repair has put below the table; no record stands there. */
function endOfTable(grid: Grid): number {
  const title = folded(STRAYS_TITLE);
  const index = grid.values.findIndex((cells) => cells.some((value) => folded(value) === title));
  return index < 0 ? bottomOf(grid) : grid.row + index;
}

/**
 * Rows by key. A row whose key is gone, or another's that has a row of its own, is known by the record's name, where that
 * names only one.
 */
export function findRows<R>(grid: Grid, sheet: TableSheet<R>, header: number, { columns }: Columns): Rows {
  const records = sheet.groups.flatMap((g) => g.records);
  const keys = new Map(records.map((r) => [folded(keyOf(sheet, r)), keyOf(sheet, r)]));
  const names = uniqueNames(sheet, records);
  const at = (id: string, row: number, among: ReadonlyMap<string, string>): string | undefined => {
    const column = columns.get(id);
    return column === undefined ? undefined : among.get(folded(valueAt(grid, row, column)));
  };
  const found: Rows = { rows: new Map(), duplicates: [] };
  const doubtful: { row: number; key?: string; name?: string }[] = [];
  for (let row = header + 1; row < endOfTable(grid); row++) {
    const [key, name] = [at(sheet.key, row, keys), at(sheet.subject, row, names)];
    const isSure = key !== undefined && (name === undefined || name === key) && !found.rows.has(key);
    if (isSure) found.rows.set(key, row);
    else if (key ?? name) doubtful.push({ row, ...(key && { key }), ...(name && { name }) });
  }
  for (const { row, key, name } of doubtful) {
    const known = [key, name].find((one) => one !== undefined && !found.rows.has(one));
    if (known !== undefined) found.rows.set(known, row);
    else if (key !== undefined) found.duplicates.push({ key, row });
  }
  return found;
}

/** Name → key of the records whose name no other has. */
function uniqueNames<R>(sheet: TableSheet<R>, records: R[]): Map<string, string> {
  const cell = sheet.columns.find((c) => c.id === sheet.subject)!.cell!;
  const named = records.map((r) => [folded(cell(r, () => "")), keyOf(sheet, r)] as const);
  return new Map(named.filter(([name]) => named.filter(([other]) => other === name).length === 1));
}
