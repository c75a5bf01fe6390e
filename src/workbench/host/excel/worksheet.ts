import { MAX_COLUMNS, MAX_ROWS, parseArea } from "../address";
import { collection } from "../collection";
import { HostError } from "../errors";
import type { Book, Sheet, Table } from "../model";
import { asKind, type HostObject, object } from "../object";
import { SHEET_EVENTS, SHEETS_EVENTS } from "./listeners";
import { areasAt } from "./places";
import { checkName, copyName, freeName } from "./sheet-name";
import { nameOf } from "./sheets";
import { checkFront, checkStructure } from "./workbook-checks";

const positionOf = ({ book, sheet }: Sheet): number =>
  book.engine.sheets().findIndex(({ id }) => id === sheet);

/** Where among so many sheets a copy goes. */
function placeOf(position: unknown, relativeTo: unknown, count: number): number {
  if (position === "None" || position === "Beginning") return 0;
  if (position === "End") return count;
  const other = asKind(relativeTo, "Worksheet");
  if ((position === "Before" || position === "After") && other)
    return positionOf(other.of) + (position === "After" ? 1 : 0);
  throw new HostError("InvalidArgument", `position "${String(position)}"`);
}

function rename(sheet: Sheet, value: unknown): void {
  const { engine } = sheet.book;
  checkStructure(sheet.book);
  const others = engine.sheets().filter(({ id }) => id !== sheet.sheet);
  checkName(
    String(value),
    others.map(({ name }) => name),
  );
  engine.renameSheet(sheet.sheet, String(value));
}

/** The last sheet that is seen stays so. */
function show({ book, sheet }: Sheet, value: unknown): void {
  checkStructure(book);
  const visible = value === "Visible";
  const others = book.engine.sheets().filter(({ id }) => id !== sheet);
  if (!visible && !others.some(({ id }) => book.engine.sheetState(id).visible))
    throw new HostError("InvalidOperation", "Worksheet.visibility");
  book.engine.updateSheet(sheet, { visible });
}

function copy(sheet: Sheet, position: unknown, relativeTo: unknown): HostObject {
  const { book } = sheet;
  checkStructure(book);
  const names = book.engine.sheets().map(({ name }) => name);
  const index = placeOf(position ?? "None", relativeTo, names.length);
  const made = book.engine.copySheet(sheet.sheet, copyName(nameOf(sheet), names), index);
  return object("Worksheet", { book, sheet: made });
}

function remove({ book, sheet }: Sheet): void {
  checkStructure(book);
  checkFront(book);
  if (book.engine.sheets().length === 1) throw new HostError("InvalidOperation", "the last sheet");
  book.engine.removeSheet(sheet);
  book.undoEmptied = book.manners.undoEmptied;
}

const rangeOf = (sheet: Sheet, row: number, column: number, rows: number, columns: number): HostObject =>
  object("Range", { ...sheet, areas: [{ row, column, rows, columns }] });

function used(sheet: Sheet, valuesOnly: unknown): HostObject | null {
  const area = sheet.book.engine.usedArea(sheet.sheet, valuesOnly === true);
  return area && object("Range", { ...sheet, areas: [area] });
}

export const Worksheet: Table<Sheet> = {
  identity: ({ sheet }) => ({ Id: sheet }),
  members: {
    id: { read: ({ sheet }) => sheet },
    name: { read: nameOf, write: rename },
    position: { read: positionOf },
    visibility: {
      read: ({ book, sheet }) => (book.engine.sheetState(sheet).visible ? "Visible" : "Hidden"),
      write: show,
    },
    showGridlines: {
      read: ({ book, sheet }) => book.engine.sheetState(sheet).gridlines,
      write: ({ book, sheet }, value) => {
        checkFront(book);
        book.engine.updateSheet(sheet, { gridlines: Boolean(value) });
      },
    },
    tabColor: {
      read: ({ book, sheet }) => book.engine.sheetState(sheet).tabColor,
      write: ({ book, sheet }, value) => {
        checkStructure(book);
        book.engine.updateSheet(sheet, { tabColor: String(value) });
      },
    },
    protection: { read: (sheet) => object("WorksheetProtection", sheet) },
    // those that the sheet has for itself
    names: { read: (sheet) => object("NamedItemCollection", sheet) },
    charts: { read: (sheet) => object("ChartCollection", sheet) },
    freezePanes: { read: (sheet) => object("WorksheetFreezePanes", sheet) },
    pageLayout: { read: (sheet) => object("PageLayout", sheet) },
    getRange: {
      call: (sheet, address) =>
        address === null || address === undefined
          ? rangeOf(sheet, 0, 0, MAX_ROWS, MAX_COLUMNS)
          : object("Range", { ...sheet, areas: [parseArea(String(address))] }),
    },
    getRanges: { call: (sheet, address) => object("RangeAreas", { ...sheet, areas: areasAt(address) }) },
    getCell: { call: (sheet, row, column) => rangeOf(sheet, Number(row), Number(column), 1, 1) },
    getRangeByIndexes: {
      call: (sheet, row, column, rows, columns) =>
        rangeOf(sheet, Number(row), Number(column), Number(rows), Number(columns)),
    },
    getUsedRange: { call: (sheet, valuesOnly) => used(sheet, valuesOnly) ?? rangeOf(sheet, 0, 0, 1, 1) },
    getUsedRangeOrNullObject: { call: used },
    activate: {
      call: ({ book, sheet }) => {
        checkFront(book);
        book.engine.activateSheet(sheet);
      },
    },
    copy: { call: copy },
    delete: { call: remove },
    ...SHEET_EVENTS,
  },
};

function add(book: Book, asked: unknown): HostObject {
  checkStructure(book);
  checkFront(book);
  const taken = book.engine.sheets().map(({ name }) => name);
  const name = asked === null || asked === undefined ? freeName(taken) : String(asked);
  checkName(name, taken);
  return object("Worksheet", { book, sheet: book.engine.addSheet(name) });
}

export const WorksheetCollection = collection(
  "WorksheetCollection",
  (book: Book) => book.engine.sheets().map(({ id }) => object("Worksheet", { book, sheet: id })),
  (sheet) => [sheet.sheet, nameOf(sheet)],
  {
    add: { call: add },
    getActiveWorksheet: { call: (book) => object("Worksheet", { book, sheet: book.engine.activeSheet() }) },
    ...SHEETS_EVENTS,
  },
);
