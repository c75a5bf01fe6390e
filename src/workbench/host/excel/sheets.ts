import { HostError } from "../errors";
import type { Book, Sheet } from "../model";

/** @throws HostError ItemNotFound once the sheet is gone */
export function nameOf({ book, sheet }: Sheet): string {
  const found = book.engine.sheets().find(({ id }) => id === sheet);
  if (!found) throw new HostError("ItemNotFound", "Worksheet");
  return found.name;
}

/** By its name, without regard to case. */
export function sheetNamed(book: Book, name: string): Sheet | null {
  const found = book.engine.sheets().find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  return found ? { book, sheet: found.id } : null;
}
