import { STATUSES } from "../assessment";
import type { Cell } from "../grid";
import type { Ledgers } from "../ledger";
import { type IndicatorStanding, lags, type Summary, type TaskStanding } from "../summary";
import { canonicalName } from "../plan";
import { NO_BUREAU } from "../report";
import {
  BOOK_COLUMNS,
  type Book,
  type BookCells,
  type BookColumn,
  type BookRecord,
  type BookRow,
  isBroken,
  isOpen,
  sameRecord,
  valueOf,
} from "./book";
import { higher, levelAt } from "./ladder";
import { streakOf } from "./streak";
import { figuresLine } from "./letters";

/** One cell of a row that is there, with what must still stand in it. */
export interface BookChange {
  row: BookRow;
  column: BookColumn;
  was: Cell;
  value: Cell;
}

/** What 更新台账 would do. It opens and raises; what has recovered it only proposes, and nothing is taken away. */
export interface BookUpdate {
  opened: readonly BookRow[];
  changes: readonly BookChange[];
  /** open matters that are behind no more, each with why, in words */
  recovered: readonly { row: BookRow; words: string }[];
}

export interface BookHow {
  /** 立项日期, `2023-07-05` */
  date: string;
  /** the first bureau named leads and the others help, where the plan says no 牵头; else all of them lead */
  firstLeads?: boolean;
}

interface Standing {
  record: BookRecord;
  matter: string;
  bureaus: readonly string[];
  lead: string | undefined;
  /** null: nothing is said of it now */
  behind: boolean | null;
  /** what is wrong, or how it stands */
  words: string;
}

function indicatorStanding(one: IndicatorStanding): Standing {
  const { code, name, bureaus, indicator, status, words } = one;
  const word = STATUSES[status].word;
  const line = words.gap === "" ? "" : figuresLine({ ...words, expected: words.expected || null });
  return {
    record: { table: "form", key: code },
    matter: `${code} ${name}`,
    bureaus,
    lead: indicator.lead,
    behind: status === "missing" || status === "invalid" ? null : lags(one),
    words: `${word}：${line === "" ? one.reason : line}`,
  };
}

const taskStanding = ({ code, name, bureaus, behind, state }: TaskStanding): Standing => ({
  record: { table: "tasks", key: code.replace(/^\D+/, "") },
  matter: `${code} ${name}`,
  bureaus,
  lead: undefined,
  behind: behind ? true : state === null ? null : false,
  words: behind ? `${behind.word}：${behind.reason}` : (state ?? ""),
});

function answers(one: Standing, firstLeads: boolean, plan: Summary["plan"]): [string, string] {
  const { lead } = one;
  const bureaus = one.bureaus.filter((name) => name !== NO_BUREAU);
  const leads =
    lead === undefined ? (firstLeads ? bureaus.slice(0, 1) : bureaus) : [canonicalName(lead, plan)];
  return [leads.join("、"), bureaus.filter((name) => !leads.includes(name)).join("、")];
}

const EMPTY_CELLS = Object.fromEntries(BOOK_COLUMNS.map(({ id }) => [id, ""])) as BookCells;

const numbersIn = ({ rows }: Book): number[] =>
  rows.map(({ cells }) => Number(valueOf(cells.number))).filter((number) => Number.isInteger(number));

/** What is to change in a row; empty where it already says so. */
function changesTo(row: BookRow, streak: number, { ladder }: Book): BookChange[] {
  const level = higher(String(valueOf(row.cells.level)), levelAt(streak, ladder), ladder);
  const wanted: [BookColumn, Cell][] = [
    ["streak", streak],
    ["level", level],
  ];
  return wanted.flatMap(([column, value]): BookChange[] => {
    const was = row.cells[column];
    return valueOf(was) === value ? [] : [{ row, column, was, value }];
  });
}

/**
 * What 督办台账 is to say after this period: a new matter for whatever is behind and has no open one, the periods in a row
 * and the level of those that are open, never a lower one; what is behind no more is told as recovered. Nothing where the
 * sheet cannot be written.
 */
export function updateOf(book: Book, summary: Summary, ledgers: Ledgers, how: BookHow): BookUpdate {
  const update = {
    opened: [] as BookRow[],
    changes: [] as BookChange[],
    recovered: [] as { row: BookRow; words: string }[],
  };
  if (isBroken(book)) return update;
  const { plan, parameters, period } = summary;
  let number = Math.max(0, ...numbersIn(book));
  const all = [
    ...(summary.indicators ?? []).map(indicatorStanding),
    ...(summary.tasks ?? []).map(taskStanding),
  ];
  for (const one of all) {
    const open = book.rows.find((row) => isOpen(row) && sameRecord(row.record, one.record));
    if (one.behind === false && open)
      update.recovered.push({ row: open, words: `${one.matter}：${one.words}` });
    if (one.behind !== true) continue;
    const streak = streakOf(one.record.table, one.record.key, period, ledgers, parameters, plan);
    if (open) {
      update.changes.push(...changesTo(open, streak, book));
      continue;
    }
    const [lead, others] = answers(one, how.firstLeads ?? false, plan);
    const level = levelAt(streak, book.ladder);
    const cells = { number: ++number, opened: how.date, matter: one.matter, lead, others };
    update.opened.push({
      row: null,
      cells: { ...EMPTY_CELLS, ...cells, problem: `${period}${one.words}`, streak, level },
      record: one.record,
    });
  }
  return update;
}

/** What closing matters writes: 销号日期, where there is none. */
export const closing = (rows: readonly BookRow[], date: string): BookChange[] =>
  rows.filter(isOpen).map((row) => ({ row, column: "closed", was: row.cells.closed, value: date }));

/** The book once changes and new rows have been written; the given one stays. */
export function withUpdate(book: Book, { opened, changes }: Pick<BookUpdate, "opened" | "changes">): Book {
  const changed = (row: BookRow): BookRow => ({
    ...row,
    cells: changes
      .filter((change) => change.row === row)
      .reduce((cells, { column, value }) => ({ ...cells, [column]: value }), row.cells),
  });
  return { ...book, rows: [...book.rows.map(changed), ...opened] };
}
