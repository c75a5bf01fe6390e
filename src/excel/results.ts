import { area, type Grid, readReference, type SheetLayout } from "../grid";
import type { Plan } from "../plan";
import { KEPT_LISTS, TABLES } from "../sheets";
import { type Book, type BookWrite, readBook } from "../supervision";
import { applyCharts } from "./apply-charts";
import { type Candidate, formulasOf, gridOf, remember, sameName, View } from "./find";
import { namesFor } from "./insert";
import { CommandError } from "./issues";
import { forgetKept, type OpenKept } from "./kept";
import { type Periods, periodsOf } from "./ledger";
import { type Change, queueChange, undoChange } from "./ledger-change";
import { blocksOf } from "./ledger-cells";
import { MADE_SHEETS, type MadeId, type MadeRecord, madeIn, recordName, recordText } from "./made";
import { run } from "./run";
import { asideNames, beforeOf, FORMER, type Former, queueSet, type SheetSet, undoSet } from "./sheet-set";
import { isUntouched, noteWritten } from "./untouched";
import { freeName, syncOrUndo } from "./undo";

export { madeIn, type MadeId, type MadeRecord } from "./made";

/** A made sheet as it stands. */
export interface Standing {
  grid: Grid | null;
  /** nobody has written on it since */
  untouched: boolean;
  /** of the rows that were made, where they were noted */
  marks: ReadonlySet<string>;
}

/** What results are made of, and what of them is there. */
export interface Results extends Periods {
  book: Book;
  /** of the sheets that were asked for: those that are there */
  standing: Partial<Record<MadeId, Standing>>;
  made: (id: MadeId) => MadeRecord | null;
}

/** A sheet that is to be made. */
export interface NewSheet {
  id: MadeId;
  layout: SheetLayout;
  /** the one before stays beside it; absent: where somebody has written on it */
  keeps?: boolean;
  /** marks of its rows, but for what somebody wrote on the former one: so that is known again */
  marks?: readonly string[];
}

/** What is to be written: sheets or the book, and of what it was made. */
export interface ResultsWrite {
  sheets?: readonly NewSheet[];
  book?: BookWrite | null;
  record: MadeRecord;
}

/** What became of the sheets. */
export interface WrittenResults {
  /** name of the first, or of the book */
  sheet: string;
  /** names of former ones that stay beside the new */
  kept: string[];
}

/** Longer texts Excel takes in no formula. */
const MARKS_PER_NAME = 240;
const MARKS = "YIZHI_ROWS_";

function noteRows({ names }: Excel.Worksheet, marks: readonly string[]): void {
  const all = marks.join("");
  for (let at = 0; at < all.length; at += MARKS_PER_NAME)
    names.add(`${MARKS}${at / MARKS_PER_NAME + 1}`, `="${all.slice(at, at + MARKS_PER_NAME)}"`);
}

function marksOf({ own }: Candidate): Set<string> {
  const texts = [...(own ? formulasOf(own) : [])].flatMap(([name, formula]) =>
    name.startsWith(MARKS) ? (formula.match(/[0-9a-f]{6}/g) ?? []) : [],
  );
  return new Set(texts);
}

const standingOf = (one: Candidate): Standing => ({
  grid: gridOf(one),
  untouched: isUntouched(one),
  marks: marksOf(one),
});

type Formers = ReadonlyMap<MadeId, Candidate>;

/** Which sheets take the place of which, each under the name that it had. */
function setOf(view: View, formers: Formers, { sheets = [], record }: ResultsWrite): SheetSet {
  const before = beforeOf(view);
  const taken = [...before.sheets];
  const take = (names: string[]): string => {
    const name = freeName(names, taken);
    taken.push(name);
    return name;
  };
  const former = [...formers].map(([id, one]): Former => {
    const kept = sheets.find((sheet) => sheet.id === id)?.keeps ?? !isUntouched(one);
    const { id: sheet, name } = one.sheet;
    return { id: sheet, name, kept, aside: take(asideNames(MADE_SHEETS[id].name, FORMER)) };
  });
  const goneIds = [...formers.keys()].filter((id) => !sheets.some((sheet) => sheet.id === id));
  const layouts = sheets.map(({ id, layout }, i): SheetLayout => {
    const { name, marker } = MADE_SHEETS[id];
    return {
      ...layout,
      name: formers.get(id)?.sheet.name ?? take(namesFor(name)),
      names: {
        [marker]: area(0, 0),
        ...(i === 0 && { [recordName(id)]: recordText(record) }),
        ...(i === 0 && Object.fromEntries(goneIds.map((gone) => [MADE_SHEETS[gone].marker, ""]))),
      },
    };
  });
  return { layouts, former, before, others: new Set(view.sheets.items.map(({ id }) => id)) };
}

async function writeSheets(
  context: Excel.RequestContext,
  view: View,
  formers: Formers,
  write: ResultsWrite,
): Promise<WrittenResults> {
  if (view.structureLocked) throw new CommandError({ code: "workbook-protected" });
  const set = setOf(view, formers, write);
  const note = (sheet: Excel.Worksheet, layout: SheetLayout): void => {
    noteWritten(sheet, layout);
    noteRows(sheet, write.sheets![set.layouts.indexOf(layout)]!.marks ?? []);
  };
  const made = queueSet(context, set, note, applyCharts);
  if (await syncOrUndo(context, undoSet(set)))
    write.sheets!.forEach(({ id }, i) => remember(MADE_SHEETS[id], made[i]!));
  const kept = set.former.filter((one) => one.kept).map(({ aside }) => aside);
  return { sheet: set.layouts[0]!.name, kept };
}

/** The book's rows and cells, and the names that say of what it was made. */
function changeOf(view: View, kept: OpenKept | null, { book, record }: ResultsWrite): Change {
  const names = formulasOf(view.names);
  const { name: wanted, marker } = KEPT_LISTS.book;
  const sheets = view.sheets.items.map(({ name }) => name);
  const name = kept?.name ?? freeName(namesFor(wanted), sheets);
  const isMarked = sameName(readReference(names.get(marker) ?? "")?.sheet ?? "", name);
  const append = book?.area && { ...book, area: book.area, name };
  return {
    names,
    appends: append
      ? [
          {
            write: {
              ...append,
              layout: append.layout && { ...append.layout, name },
              formats: null,
              count: null,
              wrap: true,
            },
            sheet: kept?.sheet ?? null,
          },
        ]
      : [],
    blocks: blocksOf(
      (book?.changes ?? []).map((change) => ({ ...change, sheet: kept!.sheet, format: null, locked: true })),
    ),
    record: {
      name,
      names: { ...(!isMarked && { [marker]: area(0, 0) }), [recordName("book")]: recordText(record) },
    },
  };
}

async function writeBook(
  context: Excel.RequestContext,
  view: View,
  kept: OpenKept | null,
  write: ResultsWrite,
): Promise<WrittenResults> {
  if (view.structureLocked && !kept) throw new CommandError({ code: "workbook-protected" });
  const change = changeOf(view, kept, write);
  queueChange(context, change);
  await syncOrUndo(context, undoChange(change)).finally(() => forgetKept());
  return { sheet: change.record!.name, kept: [] };
}

/** The book as it is kept; nothing is written over what stands below it. */
export function bookIn(kept: { grid: Grid; bottom: number } | null | undefined, plan: Plan): Book {
  const book = readBook(kept?.grid ?? null, plan);
  if (!book.place) return book;
  return { ...book, place: { ...book.place, bottom: Math.max(book.place.bottom, kept!.bottom) } };
}

/**
 * Reads all that results are made of, and writes what is decided on it. One reading, one writing request.
 * @param ids the sheets that are to be made, or looked at, as they stand
 * @param decide what is to be written, and what is told once it is; called once
 * @throws CommandError when there is neither form nor tasks, or Excel refuses: then the workbook is as before
 */
export const onResults = <T>(
  plan: Plan,
  ids: readonly MadeId[],
  decide: (now: Results) => { write?: ResultsWrite; told: (written: WrittenResults) => T },
  signal?: AbortSignal,
): Promise<T> =>
  run(async (context) => {
    const marked = ids.map((id) => MADE_SHEETS[id].marker);
    const view = await View.of(
      context,
      { kinds: TABLES, kept: { remembered: false }, marked, whole: marked.length > 0 },
      signal,
    );
    const { kept, periods } = await periodsOf(view, plan);
    const formers = new Map<MadeId, Candidate>();
    for (const id of ids) {
      const one = await view.marked(MADE_SHEETS[id].marker);
      if (one) formers.set(id, one);
    }
    const names = formulasOf(view.names);
    const sheets = view.sheets.items.map(({ name }) => name);
    const { write, told } = decide({
      ...periods,
      book: bookIn(kept.book, plan),
      standing: Object.fromEntries([...formers].map(([id, one]) => [id, standingOf(one)])),
      made: (id) => madeIn(names, sheets, id),
    });
    if (!write) return told({ sheet: "", kept: [] });
    return told(
      await (write.sheets
        ? writeSheets(context, view, formers, write)
        : writeBook(context, view, kept.book, write)),
    );
  });
