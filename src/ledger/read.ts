import { audit } from "../assessment";
import { findIndicator, type Period, type Plan, readPeriod, shownPeriod } from "../plan";
import { asCell, bottomOf, folded, type Grid, isEmpty, rightOf, type Scalar, valueAt } from "../grid";
import { type Check, isIntact, planSign, readCheck, type RowCells } from "./check";
import { inOrder, type LedgerIssue, type LedgerIssueCode } from "./issues";
import { type ColumnId, columnNamed, countIn, type LedgerKind, NATURES } from "./kinds";
import { indexOf, type Ledger, type LedgerPlace, type LedgerRow } from "./ledger";

/** The rows at a sheet's top among which the headers are looked for: people put titles above. */
const TOP_ROWS = 20;

function placeOf(grid: Grid, kind: LedgerKind): LedgerPlace | null {
  const rows: Pick<LedgerPlace, "header" | "columns">[] = grid.values.slice(0, TOP_ROWS).map((cells, i) => {
    const columns = new Map<ColumnId, number>();
    cells.forEach((cell, j) => {
      const id = columnNamed(kind, cell);
      if (id !== undefined && !columns.has(id)) columns.set(id, grid.column + j);
    });
    return { header: grid.row + i, columns };
  });
  const best = rows.reduce((a, b) => (b.columns.size > a.columns.size ? b : a), rows[0]!);
  if (!best || best.columns.size * 2 < kind.columns.length) return null;
  const check = best.columns.get("check");
  const count = check === undefined ? "" : asCell(valueAt(grid, best.header, check));
  return { ...best, count, bottom: bottomOf(grid) };
}

/** True for a sheet that has the ledger's headers, in whatever order and row. */
export const recognizesLedger = (grid: Grid, kind: LedgerKind): boolean => placeOf(grid, kind) !== null;

const once = <K, V>(make: (of: K) => V): ((of: K) => V) => {
  const known = new Map<K, V>();
  return (of) => {
    if (!known.has(of)) known.set(of, make(of));
    return known.get(of)!;
  };
};

/** Adds up the rows of which there is the same to say. */
class Remarks {
  private readonly all = new Map<LedgerIssueCode, { rows: number[]; names: string[] }>();

  /** @param row from 0 */
  add(code: LedgerIssueCode, row: number | null, name?: string): void {
    const known = this.all.get(code) ?? { rows: [], names: [] };
    if (row !== null) known.rows.push(row + 1);
    if (name !== undefined) known.names.push(name);
    this.all.set(code, known);
  }

  issues = (sheet: string): LedgerIssue[] =>
    inOrder([...this.all].map(([code, { rows, names }]) => ({ code, sheet, rows, names })));
}

const NUMBER = /^[-+]?\d+(?:\.\d+)?$/;

/** A figure that someone turned to text is the number all the same; null for what is no such text. */
function numberIn(cell: Scalar | undefined, key: string | null, { table }: LedgerKind, plan: Plan) {
  const text = typeof cell === "string" ? folded(cell) : "";
  const indicator = key === null || table !== "form" || !NUMBER.test(text) ? null : findIndicator(key, plan);
  return indicator?.ok && indicator.value.type !== "words" ? Number(text) : null;
}

/** @param whole no column is missing, so that it can be told whether the row was changed */
function stateOf(
  cells: RowCells,
  check: Check | null,
  kind: LedgerKind,
  sign: string,
  whole: boolean,
): LedgerRow["state"] {
  if (!check) return "typed";
  if (check.plan !== sign) return "foreign";
  return !whole || isIntact(check, cells, kind) ? "intact" : "edited";
}

/** Nothing is left of an archived row but its 校验码. */
const isEmptied = (cells: RowCells): boolean =>
  readCheck(cells.check) !== null &&
  Object.entries(cells).every(([id, cell]) => id === "check" || isEmpty(cell ?? ""));

function remarkOn(row: LedgerRow, plan: Plan, kind: LedgerKind, remarks: Remarks): void {
  const { cells, state, period, key } = row;
  if (state === "foreign") return remarks.add("foreign", row.row);
  if (isEmptied(cells)) return remarks.add("emptied", row.row);
  const isBeyond = period !== null && period.year > plan.targetYear + 1;
  const counts = period !== null && key !== null && !isBeyond;
  // of what was typed and does not count, the reason is told alone
  if (state === "edited" || (state === "typed" && counts)) remarks.add(state, row.row);
  if (isBeyond) remarks.add("beyond", row.row, shownPeriod(cells.period));
  if (period === null) {
    const read = readPeriod(cells.period);
    const code = !read.ok && read.issue.code === "period-ambiguous" ? "ambiguous" : "period";
    remarks.add(code, row.row, shownPeriod(cells.period));
  }
  const name = String(cells.key || cells.name || "");
  // a line such as 合计 is told once
  if (key === null && (period !== null || name !== "")) remarks.add("record", row.row, name);
  if (state !== "intact" && key !== null && !isReadable(cells.value, key, plan, kind))
    remarks.add("unreadable", row.row, String(cells.value));
}

/** What the audit would refuse was not archived so. */
function isReadable(value: Scalar | undefined, key: string, plan: Plan, kind: LedgerKind): boolean {
  const indicator = findIndicator(key, plan);
  if (kind.table !== "form" || !indicator.ok) return true;
  return audit(indicator.value, value).every(({ level }) => level !== "强制");
}

/** What was typed first, as it stands; then by number, of copies the changed one first. */
function byAge(a: LedgerRow, b: LedgerRow): number {
  if (a.number === null || b.number === null)
    return Number(a.number !== null) - Number(b.number !== null) || a.row! - b.row!;
  return (
    a.number - b.number || Number(a.state === "intact") - Number(b.state === "intact") || b.row! - a.row!
  );
}

/** The first archived row changed or noted what stood before it: what was typed is its history. */
const isHistory = (archived: LedgerRow | undefined): boolean =>
  archived !== undefined &&
  (archived.cells.nature === NATURES.revised || !isEmpty(archived.cells.reason ?? ""));

/** Rows that are one figure's without being its history: copies, and what was typed beside. */
function remarkOnTwins(rows: readonly LedgerRow[], index: Ledger["index"], remarks: Remarks): void {
  rows.forEach((row, i) => {
    const next = rows[i + 1];
    if (row.number !== null && next?.cells.check === row.cells.check) remarks.add("doubled", row.row);
  });
  for (const same of index.values()) {
    const archived = same.find(({ state }) => state !== "typed");
    const typed = same.filter(({ state }) => state === "typed");
    const others = archived && !isHistory(archived) ? typed : typed.slice(0, -1);
    for (const { row, cells } of others)
      remarks.add("twice", row, `${shownPeriod(cells.period)} ${String(cells.key)}`);
  }
}

/** More than these are not looked for: someone wrote over a number. */
const MOST_GAPS = 10_000;

/** Numbers that no row has any more. */
function remarkOnGaps(rows: readonly LedgerRow[], last: number, remarks: Remarks): void {
  const there = new Set(rows.map(({ number }) => number));
  for (let number = 1, gaps = 0; number <= last && gaps < MOST_GAPS; number++)
    if (!there.has(number)) {
      gaps++;
      remarks.add("deleted", null, String(number));
    }
}

const EMPTY = { place: null, rows: [], last: 0, index: new Map<string, LedgerRow[]>() };

function remarkOnColumns(
  grid: Grid,
  { header, columns }: LedgerPlace,
  kind: LedgerKind,
  remarks: Remarks,
): void {
  const ours = new Set(columns.values());
  for (let column = grid.column; column < rightOf(grid); column++) {
    const text = valueAt(grid, header, column);
    if (!ours.has(column) && !isEmpty(text)) remarks.add("added", null, String(text));
  }
  for (const { id, header: text } of kind.columns) if (!columns.has(id)) remarks.add("columns", null, text);
}

function rowsOf(
  grid: Grid,
  { header, columns }: LedgerPlace,
  kind: LedgerKind,
  plan: Plan,
  remarks: Remarks,
): LedgerRow[] {
  const periodOf = once((cell: Scalar | undefined): Period | null => {
    const read = readPeriod(cell);
    return read.ok ? read.value : null;
  });
  const keyOf = once((both: string) => {
    const [key, name] = both.split("\u0001") as [string, string];
    return kind.recordOf(key, name, plan);
  });
  const [sign, whole] = [planSign(plan.id), columns.size === kind.columns.length];
  const rows: LedgerRow[] = [];
  for (let row = header + 1; row < bottomOf(grid); row++) {
    const cells: Partial<Record<ColumnId, Scalar>> = {};
    let filled = false;
    for (const [id, column] of columns) {
      const value = asCell(valueAt(grid, row, column)) as Scalar;
      cells[id] = value;
      filled ||= value !== "" && !isEmpty(value);
    }
    if (!filled) continue;
    const check = readCheck(cells.check);
    const key = keyOf(`${String(cells.key ?? "")}\u0001${String(cells.name ?? "")}`);
    const state = stateOf(cells, check, kind, sign, whole);
    const number = state === "intact" || state === "typed" ? numberIn(cells.value, key, kind, plan) : null;
    if (number !== null) remarks.add("as-text", row, String(cells.value));
    rows.push({
      ...{ row, key, state },
      cells: number === null ? cells : { ...cells, value: number },
      number: check?.number ?? null,
      period: periodOf(cells.period),
    });
  }
  return rows;
}

/**
 * Reads a ledger by its headers, wherever its rows and columns stand. Nothing is left out: what cannot be understood is among
 * the issues and stays on the sheet.
 * @param grid null: there is no such sheet
 * @param filtered the sheet shows some of its rows only
 */
export function readLedger(grid: Grid | null, kind: LedgerKind, plan: Plan, filtered = false): Ledger {
  if (!grid) return { kind, ...EMPTY, issues: [] };
  const place = placeOf(grid, kind);
  const remarks = new Remarks();
  if (filtered) remarks.add("filtered", null);
  if (!place) {
    for (const { header } of kind.columns.slice(0, 4)) remarks.add("not-ours", null, header);
    return { kind, ...EMPTY, issues: remarks.issues(kind.name) };
  }
  remarkOnColumns(grid, place, kind, remarks);
  const asStanding = rowsOf(grid, place, kind, plan, remarks);
  const numbers = asStanding.flatMap(({ number }) => number ?? []);
  if (numbers.some((number, i) => i > 0 && number < numbers[i - 1]!)) remarks.add("sorted", null);
  const rows = [...asStanding].sort(byAge);
  const last = numbers.reduce((a, b) => Math.max(a, b), countIn(folded(place.count)));
  const index = indexOf(rows);
  for (const row of asStanding) remarkOn(row, plan, kind, remarks);
  remarkOnTwins(rows, index, remarks);
  if (numbers.length > 0 && countIn(folded(place.count)) === 0) remarks.add("uncounted", null);
  if (place.columns.has("check")) remarkOnGaps(rows, last, remarks);
  return { kind, place, rows, last, index, issues: remarks.issues(kind.name) };
}
