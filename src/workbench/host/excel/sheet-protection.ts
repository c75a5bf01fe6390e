import { PROTECTION_OPTIONS, type SheetProtection } from "../../engine/engine";
import { HostError } from "../errors";
import type { Sheet, Table } from "../model";

const NOTHING_ALLOWED: SheetProtection = {
  ...Object.fromEntries(PROTECTION_OPTIONS.map((option) => [option, false])),
  selectionMode: "Normal",
};

const protectionOf = ({ book, sheet }: Sheet): SheetProtection | null =>
  book.engine.sheetState(sheet).protection;

function set({ book, sheet }: Sheet, protection: SheetProtection | null): void {
  book.engine.updateSheet(sheet, { protection });
  book.undoEmptied = book.manners.undoEmptied;
}

/** Without the password and a file's hash of it, which are nobody's business. */
function optionsOf(sheet: Sheet): SheetProtection | null {
  const { password: _, hash: __, ...given } = protectionOf(sheet) ?? {};
  return protectionOf(sheet) && given;
}

function protect(sheet: Sheet, options: unknown, password: unknown): void {
  if (protectionOf(sheet) || sheet.book.manners.protectRefused)
    throw new HostError("AccessDenied", "WorksheetProtection.protect");
  set(sheet, { ...NOTHING_ALLOWED, ...(options as object | null), password: String(password ?? "") });
}

function unprotect(sheet: Sheet, password: unknown): void {
  const protection = protectionOf(sheet);
  const isWrong = protection?.password !== String(password ?? "");
  if (protection && (sheet.book.manners.unprotectRefused || isWrong))
    throw new HostError("AccessDenied", "password");
  set(sheet, null);
}

export const WorksheetProtection: Table<Sheet> = {
  members: {
    protected: { read: (sheet) => protectionOf(sheet) !== null },
    options: { read: optionsOf },
    protect: { call: protect },
    unprotect: { call: unprotect },
  },
};
