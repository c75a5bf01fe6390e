import {
  asCell,
  bottomOf,
  type Cell,
  type Formula,
  folded,
  formulaAt,
  type Grid,
  isFormula as isTypedFormula,
  type Scalar,
  valueAt,
} from "../grid";
import { LEDGERS } from "../ledger";
import type { Plan } from "../plan";
import { KEPT_LISTS, TABLES, type TableId } from "../sheets";
import { ladderWith, LADDER, type Step } from "./ladder";

export const BOOK_SHEET = KEPT_LISTS.book.name;

export const BOOK_COLUMNS = [
  { id: "number", header: "序号", width: 6 },
  { id: "opened", header: "立项日期", width: 12 },
  { id: "matter", header: "事项", width: 34 },
  { id: "lead", header: "牵头单位", width: 18 },
  { id: "others", header: "配合单位", width: 18 },
  { id: "problem", header: "问题", width: 40 },
  { id: "streak", header: "连续滞后期数", width: 13 },
  { id: "level", header: "等级", width: 8 },
  { id: "requirement", header: "整改要求", width: 26 },
  { id: "deadline", header: "整改期限", width: 12 },
  { id: "feedback", header: "反馈", width: 26 },
  { id: "closed", header: "销号日期", width: 12 },
] as const;

export type BookColumn = (typeof BOOK_COLUMNS)[number]["id"];
export type BookCells = Readonly<Record<BookColumn, Cell>>;

/** An indicator or a task, as the ledgers name it. */
export interface BookRecord {
  table: TableId;
  /** indicator code or task number */
  key: string;
}

/** One matter that is pressed. */
export interface BookRow {
  /** on the sheet, from 0; null: not there yet */
  row: number | null;
  cells: BookCells;
  /** null where 事项 names nothing of the plan */
  record: BookRecord | null;
}

/** 督办台账 as read. Nothing changes it: an update gives another one. */
export interface Book {
  /** null: the sheet is not there */
  place: { columns: ReadonlyMap<BookColumn, number>; bottom: number } | null;
  rows: readonly BookRow[];
  ladder: readonly Step[];
  /** what is odd about it: where, what, what to do */
  issues: readonly string[];
}

/** The rows among which the headers are looked for: people put titles above. */
const TOP_ROWS = 20;

export const isOpen = ({ cells }: BookRow): boolean => folded(cells.closed) === "";
export const sameRecord = (a: BookRecord | null, b: BookRecord): boolean =>
  a !== null && a.table === b.table && a.key === b.key;

/** `YL07 护理型养老床位占比`, `任务3 …`: begins with the code. */
export function recordOf(matter: unknown, plan: Plan): BookRecord | null {
  const [, code = "", name = ""] = /^\s*(\S+)\s*(.*)$/s.exec(String(matter)) ?? [];
  for (const { id } of TABLES) {
    const key = LEDGERS[id].recordOf(id === "tasks" ? code.replace(/^任务/, "") : code, name, plan);
    if (key !== null) return { table: id, key };
  }
  return null;
}

const isFormula = (cell: Cell): cell is Formula => typeof cell === "object";
/** A cell as it stands; a formula with what it gives. */
function cellAt(grid: Grid, row: number, column: number): Cell {
  const [value, formula] = [asCell(valueAt(grid, row, column)), formulaAt(grid, row, column)];
  return isTypedFormula(value, formula)
    ? { formula, result: typeof value === "number" ? value : String(value) }
    : value;
}
/** What a cell says; a formula by its result. */
export const valueOf = (cell: Cell): Scalar => (isFormula(cell) ? (cell.result ?? "") : cell);

type Columns = NonNullable<Book["place"]>["columns"];

function headerOf(grid: Grid): { row: number; columns: Columns } | null {
  const found = grid.values.slice(0, TOP_ROWS).map((cells, i) => {
    const columns = new Map<BookColumn, number>();
    for (const { id, header } of BOOK_COLUMNS) {
      const at = cells.findIndex((cell) => folded(cell) === header);
      if (at >= 0) columns.set(id, grid.column + at);
    }
    return { row: grid.row + i, columns };
  });
  const best = found.reduce((a, b) => (b.columns.size > a.columns.size ? b : a), found[0]!);
  return best && best.columns.size * 2 >= BOOK_COLUMNS.length ? best : null;
}

/** The number right of each level's name above the table. */
function ladderIn(grid: Grid, header: number): ReturnType<typeof ladderWith> {
  const numbers = new Map<string, unknown>();
  for (let row = grid.row; row < header; row++)
    grid.values[row - grid.row]!.forEach((cell, i) => {
      if (LADDER.some(({ level }) => level === folded(cell)))
        numbers.set(folded(cell), valueAt(grid, row, grid.column + i + 1));
    });
  return ladderWith(numbers);
}

const EMPTY: Book = { place: null, rows: [], ladder: LADDER, issues: [] };

function issuesOf(rows: readonly BookRow[], columns: Columns): string[] {
  const missing = BOOK_COLUMNS.filter(({ id }) => !columns.has(id)).map(({ header }) => header);
  const at = ({ row }: BookRow): string => `第${row! + 1}行`;
  const unknown = rows.filter(({ record }) => record === null);
  const open = rows.filter(isOpen);
  const twice = open.filter(({ record }, i) =>
    open.slice(0, i).some((other) => record !== null && sameRecord(other.record, record)),
  );
  return [
    ...(missing.length > 0
      ? [`“${BOOK_SHEET}”缺少${missing.join("、")}列；请把表头改回原来的字，在此之前不更新`]
      : []),
    ...(unknown.length > 0
      ? [`“${BOOK_SHEET}”${unknown.map(at).join("、")}的事项不在本规划中；原样保留，不更新`]
      : []),
    ...(twice.length > 0
      ? [`“${BOOK_SHEET}”${twice.map(at).join("、")}与上面未销号的一行是同一事项；只更新上面的一行`]
      : []),
  ];
}

/** Reads 督办台账 by its headers, in whatever order and row; absent: nothing is there yet. */
export function readBook(grid: Grid | null, plan: Plan): Book {
  if (!grid || grid.values.length === 0) return EMPTY;
  const header = headerOf(grid);
  if (!header) return { ...EMPTY, issues: [`“${BOOK_SHEET}”没有台账的表头；请把它改名，更新时会另建一张`] };
  const { columns } = header;
  const rows: BookRow[] = [];
  for (let row = header.row + 1; row < bottomOf(grid); row++) {
    const cells = Object.fromEntries(
      BOOK_COLUMNS.map(({ id }) => {
        const column = columns.get(id);
        return [id, column === undefined ? "" : cellAt(grid, row, column)];
      }),
    ) as BookCells;
    if (Object.values(cells).every((cell) => folded(cell) === "")) continue;
    rows.push({ row, cells, record: recordOf(cells.matter, plan) });
  }
  const { ladder, issue } = ladderIn(grid, header.row);
  return {
    place: { columns, bottom: bottomOf(grid) },
    rows,
    ladder,
    issues: [...issuesOf(rows, columns), ...(issue === null ? [] : [`“${BOOK_SHEET}”${issue}`])],
  };
}

/** True where nothing may be written: a column that is gone, or a sheet of that name that is none of ours. */
export const isBroken = ({ place, issues }: Book): boolean =>
  place === null ? issues.length > 0 : place.columns.size < BOOK_COLUMNS.length;
