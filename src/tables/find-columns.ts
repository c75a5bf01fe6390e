import { bottomOf, folded, formulaAt, type Grid, isFormula, rightOf, valueAt } from "../grid";
import { type Column, keyOf, STRAYS_TITLE, type TableSheet } from "./table";
import { ageOf, earlierNames, type Version } from "./template";

/** By what a sheet is known. */
interface Known {
  columns: readonly { id: string; header: string }[];
  versions: readonly Version[];
  unlike?: string;
}

/** Column ids by header, those of earlier versions too. */
const headersOf = (sheet: Known): Map<string, string> =>
  new Map([
    ...earlierNames(sheet, "headers").map(([was, id]) => [folded(was), id] as const),
    ...sheet.columns.map(({ header, id }) => [folded(header), id] as const),
  ]);

const hasLabel = ({ values }: Grid, label: string): boolean =>
  values.some((cells) => cells.some((value) => folded(value) === folded(`${label}：`)));

/** The row with most of the sheet's headers; null when fewer than half are there, so the sheet is not ours. */
export function findHeader(grid: Grid, sheet: Known): number | null {
  const known = headersOf(sheet);
  if (sheet.unlike !== undefined && hasLabel(grid, sheet.unlike)) return null;
  let best: { row: number; hits: number } | null = null;
  for (const [i, cells] of grid.values.entries()) {
    const hits = new Set(cells.flatMap((cell) => known.get(folded(cell)) ?? [])).size;
    if (!best || hits > best.hits) best = { row: grid.row + i, hits };
  }
  return best && best.hits * 2 >= sheet.columns.length ? best.row : null;
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
  const candidates = new Map<string, number[]>();
  const wanted = headersOf(sheet);
  const idAt = (column: number): string | undefined => wanted.get(folded(valueAt(grid, header, column)));
  const there = new Set(range(grid.column, rightOf(grid)).map(idAt));
  /** by another plan's header, where it stands beside a neighbour: people have columns of years of their own */
  const elsewhere = (text: string, at: number): string | undefined =>
    sheet.columns.find(({ id, elsewhere: other }, i) => {
      const beside = [-1, 1].some((step) => {
        const neighbour = sheet.columns[i + step]?.id;
        return neighbour !== undefined && idAt(at + step) === neighbour;
      });
      return other?.test(text) && !there.has(id) && beside;
    })?.id;
  for (let column = grid.column; column < rightOf(grid); column++) {
    const text = folded(valueAt(grid, header, column));
    const id = wanted.get(text) ?? elsewhere(text, column);
    if (id) candidates.set(id, [...(candidates.get(id) ?? []), column]);
  }
  for (const [id, at] of candidates) columns.set(id, bestOf(grid, sheet, header, id, at));
  const renamed: Columns["renamed"] = [];
  const taken = new Set(columns.values());
  for (const { missing, left, right } of gaps(sheet.columns, columns, grid)) {
    const between = range(left + 1, right).filter((c) => !taken.has(c));
    const free = between.length === missing.length ? between : between.filter((c) => isUsed(grid, header, c));
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

const isUsed = (grid: Grid, header: number, column: number): boolean =>
  range(header, bottomOf(grid)).some((row) => folded(valueAt(grid, row, column)) !== "");

/** Of columns with the same header the one that stands between its neighbours. */
function bestOf<R>(grid: Grid, sheet: TableSheet<R>, header: number, id: string, at: number[]): number {
  const place = sheet.columns.findIndex((c) => c.id === id);
  const isBeside = (column: number, step: number): boolean => {
    const neighbour = sheet.columns[place + step]?.header;
    return neighbour !== undefined && folded(valueAt(grid, header, column + step)) === folded(neighbour);
  };
  const score = (column: number): number => Number(isBeside(column, -1)) + Number(isBeside(column, 1));
  return at.reduce((best, column) => (score(column) > score(best) ? column : best));
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

/** The first row of what an earlier repair has put below the table, its title; no record stands there. */
export function endOfTable(grid: Grid): number {
  const title = folded(STRAYS_TITLE);
  const index = grid.values.findIndex((cells) => cells.some((value) => folded(value) === title));
  return index < 0 ? bottomOf(grid) : grid.row + index;
}

/** How many of a record's cells that the plan fixes stand in a row. */
export function likeness<R>(
  grid: Grid,
  sheet: TableSheet<R>,
  { columns }: Pick<Columns, "columns">,
  row: number,
  record: R,
): number {
  return sheet.columns.filter((one) => {
    const [column, expected] = [columns.get(one.id), one.cell?.(record, () => "")];
    if (column === undefined || expected === undefined || typeof expected === "object") return false;
    return folded(valueAt(grid, row, column)) === folded(expected);
  }).length;
}

/** How many of a record's cells the plan fixes. */
export const fixedCells = <R>(sheet: TableSheet<R>, record: R): number =>
  sheet.columns.filter((one) => one.cell && typeof one.cell(record, () => "") !== "object").length;

/**
 * Rows by key. A row whose key is gone, or is another's than its name and the rest of it, is known by its name, where
 * that names only one.
 */
export function findRows<R>(grid: Grid, sheet: TableSheet<R>, header: number, found: Columns): Rows {
  const records = sheet.groups.flatMap((g) => g.records);
  const byKey = new Map(records.map((r) => [keyOf(sheet, r), r]));
  const keys = new Map([...byKey.keys()].map((key) => [folded(key), key]));
  const names = uniqueNames(sheet, records);
  const at = (id: string, row: number, among: ReadonlyMap<string, string>): string | undefined => {
    const column = found.columns.get(id);
    return column === undefined ? undefined : among.get(folded(valueAt(grid, row, column)));
  };
  const alike = (key: string, row: number): number => likeness(grid, sheet, found, row, byKey.get(key)!);
  const rows: Rows = { rows: new Map(), duplicates: [] };
  const doubtful: { row: number; meant: string[] }[] = [];
  const reworded: { row: number; key: string }[] = [];
  const isOther = ageOf(grid, sheet) === "other";
  /** the record's own words, or such as someone changed; in another plan's table only ones that are much like them */
  const isReworded = (record: R, row: number): boolean => {
    const column = found.columns.get(sheet.subject);
    const was = column === undefined ? "" : folded(valueAt(grid, row, column));
    return !isOther || was === "" || areAlike(was, subjectOf(sheet, record));
  };
  const end = endOfTable(grid);
  for (let row = header + 1; row < end; row++) {
    const [key, name] = [at(sheet.key, row, keys), at(sheet.subject, row, names)];
    const meant = [...new Set([key, name].filter((one) => one !== undefined))].sort(
      (a, b) => alike(b, row) - alike(a, row),
    );
    if (sheet.keyIsPlace) {
      if (name !== undefined && !rows.rows.has(name)) rows.rows.set(name, row);
      else if (name !== undefined) doubtful.push({ row, meant: [name] });
      else if (key !== undefined && isReworded(byKey.get(key)!, row)) reworded.push({ row, key });
      continue;
    }
    const isSure = key !== undefined && meant.length === 1 && !rows.rows.has(key);
    if (isSure) rows.rows.set(key, row);
    else if (meant.length > 0) doubtful.push({ row, meant });
  }
  // a row whose place in the list is another's by name is no record's of today
  for (const { row, key } of reworded) if (!rows.rows.has(key)) rows.rows.set(key, row);
  for (const { row, meant } of doubtful) {
    const known = meant.find((one) => !rows.rows.has(one));
    if (known !== undefined) rows.rows.set(known, row);
    else rows.duplicates.push({ key: meant[0]!, row });
  }
  return rows;
}

const subjectOf = <R>(sheet: TableSheet<R>, record: R): string =>
  folded(sheet.columns.find((c) => c.id === sheet.subject)!.cell!(record, () => ""));

const pairsOf = (text: string): Set<string> =>
  new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)));

/** At least half of the neighbouring characters of two texts are the same. */
function areAlike(one: string, other: string): boolean {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  return [...a].filter((pair) => b.has(pair)).length * 4 >= a.size + b.size;
}

/** Name → key of the records whose name no other has. */
export function uniqueNames<R>(sheet: TableSheet<R>, records: R[]): Map<string, string> {
  const subject = sheet.columns.find((c) => c.id === sheet.subject)!;
  const named = records.map((r) => [folded(subject.cell!(r, () => "")), keyOf(sheet, r)] as const);
  return new Map(named.filter(([name]) => named.filter(([other]) => other === name).length === 1));
}
