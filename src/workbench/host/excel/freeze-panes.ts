import { MAX_COLUMNS, MAX_ROWS, parseArea } from "../address";
import type { Sheet, Table } from "../model";
import { asKind, type HostObject, object } from "../object";
import { checkFront } from "./workbook-checks";

function freeze({ book, sheet }: Sheet, frozenRows: number, frozenColumns: number): void {
  checkFront(book);
  book.engine.updateSheet(sheet, { frozenRows, frozenColumns });
}

function freezeAt(sheet: Sheet, range: unknown): void {
  const [area] = asKind(range, "Range")?.of.areas ?? [parseArea(String(range))];
  const { row, rows, column, columns } = area!;
  freeze(sheet, rows === MAX_ROWS ? 0 : row + rows, columns === MAX_COLUMNS ? 0 : column + columns);
}

function location(sheet: Sheet): HostObject | null {
  const { frozenRows, frozenColumns } = sheet.book.engine.sheetState(sheet.sheet);
  if (frozenRows === 0 && frozenColumns === 0) return null;
  const area = { row: 0, column: 0, rows: frozenRows || MAX_ROWS, columns: frozenColumns || MAX_COLUMNS };
  return object("Range", { ...sheet, areas: [area] });
}

export const WorksheetFreezePanes: Table<Sheet> = {
  members: {
    freezeRows: { call: (sheet, count) => freeze(sheet, Number(count ?? 1), 0) },
    freezeColumns: { call: (sheet, count) => freeze(sheet, 0, Number(count ?? 1)) },
    freezeAt: { call: freezeAt },
    unfreeze: { call: (sheet) => freeze(sheet, 0, 0) },
    getLocationOrNullObject: { call: location },
  },
};
