import { HostError } from "../errors";
import type { Book, Table } from "../model";
import { type HostObject, object } from "../object";
import { oneOf } from "./arguments";
import { cellsAt } from "./places";

/** What is due, everything, everything with its order; here all of them are everything. */
const CALCULATIONS = ["Recalculate", "Full", "FullRebuild"] as const;

function protect(book: Book, password: unknown): void {
  if (book.password !== null) throw new HostError("AccessDenied", "already protected");
  book.password = String(password ?? "");
}

function unprotect(book: Book, password: unknown): void {
  if (book.password !== null && book.password !== String(password ?? ""))
    throw new HostError("AccessDenied", "password");
  book.password = null;
}

export const WorkbookProtection: Table<Book> = {
  members: {
    protected: { read: ({ password }) => password !== null },
    protect: { call: protect },
    unprotect: { call: unprotect },
  },
};

/** A workbook that is not shown yet. */
export const WorkbookCreated: Table<() => void> = { members: { open: { call: (show) => show() } } };

export const Application: Table<Book> = {
  members: {
    createWorkbook: {
      call: ({ openWorkbook }, base64) => {
        if (!openWorkbook) throw new HostError("InvalidOperation", "this program shows one workbook only");
        return object("WorkbookCreated", () => openWorkbook(String(base64 ?? "")));
      },
    },
    calculate: {
      call: ({ engine }, type) => {
        oneOf(type, CALCULATIONS, "calculation type");
        engine.calculateAll();
      },
    },
  },
};

/** The range of a changed event; null once the event is long past. */
function rangeOfEvent(book: Book, reference: unknown): HostObject | null {
  const found = book.events.rangeOf(String(reference));
  return found && object("Range", { book, sheet: found.sheet, areas: [found.area] });
}

function rangeOfEventOrError(book: Book, reference: unknown): HostObject {
  const range = rangeOfEvent(book, reference);
  if (!range) throw new HostError("ItemNotFound", "range of an event");
  return range;
}

function selected(book: Book): HostObject<"Range"> {
  if (book.manners.anotherWorkbook) throw new HostError("InvalidSelection", "another workbook in front");
  const { sheet, area } = book.engine.selection();
  return object("Range", { book, sheet, areas: [area] });
}

export const Workbook: Table<Book> = {
  members: {
    application: { read: (book) => object("Application", book) },
    worksheets: { read: (book) => object("WorksheetCollection", book) },
    names: { read: (book) => object("NamedItemCollection", { book }) },
    protection: { read: (book) => object("WorkbookProtection", book) },
    getSelectedRange: { call: selected },
    getActiveCell: { call: (book) => object("Range", cellsAt(selected(book).of, 0, 0)) },
    _Runtime: { read: ({ events }) => object("Runtime", events) },
    _GetRangeForEventByReferenceId: { call: rangeOfEventOrError },
    _GetRangeOrNullObjectForEventByReferenceId: { call: rangeOfEvent },
  },
};
