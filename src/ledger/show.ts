import { parsePeriod, type Period, type Plan, planMessage, readPeriod, samePeriod } from "../plan";
import { asCell, type Cell, type Scalar } from "../grid";
import { type Held, UPDATE } from "../report";
import { type CellWrite, type EntryCell, type TableId, TABLES } from "../sheets";
import { type Archive, type ArchiveHow, archiveOf, brokenIn, withArchive } from "./archive";
import { compareFigures, isToCome } from "./compare";
import { type Current, type Figure, writtenOf } from "./figures";
import type { LedgerIssue } from "./issues";
import { LEDGERS } from "./kinds";
import { archivedPeriods, latestOf, type LedgerRow, type Ledgers, monthsOf } from "./ledger";
import { sameLastYear } from "./period-words";

/** 报告期 of a table to be written, with what stands there. */
export interface HeadWrite {
  table: TableId;
  /** such as F3 */
  address: string;
  was: Cell;
  value: Cell;
  /** a formula that stands there says what another table says: it is left as it is */
  unlessFormula: boolean;
}

/** What brings a period before the user's eyes: cells that change, and no others. */
export interface Showing {
  period: string;
  heads: HeadWrite[];
  cells: CellWrite[];
  /** what is archived of the period and has no row on the sheets */
  unplaced: LedgerRow[];
}

/** What a table's entry cells are to hold of a record. */
type Wanted = { column: string; value: Scalar; was: unknown; format?: string };

interface Sight {
  held: Held;
  ledgers: Ledgers;
  period: Period;
  /** what lasts stays, as when a period begins; not where an archived one is looked at */
  fresh: boolean;
}

/** What a cell holds; of a formula what it shows. */
const contentOf = ({ content }: EntryCell, shown: string): Cell =>
  typeof content === "object" ? shown : content;
const cellOf = (row: LedgerRow | undefined, id: "value" | "words"): Scalar => row?.cells[id] ?? "";

function formCells({ held, ledgers: { form }, period }: Sight): [key: string, cells: Wanted[]][] {
  return (held.form?.rows ?? []).map((row) => {
    const { actual, previous, explanation } = row.cells;
    const now = latestOf(form, period, row.code);
    const before = latestOf(form, sameLastYear(period), row.code);
    return [
      row.code,
      [
        { column: "previous", value: cellOf(before, "value"), was: row.previous, format: previous.ownFormat },
        { column: "actual", value: cellOf(now, "value"), was: row.actual, format: actual.ownFormat },
        {
          column: "explanation",
          value: cellOf(now, "words"),
          was: contentOf(explanation, row.explanation),
          format: explanation.ownFormat,
        },
      ],
    ];
  });
}

function taskCells({ held, ledgers: { tasks }, period, fresh }: Sight): [key: string, cells: Wanted[]][] {
  return (held.tasks?.rows ?? []).flatMap((row): [string, Wanted[]][] => {
    const key = String(row.task.number);
    const now = latestOf(tasks, period, key);
    if (!now && fresh && LEDGERS.tasks.lasts(row.state)) return [];
    return [
      [
        key,
        [
          { column: "state", value: cellOf(now, "value"), was: row.state },
          {
            column: "progress",
            value: cellOf(now, "words"),
            was: contentOf(row.cells.progress, row.progress),
          },
        ],
      ],
    ];
  });
}

const writesOf = (table: TableId, records: [key: string, cells: Wanted[]][]): CellWrite[] =>
  records.flatMap(([key, cells]) =>
    cells.flatMap(({ column, value, was, format }): CellWrite[] =>
      asCell(was) === value
        ? []
        : [{ table, key, column, was: asCell(was), value, ...(format !== undefined && { format }) }],
    ),
  );

function headsOf(held: Held, period: string): HeadWrite[] {
  return TABLES.flatMap(({ id, followsPeriod }): HeadWrite[] => {
    const data = held[id];
    if (!data || data.periodAddress === "" || asCell(data.period) === period) return [];
    const [address, was] = [data.periodAddress, asCell(data.period)];
    return [{ table: id, address, was, value: period, unlessFormula: followsPeriod && held.form !== null }];
  });
}

function unplacedOf({ held, ledgers, period }: Sight): LedgerRow[] {
  return TABLES.flatMap(({ id }) => {
    if (!held[id]) return [];
    const there = new Set<string>(
      id === "form"
        ? held.form!.rows.map(({ code }) => code)
        : held.tasks!.rows.map(({ task }) => String(task.number)),
    );
    const rows = [...ledgers[id].index.values()].map((same) => same.at(-1)!);
    const isOf = (row: LedgerRow): boolean =>
      row.period!.year === period.year && row.period!.month === period.month && cellOf(row, "value") !== "";
    return rows.filter((row) => isOf(row) && !there.has(row.key!));
  });
}

/** The period that the figures on the sheets are of, under its own name again: nothing but 报告期 changes. */
export const renamed = (held: Held, period: string): Showing => ({
  period,
  heads: headsOf(held, period),
  cells: [],
  unplaced: [],
});

function showing(sight: Sight, text: string): Showing {
  return {
    period: text,
    heads: headsOf(sight.held, text),
    cells: [...writesOf("form", formCells(sight)), ...writesOf("tasks", taskCells(sight))],
    unplaced: unplacedOf(sight),
  };
}

/** What stands in the way of showing another period. */
export type ShowObstacle =
  /** no period, or not one that can be gone to */
  | { code: "target"; words: string }
  /** a ledger's columns are not what they were: what it says cannot be read */
  | { code: "ledger"; issues: LedgerIssue[] }
  /** nothing is archived of it: a blank form would be shown for an archived one */
  | { code: "never"; period: string }
  /** the form holds what is not archived: it would be lost */
  | { code: "unarchived"; figures: Figure[] };

/** What would be lost: what is not archived, and all that is filled in for a period that cannot be read. */
function unarchived(current: Current, ledgers: Ledgers): Figure[] {
  if (readPeriod(writtenOf(current)).ok)
    return compareFigures(current, ledgers).flatMap((one) => (isToCome(one) ? one.figure : []));
  return current.figures.filter(
    ({ value, words }) => words !== null && (value !== "" || words.trim() !== ""),
  );
}

/** Without its place for 报告期 a table would show one period's figures under another's name. */
function headFault({ form, tasks }: Held): string | null {
  const data = form ?? tasks;
  if (!data) return "没有“指标填报”表，请先插入指标模板";
  return data.periodAddress === ""
    ? `“${data.sheet.name}”上没有“报告期”一格，请点“${UPDATE[form ? "form" : "tasks"]}”，填报内容会保留`
    : null;
}

/**
 * 调阅: the cells that show an archived period in form and tasks, last year's figures beside it. Nothing is shown as long as
 * the form holds what is archived nowhere, unless it may be given up.
 */
export function recall(
  current: Current,
  held: Held,
  ledgers: Ledgers,
  period: string,
  plan: Plan,
  giveUp = false,
): { obstacles: ShowObstacle[]; showing: Showing | null } {
  const read = parsePeriod(period, plan);
  const broken = brokenIn(ledgers);
  if (broken.length > 0) return { obstacles: [{ code: "ledger", issues: broken }], showing: null };
  const words = read.ok ? headFault(held) : `${planMessage(read.issue)}；请从“往期”中另选一期`;
  if (!read.ok || words !== null) return { obstacles: [{ code: "target", words: words! }], showing: null };
  const figures = giveUp ? [] : unarchived(current, ledgers);
  const isArchived = archivedPeriods(ledgers).some(({ text }) => samePeriod(text, period));
  const obstacles: ShowObstacle[] = [
    ...(isArchived ? [] : [{ code: "never", period } as const]),
    ...(figures.length > 0 ? [{ code: "unarchived", figures } as const] : []),
  ];
  if (obstacles.length > 0) return { obstacles, showing: null };
  return { obstacles: [], showing: showing({ held, ledgers, period: read.value, fresh: false }, period) };
}

/** 结转下期, whole: what is appended to the ledgers, and the cells that begin the next period. */
export interface Roll {
  archive: Archive;
  obstacles: Extract<ShowObstacle, { code: "target" }>[];
  /** null as long as anything stands in the way, of archiving or of this */
  showing: Showing | null;
}

function targetFault(from: string, to: string, plan: Plan): string | null {
  const read = parsePeriod(to, plan);
  if (!read.ok) return planMessage(read.issue);
  const now = readPeriod(from);
  if (samePeriod(from, to)) return `下一期“${to}”与本期相同，请另选一期`;
  return now.ok && monthsOf(read.value) < monthsOf(now.value)
    ? `“${to}”早于本期“${from}”；看往期请用“调阅”`
    : null;
}

/**
 * 结转下期: archives, then begins the next period: 报告期, 本期值 and 情况说明 blank (or as archived, where the period has been
 * begun before), 上年同期 of the ledger. All of it or, where something cannot be archived, nothing.
 */
export function rollForward(
  current: Current,
  held: Held,
  ledgers: Ledgers,
  next: string,
  how: Omit<ArchiveHow, "cleanOnly">,
  plan: Plan,
): Roll {
  const archive = archiveOf(current, ledgers, how, plan);
  const fault = headFault(held) ?? targetFault(current.period, next, plan);
  const obstacles: Roll["obstacles"] = fault === null ? [] : [{ code: "target", words: fault }];
  const read = readPeriod(next);
  // an empty form has nothing to lose
  const stops = archive.obstacles.some(({ code }) => code !== "nothing");
  if (stops || obstacles.length > 0 || !read.ok) return { archive, obstacles, showing: null };
  const sight = { held, ledgers: withArchive(ledgers, archive), period: read.value, fresh: true };
  return { archive, obstacles, showing: showing(sight, next) };
}
